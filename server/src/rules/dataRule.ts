import type { Severity } from '../engine/finding.ts';
import type { CompiledPacks, ReframeData, RuleData } from '../engine/pack.ts';
import type { Draft, Report, UtteranceRule } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { mentions, reworded } from '../phrasebook/rewording.ts';
import { trimmed } from '../phrasebook/trim.ts';
import { overlaps, type Span } from '../text/span.ts';

/** A rule that a pack says in full, as a rule the engine runs. */
export function dataRule(data: RuleData, packs: CompiledPacks): UtteranceRule {
  const sentences = data.reframe ? packs.reframes[data.reframe] : undefined;
  return {
    scope: 'utterance',
    meta: data,
    wakes: [...(data.any ?? []), ...(data.aside ?? [])],
    *check(speech) {
      const taken = found(speech, data.any ?? [], data);
      const plain = taken.map((span) => speech.sentence(span).start);
      taken.push(...found(speech, data.aside ?? [], data).filter((span) => !plain.includes(speech.sentence(span).start)));
      for (const span of data.once ? firstOfEachSentence(speech, taken) : taken) {
        yield report(data.reach ? toClauseEnd(speech, span) : span, gradeOf(speech, data));
      }
    },
    ...(sentences ? { reframes: (speech: Speech, reported: Report) => reframed(speech, reported, sentences, data.keeps) } : {}),
  };
}

/** What the lists find and nothing excuses, each stretch once. */
function found(speech: Speech, lists: readonly string[], data: RuleData): Span[] {
  const taken: Span[] = [];
  for (const match of lists.flatMap((list) => speech.find(list))) {
    if (!taken.some((span) => overlaps(span, match.span)) && !isExcused(speech, match.span, data)) taken.push(match.span);
  }
  return taken;
}

/**
 * Drafts that put each fitting sentence in place of the sentence around a report. `{mentions}` is all that must be
 * carried over; other captures are named by the list that `when` asks for.
 */
function* reframed(speech: Speech, reported: Report, templates: readonly ReframeData[], keeps: readonly string[] = []): Generator<Draft> {
  const sentence = speech.sentence(reported.span);
  const lead = leadOf(speech, sentence, reported.span, keeps);
  const carried = { mentions: mentions(speech, { start: lead.end, end: sentence.end }) };
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

function wordsOf(speech: Speech, groups: Readonly<Record<string, Span>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, span]) => [name, speech.words(span)]));
}

function toClauseEnd(speech: Speech, span: Span): Span {
  const end = speech.clauses(speech.sentence(span)).find((clause) => clause.end >= span.end)?.end ?? span.end;
  return trimmed(speech.text, { start: span.start, end: Math.max(span.end, end) });
}

function firstOfEachSentence(speech: Speech, spans: readonly Span[]): Span[] {
  const first = new Map<number, Span>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const { start } = speech.sentence(span);
    if (!first.has(start)) first.set(start, span);
  }
  return [...first.values()];
}

function report(span: Span, grade: Severity | undefined): Report {
  return grade ? { span, grade } : { span };
}

function isExcused(speech: Speech, span: Span, data: RuleData): boolean {
  if (data.unless?.some((list) => speech.find(list).some((m) => overlaps(m.whole, span)))) return true;
  if (data.unlessInSentence?.some((list) => speech.has(list, speech.sentence(span)))) return true;
  return data.unlessInTurn?.some((list) => speech.has(list) || [...speech.rest()].some((s) => s.has(list))) ?? false;
}

function gradeOf(speech: Speech, data: RuleData): Severity | undefined {
  return data.grades?.find((grade) => grade.when.some((list) => speech.has(list)))?.severity;
}
