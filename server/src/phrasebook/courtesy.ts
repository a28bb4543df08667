import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';

/** A sentence with fewer courtesies; lesser where it says none and one that says some is there. */
export interface Fewer {
  readonly text: string;
  readonly isLesser: boolean;
}

/** A sentence with one of its courtesies left, or none where one was said before. Nothing where nothing would be left. */
export function* fewerCourtesies(speech: Speech, sentence: Span, courtesies: readonly Span[], isSaid: boolean): Generator<Fewer> {
  let some = false;
  for (const most of isSaid ? [0] : asksToo(speech, sentence, courtesies) ? [0, 1] : [1, 2, 0]) {
    const gone: Span[] = [];
    let kept = 0;
    let asked = 0;
    for (const clause of speech.clauses(sentence)) {
      const own = courtesies.filter((span) => overlaps(span, clause));
      if (own.length === 0) continue;
      const asking = own.filter(({ start, end }) => ASKING.test(speech.text.slice(start, end)));
      if (isNothingElse(speech, clause, own)) {
        if (asking.length === own.length || kept++ >= most) gone.push(withComma(speech.text, clause, sentence));
        else if (stacked(speech.text, own)) gone.push({ start: own[0]!.end, end: clause.end });
      } else {
        gone.push(...asking.slice(asked === 0 ? 1 : 0));
        asked += asking.length;
      }
    }
    if (isSaid && gone.length === 0) gone.push(...clausesWith(speech, sentence, courtesies));
    const left = without(speech, sentence, gone);
    if ((kept > 0 && most > 0 ? HAS_WORDS.test(left) : SAYS_SOMETHING.test(left)) && !BROKEN.test(left)) {
      yield { text: left, isLesser: most === 0 && some && !isSaid };
      some = true;
    }
  }
}

/** The clauses that say a courtesy again, with the commas that set them off. */
function clausesWith(speech: Speech, sentence: Span, courtesies: readonly Span[]): Span[] {
  return speech
    .clauses(sentence)
    .filter((clause) => courtesies.some((span) => overlaps(span, clause)))
    .map((clause) => withComma(speech.text, clause, sentence));
}

/** True where a clause that says more asks politely itself, and the others add nothing. */
function asksToo(speech: Speech, sentence: Span, courtesies: readonly Span[]): boolean {
  return speech.clauses(sentence).some((clause) => {
    const own = courtesies.filter((span) => overlaps(span, clause));
    return own.some(({ start, end }) => ASKING.test(speech.text.slice(start, end))) && !isNothingElse(speech, clause, own);
  });
}

/** Words of asking: they go without harm to the rest of their clause. */
const ASKING = /请|麻烦|劳|烦|恳|拜托|冒昧|敢问|斗胆|赏|赐|拨冗|辛苦|please|kind|mind|if |gracious|good/u;

/** True where a clause without its courtesies says nothing. */
function isNothingElse({ text }: Speech, clause: Span, courtesies: readonly Span[]): boolean {
  let rest = '';
  let from = clause.start;
  for (const { start, end } of courtesies) {
    rest += ` ${text.slice(from, Math.max(from, start))}`;
    from = Math.max(from, end);
  }
  if (/稍[等候]/u.test(text.slice(clause.start, clause.end))) return false;
  rest = `${rest} ${text.slice(from, Math.max(from, clause.end))}`.replace(FOR_DOING, ' ').replace(FILLERS, ' ').replace(FILLERS_EN, ' ');
  return (rest.match(/[\u3400-\u9fff\ufffc\d]/gu)?.length ?? 0) < 2 && (rest.match(/[a-z]{2,}/gu)?.length ?? 0) === 0;
}

/** What somebody is thanked for. */
const FOR_DOING = /\bfor (?:that|this|it|\w+ing\b(?: (?:me|us|it|in|out|with|that|this|to|touch|know|back|so|patiently|today))*)/gu;
const FILLERS =
  /(?:耽误|耽搁|打扰|久|接听|拨空|百忙之中|抽空|过来|跑[这一]趟|您们?|你们?|亲|的|了|对|给|让|为|带来|造成|添|不便|困扰|麻烦|来电|支持|理解|耐心|等[待候]?|配合|信任|好评|大家|真的?|实在|我们?|深|这么|又|再|还|都|也|是|向|表示|由衷|一[下声句]|啊|呀|啦|哦|喔|呢|哈|太|有)/gu;
const FILLERS_EN =
  /\b(?:i'm|we're|i|we|am|are|do|you|your|again|so|much|very|all|for|our|the|us|that|this|patience|call|about|really|truly|once more|indeed|my|have|must|to|and|accept|sincere(?:st)?|time|understanding|support|custom|kindness|would|it|be|deeply|most|really|oh|thousand|million|humbly|forever|eternally)\b/gu;

/** The same courtesy on the spot, or three of any. */
function stacked(text: string, courtesies: readonly Span[]): boolean {
  return courtesies.length > 2 || new Set(courtesies.map(({ start, end }) => text.slice(start, end))).size < courtesies.length;
}

/** A clause with the comma behind it, or before it where it is the last. */
function withComma(text: string, { start, end }: Span, sentence: Span): Span {
  if (text[end] === ',') return { start, end: end + (text[end + 1] === ' ' ? 2 : 1) };
  const before = /,? *$/u.exec(text.slice(sentence.start, start))![0].length;
  return { start: start - before, end };
}

function without(speech: Speech, sentence: Span, gone: readonly Span[]): string {
  let out = '';
  let from = sentence.start;
  for (const { start, end } of [...gone].sort((a, b) => a.start - b.start)) {
    if (start > from) out += speech.words({ start: from, end: start });
    from = Math.max(from, end);
  }
  out += speech.words({ start: from, end: sentence.end });
  const tidy = out
    .replace(/ {2,}/gu, ' ')
    .replace(/ +(?=[,.!?])/gu, '')
    .replace(/([,\uff0c\u3001])[\s,\uff0c\u3001]+(?=[,\uff0c\u3001])/gu, '$1')
    .replace(/[\s,\uff0c\u3001]+(?=[\u3002\uff01\uff1f.!?~]|$)/gu, '')
    .replace(/([您你])[您你]+/gu, '$1')
    .replace(/^[\s,\uff0c\u3001]+/u, '');
  return speech.lang === 'en' ? tidy.replace(/^[a-z]/u, (letter) => letter.toUpperCase()) : tidy;
}

const HAS_WORDS = /[\p{L}\p{N}]{2}/u;
const SAYS_SOMETHING = /\p{Script=Han}.+\p{Script=Han}|\w+ \w+ \w|\w+ \d/u;
/** Courtesies cut in two: nobody says these. */
const BROKEN =
  /^(?:for|to|about) |^if (?:you'd|it|you would)\b[^,]*, (?:\w+ing|please)\b|\b(?:humbly|deeply|most|so|and|we're|i'm|be|are|ever so)[.!]?$|^(?:and|or|but|ever so)\b|^\w+ing (?:me|us)\b|^(?:so|真的|实在|万分)[。.!]?$/iu;
