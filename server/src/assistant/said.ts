import type { Locale, Severity } from '../core/index.ts';
import type { Saying } from '../core/talk.ts';
import { listOf, oneOf, record, text } from './shape.ts';

/** Most units of a script, and of one reply or earlier turn. */
export const MOST_TEXT = 500_000;
export const MOST_REPLY = 10_000;
const MOST_TURNS = 200;

/** Arguments that several tools take. */
export const LANG = oneOf('The language of the words; worked out from them when absent', 'zh', 'zh-Hans', 'zh-Hant', 'en');
export const LOCALE = oneOf<Locale>('The language of messages', 'en', 'zh-CN', 'zh-TW');
export const CONVERSATION = listOf(
  'What was said before, from the beginning, oldest first',
  record({ speaker: oneOf('Who says it', 'customer', 'agent', 'narrator'), text: text('What is said', MOST_REPLY) }, {}),
  MOST_TURNS,
);
export const SEVERITY = oneOf<Severity>('How grave: error breaks the service rule, hint is a nicety', 'error', 'warning', 'info', 'hint');

/** The turns of a conversation as the linter takes them. */
export function sayingsOf(turns: readonly { readonly speaker: Saying['role']; readonly text: string }[] = []): Saying[] {
  return turns.map(({ speaker, text: words }) => ({ role: speaker, text: words }));
}
