import type { Scene, ScriptDocument, Turn, Utterance } from '../dialogue/model.ts';
import { sentences } from '../dialogue/sentences.ts';
import { compareLevels, type Edit, type Finding } from '../engine/finding.ts';
import type { LintCache } from '../engine/lintCache.ts';
import { DEFAULT_PLACEHOLDERS, type PlaceholderSyntax, placeholderPattern, placeholderSyntax } from '../engine/mask.ts';
import { isWithin } from '../engine/multiset.ts';
import { keepsTokens } from '../engine/tokens.ts';
import { tagsIn } from '../phrasebook/phraseTopic.ts';
import type { Situation } from '../phrasebook/question.ts';
import { foldTable } from '../text/fold.ts';
import { sourceEdit, sourceExtent, toDecoded } from '../text/mappedText.ts';
import { normalise, toOriginal } from '../text/normalise.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Linter, Settings, Source } from './index.ts';

/** Words of an agent that others may stand in for. */
export interface StandIn {
  /** The words, as decoded. */
  readonly words: string;
  /** Where they stand: what is being answered, in what mood, under which tags. */
  readonly situation: Situation;
  /** Puts other words in their place; undefined where what they say would be lost (a name, a number, a placeholder), or markup. */
  replacedBy(text: string): Edit | undefined;
}

/**
 * The sentences of an agent that some stretches of a source touch, from the first to the last; undefined where they are in no agent
 * utterance, or not all in one. Without `stretches` of its own an utterance is taken whole.
 */
export function standInFor(
  document: ScriptDocument,
  stretches: readonly Span[],
  settings: Settings,
  part: 'sentences' | 'all',
): StandIn | undefined {
  const [first] = stretches;
  const place = first && placeAt(document, first);
  if (!place) return undefined;
  const { body } = place.utterance;
  const own = sourceExtent(body);
  const inside = stretches.filter((span) => span.start >= own.start && span.start <= own.end);
  const stretch = part === 'all' ? trimmed(body.text) : touched(place.utterance, inside);
  const words = body.text.slice(stretch.start, stretch.end);
  const placeholders = placeholdersOf(settings);
  return {
    words,
    situation: situationOf(document, place, words),
    replacedBy: (text) => (keepsTokens(words, text, placeholders) ? sourceEdit(body, stretch, text) : undefined),
  };
}

/**
 * True when an edit leaves a source no worse: at the new words there is nothing at warning or above and nothing of `rule`, and elsewhere
 * nothing at warning or above that was not there.
 */
export function isImproved(
  linter: Linter,
  source: Source,
  settings: Settings,
  edit: Edit,
  { found, rule, cache }: { readonly found: readonly Finding[]; readonly rule?: string; readonly cache?: LintCache | undefined },
): boolean {
  const text = source.text.slice(0, edit.span.start) + edit.text + source.text.slice(edit.span.end);
  const place = { start: edit.span.start, end: edit.span.start + edit.text.length };
  const after = linter.lint({ ...source, text }, settings, cache).findings;
  const grave = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => compareLevels(severity, 'warning') >= 0);
  const names = (findings: readonly Finding[]): string[] => grave(findings).map((finding) => finding.rule);
  if (grave(after).some(({ span }) => overlaps(span, place))) return false;
  if (rule !== undefined && after.some((finding) => finding.rule === rule && overlaps(finding.span, place))) return false;
  return isWithin(names(after), names(found));
}

interface Place {
  readonly scene: Scene;
  readonly turn: Turn;
  readonly utterance: Utterance;
}

function placeAt({ scenes }: ScriptDocument, at: Span): Place | undefined {
  for (const scene of scenes) {
    if (at.start < scene.span.start || at.start > scene.span.end) continue;
    for (const turn of scene.items) {
      if ((turn.kind !== 'turn' && turn.kind !== 'phrase') || turn.role !== 'agent') continue;
      for (const utterance of turn.utterances) {
        const { start, end } = sourceExtent(utterance.body);
        if (at.start >= start && at.start <= end && at.end <= end) return { scene, turn, utterance };
      }
    }
  }
  return undefined;
}

function situationOf({ meta }: ScriptDocument, { scene, turn }: Place, words: string): Situation {
  const value = (name: string): string | undefined => scene.directives.find((one) => one.name === name)?.value.trim() || undefined;
  const at = scene.items.indexOf(turn);
  const heard = scene.items.slice(0, at).findLast((item) => item.kind === 'turn' && item.role === 'customer') as Turn | undefined;
  const said = turn.kind === 'turn' && heard ? heard.utterances.map(({ body }) => body.text).join('\n') : '';
  const front = meta['tags'] === undefined ? [] : [meta['tags']].flat().flatMap((tag) => tagsIn(String(tag)));
  return { said, instead: words, tags: [...tagsIn(value('tags') ?? ''), ...front], mood: value('customer'), type: value('type') };
}

/** From the first sentence that is touched to the last. */
function touched({ body }: Utterance, stretches: readonly Span[]): Span {
  const normal = normalise(foldTable(), body.text);
  const all = sentences(normal.text).map((span) => toOriginal(normal, span));
  const own = stretches.map(({ start, end }) => ({
    start: toDecoded(body, start),
    end: Math.max(toDecoded(body, end), toDecoded(body, start) + 1),
  }));
  const found = all.filter((sentence) => own.some((span) => overlaps(sentence, span)));
  return found.length === 0 ? trimmed(body.text) : { start: found[0]!.start, end: found.at(-1)!.end };
}

function trimmed(text: string): Span {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}

function placeholdersOf({ placeholders = [] }: Settings): RegExp {
  const written = placeholders.map(placeholderSyntax).filter((syntax): syntax is PlaceholderSyntax => syntax !== undefined);
  return placeholderPattern(written.length > 0 ? written : DEFAULT_PLACEHOLDERS);
}
