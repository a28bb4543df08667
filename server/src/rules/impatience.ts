import type { CompiledPacks, ReframeData } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { fillTemplate } from '../phrasebook/template.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

/** Always impatient, whatever stands beside it. */
const BLUNT = ['impatience/said', 'impatience/counted', 'impatience/stop', 'impatience/hurry'];
/** Impatient unless the turn is sorry or kind. */
const UNKIND = ['impatience/asked', 'impatience/slow'];

export const impatience: CodeRule = (meta, packs) => ({
  scope: 'utterance',
  meta,
  wakes: [...BLUNT, ...UNKIND],
  *check(speech) {
    for (const span of impatient(speech)) yield { span };
  },
  reframes: (speech, report) => reframes(speech, report, packs),
});

/** The impatient words of a text, neighbours that touch joined. */
function impatient(speech: Speech): Span[] {
  const blunt = BLUNT.flatMap((list) => speech.find(list));
  const unkind = UNKIND.flatMap((list) => speech.find(list));
  const kind = unkind.length > 0 && speech.has('impatience/patience');
  const spans: Span[] = [];
  for (const { span } of [...blunt, ...(kind ? [] : unkind)].sort((a, b) => a.span.start - b.span.start)) {
    if (speech.find('impatience/allowed').some((m) => overlaps(m.span, span))) continue;
    const last = spans.at(-1);
    const words = trimmed(speech.text, span);
    if (last && isOneOutburst(speech.text, last, words)) spans[spans.length - 1] = cover(last, words);
    else spans.push(words);
  }
  return spans;
}

/** True when nothing but a comma stands between. */
function isOneOutburst(text: string, first: Span, second: Span): boolean {
  return second.start <= first.end || /^[,\u3001\s]{1,2}$/u.test(text.slice(first.end, second.start));
}

/** Without the mark or space that a pattern took in before the words. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && /[\s,。!?;:~…]/u.test(text[from]!)) from++;
  return { start: from, end };
}

function* reframes(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const span = speech.sentence(report.span);
  const captures = captured(speech, report.span, span);
  const hurried = speech.find('impatience/hurry').some((m) => overlaps(m.span, report.span));
  const lists = hurried ? ['hurry', 'alone'] : captures['rest'] ? ['again', 'alone'] : ['alone'];
  for (const sentence of lists.flatMap((list) => packs.reframes[`impatience/${list}`] ?? [])) {
    const draft = filled(sentence, speech, span, captures);
    if (draft) yield draft;
  }
}

function filled(sentence: ReframeData, speech: Speech, span: Span, captures: Readonly<Record<string, string>>): Draft | undefined {
  const template = sentence[speech.lang];
  const pieces = template === undefined ? undefined : fillTemplate(template, captures);
  return pieces && { span, pieces };
}

/** What of the sentence a rewording may use. */
function captured(speech: Speech, offending: Span, sentence: Span): Record<string, string> {
  const found = impatient(speech);
  const kept = speech.clauses(sentence).filter((clause) => !found.some((span) => overlaps(span, clause)) && !isChaff(speech, clause));
  const captures: Record<string, string> = {};
  const end = /[。.!?;~…]+$/u.exec(speech.text.slice(sentence.start, sentence.end))?.[0] ?? '';
  if (kept.length > 0)
    captures['rest'] = kept.map((clause) => speech.words(clause)).join(speech.lang === 'en' ? ', ' : '\uff0c') + endMark(speech, end);
  const want = speech.find('impatience/hurry').find((m) => overlaps(m.span, offending))?.groups['want'];
  if (want && want.end > want.start) captures['want'] = speech.words(want);
  const count = /\d+/u.exec(speech.words(offending))?.[0];
  if (count !== undefined) captures['count'] = count;
  return captures;
}

function endMark(speech: Speech, written: string): string {
  if (/^[?~…]/u.test(written)) return written.startsWith('?') && speech.lang !== 'en' ? '\uff1f' : written;
  return speech.lang === 'en' ? '.' : '\u3002';
}

function isChaff(speech: Speech, clause: Span): boolean {
  return speech.find('impatience/chaff').some((m) => overlaps(m.span, clause));
}
