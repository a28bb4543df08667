import packs from 'huashu:packs';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { speakers } from '../../server/src/dialogue/speakers.ts';
import { ActTable } from '../../server/src/engine/acts.ts';
import { Hearing } from '../../server/src/engine/hearing.ts';
import { EMPTY_LISTS, house } from '../../server/src/engine/house.ts';
import { lexicon } from '../../server/src/engine/lexicon.ts';
import { lint } from '../../server/src/engine/lint.ts';
import type { LintSettings } from '../../server/src/engine/lintSettings.ts';
import { placeholderMask, placeholderPattern } from '../../server/src/engine/mask.ts';
import type { Rule } from '../../server/src/engine/rule.ts';
import { ruleSet, wakingLists } from '../../server/src/engine/ruleSet.ts';
import { type Reading, Wordings } from '../../server/src/engine/wording.ts';
import { script } from '../../server/src/formats/script/index.ts';
import { PRECEDENCE, rulesOf } from '../../server/src/rules/registry.ts';
import { foldTable } from '../../server/src/text/fold.ts';

const folds = foldTable();
const SYNTAX = [{ open: '{', close: '}' }];
const SOURCE = '客户：能退吗？\n客服：是的，但是我们不能退。\n客户：啊？\n客服：公司规定就是这样。\n';

function fail(): never {
  throw new Error('broken on purpose');
}

/** Lints SOURCE with one rule put in the place of the built-in one of its name. */
function lintWith(id: string, change: (rule: Rule) => Rule) {
  const rules = rulesOf(packs).map((rule) => (rule.meta.id === id ? change(rule) : rule));
  const waking = wakingLists(rules);
  const acts = new ActTable(packs.acts);
  const words = lexicon(
    { ...packs.lists, ...EMPTY_LISTS },
    { wakes: (name) => waking.has(name), isHeard: (name) => acts.isHeard(name) },
    folds,
  );
  const reading: Reading = {
    lexicon: words,
    lang: 'zh-Hans',
    maskPlaceholders: placeholderMask(SYNTAX),
    house: house({}, folds),
    wordings: new Wordings(),
  };
  const settings: LintSettings = {
    levels: { preset: 'recommended', rules: new Map(), only: undefined },
    reading,
    hearing: new Hearing(reading, acts),
    placeholder: SYNTAX[0]!,
    placeholders: placeholderPattern(SYNTAX),
    allow: [],
    syntaxes: [{ open: '{', close: '}' }],
    declared: {},
  };
  const document = script.parse(SOURCE, { roleOf: speakers(folds) });
  return lint(SOURCE, document, ruleSet(rules, words, PRECEDENCE, acts), settings).findings;
}

describe('a rule that throws', () => {
  for (const id of ['flat-refusal', 'repeated-phrase', 'pinyin-noise']) {
    it(`${id}: is named once, and the others still run`, () => {
      const found = lintWith(id, (rule) => ({ ...rule, mayApply: () => true, check: fail }) as Rule);
      const internal = found.filter((f) => f.rule === 'internal');
      assert.equal(internal.length, 1);
      assert.match(internal[0]!.message.en, new RegExp(`${id}.*broken on purpose`, 'u'));
      assert.ok(found.some((f) => f.rule === 'policy-pushing'));
    });
  }

  it('as it rewords offers nothing, and its finding stands', () => {
    const found = lintWith('flat-refusal', (rule) => ({ ...rule, reframes: fail }) as Rule);
    const refusal = found.find((f) => f.rule === 'flat-refusal');
    assert.deepEqual(refusal?.fixes(), []);
  });

  it('on the rewording of another takes that rewording back', () => {
    const found = lintWith('contradiction', (rule) => ({ ...rule, wakes: ['acts/offer'], check: fail }) as Rule);
    for (const finding of found) assert.doesNotThrow(() => finding.fixes());
  });
});
