import type { Speech } from '../../engine/speech.ts';
import { customerSaid } from './lastSaid.ts';

/** True of an answer to a customer who has just asked for what nobody's help desk is there for: sport, films, the weather, the agent's own taste. */
export function isSmallTalk(speech: Speech): boolean {
  return customerSaid(speech, 'fob-off/chat') && !customerSaid(speech, 'fob-off/ours-asked');
}
