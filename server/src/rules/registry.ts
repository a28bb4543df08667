import type { CompiledPacks, RuleData } from '../engine/pack.ts';
import type { Rule } from '../engine/rule.ts';
import { bareBut } from './bare-but.ts';
import { brokenLink } from './broken-link.ts';
import { casualYou } from './casual-you.ts';
import { closedSatisfaction } from './closed-satisfaction.ts';
import { coldDeadline } from './cold-deadline.ts';
import { commandTone } from './command-tone.ts';
import { compatCharacter } from './compat-character.ts';
import { condescension } from './condescension.ts';
import { conflictingFact } from './conflicting-fact.ts';
import { contradiction } from './contradiction.ts';
import { explained } from './data/explained.ts';
import { packRule } from './data/packRule.ts';
import type { Stages } from './data/planRule.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { expiredEntry } from './expired-entry.ts';
import { flatRefusal } from './flat-refusal.ts';
import { fobOff } from './fob-off.ts';
import { guessing } from './guessing.ts';
import { identityCheck } from './identity-check.ts';
import { ignoredComplaint } from './ignored-complaint.ts';
import { impatience } from './impatience.ts';
import { inconsistentTerm } from './inconsistent-term.ts';
import { internal } from './internal.ts';
import { interrupting } from './interrupting.ts';
import { jargon } from './jargon.ts';
import { longSentence } from './long-sentence.ts';
import { missingCallback } from './missing-callback.ts';
import { missingClosing } from './missing-closing.ts';
import { missingEscalation } from './missing-escalation.ts';
import { missingFollowUp } from './missing-follow-up.ts';
import { missingGreeting } from './missing-greeting.ts';
import { missingResolutionCheck } from './missing-resolution-check.ts';
import { mixedPunctuation } from './mixed-punctuation.ts';
import { mixedScript } from './mixed-script.ts';
import { negativeForm } from './negative-form.ts';
import { optionsWithoutChoice } from './options-without-choice.ts';
import { overPoliteness } from './over-politeness.ts';
import { pinyinNoiseRule } from './pinyin-noise.ts';
import { policyPushing } from './policy-pushing.ts';
import { questionLeftUnanswered } from './question-left-unanswered.ts';
import { questionOverload } from './question-overload.ts';
import { rawPlaceholder } from './raw-placeholder.ts';
import { repeatedPhrase } from './repeated-phrase.ts';
import { repeatedQuestion } from './repeated-question.ts';
import { sensitiveTopic } from './sensitive-topic.ts';
import { solutionBeforeEmpathy } from './solution-before-empathy.ts';
import { stiffBoilerplate } from './stiff-boilerplate.ts';
import { suggestionWithoutDiagnosis } from './suggestion-without-diagnosis.ts';
import { syntax } from './syntax.ts';
import { templateEmpathy } from './template-empathy.ts';
import { tryItYourself } from './try-it-yourself.ts';
import { unclosedPlaceholder } from './unclosed-placeholder.ts';
import { unconfirmedUnderstanding } from './unconfirmed-understanding.ts';
import { unknownPlaceholder } from './unknown-placeholder.ts';
import { unknownTag } from './unknown-tag.ts';
import { unreachableScene } from './unreachable-scene.ts';
import { unsoothedChallenge } from './unsoothed-challenge.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { vagueTime } from './vague-time.ts';

/** Makes a rule that is code from what its pack says of it. */
export type CodeRule = (data: RuleData, packs: CompiledPacks) => Rule;

/** The rules that need code; every other rule of a pack is data. */
const CODE: Readonly<Record<string, CodeRule>> = {
  'bare-but': bareBut,
  'flat-refusal': flatRefusal,
  'fob-off': fobOff,
  guessing,
  'policy-pushing': policyPushing,
  'cold-deadline': coldDeadline,
  'command-tone': commandTone,
  'closed-satisfaction': closedSatisfaction,
  condescension,
  contradiction,
  jargon,
  interrupting,
  'try-it-yourself': tryItYourself,
  'stiff-boilerplate': stiffBoilerplate,
  'vague-time': vagueTime,
  impatience,
  'missing-greeting': missingGreeting,
  'missing-closing': missingClosing,
  'repeated-question': repeatedQuestion,
  'question-left-unanswered': questionLeftUnanswered,
  'unconfirmed-understanding': unconfirmedUnderstanding,
  'missing-follow-up': missingFollowUp,
  'options-without-choice': optionsWithoutChoice,
  'question-overload': questionOverload,
  'identity-check': identityCheck,
  'missing-callback': missingCallback,
  'sensitive-topic': sensitiveTopic,
  'missing-escalation': missingEscalation,
  'ignored-complaint': ignoredComplaint,
  'unsoothed-challenge': unsoothedChallenge,
  'missing-resolution-check': missingResolutionCheck,
  'suggestion-without-diagnosis': suggestionWithoutDiagnosis,
  'solution-before-empathy': solutionBeforeEmpathy,
  'repeated-phrase': repeatedPhrase,
  'long-sentence': longSentence,
  'casual-you': casualYou,
  'over-politeness': overPoliteness,
  'negative-form': negativeForm,
  'template-empathy': templateEmpathy,
  'mixed-script': mixedScript,
  'mixed-punctuation': mixedPunctuation,
  'pinyin-noise': pinyinNoiseRule,
  'compat-character': compatCharacter,
  'unknown-placeholder': unknownPlaceholder,
  'raw-placeholder': rawPlaceholder,
  'unclosed-placeholder': unclosedPlaceholder,
  'expired-entry': expiredEntry,
  'unknown-tag': unknownTag,
  'broken-link': brokenLink,
  'unreachable-scene': unreachableScene,
  'conflicting-fact': conflictingFact,
  'duplicate-entry': duplicateEntry,
  'inconsistent-term': inconsistentTerm,
  syntax,
  'unused-suppression': unusedSuppression,
  internal,
};

/** Of rules equally grave that claim the same words, the earlier here is reported; those not named come last. */
export const PRECEDENCE = [
  'condescension',
  'rhetorical-question',
  'impatience',
  'contradiction',
  'blame-shifting',
  'policy-pushing',
  'flat-refusal',
  'fob-off',
  'guessing',
  'bare-but',
] as const;

/** Every rule, in the order in which they are listed. */
export const CATALOGUE: readonly string[] =
  'bare-but flat-refusal policy-pushing cold-deadline contradiction rhetorical-question condescension impatience blame-shifting fob-off guessing vague-time try-it-yourself command-tone interrupting private-contact disclosure jargon stiff-boilerplate closed-satisfaction casual-you over-politeness negative-form template-empathy long-sentence repeated-phrase repeated-question duplicate-entry missing-greeting missing-closing solution-before-empathy suggestion-without-diagnosis missing-resolution-check unsoothed-challenge ignored-complaint missing-escalation sensitive-topic missing-callback identity-check question-overload options-without-choice missing-follow-up unconfirmed-understanding question-left-unanswered unknown-placeholder raw-placeholder unclosed-placeholder broken-link unreachable-scene conflicting-fact expired-entry unknown-tag inconsistent-term pinyin-noise compat-character mixed-script mixed-punctuation syntax unused-suppression internal'.split(
    ' ',
  );

/** Every rule the packs describe. */
export function rulesOf(packs: CompiledPacks): Rule[] {
  const stages: Stages = new WeakMap();
  return packs.rules.map((data) => explained(CODE[data.id]?.(data, packs) ?? packRule(data, packs, stages)));
}
