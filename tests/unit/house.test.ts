import packs from 'huashu:packs';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { speakers } from '../../server/src/dialogue/speakers.ts';
import { ActTable } from '../../server/src/engine/acts.ts';
import { Hearing } from '../../server/src/engine/hearing.ts';
import { EMPTY_LISTS, type HouseWords, house } from '../../server/src/engine/house.ts';
import type { RuleSetting } from '../../server/src/engine/levels.ts';
import { lexicon } from '../../server/src/engine/lexicon.ts';
import { lint } from '../../server/src/engine/lint.ts';
import { LintCache } from '../../server/src/engine/lintCache.ts';
import type { LintSettings } from '../../server/src/engine/lintSettings.ts';
import { placeholderMask, placeholderPattern } from '../../server/src/engine/mask.ts';
import type { UtteranceRule } from '../../server/src/engine/rule.ts';
import type { OptionTable } from '../../server/src/engine/ruleOptions.ts';
import { ruleSet, wakingLists } from '../../server/src/engine/ruleSet.ts';
import { type Reading, Wordings } from '../../server/src/engine/wording.ts';
import { script } from '../../server/src/formats/script/index.ts';
import { PRECEDENCE, rulesOf } from '../../server/src/rules/registry.ts';
import { folds } from '../support/conversation.ts';

const SYNTAX = [{ open: '{', close: '}' }];
const label = { en: '{words} {data}', 'zh-CN': '', 'zh-TW': '' };
const MOST: OptionTable = { most: { type: 'count', default: 2, description: label } };

/** A rule that house words alone wake; it says what config says beside each. */
const ours: UtteranceRule = {
  scope: 'utterance',
  meta: { id: 'ours', severity: 'info', source: '', title: label, message: label, options: MOST },
  wakes: ['house/jargon', 'house/disclosure'],
  *check(speech, options) {
    const found = [...speech.find('house/jargon'), ...speech.find('house/disclosure')];
    for (const { span } of found.slice(0, options['most'] as number)) {
      const data = speech.house.meaning('house/jargon', speech.text.slice(span.start, span.end)) ?? '-';
      if (!speech.find('house/identity').some((m) => m.whole.start <= span.start && m.whole.end >= span.end))
        yield { span, data: { data } };
    }
  },
};

const rules = [...rulesOf(packs).filter((rule) => rule.scope !== 'utterance'), ours];
const waking = wakingLists(rules);
const acts = new ActTable(packs.acts);
const plain = lexicon(
  { ...packs.lists, ...EMPTY_LISTS },
  { wakes: (name) => waking.has(name), isHeard: (name) => acts.isHeard(name) },
  folds,
);
const set = ruleSet(rules, plain, PRECEDENCE, acts);

function settingsWith(words: HouseWords, setting: RuleSetting = {}): LintSettings {
  const made = house(words, folds);
  const reading: Reading = {
    lexicon: made.isSilent ? plain : plain.with(made.lists),
    lang: 'zh-Hans',
    maskPlaceholders: placeholderMask(SYNTAX),
    house: made,
    wordings: new Wordings(),
  };
  return {
    levels: { preset: 'recommended', rules: new Map([['ours', setting]]), only: undefined },
    reading,
    hearing: new Hearing(reading, acts),
    placeholder: SYNTAX[0]!,
    placeholders: placeholderPattern(SYNTAX),
    allow: [],
    syntaxes: [{ open: '{', close: '}' }],
    declared: {},
  };
}

function found(source: string, settings: LintSettings, cache?: LintCache): string[] {
  const document = script.parse(source, { roleOf: speakers(folds) });
  return lint(source, document, set, settings, cache)
    .findings.filter((f) => f.rule === 'ours')
    .map((f) => f.message.en);
}

describe('words of the house', () => {
  const words = {
    jargon: { 派單系統: '登记', SLA: '处理时限', 'ticket ID': 'number' },
    disclosure: { terms: ['盘古'], identity: '盘古服务中心' },
  };

  it('wake a rule in either script, width and case, and say what goes with them', () => {
    const settings = settingsWith(words);
    assert.deepEqual(found('客服\uff1a派单系统里有\u3002\n客服\uff1a派單系統有\n- ｓｌａ到期\n- Two Ticket IDs.\n', settings), [
      '派单系统 登记',
      '派單系統 登记',
      'ｓｌａ 处理时限',
      'Ticket IDs number',
    ]);
  });

  it('are found through noise, not in placeholders, quoted words or longer Latin words', () => {
    assert.deepEqual(found('- S\u200bLA\n- {SLA}好\n- \u201cSLA\u201d是什么\n- SLAB slash\n客户\uff1aSLA\n', settingsWith(words)), [
      'S\u200bLA 处理时限',
    ]);
  });

  it('may be excused by the name we go by', () =>
    assert.deepEqual(found('- 这里是盘古服务中心\n- 盘古后台\n', settingsWith(words)), ['盘古 -']));

  it('wake nothing where config says nothing', () => {
    assert.equal(house({ sensitive: ['', ' '] }, folds).isSilent, true);
    assert.deepEqual(found('- SLA\n', settingsWith({})), []);
    assert.deepEqual(found('- SLA\n', settingsWith({ sensitive: ['起诉'] })), []);
  });

  it('are found in long files, by the scan, as in short ones', () => {
    const source = Array.from({ length: 300 }, (_, i) => `- 第${i}条${i % 100 === 7 ? 'SLA' : ''}\n`).join('');
    assert.equal(found(source, settingsWith(words)).length, 3);
  });

  it('count anew under other settings though the cache is the same', () => {
    const cache = new LintCache();
    const source = `# 一\n${'- SLA\n'.repeat(3)}# 二\n- OA\n`;
    const [none, one, two] = [settingsWith({}), settingsWith({ jargon: { SLA: '' } }), settingsWith({ jargon: { OA: '审批' } })];
    for (const settings of [none, one, none, two, one, one]) {
      assert.deepEqual(found(source, settings, cache), found(source, settings));
    }
    assert.deepEqual(found(source, two, cache), ['OA 审批']);
  });

  it('may be as many as an option says', () => {
    const source = '- SLA SLA SLA SLA\n';
    assert.equal(found(source, settingsWith(words)).length, 2);
    assert.equal(found(source, settingsWith(words, { options: { most: 3 } })).length, 3);
  });
});
