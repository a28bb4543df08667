import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { fewerCourtesies } from '../phrasebook/courtesy.ts';
import { inRegister } from '../phrasebook/register.ts';
import { baseForm } from '../phrasebook/request.ts';
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
  const signs = text.match(SIGNS) ?? [];
  if (signs.length < 2) return false;
  const cores = signs.map((sign) => sign.toLowerCase()).filter((sign) => !ASKS.includes(sign));
  return signs.length >= TOO_MANY || new Set(cores).size < cores.length;
}

/** What every courtesy has in it: a character of a Chinese one, in either script, or the beginning of an English one. */
const SIGNS =
  /[请請歉罪意辛恕涵激恩蒙冒惠幸烦煩劳勞托託扰擾谅諒礼禮赏賞赐賜爱愛荣榮]|[对對](?=不)|[谢謝]{1,2}|\b(?:ple|wou|min|thank|sor|apo|kin|exc|tro|par|reg|beg|forg|gra|app|hum|obl|hon|ind)/giu;
/** Signs of asking, which may stand in a turn as often as one likes. */
const ASKS = ['请', '請', 'ple', 'wou', 'min'];

/** The sentence with fewer courtesies; where nothing else is in it, another sentence. */
function* reframes(speech: Speech, { span }: Report, packs: CompiledPacks): Generator<Draft> {
  const sentence = speech.sentence(span);
  const words = courtesiesIn(speech, sentence);
  const isAgain = words.length < TOO_MANY;
  const asked = askedOnce(speech, sentence, words);
  if (asked) yield { span: sentence, pieces: [asked] };
  let some = asked !== undefined;
  for (const { text, isLesser } of fewerCourtesies(speech, sentence, words, isAgain)) {
    some = true;
    yield { span: sentence, pieces: [text], ...(isLesser && { otherwise: true }) };
    if (PRESSING.test(text)) yield { span: sentence, pieces: [text.replace(PRESSING, '')], ...(isLesser && { otherwise: true }) };
  }
  if (some) return;
  for (const data of packs.reframes['over-politeness/instead'] ?? []) {
    const pieces = fillTemplate(inRegister(speech, data[speech.lang] ?? ''), {});
    if (pieces && isAgain) yield { span: sentence, pieces };
  }
}

/** A request wrapped in courtesies of asking, asked plainly: "Would you kindly mind, …, telling me" → "Could you please tell me". */
function askedOnce(speech: Speech, sentence: Span, courtesies: readonly Span[]): string | undefined {
  if (speech.lang !== 'en' || courtesies.length < TOO_MANY) return undefined;
  const text = speech.text.slice(sentence.start, sentence.end);
  const asked = ASKED.exec(text);
  if (!asked || /\b(?:thank|sorry|apolog)/u.test(text)) return undefined;
  const rest = speech
    .words({ start: sentence.start + asked[0].length, end: sentence.end })
    .replace(/(?:,? (?:please|kindly|thank you))*[.?!\s]*$/iu, '');
  return /\w+ \w/u.test(rest) ? `Could you please ${baseForm(rest)}?` : undefined;
}

/** All the asking that opens a sentence. */
const ASKED =
  /^(?:(?:would|could|might|may|can) (?:you|i)|please|kindly|mind|be so (?:very )?(?:kind|good|gracious) as to|if (?:you(?:'d| would)?|it)\b[^,]*|ever so|so very|very|possibly|perhaps|humbly|ask you to|beg you to|,|\s)+/u;

/** Said with courtesies around it, a plea; without, an order. */
const PRESSING = /务必|務必/u;
