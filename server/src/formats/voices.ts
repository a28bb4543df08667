import type { Turn } from '../dialogue/model.ts';
import { opensWithLabel, type RoleOf } from '../dialogue/speakers.ts';
import { LineCursor } from '../text/lineCursor.ts';
import { own } from '../text/own.ts';
import { skipSpace, trimEnd } from '../text/space.ts';
import type { Span } from '../text/span.ts';
import { type ExampleLabel, exampleLabel } from './examples.ts';
import { speakerLabel } from './label.ts';
import { OpenTurn, type Speaker } from './openTurn.ts';
import type { Piece } from './piece.ts';
import { isBracketed } from './script/lines.ts';

/** Words that stand in one place of a file, a cell or a string: the runs of source they come from, in order. */
export interface Place {
  readonly source: string;
  readonly pieces: readonly Piece[];
  /** All of the place, quotes included. */
  readonly whole: Span;
  /** Writes words in the notation of the place. */
  readonly encode?: ((decoded: string) => string) | undefined;
}

/** The words of a place as they read. */
export function wordsIn({ source, pieces }: Pick<Place, 'source' | 'pieces'>): string {
  return pieces.map((piece) => piece.decoded ?? source.slice(piece.start, piece.end)).join('');
}

/**
 * What is said in a place that `speaker` has to himself, as turns from `number` on: all of it in one; but an agent's lines may name
 * who says them, or show what not to say.
 */
export function turnsIn(place: Place, speaker: Speaker, number: number, roleOf: RoleOf): Turn[] {
  const { whole, pieces } = place;
  const voices = speaker.role === 'agent' ? voicesIn(wordsIn(place), speaker, roleOf) : undefined;
  const turns = voices
    ? voices.map((voice) => turnOf(place, voice.speaker, spanOf(pieces, voice.line, voice.end), clipped(pieces, voice)))
    : [turnOf(place, speaker, whole, pieces)];
  return turns.filter(({ utterances }) => utterances.length > 0).map((turn, i) => ({ ...turn, number: number + i }));
}

function turnOf({ source, encode }: Place, speaker: Speaker, { start, end }: Span, pieces: readonly Piece[]): Turn {
  const open = new OpenTurn(source, { ...speaker, start }, end, encode);
  for (const piece of pieces) {
    if (piece.decoded === undefined) open.words(piece.start, piece.end);
    else open.escape(piece.decoded, piece.start, piece.end);
  }
  return open.finish(1);
}

/** What one speaker says, by offsets of the words of the place. `line`: where its first line begins, the label included. */
interface Voice extends Span {
  readonly speaker: Speaker;
  readonly line: number;
}

/**
 * Who says which of the words; undefined where all are said by `otherwise`. Where lines name who speaks, one that somebody else begins,
 * or that stands in brackets, is nobody's.
 */
function voicesIn(words: string, otherwise: Speaker, roleOf: RoleOf): Voice[] | undefined {
  if (!MAY_NAME.test(words)) return undefined;
  const voices: Voice[] = [];
  let open: Voice | 'nobody' | undefined;
  let isTold = false;
  let example: 'none' | 'awaited' | 'inside' = 'none';
  for (const lines = new LineCursor(words, 0); lines.next(); ) {
    const { end } = lines;
    const line = skipSpace(words, lines.start, end);
    const label = labelAt(words, line, end, open !== undefined && example === 'none', roleOf);
    const first = skipSpace(words, line + (label?.length ?? 0), end);
    if (label) {
      isTold = true;
      open = undefined;
      example = label.shows === 'good' ? 'none' : first < end ? 'inside' : 'awaited';
    } else if (example !== 'none') example = first < end ? 'inside' : example === 'inside' ? 'none' : 'awaited';
    if (example !== 'none' || first >= end) continue;
    const last = trimEnd(words, first, end);
    const named = speakerLabel(words, first, end, roleOf);
    if (named) {
      isTold = true;
      const { role, speaker } = named;
      open = { speaker: { kind: 'turn', role, speaker: own(speaker) }, line, start: skipSpace(words, named.words, last), end: last };
    } else if (!open) open = { speaker: otherwise, line, start: first, end: last };
    else if (open === 'nobody') continue;
    else if (open.speaker !== otherwise && (opensWithLabel(words.slice(first, last)) || isBracketed(words, first, last))) {
      open = 'nobody';
      continue;
    } else {
      voices.pop();
      open = { ...open, start: open.start < open.end ? open.start : first, end: last };
    }
    voices.push(open);
  }
  return isTold ? voices : undefined;
}

/** The label of an example that a line begins with; a tick or a cross amid what somebody says is a bullet. */
function labelAt(words: string, line: number, end: number, isAmid: boolean, roleOf: RoleOf): ExampleLabel | undefined {
  const label = exampleLabel(words, line, end);
  const isBullet = label?.by === 'mark' && isAmid && !speakerLabel(words, line + label.length, end, roleOf);
  return isBullet ? undefined : label;
}

/** What a label of a speaker or of an example has in it. */
const MAY_NAME = /[:\uff1a\u2717\u2718\u274c\u2713\u2714\u2705]/u;

/** The source that a stretch of the words stands in. */
function spanOf(pieces: readonly Piece[], from: number, to: number): Span {
  const run = clipped(pieces, { start: from, end: to });
  const start = run[0]?.start ?? 0;
  return { start, end: run.at(-1)?.end ?? start };
}

/** The runs of a stretch of the words; one that stands for several units as a whole is kept whole. */
function clipped(pieces: readonly Piece[], { start, end }: Span): Piece[] {
  const run: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = piece.decoded?.length ?? piece.end - piece.start;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (from < to) run.push(piece.decoded === undefined ? { start: piece.start + from, end: piece.start + to } : piece);
    at += length;
  }
  return run;
}
