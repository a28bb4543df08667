import type { CompiledPacks, ReframeData, RuleData } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { mentions, reworded } from '../phrasebook/rewording.ts';
import { fillTemplate } from '../phrasebook/template.ts';
import { overlaps, type Span } from '../text/span.ts';

type Reframes = (speech: Speech, report: Report) => Iterable<Draft>;

/** What a rule that is data offers to say instead; undefined when it offers nothing. `finds`: lists whose named groups templates may use. */
export function dataReframes(data: RuleData, packs: Pick<CompiledPacks, 'reframes'>, finds: readonly string[]): Reframes | undefined {
  const sentences = data.reframe ? packs.reframes[data.reframe] : undefined;
  const { replace } = data;
  if (!sentences && !replace) return undefined;
  return function* (speech, report) {
    const captures = { found: speech.words(report.span), ...groupsAt(speech, report.span, finds) };
    if (replace) yield* replaced(speech, report, replace, captures);
    if (sentences) yield* reframed(speech, report, sentences, captures, data.keeps);
  };
}

/** Drafts that put other words in place of those found. */
function* replaced(
  speech: Speech,
  { span }: Report,
  templates: readonly ReframeData[],
  captures: Readonly<Record<string, string>>,
): Generator<Draft> {
  for (const template of templates) {
    const pieces = fillTemplate(template[speech.lang] ?? '', captures);
    if (pieces && pieces.length > 0) yield { span, pieces };
  }
}

/**
 * Drafts that put each fitting sentence in place of the sentence around a report. `{mentions}` is all that must be
 * carried over; other captures are named by the list that `when` asks for.
 */
function* reframed(
  speech: Speech,
  found: Report,
  templates: readonly ReframeData[],
  captures: Readonly<Record<string, string>>,
  keeps: readonly string[] = [],
): Generator<Draft> {
  const sentence = speech.sentence(found.span);
  const lead = leadOf(speech, sentence, found.span, keeps);
  const carried = { ...captures, mentions: mentions(speech, { start: lead.end, end: sentence.end }) };
  for (const template of templates) {
    const fits = template.when === undefined ? undefined : speech.find(template.when).find((m) => overlaps(m.whole, sentence));
    if (template.when !== undefined && !fits) continue;
    yield* reworded(speech, { sentence, lead, captures: { ...carried, ...wordsOf(speech, fits?.groups) } }, [template]);
  }
}

/** The clauses that open a sentence before the offending one, as long as each is something to keep. */
function leadOf(speech: Speech, sentence: Span, offence: Span, keeps: readonly string[]): Span {
  let end = sentence.start;
  for (const clause of speech.clauses(sentence)) {
    if (clause.end > offence.start || !keeps.some((list) => speech.has(list, clause))) break;
    end = clause.end;
  }
  return { start: sentence.start, end };
}

function groupsAt(speech: Speech, span: Span, lists: readonly string[]): Record<string, string> {
  const match = lists.flatMap((list) => speech.find(list)).find((m) => overlaps(m.whole, span) && Object.keys(m.groups).length > 0);
  return wordsOf(speech, match?.groups);
}

function wordsOf(speech: Speech, groups: Readonly<Record<string, Span>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, span]) => [name, speech.words(span)]));
}
