import { isTurn, type Scene, type ScriptDocument, type Turn, type Utterance } from '../dialogue/model.ts';
import type { Edit } from '../engine/finding.ts';
import { sourceEdit, sourceExtent } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';

/** One utterance where it stands: what words at a place of a file belong to. */
export interface Spoken {
  readonly scene: Scene;
  readonly turn: Turn;
  readonly utterance: Utterance;
  /** All it covers in the source. */
  readonly span: Span;
  /** What was said before it in its scene. */
  readonly before: readonly Turn[];
}

/** The utterance a source offset is in, or ends. */
export function spokenAt(document: ScriptDocument, offset: number): Spoken | undefined {
  for (const scene of document.scenes) {
    if (offset < scene.span.start || offset > scene.span.end) continue;
    const turns = scene.items.filter(isTurn);
    for (const [i, turn] of turns.entries()) {
      for (const utterance of turn.utterances) {
        const span = sourceExtent(utterance.body);
        if (span.start <= offset && offset <= span.end) return { scene, turn, utterance, span, before: turns.slice(0, i) };
      }
    }
  }
  return undefined;
}

/** Everything a turn says. */
export function wordsOf({ utterances }: Turn): string {
  return utterances.map(({ body }) => body.text).join('\n');
}

/** The edit that puts other words in place of an utterance; undefined where that would swallow markup. */
export function rewordedAs({ body }: Utterance, words: string): Edit | undefined {
  return sourceEdit(body, { start: 0, end: body.text.length }, words);
}
