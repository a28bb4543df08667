import type { Role, Scene, ScriptDocument, Turn, Utterance } from '../dialogue/model.ts';
import { piecesOf } from '../text/pieces.ts';
import type { Span } from '../text/span.ts';

/** What somebody said, outside any file. */
export interface Saying {
  readonly role: Role;
  readonly text: string;
}

/** A conversation that stands in no file: a text that holds what was said, line after line, and that text as it is to be read. */
export interface Talk {
  readonly text: string;
  readonly document: ScriptDocument;
  /** Where each saying stands in the text. */
  readonly spans: readonly Span[];
}

/** A conversation as it was said. Nothing in it is taken for a speaker, a heading or a comment. */
export function talkOf(sayings: readonly Saying[]): Talk {
  return made(sayings, 'turn');
}

/** Words with no conversation around them. */
export function phraseOf(words: string): Talk {
  return made([{ role: 'agent', text: words }], 'phrase');
}

function made(sayings: readonly Saying[], kind: Turn['kind']): Talk {
  let text = '';
  const spans: Span[] = [];
  const items: Turn[] = [];
  for (const { role, text: words } of sayings) {
    if (text !== '') text += '\n';
    const span = { start: text.length, end: text.length + words.length };
    text += words;
    spans.push(span);
    const utterances = utterancesOf(words, span.start);
    if (utterances.length > 0) items.push({ kind, role, speaker: '', span, number: items.length + 1, utterances });
  }
  const span = { start: 0, end: text.length };
  const scene: Scene = { title: '', id: undefined, level: 0, span, titleSpan: { start: 0, end: 0 }, directives: [], items };
  return { text, spans, document: { format: 'talk', meta: {}, scenes: [scene], linked: false, problems: [], comments: [] } };
}

/** A paragraph is an utterance. */
function utterancesOf(words: string, at: number): Utterance[] {
  return [...words.matchAll(PARAGRAPH)].flatMap(({ 0: text, index }) =>
    piecesOf({ text: text.trimEnd(), at: at + index }).map((body) => ({ body })),
  );
}

const PARAGRAPH = /\S(?:[^\r\n]|\r?\n(?![^\S\r\n]*(?:\r?\n|$)))*/gu;
