import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Finding, Fix } from '../../server/src/core/index.ts';
import { DEFAULT_PLACEHOLDERS, placeholderPattern } from '../../server/src/engine/mask.ts';
import { tokens } from '../../server/src/engine/tokens.ts';
import { apply, type Faulty, faulty, lastTurn, lintFor, scriptOf, tabled } from '../support/goldenReframes.ts';
import { linter, property } from './linting.ts';

/** Turns at fault, and what may stand around the fault in a turn without doing anything to it. */
const TURNS = tabled().flatMap(faulty);
const PLACEHOLDERS = placeholderPattern(DEFAULT_PLACEHOLDERS);
const AROUND: Readonly<Record<string, { before: string[]; after: string[]; end: string[] }>> = {
  'zh-Hans': {
    before: ['', '您好，', '亲，', '{客户姓名}女士，', '王先生您好。', '订单A20931我查到了。'],
    after: ['', '您的单号是{单号}。', '门店十点开门。', '😊'],
    end: ['', '哦', '呢~'],
  },
  'zh-Hant': {
    before: ['', '您好，', '{姓名}小姐，', '林先生您好。', '訂單A20931我查到了。'],
    after: ['', '您的單號是{單號}。', '門市十點開門。', '😊'],
    end: ['', '喔', '耶~'],
  },
  en: {
    before: ['', 'Hi {name}, ', 'Thanks for waiting. ', 'I found order A20931. '],
    after: ['', ' Your case is {case}.', ' The shop opens at ten.', ' 😊'],
    end: [''],
  },
};

/** A turn with other things in it: what it stands among, its numbers, its you, its marks. */
const variant: fc.Arbitrary<Faulty> = fc
  .tuple(fc.constantFrom(...TURNS), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 2, max: 97 }), fc.boolean(), fc.boolean())
  .map(([turn, before, after, end, number, familiar, narrow]) => {
    const around = AROUND[turn.lang]!;
    const pick = (from: readonly string[], i: number): string => from[i % from.length]!;
    const cut = turn.before.lastIndexOf(' \u23ce ');
    const [head, words] = cut < 0 ? ['', turn.before] : [turn.before.slice(0, cut + 3), turn.before.slice(cut + 3)];
    const speaker = /^(?:客服:|Agent: )/u.exec(words)?.[0] ?? '';
    let said = words.slice(speaker.length).replace(/[\u3002]$/u, (mark) => pick(around.end, end) + mark);
    if (head === '') said = said.replace(/(?<![\dA-Za-z-])\d{1,2}(?![\d:-])/u, String(number));
    said = pick(around.before, before) + said + pick(around.after, after);
    if (familiar) said = said.replaceAll('您', '你');
    if (narrow) said = said.replaceAll('\uff0c', ',').replaceAll('\uff1f', '?');
    return { ...turn, before: head + speaker + said };
  });

describe('what is offered to be said instead, whatever stands around', () => {
  it('lints clean, keeps every token, and is whole', () => {
    property(variant, 400, (turn) => {
      const script = scriptOf(turn);
      const all = lintFor(linter, turn.rule, script);
      for (const finding of all.filter((f) => f.rule === turn.rule)) {
        for (const fix of finding.fixes()) holds(turn.rule, script, all, fix);
      }
    });
  });

  it('leaves nothing to be said when the first offer is taken until there is none', () => {
    property(variant, 150, (turn) => {
      let script = scriptOf(turn);
      for (let pass = 0; pass < 10; pass++) {
        const fix = lintFor(linter, turn.rule, script)
          .filter((f) => f.rule === turn.rule)
          .flatMap((f) => f.fixes().slice(0, 1))[0];
        if (!fix) return;
        script = apply(script, fix);
      }
      assert.fail(`never done: ${script}`);
    });
  });

  it('is there for nearly all', () => {
    const count = { all: 0, without: 0 };
    property(variant, 400, (turn) => {
      for (const finding of lintFor(linter, turn.rule, scriptOf(turn)).filter((f) => f.rule === turn.rule && f.severity !== 'hint')) {
        count.all++;
        if (finding.fixes().length === 0) count.without++;
      }
    });
    assert.ok(count.without <= 0.03 * count.all, `${count.without} of ${count.all} without`);
  });
});

function holds(rule: string, script: string, before: readonly Finding[], fix: Fix): void {
  const after = apply(script, fix);
  const said = lastTurn(after);
  const found = lintFor(linter, rule, after);
  const edit = fix.edits[0]!;
  const place = { start: edit.span.start, end: edit.span.start + edit.text.length };
  const shown = `${lastTurn(script)}\n\u2192 ${said}`;
  assert.ok(!found.some((f) => f.rule === rule && f.span.start < place.end && f.span.end > place.start), `still there: ${shown}`);
  assert.deepEqual(more(grave(found), grave(before)), [], `new finding: ${shown}`);
  const ruleOf = linter.rules.all.get(rule)!;
  // What another customer's case is goes.
  if (!(ruleOf.scope === 'flow' && ruleOf.withholds) && rule !== 'disclosure')
    assert.deepEqual(more(tokens(script, PLACEHOLDERS), tokens(after, PLACEHOLDERS)), [], `lost: ${shown}`);
  assert.ok(!BROKEN.test(edit.text), `broken: ${shown}`);
  assert.ok(!/\u60a8/u.test(edit.text) || !/\u4f60/u.test(lastTurn(script)) || /\u60a8/u.test(lastTurn(script)), `another you: ${shown}`);
}

/** Marks that double or stand where no sentence has them, and templates that were not filled. */
const BROKEN =
  /[\uff0c,][\uff0c,\u3002.\uff01\uff1f?]|\u3002\u3002|^[\uff0c,\u3002.?\uff1f]|\.\.(?!\.)| [,.;?]|\s\s|[<>]|\{(?:tail|topic|fact|mentions|matter|way|because|rest|words)\}/u;

function grave(findings: readonly Finding[]): string[] {
  return findings.filter((f) => f.severity === 'error' || f.severity === 'warning').map((f) => f.rule);
}

/** What `a` has more often than `b`. */
function more(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
