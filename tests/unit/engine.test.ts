import packs from 'huashu:packs';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { settleClaims } from '../../server/src/engine/claims.ts';
import type { Severity } from '../../server/src/engine/finding.ts';
import { isOn, type Levels, severityOf } from '../../server/src/engine/levels.ts';
import { lexicon } from '../../server/src/engine/lexicon.ts';
import type { Ruled } from '../../server/src/engine/lint.ts';
import { literalScan } from '../../server/src/engine/literalScan.ts';
import { type Group, groupsOfArrays } from '../../server/src/engine/literals.ts';
import { DEFAULT_PLACEHOLDERS, maskAddresses, maskQuotes, placeholderMask, placeholderSyntax } from '../../server/src/engine/mask.ts';
import { requiredLiterals } from '../../server/src/engine/requiredLiterals.ts';
import type { RuleMeta } from '../../server/src/engine/rule.ts';
import { PRECEDENCE } from '../../server/src/rules/registry.ts';
import { fold } from '../../server/src/text/fold.ts';
import { normalise } from '../../server/src/text/normalise.ts';
import { folds } from '../support/conversation.ts';
import { runs } from '../support/runs.ts';
import { samples } from '../support/samples.ts';

const letters = fc.constantFrom('a', 'b', 'c', '不', '能', '無', '\n');
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '不', '能', '无'), minLength: 1, maxLength: 5 });

/** A group for each literal. */
function groupsOf(...literals: readonly string[]): Group[] {
  const ofArrays = groupsOfArrays();
  return literals.map((literal) => ofArrays([[literal]]).at(0)!);
}

describe('the scan for literals', () => {
  it('finds what searching for each finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: letters, maxLength: 40, size: 'max' }),
        (literals, text) => {
          const hits = new Set<number>();
          literalScan(groupsOf(...literals), folds).scan(text, (id) => hits.add(id));
          const naive = literals.flatMap((literal, id) => (fold(folds, text).includes(literal) ? [id] : []));
          assert.deepEqual(
            [...hits].sort((a, b) => a - b),
            naive,
          );
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('takes a line end to stand around the text', () => {
    const hits: number[] = [];
    literalScan(groupsOf('\n不', '能\n', '\n能'), folds).scan('不能', (id) => hits.push(id));
    assert.deepEqual([...new Set(hits)].sort(), [0, 1]);
  });
});

/** A pattern, and a text it matches. */
const matched: fc.Arbitrary<{ pattern: string; text: string }> = fc.letrec<{ one: { pattern: string; text: string } }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    word.map((w) => ({ pattern: w, text: w })),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => ({ pattern: a.pattern + b.pattern, text: a.text + b.text })),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => ({ pattern: `(?:${a.pattern}|${b.pattern})`, text: b.text })),
    fc.tuple(tie('one'), fc.boolean()).map(([a, there]) => ({ pattern: `(?:${a.pattern})?`, text: there ? a.text : '' })),
    tie('one').map((a) => ({ pattern: `(?:${a.pattern}){1,3}`, text: a.text + a.text })),
    tie('one').map((a) => ({ pattern: `(?<at>${a.pattern})`.replaceAll('(?<at>', '('), text: a.text })),
    fc.constantFrom('a', '不').map((c) => ({ pattern: `[${c}bc]`, text: c })),
    fc.string({ unit: fc.constantFrom('x', 'y', '好'), maxLength: 4 }).map((gap) => ({ pattern: '[^。!?;\\n]{0,6}', text: gap })),
    fc.constant({ pattern: '[能c]?', text: '' }),
    fc.constant({ pattern: '(?:^|b)', text: 'b' }),
  ),
})).one;

describe('the literals a pattern requires', () => {
  it('stand in every text it matches: one of each group', () => {
    fc.assert(
      fc.property(matched, ({ pattern, text }) => {
        assert.ok(new RegExp(`^(?:${pattern})$`, 'u').test(text), `${pattern} should match ${text}`);
        for (const group of requiredLiterals(pattern)) {
          assert.ok(
            group.some((literal) => `\n${text}\n`.includes(literal)),
            `${pattern} matches ${text} without ${group.join(' | ')}`,
          );
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are asked for where a look-around asks for them, or a part that may be nothing', () => {
    const groups = requiredLiterals('(?:难以|不便)(?=[^,]{0,2}(?:退款|换货))').map((group) => [...group].sort().join('|'));
    assert.deepEqual(groups.sort(), ['不便|难以', '换货|退款']);
    assert.equal(requiredLiterals('(?<=开户)以为(?:\\?|(?<=吗)(?=,))').length, 3);
  });

  it('wake every pattern of the packs that matches anything in the samples', () => {
    const words = lexicon(packs.lists, { wakes: (name) => name.startsWith('acts/'), isHeard: () => false }, folds);
    const lines = samples().flatMap(({ text }) => text.split('\n'));
    for (const line of lines) {
      const { text } = normalise(folds, line);
      const awake = new Set(words.waking(text));
      let id = 0;
      for (const [name, list] of Object.entries(packs.lists)) {
        for (const { source } of list) {
          if (words.pattern(id).exec(text, 0))
            assert.ok(words.canMatch(id, text) && (awake.has(id) || !name.startsWith('acts/')), `${source} sleeps through ${line}`);
          id++;
        }
      }
    }
  });

  it('are none for a pattern that could match anything', () => assert.deepEqual(requiredLiterals('[^\\n]{0,3}|不能'), []));
});

const meta = (id: string, severity: Severity, strict = false): RuleMeta => ({
  id,
  severity,
  strict,
  source: '',
  title: { en: '', 'zh-CN': '', 'zh-TW': '' },
  message: { en: '', 'zh-CN': '', 'zh-TW': '' },
});

describe('one finding for the same words', () => {
  const ruled = (id: string, severity: Severity, start: number, end: number): Ruled => ({
    rule: { scope: 'utterance', meta: meta(id, severity), wakes: [], *check() {} },
    report: { span: { start, end } },
    severity,
  });
  const kept = (...found: Ruled[]): string[] => settleClaims(found, PRECEDENCE).map((one) => one.rule.meta.id);

  it('the graver stays', () =>
    assert.deepEqual(kept(ruled('bare-but', 'warning', 0, 4), ruled('flat-refusal', 'error', 2, 6)), ['flat-refusal']));
  it('at equal severity the earlier in the order stays', () => {
    assert.deepEqual(
      kept(ruled('flat-refusal', 'error', 0, 4), ruled('policy-pushing', 'error', 3, 6), ruled('impatience', 'error', 3, 4)),
      ['impatience'],
    );
  });
  it('what does not overlap stays, by place', () => {
    assert.deepEqual(kept(ruled('flat-refusal', 'error', 4, 6), ruled('bare-but', 'warning', 0, 4)), ['bare-but', 'flat-refusal']);
  });
});

describe('the severity of a finding', () => {
  const levels = (preset: Levels['preset'], rules: Record<string, Severity | 'off'> = {}, only?: string[]): Levels => ({
    preset,
    rules: new Map(Object.entries(rules).map(([id, level]) => [id, { level }])),
    only: only && new Set(only),
  });
  const warning = meta('bare-but', 'warning');
  const table: readonly [string, ReturnType<typeof severityOf>, ReturnType<typeof severityOf>][] = [
    ['is the default', severityOf(warning, undefined, levels('recommended')), 'warning'],
    ['is the grade where that is milder', severityOf(warning, 'info', levels('recommended')), 'info'],
    ['is the level set', severityOf(warning, undefined, levels('recommended', { 'bare-but': 'error' })), 'error'],
    ['keeps a milder grade under a level set', severityOf(warning, 'hint', levels('recommended', { 'bare-but': 'error' })), 'hint'],
    ['is the level set where that is lower still', severityOf(warning, 'info', levels('recommended', { 'bare-but': 'hint' })), 'hint'],
    ['is nothing for a rule that is off', severityOf(warning, undefined, levels('recommended', { 'bare-but': 'off' })), 'off'],
    ['is nothing for a rule not asked for', severityOf(warning, undefined, levels('recommended', {}, ['syntax'])), 'off'],
    ['is nothing for a strict rule in recommended', severityOf(meta('x', 'hint', true), undefined, levels('recommended')), 'off'],
    ['is raised from hint in strict', severityOf(meta('x', 'hint', true), undefined, levels('strict')), 'info'],
    ['is kept at a graded hint in strict', severityOf(warning, 'hint', levels('strict')), 'hint'],
    ['is nothing below error in minimal', severityOf(warning, undefined, levels('minimal')), 'off'],
    ['is error in minimal', severityOf(meta('x', 'error'), undefined, levels('minimal')), 'error'],
    ['is nothing for a milder grade in minimal', severityOf(meta('x', 'error'), 'warning', levels('minimal')), 'off'],
  ];
  for (const [name, is, should] of table) it(name, () => assert.equal(is, should));
  it('tells whether a rule is on at all', () => assert.equal(isOn(warning, levels('minimal')), false));
});

describe('masks', () => {
  it('stand for placeholders, unit for unit, in the syntax of the project', () => {
    const mask = (text: string, ...written: string[]): string =>
      placeholderMask(written.length > 0 ? written.map((w) => placeholderSyntax(w)!) : DEFAULT_PLACEHOLDERS)(text);
    assert.equal(mask('您好{姓氏}'), '您好\ufffc\ufffc\ufffc\ufffc');
    assert.equal(
      mask('a {{x}} %y% [[z]] $\u007bw} <v>', '{{…}}', '%…%', '[[…]]', '$\u007b…}', '<…>'),
      'a \ufffc\ufffc\ufffc\ufffc\ufffc \ufffc\ufffc\ufffc \ufffc\ufffc\ufffc\ufffc\ufffc \ufffc\ufffc\ufffc\ufffc \ufffc\ufffc\ufffc',
    );
    assert.equal(mask('{没有关上'), '{没有关上');
  });

  it('take marks of prose for what they are', () => {
    const mask = (text: string): string => placeholderMask(['%…%', '<…>'].map((w) => placeholderSyntax(w)!))(text);
    for (const prose of ['打8%折扣的商品,另收5%手续费', '金额<100元的,退>100元的', '8%和5%都可以']) assert.equal(mask(prose), prose);
    assert.equal(mask('第1%order.id%单'), '第1%order.id%单');
    assert.equal(
      mask('单号%order.id%和<user name>'),
      '单号\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc和\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc',
    );
  });

  it('stand for the paths of addresses', () => {
    assert.equal(maskAddresses('see https://x.com/obviously/no for help.', '_'), 'see https://x.com/____________ for help.');
    assert.equal(maskAddresses('见https://x.cn/a-b公司规定', '_'), '见https://x.cn/___公司规定');
    assert.equal(maskAddresses('(http://x.cn/a), "https://x.cn/b".', '_'), '(http://x.cn/_), "https://x.cn/_".');
    assert.equal(maskAddresses('a://b and / or', '_'), 'a://b and / or');
  });

  it('stand for quoted words, but not where all of it is quoted', () => {
    assert.equal(maskQuotes('他说"不行"吗', 'x'), '他说"xx"吗');
    assert.equal(maskQuotes('「不行」,『好』', 'x'), '「xx」,『x』');
    assert.equal(maskQuotes(' "不行" ', 'x'), ' "不行" ');
    assert.equal(maskQuotes('"不行', 'x'), '"不行');
  });
});
