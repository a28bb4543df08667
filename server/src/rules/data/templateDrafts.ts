import type { ReframeData } from '../../engine/pack.ts';
import type { Match } from '../../engine/pattern.ts';
import type { Draft, Report } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Lang } from '../../engine/wording.ts';
import { figures, isCall, matterOf, mentions, reworded, saidInstead } from '../../phrasebook/rewording.ts';
import { trimmed } from '../../phrasebook/trim.ts';
import { cover, overlaps, type Span } from '../../text/span.ts';

/** What a template takes and what stands in front of it. */
interface Place {
  /** Lists of what may stay in front. */
  readonly keeps: readonly string[];
  /** What is replaced, where that is not the sentence or what `replaces` says. */
  readonly within?: Span | undefined;
  /** Facts that go in front. */
  readonly facts?: readonly Span[];
}

/** What one template makes of the sentence around a report. */
export function* draftsOf(
  speech: Speech,
  found: Report,
  template: ReframeData,
  captures: Readonly<Record<string, string>>,
  { keeps, within, facts = [] }: Place,
): Generator<Draft> {
  const stretch = within ?? stretchOf(speech, found.span, template.replaces);
  const fits = template.when === undefined ? undefined : fitIn(speech, template.when, found.span, stretch);
  if (template.when !== undefined && !fits) return;
  const lead = template.replaces ? { start: stretch.start, end: stretch.start } : leadOf(speech, stretch, found.span, keeps);
  const withholds = template.withholds ? withheld(speech, stretch, found.span) : [];
  const carried = template.withholds
    ? mentions(speech, ...speech.clauses(stretch).filter((clause) => !withholds.some((gone) => overlaps(gone, clause))))
    : mentions(speech, { start: lead.end, end: stretch.end });
  const rest = speech.words(trimmed(speech.text, { start: lead.end, end: stretch.end }, EDGES));
  const own = {
    ...captures,
    mentions: carried,
    figures: figures(speech, { start: lead.end, end: stretch.end }),
    matter: matterOf(speech, carried),
    rest,
    ...wordsOf(speech, fits?.groups),
  };
  if (template.replaces) {
    if (facts.length === 0) yield* saidInstead(speech, stretch, own, template);
    return;
  }
  const said = Object.values(fits?.groups ?? {});
  const beside = facts.filter((fact) => fact.start >= lead.end && !said.some((span) => overlaps(span, fact)));
  const courtesies = [...sorryBehind(speech, stretch, lead, found.span), ...beside];
  for (const draft of reworded(speech, { sentence: stretch, lead, courtesies, captures: own }, [template])) yield { ...draft, withholds };
}

/** The offending clauses and those beside them that do not speak to the customer: they go on about the same. */
function withheld(speech: Speech, stretch: Span, offence: Span): Span[] {
  return speech.clauses(stretch).filter((clause) => overlaps(clause, offence) || !YOU.test(speech.text.slice(clause.start, clause.end)));
}

/** Normal text. */
const YOU = /[您你]|\b(?:you|your|yours)\b/u;

/** What a template's list finds: at the offending words, else anywhere in what it stands for. */
function fitIn(speech: Speech, list: string, offence: Span, stretch: Span): Match | undefined {
  const found = speech.find(list);
  return found.find((m) => overlaps(m.whole, offence)) ?? found.find((m) => overlaps(m.whole, stretch));
}

/** What a template stands for: the offending words, all of the clauses that they are in, or the sentence. */
function stretchOf(speech: Speech, span: Span, what: ReframeData['replaces']): Span {
  if (what === 'words') return span;
  const sentence = speech.sentence(span);
  if (what === undefined) return sentence;
  return speech.clauses(sentence).reduce((all, clause) => (overlaps(clause, span) ? cover(all, clause) : all), span);
}

/** The clauses that open a sentence before the offending one, as long as each is something to keep. */
export function leadOf(speech: Speech, sentence: Span, offence: Span, keeps: readonly string[]): Span {
  let end = sentence.start;
  for (const clause of speech.clauses(sentence)) {
    if (clause.end > offence.start || !(isCall(speech, clause) || keeps.some((list) => speech.has(list, clause)))) break;
    end = clause.end;
  }
  return { start: sentence.start, end };
}

/** Clauses behind the offending ones that are sorry and nothing more. */
function sorryBehind(speech: Speech, sentence: Span, lead: Span, offence: Span): Span[] {
  if (lead.end > lead.start && speech.has('acts/apology', lead)) return [];
  return speech
    .clauses(sentence)
    .filter((clause) => clause.start >= offence.end && clause.end - clause.start < SHORT[speech.lang] && speech.has('acts/apology', clause))
    .slice(0, 1);
}

/** As long as an apology that says nothing else may be. */
const SHORT: Readonly<Record<Lang, number>> = { 'zh-Hans': 12, 'zh-Hant': 12, en: 32 };

export function wordsOf(speech: Speech, groups: Readonly<Record<string, Span>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, span]) => [name, inSentence(speech.words(span))]));
}

/** Words that began a sentence, as they are within one. */
function inSentence(words: string): string {
  return words.replace(/^(?:It|That|This|These|Those|There|He|She|They|We|You|The|An?|My|Our|Your)\b/u, (word) => word.toLowerCase());
}

/** What a sentence ends with that one that goes on does not. */
export const EDGES = /[\s,\u3001:。.!?;~\u2026吧呢哈哦喔呗啦呀-]/u;
