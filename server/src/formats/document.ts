import type { Comment, Problem, Scene, ScriptDocument } from '../dialogue/model.ts';

/** Reads a source once, from its beginning to its end. */
export interface SceneReader {
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  scenes(): Iterable<Scene>;
}

/** Files beyond this many units are read scene by scene as they are linted, not held whole. */
export const LARGE = 500_000;

/**
 * A document whose scenes are read at once, or, when it is large, anew each time they are walked. `amiss`: what is wrong with scenes that link,
 * seen together.
 */
export function documentOf(
  head: Pick<ScriptDocument, 'format' | 'meta'>,
  size: 'whole' | 'lazy',
  open: () => SceneReader,
  amiss: (linked: readonly Scene[]) => readonly Problem[] = () => [],
): ScriptDocument {
  let reader = open();
  const whole = size === 'whole' ? [...reader.scenes()] : undefined;
  const linked = whole?.some((scene) => scene.items.some((item) => item.kind === 'branch' || item.kind === 'jump')) ?? false;
  const found = whole && linked ? amiss(whole) : [];
  const lazily = {
    *[Symbol.iterator]() {
      reader = open();
      yield* reader.scenes();
    },
  };
  return {
    ...head,
    linked,
    scenes: whole ?? lazily,
    get problems() {
      return found.length > 0 ? [...reader.problems, ...found] : reader.problems;
    },
    get comments() {
      return reader.comments;
    },
  };
}
