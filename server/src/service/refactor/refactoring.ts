import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Finding, Locale, Role, Scene, SceneItem, Span, Turn } from '../../core/index.ts';
import type { ActionSupport } from '../checked.ts';
import type { Parsed } from '../parsed.ts';

/** A way of writing a script otherwise that changes nothing of what is said, or moves it to where others find it. */
export interface Refactoring {
  /** Tells it from the others at the same place, also when it is asked for again. */
  readonly id: string;
  readonly kind: 'refactor.rewrite' | 'refactor.extract';
  readonly title: string;
  /** Worked out when it is chosen; undefined where it turns out that it cannot be. */
  edit(): WorkspaceEdit | undefined;
}

/** Where somebody wants to rewrite, and what is known around it. */
export interface RefactorRequest {
  /** The selection, or the cursor. */
  readonly span: Span;
  readonly support: ActionSupport;
  readonly findings: readonly Finding[];
  readonly library: Library;
}

/** The team's phrasebooks, as far as refactorings want them. */
export interface Library {
  /** The phrasebooks that a phrase could be added to, the likeliest first. */
  readonly books: readonly Book[];
  /** Address of a phrasebook that could be made, in each script; undefined where there is no folder to make it in, or no way. */
  readonly fresh: ((locale: Locale) => { readonly uri: string; readonly name: string }) | undefined;
}

/** A file that holds phrases. */
export interface Book {
  readonly uri: string;
  readonly name: string;
  /** As it is read now. */
  read(): Parsed | undefined;
}

/** A turn with the scene it is in. */
export interface Place {
  readonly scene: Scene;
  readonly turn: Turn;
}

/** The turn on whose lines an offset stands. */
export function turnAt({ document, lines }: Parsed, offset: number): Place | undefined {
  const { line } = lines.placeAt(offset);
  for (const scene of document.scenes) {
    if (scene.span.end < offset) continue;
    const here = scene.items.filter((item): item is Turn => {
      return isTurn(item) && lines.placeAt(item.span.start).line <= line && line <= lines.placeAt(item.span.end).line;
    });
    const turn = here.find(({ span }) => span.start <= offset && offset <= span.end) ?? (here.length === 1 ? here[0] : undefined);
    if (turn) return { scene, turn };
  }
  return undefined;
}

/** What stands before the words of a turn, marks of emphasis that belong to it included; undefined where that does not begin its line. */
export function labelOf(parsed: Parsed, { kind, span }: Turn): string | undefined {
  const { line } = parsed.lines.placeAt(span.start);
  const written = lineText(parsed, line);
  if (!/^(?:\*\*)?$/u.test(written.slice(0, span.start - parsed.lines.lineStart(line)))) return undefined;
  if (kind === 'phrase') return /^[-\uff0d](?![-\uff0d>\uff1e])[ \t\u3000]*/u.exec(written)?.[0];
  const found = /^(\*\*)?[^\n\r|*:\uff1a]*(\*\*)?[ \t]*[:\uff1a](\*\*)?[ \t\u3000]*/u.exec(written);
  if (!found) return undefined;
  const [whole, opens, closes, closesBehind] = found;
  if (opens) return closes || closesBehind ? whole : undefined;
  return closes ? undefined : whole.replace(/\*\*[ \t\u3000]*$/u, '');
}

/** True for the items that are speech. */
export function isTurn(item: SceneItem): item is Turn {
  return item.kind === 'turn' || item.kind === 'phrase';
}

/** The words of a turn as they read, on one line. */
export function wordsOf({ utterances }: Turn): string {
  return onOneLine(utterances.map(({ body }) => body.text).join('\n'));
}

/** Joins lines the way a script does: nothing between Chinese, a space between words. */
export function onOneLine(text: string): string {
  return text.trim().replace(/(?<=(.))[ \t]*[\r\n]+\s*(?=(.))/gu, (_, before: string, after: string) => {
    return isSpaced(before) && isSpaced(after) ? ' ' : '';
  });
}

/** True for what is written with spaces between: not Chinese. */
export function isSpaced(char: string): boolean {
  const unit = char.charCodeAt(0);
  return unit > 0x20 && unit < 0x2000;
}

/** The role of who speaks, where it is one of the two that count. */
export function isKnown(role: Role): boolean {
  return role === 'agent' || role === 'customer';
}

/** How lines of a file end. */
export function lineEnd({ text, lines }: Parsed): string {
  return text.slice(lines.lineEnd(0), lines.lineStart(1)) || '\n';
}

/** The text of a line. */
export function lineText({ text, lines }: Parsed, line: number): string {
  return text.slice(lines.lineStart(line), lines.lineEnd(line));
}
