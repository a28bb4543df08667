import type { Severity } from '../engine/finding.ts';
import type { CompiledPacks, ReframeData, RuleData } from '../engine/pack.ts';
import type { Draft, Piece, Report, UtteranceRule } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import { fillTemplate } from '../phrasebook/template.ts';

/** A rule that a pack says in full, as a rule the engine runs. */
export function dataRule(data: RuleData, packs: CompiledPacks): UtteranceRule {
  const sentences = data.reframe ? packs.reframes[data.reframe] : undefined;
  return {
    scope: 'utterance',
    meta: data,
    wakes: data.any ?? [],
    *check(speech) {
      const taken: Span[] = [];
      for (const match of (data.any ?? []).flatMap((list) => speech.find(list))) {
        if (taken.some((span) => overlaps(span, match.span)) || isExcused(speech, match.span, data)) continue;
        taken.push(match.span);
        yield report(match.span, gradeOf(speech, data));
      }
    },
    ...(sentences ? { reframes: (speech: Speech, found: Report) => reframed(speech, found, sentences) } : {}),
  };
}

/** Drafts that put each fitting sentence in place of the sentence around a report. */
export function* reframed(speech: Speech, found: Report, sentences: readonly ReframeData[], captures: Readonly<Record<string, string>> = {}): Generator<Draft> {
  const span = speech.sentence(found.span);
  for (const sentence of sentences) {
    const template = sentence[speech.lang];
    if (template === undefined || (sentence.when && !speech.has(sentence.when, span))) continue;
    const pieces: readonly Piece[] | undefined = fillTemplate(template, captures);
    if (pieces) yield { span, pieces };
  }
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
