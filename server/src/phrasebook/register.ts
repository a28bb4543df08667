import type { Speech } from '../engine/speech.ts';

/** New wording in the manner of the text it goes into: the familiar you where the agent says it, half-width marks where it has them. */
export function inRegister(speech: Speech, words: string): string {
  if (speech.lang === 'en') return words;
  const said = speech.utterance.body.text;
  const familiar = said.includes('\u4f60') && !said.includes('\u60a8') ? words.replaceAll('\u60a8', '\u4f60') : words;
  return /\p{Script=Han}[,?]/u.test(said) ? familiar.replaceAll('\uff0c', ',').replaceAll('\uff1f', '?') : familiar;
}
