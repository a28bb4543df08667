import type { Moment } from '../../engine/moment.ts';

/** Most turns that a state holds on to: there is a state for every moment, so what each holds must not grow with the conversation. */
const MOST = 32;

/** Turns in a row with the next one; of very many the first are kept, and the latest. */
export function andNext(turns: readonly Moment[], next: Moment): readonly Moment[] {
  return [...(turns.length < MOST ? turns : turns.slice(0, MOST - 1)), next];
}

/** Turns with the next one; of very many the latest are kept. */
export function latestAnd(turns: readonly Moment[], next: Moment): readonly Moment[] {
  return [...turns.slice(1 - MOST), next];
}
