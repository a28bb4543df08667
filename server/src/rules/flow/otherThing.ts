import type { Span } from '../../text/span.ts';

/** Words in the text they are said in. */
export interface Told {
  readonly text: string;
  readonly phrase: Span;
  /** What stands before them, as the author wrote it. */
  readonly before: string;
}

/** True where the same words tell of another thing: values behind two labels of one turn, the rest of a name, "it" of another item. */
export function isOfOther(again: Told, first: Told, isOneTurn: boolean): boolean {
  const ahead = aheadOf(again);
  if (INITIAL.test(ahead) || INITIAL.test(again.text.slice(0, again.phrase.end + 1))) return true;
  if (isOneTurn) return BULLET.test(wordsOf(again)) || (LABEL.test(ahead) && LABEL.test(aheadOf(first)));
  const now = namesBefore(again);
  const then = namesBefore(first);
  return now !== '' && then !== '' && now !== then && OF_IT.test(again.text.slice(again.phrase.start));
}

function aheadOf({ text, phrase }: Told): string {
  return text.slice(0, phrase.start);
}

function wordsOf({ text, phrase }: Told): string {
  return text.slice(phrase.start, phrase.end);
}

/** The figures and names of the sentence before. */
function namesBefore({ before }: Told): string {
  const sentence = before
    .trim()
    .split(/[.!?\u3002]\s+/u)
    .at(-1)!;
  return (sentence.match(/\d+|(?<=\w\s|\s['"\u2018\u201c])\p{Lu}\p{L}+/gu) ?? []).join(' ');
}

const LABEL = /:\s*$/u;
/** Fields of a form, one behind another. */
const BULLET = /[\u2022\u00b7]/u;
/** A full stop behind an initial or a title ends no sentence. */
const INITIAL = /(?:^|[\s.])(?:[a-z]|dr|mrs?|ms|prof|st)\.\s*$/u;
const OF_IT =
  /^(?:it|they|this \w+|that \w+|the \w+(?: for (?:this|that|the) \w+)?|your (?:transaction|payment|transfer))(?: also)? (?:has|have|costs?|goes|leaves|takes|starts|offers|comes|serves|is (?:in|at|on)|will (?:be|take|leave|start|cost))\b/u;
