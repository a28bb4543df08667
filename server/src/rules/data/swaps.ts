import type { ReframeData } from '../../engine/pack.ts';
import type { Draft, Piece } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { capital } from '../../phrasebook/capital.ts';
import { inRegister } from '../../phrasebook/register.ts';
import { uncapital } from '../../phrasebook/retelling.ts';
import { fillTemplate } from '../../phrasebook/template.ts';
import { overlaps, type Span } from '../../text/span.ts';

/** Words to say; lesser ones are offered only where no others stand. */
interface Words {
  readonly pieces: readonly Piece[];
  readonly otherwise?: true;
}

/** A phrase, and the words that may take its place. */
interface Swap {
  readonly span: Span;
  readonly instead: readonly Words[];
}

/**
 * The sentence with other words in the place of what offends, and of what offends beside it. Each template says for the phrase
 * that its `when` finds; of several phrases the longest counts. An empty one takes the phrase out.
 */
export function* swapped(speech: Speech, span: Span, offences: readonly Span[], templates: readonly ReframeData[] = []): Generator<Draft> {
  const sentence = speech.sentence(span);
  const own = swapAt(speech, span, templates);
  if (!own) return;
  const swaps = [own];
  let stays = false;
  for (const offence of offences.filter((other) => overlaps(other, sentence) && !overlaps(other, own.span))) {
    const swap = swapAt(speech, offence, templates);
    if (!swap) stays = true;
    else if (!swaps.some((other) => overlaps(other.span, swap.span))) swaps.push(swap);
  }
  if (stays)
    for (const { pieces, ...how } of own.instead)
      if (pieces.length > 0) yield { span: own.span, pieces: own.span.start === sentence.start ? tidied(pieces) : pieces, ...how };
  if (stays) return;
  swaps.sort((x, y) => x.span.start - y.span.start);
  for (const { pieces: words, ...how } of own.instead) {
    const pieces: Piece[] = [];
    let from = sentence.start;
    for (const swap of swaps) {
      const put = swap === own ? words : swap.instead[0]!.pieces;
      const isAgain =
        swap !== own &&
        (CLOSES.test(plain(put)) || plain(put) === plain(own.instead[0]!.pieces) || (SORRY.test(plain(put)) && SORRY.test(plain(words))));
      const between = speech.words({ start: from, end: swap.span.start });
      const isGone = isAgain || (put.length === 0 && speech.lang !== 'en');
      pieces.push(isGone ? between.replace(/[,\uff0c]\s*$/u, '') : withArticle(between, put[0]), ...(isAgain ? [] : put));
      from = swap.span.end;
    }
    pieces.push(speech.words({ start: from, end: sentence.end }));
    if (pieces.some((piece) => typeof piece === 'string' && /\p{L}/u.test(piece))) yield { span: sentence, pieces: tidied(pieces), ...how };
  }
}

/** An offer of help adds nothing beside other words of a close. */
const CLOSES = /^有不清楚的地方[\u968f\u96a8][\u65f6\u6642][\u95ee\u554f]我$/u;
/** Sorry is said once. */
const SORRY = /抱歉|[对對]不起|不好意思|添麻[烦煩]|\bsorry\b/iu;

function plain(pieces: readonly Piece[]): string {
  return pieces.join('').replace(/[,\uff0c]$/u, '');
}

/** The phrase that a finding is about, the longest that is known, and what may be said for it. */
function swapAt(speech: Speech, span: Span, templates: readonly ReframeData[]): Swap | undefined {
  let at: Span | undefined;
  let instead: Words[] = [];
  for (const data of templates) {
    const template = data[speech.lang];
    const match = data.when === undefined ? undefined : speech.find(data.when).find((m) => overlaps(m.whole, span));
    if (template === undefined || !match || (at && length(match.whole) < length(at))) continue;
    const groups = Object.fromEntries(
      Object.entries(match.groups).map(([name, group]) => [name, name === 'code' ? speech.words(group) : uncapital(speech.words(group))]),
    );
    const pieces = fillTemplate(inRegister(speech, template), { ...groups, found: speech.words(match.whole) });
    if (!pieces || !digits(speech.words(match.whole)).every((digit) => pieces.join('').includes(digit))) continue;
    if (at && length(match.whole) > length(at)) instead = [];
    at = match.whole;
    instead.push(data.otherwise === true ? { pieces, otherwise: true } : { pieces });
  }
  return at && { span: at, instead };
}

function digits(words: string): readonly string[] {
  return words.match(/\d+/gu) ?? [];
}

function length({ start, end }: Span): number {
  return end - start;
}

/** Joined pieces: no mark and no space where nothing is left before it, a capital at the beginning. */
function tidied(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (typeof piece === 'string' && (last === undefined || typeof last === 'string'))
      out[Math.max(0, out.length - 1)] = (last ?? '') + piece;
    else out.push(piece);
  }
  return out.map((piece, i) =>
    typeof piece === 'string'
      ? (i === 0 ? capital(piece.replace(/^[,:\uff0c\s]+/u, '')) : piece)
          .replace(/ {2,}/gu, ' ')
          .replace(/ +(?=[.,!?;])/gu, '')
          .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
      : piece,
  );
}

/** Words before a swap, whose article fits what is put there. */
function withArticle(words: string, put: Piece | undefined): string {
  if (typeof put !== 'string') return words;
  if (/^\p{Script=Han}/u.test(put)) return words.replace(/(?<=\p{Script=Han}) $/u, '');
  return words.replace(/\b(a)n? $/iu, (_, a: string) => `${a}${/^[aeiou]/iu.test(put) ? 'n' : ''} `);
}
