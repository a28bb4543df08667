import type { Choice, Recommendation, Situation } from '../../core/index.ts';

/** The approved phrases of a team, and which fits a situation. */
export interface PhraseSource {
  recommend(situation: Situation, choice?: Choice): readonly Recommendation[];
}
