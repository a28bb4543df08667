import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { fewerCourtesies } from '../phrasebook/courtesy.ts';
import { inRegister } from '../phrasebook/register.ts';
import { fillTemplate } from '../phrasebook/template.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

const COURTESY = 'over-politeness/courtesy';
const ASK = 'over-politeness/ask';
const ASK_YOU = 'over-politeness/ask-you';
const ASKING = 'over-politeness/asking';
/** From so many in a sentence on it reads false. */
const TOO_MANY = 3;

export const overPoliteness: CodeRule = (meta, packs) => ({
  scope: 'utterance',
  meta,
  wakes: [],
  stirs: mayBeFulsome,
  *check(speech) {
    const said = new Map<string, number>();
    for (const sentence of speech.sentences()) {
      const words = courtesiesIn(speech, sentence);
      const again = words.filter((span) => isSaidAgain(said, speech, span));
      const shown = words.length >= TOO_MANY ? words : again;
      if (shown.length > 0) yield { span: { start: shown[0]!.start, end: shown.at(-1)!.end } };
    }
  },
  reframes: (speech, report) => reframes(speech, report, packs),
});

/** The courtesies of a sentence in order. A plain 请 counts once, beside another courtesy of asking; 请您 said too often counts each time. */
function courtesiesIn(speech: Speech, sentence: Span): Span[] {
  const found = speech.find(COURTESY).filter(({ span }) => overlaps(span, sentence));
  const spans: Span[] = [];
  for (const { span } of found) if (!spans.some((other) => overlaps(other, span)) && !isTitle(speech, span)) spans.push(span);
  const fresh = (list: string): Span[] =>
    speech
      .find(list)
      .map(({ span }) => span)
      .filter((span) => overlaps(span, sentence) && !spans.some((other) => overlaps(other, span)));
  const begged = fresh(ASK_YOU);
  const asked = begged.length >= TOO_MANY ? begged : speech.has(ASKING, sentence) ? fresh(ASK).slice(0, 1) : [];
  return [...spans, ...asked].sort((a, b) => a.start - b.start);
}

function isTitle({ text }: Speech, { start }: Span): boolean {
  return text.lastIndexOf('\u300a', start) > text.lastIndexOf('\u300b', start);
}

/** Notes a courtesy by the word at its core and where it ends; true where it has been said not long before. */
function isSaidAgain(said: Map<string, number>, { text, lang }: Speech, { start, end }: Span): boolean {
  const core = CORE.exec(text.slice(start, end))?.[0];
  if (core === undefined) return false;
  const before = said.get(core);
  said.set(core, end);
  return before !== undefined && start - before <= (lang === 'en' ? 3 * NEAR : NEAR);
}

/** So many units apart, a courtesy that opens and one that closes a turn do not jar. */
const NEAR = 50;
/** What may not be said twice in a turn; please and its like may. */
const CORE = /谢谢|感谢|多谢|抱歉|对不起|不好意思|劳驾|拜托|thank|sorry|apolog|grateful|appreciat|kindly/u;

/** A quick look: whether three courtesies may begin in the text, or one twice. */
function mayBeFulsome(text: string): boolean {
  let marks = 0;
  let seen = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isLetter = unit < 0x7b && unit > 0x40;
    const sign = unit >= HAN ? SIGNS[unit]! : isLetter && before !== LETTER ? STARTS[trigram(text, i)]! : 0;
    if (sign !== 0 && unit !== before && !(sign === SORRY && text.charCodeAt(i + 1) !== NOT)) {
      if (++marks === TOO_MANY || (sign !== PLEASE && (seen & (1 << sign)) !== 0)) return true;
      seen |= 1 << sign;
    }
    before = isLetter ? LETTER : unit;
  }
  return false;
}

/** A number for three letters, capital or not; "tha" and "for" count for "thank" and "forgive" alone. */

function trigram(text: string, at: number): number {
  const tri = ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);
  const fourth = text.charCodeAt(at + 3) & 31;
  return (tri === THA && fourth !== N) || (tri === FOR && fourth !== G) ? 0 : tri;
}

const [THA, FOR, N, G] = [0x5101, 0x19f2, 14, 7];
const HAN = 0x3400;
const LETTER = 1;
/** The 不 of 对不起. */
const NOT = 0x4e0d;
/** Signs of courtesies, numbered: units of Chinese ones, the beginnings of English ones. The first may be said twice. */
const PLEASE = 1;
const SORRY = 2;
const SIGNS = new Uint8Array(65536);
const STARTS = new Uint8Array(32768);
for (const [i, signs] of [
  '\u8bf7\u8acb ple wou min',
  '\u5bf9\u5c0d',
  '\u8c22\u8b1d\u6fc0\u6069\u8499 tha',
  '\u6b49\u7f6a sor',
  '\u610f apo',
  '\u8f9b\u70e6\u7169\u52b3\u52de kin',
  '\u6258\u8a17\u6270\u64fe\u5192 exc tro',
  '\u6055\u6db5\u8c05\u8ad2 par reg beg for',
  '\u793c\u79ae\u60e0\u8d4f\u8cde\u8d50\u8cdc\u5e78\u7231\u611b\u8363\u69ae gra app hum obl hon ind',
].entries()) {
  const [units, ...starts] = signs.split(' ');
  for (const unit of units!) SIGNS[unit.charCodeAt(0)] = i + 1;
  for (const start of starts) STARTS[trigram(`${start}${start === 'for' ? 'g' : 'n'}`, 0)] = i + 1;
}

/** The sentence with fewer courtesies; where nothing else is in it, another sentence. */
function* reframes(speech: Speech, { span }: Report, packs: CompiledPacks): Generator<Draft> {
  const sentence = speech.sentence(span);
  const words = courtesiesIn(speech, sentence);
  const isAgain = words.length < TOO_MANY;
  for (const text of fewerCourtesies(speech, sentence, words, isAgain)) yield { span: sentence, pieces: [text] };
  for (const data of packs.reframes['over-politeness/instead'] ?? []) {
    const pieces = fillTemplate(inRegister(speech, data[speech.lang] ?? ''), {});
    if (pieces && isAgain) yield { span: sentence, pieces };
  }
}
