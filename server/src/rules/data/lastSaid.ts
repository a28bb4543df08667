import type { Speech } from '../../engine/speech.ts';

/** What the customer said last, before these words: the utterances of that turn, or none. */
export function lastSaid(speech: Speech): readonly Speech[] {
  for (const earlier of speech.before()) if (earlier.turn.role === 'customer') return earlier.ofTurn();
  return [];
}

/** True when what the customer said last has one of the lists. */
export function customerSaid(speech: Speech, ...lists: readonly string[]): boolean {
  return lastSaid(speech).some((said) => lists.some((list) => said.has(list)));
}
