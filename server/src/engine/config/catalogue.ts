/**
 * Rules of the catalogue. A config may name any of them in any version: one that this version lacks is said to have no
 * effect, so that a config shared by a team outlives the versions its members run.
 */
export const CATALOGUE: readonly string[] =
  'bare-but flat-refusal policy-pushing cold-deadline contradiction rhetorical-question condescension impatience blame-shifting fob-off guessing vague-time try-it-yourself command-tone interrupting private-contact disclosure jargon stiff-boilerplate closed-satisfaction casual-you over-politeness negative-form template-empathy long-sentence repeated-phrase repeated-question duplicate-entry missing-greeting missing-closing solution-before-empathy suggestion-without-diagnosis missing-resolution-check unsoothed-challenge ignored-complaint missing-escalation sensitive-topic missing-callback identity-check question-overload options-without-choice missing-follow-up unconfirmed-understanding question-left-unanswered unknown-placeholder raw-placeholder unclosed-placeholder broken-link unreachable-scene conflicting-fact expired-entry unknown-tag inconsistent-term pinyin-noise compat-character mixed-script mixed-punctuation syntax unused-suppression internal'.split(
    ' ',
  );
