import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { trimEnd, trimStart } from './trim.ts';

/** A sentence with its run of steps or options numbered; undefined where there is none. */
export function numbered(speech: Speech, sentence: Span): string | undefined {
  return speech.lang === 'en' ? englishList(speech, sentence) : chineseList(speech, sentence);
}

interface Run {
  /** What stands before the first item, end mark left out. */
  readonly lead: Span;
  readonly items: readonly Span[];
  readonly kind: 'steps' | 'options';
}

const MARKS = '\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468';

function chineseList(speech: Speech, sentence: Span): string | undefined {
  const parts = commaParts(speech.text, sentence);
  const run =
    runOf(speech, sentence, parts, STEP_ON, STEP_FIRST, 'steps') ?? runOf(speech, sentence, parts, OPTION_ON, OPTION_FIRST, 'options');
  if (!run || run.items.length > MARKS.length) return undefined;
  const { text } = speech;
  const stop = /[。!?~…]+$/u.exec(text.slice(sentence.start, sentence.end));
  const close = stop ? speech.words({ start: sentence.end - stop[0].length, end: sentence.end }) : '';
  const items = run.items.map((item) => speech.words(trimEnd(text, trimStart(text, item, CONNECTIVE), TAIL)).trim());
  if (items.some((item) => item === '')) return undefined;
  return `${openingOf(speech, run)}\uff1a${items.map((item, i) => MARKS[i]! + item).join('\uff1b')}${close}`;
}

/** The items of a run: the part that `first` finds, then every part that begins with `on`, each with what follows it. */
function runOf({ text }: Speech, sentence: Span, parts: readonly Span[], on: RegExp, first: RegExp, kind: Run['kind']): Run | undefined {
  const said = parts.map(({ start, end }) => text.slice(start, end).trimStart());
  const next = said.findIndex((words, i) => i > 0 && on.test(words));
  if (next < 0) return undefined;
  let begin = next - 1;
  for (let i = next - 1; i >= 0; i--) if (first.test(said[i]!)) begin = i;
  const starts = [begin, ...parts.map((_, i) => i).filter((i) => i >= next && on.test(said[i]!))];
  if (starts.length < 2 || (kind === 'steps' && starts.length < 3 && !first.test(said[begin]!))) return undefined;
  const items = starts.map((at, i) => ({ start: parts[at]!.start, end: parts[(starts[i + 1] ?? parts.length) - 1]!.end }));
  return {
    lead: begin === 0 ? { start: sentence.start, end: sentence.start } : { start: sentence.start, end: parts[begin - 1]!.end },
    items,
    kind,
  };
}

/** The stretches between commas that are not in numbers or brackets. */
function commaParts(text: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let { start } = sentence;
  for (const comma of text.slice(sentence.start, sentence.end).matchAll(/,(?!\d{3})(?![^(]*\))/gu)) {
    parts.push({ start, end: sentence.start + comma.index });
    start = sentence.start + comma.index + 1;
  }
  parts.push({ start, end: sentence.end });
  return parts;
}

/** The lead as a sentence of its own, or with a comma where it is short, then what announces the list. */
function openingOf(speech: Speech, { lead, kind }: Run): string {
  const words = speech.words(lead).trim();
  if (words === '') return opener(speech, kind);
  return words + (words.length < 8 ? '\uff0c' : '\u3002') + opener(speech, kind);
}

function opener({ utterance: { body }, lang }: Speech, kind: Run['kind']): string {
  const you = body.text.includes('\u4f60') && !body.text.includes('\u60a8') ? '\u4f60' : '\u60a8';
  if (kind === 'options') return lang === 'zh-Hant' ? `${you}可以這樣選擇` : `${you}可以这样选择`;
  return lang === 'zh-Hant' ? `請${you}按以下步驟操作` : `请${you}按以下步骤操作`;
}

/* All of these read normal text. */
const STEP_FIRST = /^(?:(?:请|麻烦|烦请)?[您你]?(?:需要?|要|可以)?(?:首?先|第一)|首先|第一步)/u;
const STEP_ON = /^(?:并?(?:然后|接着|接下来|紧接着|随后|之后|其次|再(?!次|说)|最后|最终|随即|继而|完成[之以]?后))/u;
const OPTION_FIRST = /^(?:[您你]?(?:既|也|就|都)?(?:可以|可|能|要么)|我们?(?:这边)?(?:可以|能)|要么|一种|一个(?:办法|方案|选择))/u;
const OPTION_ON = /^(?:(?:又|再)?或者?是?|要么|[您你]?(?:也|还|亦)(?:可以?|能够?)(?!放心)|再或者|另一[种个]|另外?[您你]?(?:也|还)?可以)/u;
/** What the numbers say instead. */
const CONNECTIVE =
  /^\s*(?:首先|第一步?|(?:请|麻烦|烦请)[您你]先?|再(?=[把将去点按在用打])|并?(?:然后|接着|接下来|紧接着|随后|之后|其次|最后|最终)|(?:又|再)?或者?是?|要么)+(?:呢)?(?=[^\s])/u;
const TAIL = /[\s,。!?~…;:]+$/u;

function englishList(speech: Speech, sentence: Span): string | undefined {
  const text = speech.text.slice(sentence.start, sentence.end);
  for (const [opening, joint] of [
    [OPTIONS_EN, OR_EN],
    [STEPS_EN, THEN_EN],
  ] as const) {
    const head = opening.exec(text);
    if (!head) continue;
    const from = head.index + head[0].length;
    const spans: Span[] = [];
    let start = from;
    for (const found of text.slice(from).matchAll(joint)) {
      spans.push({ start, end: from + found.index });
      start = from + found.index + found[0].length;
    }
    spans.push({ start, end: text.length });
    if (spans.length < (opening === OPTIONS_EN ? 2 : 3)) continue;
    const words = (span: Span): string =>
      speech
        .words({ start: sentence.start + span.start, end: sentence.start + span.end })
        .trim()
        .replace(/[.,;!?\s]+$/u, '');
    const lead = words({ start: 0, end: opening === OPTIONS_EN ? from : head.index });
    const intro = opening === OPTIONS_EN ? lead.replace(/ either$/iu, '') : `${lead ? `${lead}. ` : ''}Please follow these steps`;
    const items = spans.map(words);
    if (items.some((item) => item === '')) return undefined;
    return `${intro}: ${items.map((item, i) => `${i + 1}. ${item}`).join('; ')}${/[.!?]+$/u.exec(text)?.[0] ?? '.'}`;
  }
  return undefined;
}

const OPTIONS_EN = /\b(?:you (?:can|could|may)(?: either| choose to| also)?|(?:i|we) (?:can|could)(?: either)|either)(?= )/u;
const OR_EN =
  /,? or (?:(?:you|i|we) (?:can|could|may) )?(?:else |alternatively |even )?|, (?:you|i|we) (?:can|could) (?:also )?|(?<=or [^,]*), (?=or )/gu;
const STEPS_EN =
  /(?:^|, |\band )(?:you (?:first |will first )?(?:need to |have to |must |should |can )|please )?(?:first(?:ly)?,? |start by |begin by )(?:you (?:need to |should |must )?|please )?/u;
const THEN_EN = /,? (?:and )?(?:then|after that|next|finally|lastly|afterwards)(?:,| you(?: should| need to| must| can)?)? /gu;
