import type { Span } from '../../text/span.ts';

/** Words in the text they are said in. */
export interface Told {
  readonly text: string;
  readonly phrase: Span;
}

/** True where the same words tell of another thing: values behind two labels of one turn, the rest of a name, "it" of another item. */
export function isOfOther(again: Told, first: Told, isOneTurn: boolean): boolean {
  const ahead = aheadOf(again);
  if (INITIAL.test(ahead) || INITIAL.test(again.text.slice(0, again.phrase.end + 1))) return true;
  if (isOneTurn) return LABEL.test(ahead) && LABEL.test(aheadOf(first));
  const now = figuresBefore(ahead);
  const then = figuresBefore(aheadOf(first));
  return now !== '' && then !== '' && now !== then && OF_IT.test(again.text.slice(again.phrase.start));
}

function aheadOf({ text, phrase }: Told): string {
  return text.slice(0, phrase.start);
}

/** The figures of the last sentence. */
function figuresBefore(ahead: string): string {
  const sentence = ahead
    .trim()
    .split(/[.!?\u3002]\s+/u)
    .at(-1)!;
  return (sentence.match(/\d+/gu) ?? []).join(' ');
}

const LABEL = /:\s*$/u;
/** A full stop behind an initial ends no sentence. */
const INITIAL = /(?:^|[\s.])[a-z]\.\s*$/u;
const OF_IT =
  /^(?:it|they|this \w+|that \w+|the \w+(?: for (?:this|that|the) \w+)?|your (?:transaction|payment|transfer))(?: also)? (?:has|have|costs?|goes|leaves|takes|starts|offers|comes|serves|is (?:in|at|on)|will (?:be|take|leave|start|cost))\b/u;
