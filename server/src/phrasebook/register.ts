import type { Speech } from '../engine/speech.ts';

/** New wording in the manner of the text it goes into: the familiar you where the agent says it, half-width marks where it has no others. */
export function inRegister(speech: Speech, words: string): string {
  if (speech.lang === 'en') return words;
  const said = speech.utterance.body.text;
  const familiar = said.includes('\u4f60') && !said.includes('\u60a8') ? words.replaceAll('\u60a8', '\u4f60') : words;
  return HALF_WIDTH.test(said) && !FULL_WIDTH.test(said) ? familiar.replace(MARKS, (mark) => HALF[mark]!) : familiar;
}

const HALF_WIDTH = /[\p{Script=Han}\ufffc}\])][,?:]/u;
const FULL_WIDTH = /[\uff0c\uff1f\uff1a]/u;
const MARKS = /[\uff0c\uff1f\uff1a]/gu;
const HALF: Readonly<Record<string, string>> = { '\uff0c': ',', '\uff1f': '?', '\uff1a': ':' };
