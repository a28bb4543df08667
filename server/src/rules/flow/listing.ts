import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';

/** The sentences that lay out one list: those around a span, from the one that leads to it to its last item. Elsewhere the sentence alone. */
export function listing(speech: Speech, span: Span): Span {
  const all = speech.sentences();
  const own = speech.sentence(span);
  const at = all.findIndex(({ start }) => start === own.start);
  if (at < 0) return own;
  let first = at;
  while (first > 0 && goesOn(speech, all[first - 1]!, all[first]!)) first--;
  let last = at;
  for (let i = at + 1; i < all.length && i <= last + GAP; i++) {
    if (goesOn(speech, { start: all[first]!.start, end: all[i - 1]!.end }, all[i]!) || ITEM.test(textOf(speech, all[i]!))) last = i;
  }
  return { start: all[first]!.start, end: all[last]!.end };
}

/** True where items are numbered. */
export function isNumbered(speech: Speech, list: Span): boolean {
  return NUMBER.test(textOf(speech, list));
}

/** True for a list most of whose numbered items ask something. */
export function listsQuestions(speech: Speech, list: Span): boolean {
  const items = textOf(speech, list).split(NUMBER).slice(1);
  const asks = speech.lang === 'en' ? ASKS_EN : ASKS;
  return items.filter((item) => asks.test(item.trim())).length * 2 > items.length;
}

/** Words that no question without a particle is without. */
export const QUESTION_WORDS =
  '什么|怎么|哪|多少|几|多[久大长高重远]|何时|谁|如何|是不是|有没有|能不能|要不要|可不可以|会不会|是否|能否|可否|还是';
/** Words that ask, in a clause. */
export const ASKS = new RegExp(`[吗呢么]$|${QUESTION_WORDS}`, 'u');
/** Words a clause opens with that asks, in English. */
export const ASKS_EN =
  /^(?:and |also |or |plus |then )*(?:(?:do|does|did|is|are|was|can|could|will|would|may|should|have|has) (?:you|i|we|it|the|there|they|my|your|that|this|delivery|parking|breakfast)|what|when|where|which|who|how|why)\b/u;

/** An item of a list may be a sentence longer than the one with its number. */
const GAP = 2;
/** Sentences that have more to come: half of one, or the number of an item alone, maybe of one without a mark behind the one before. */
const OPEN = /;["')\]\u300d\u300f]*$|(?:^|[:;,\u3002])\s*\(?\d{1,2}\.$|(?<!\d)1\.[^\n]{1,200}[^\d.]\d{1,2}\.$/u;
/** What an item opens with that is not the first. */
const ITEM =
  /^(?:[\u2461-\u2473\u2475-\u2487]|\((?:[2-9]|1\d|[二三四五六七八九十])\)|(?:[2-9]|1\d)(?:[\u3001:)]|\.(?!\d))|第[二三四五六](?:[种个项是呢,:\u3001])|(?:[二三四五六])\u3001|(?:方案|选择|选项)[二三四2-4b-d]|(?:the )?(?:option|choice|plan) (?:two|three|four|[b-d2-4])\b|(?:second|third)(?:ly)?,)/u;
/** The number of an item. */
const NUMBER =
  /[\u2460-\u2487]|(?<![^\s:;,\u3002])(?:\((?:\d{1,2}|[一二三四五六七八九十])\)|\d{1,2}(?:[\u3001)]|\.(?!\d))|第[一二三四五六][,:\u3001])/u;

function goesOn(speech: Speech, before: Span, next: Span): boolean {
  return OPEN.test(textOf(speech, before)) || ITEM.test(textOf(speech, next));
}

function textOf(speech: Speech, { start, end }: Span): string {
  return speech.text.slice(start, end);
}
