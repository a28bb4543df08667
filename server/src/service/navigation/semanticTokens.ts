import type { SemanticTokensEdit } from 'vscode-languageserver';
import type { Span, Turn } from '../../core/index.ts';
import { placeholderFinder } from '../../core/naming.ts';
import { isTurn, type Link, type Scene, toSource } from '../../core/reading.ts';
import type { Parsed } from '../parsed.ts';
import { SHOWN_ACTS } from './acts.ts';
import { speakerOf } from './speaker.ts';

/** Names of the protocol, so that every theme has a colour for them. */
export const TOKEN_TYPES = ['function', 'type', 'comment', 'parameter', 'decorator', 'enumMember', 'label', 'event', 'namespace'] as const;
/** Who speaks, and what the agent does by it. */
export const TOKEN_MODIFIERS = ['agent', 'customer', 'narrator', 'declaration', ...SHOWN_ACTS] as const;

type TokenType = (typeof TOKEN_TYPES)[number];
type Modifier = (typeof TOKEN_MODIFIERS)[number];

/** The acts of what somebody says. */
export type ActsOf = (text: string) => readonly string[];

/** The tokens of a file, or of a part of it, in the numbers of the protocol. */
export function semanticTokens(parsed: Parsed, actsOf: ActsOf, part: Span = { start: 0, end: parsed.text.length }): number[] {
  const found: Token[] = [];
  const find = placeholderFinder(parsed.settings);
  for (const scene of parsed.document.scenes) {
    if (scene.span.end < part.start || scene.span.start > part.end) continue;
    heading(scene, found);
    for (const item of scene.items) {
      if (item.span.end < part.start || item.span.start > part.end) continue;
      if (isTurn(item)) turn(item, parsed.text, find, actsOf, found);
      else if (item.kind === 'event') found.push({ span: item.span, type: 'event', modifiers: [] });
      else link(item, parsed.text, found);
    }
  }
  return encode(
    found.filter(({ span }) => span.end > part.start && span.start < part.end),
    parsed,
  );
}

/** What turns the numbers sent before into those of now: one stretch, between what both begin and end with. */
export function difference(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  if (start === before.length && start === now.length) return [];
  return [{ start, deleteCount: before.length - end - start, data: now.slice(start, now.length - end) }];
}

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly Modifier[];
}

function heading({ titleSpan, level, directives }: Scene, found: Token[]): void {
  if (level > 0) found.push({ span: titleSpan, type: 'namespace', modifiers: ['declaration'] });
  for (const { span, name } of directives) {
    found.push({ span: { start: span.start, end: span.start + 1 + name.length }, type: 'decorator', modifiers: [] });
  }
}

function turn(item: Turn, text: string, find: ReturnType<typeof placeholderFinder>, actsOf: ActsOf, found: Token[]): void {
  const { span } = item.kind === 'turn' ? speakerOf(item, text) : { span: undefined };
  if (span) {
    const acts = item.role === 'agent' ? item.utterances.flatMap(({ body }) => actsOf(body.text)) : [];
    found.push({ span, type: SPEAKERS[item.role], modifiers: [item.role, ...SHOWN_ACTS.filter((act) => acts.includes(act))] });
  }
  for (const { body } of item.utterances) {
    for (const placeholder of find(body.text)) found.push({ span: toSource(body, placeholder.span), type: 'parameter', modifiers: [] });
  }
}

const SPEAKERS = { agent: 'function', customer: 'type', narrator: 'comment' } as const satisfies Record<Turn['role'], TokenType>;

function link({ label, span, targetSpan }: Link, text: string, found: Token[]): void {
  const start = label === '' ? -1 : text.indexOf(label, span.start);
  if (start >= 0 && start < targetSpan.start) found.push({ span: { start, end: start + label.length }, type: 'enumMember', modifiers: [] });
  found.push({ span: targetSpan, type: 'label', modifiers: [] });
}

/** Line and character relative to the token before; a token that would run over a line's end is left out. */
function encode(tokens: readonly Token[], { lines }: Parsed): number[] {
  const sorted = [...tokens].sort((a, b) => a.span.start - b.span.start);
  const data: number[] = [];
  let [lastLine, lastColumn, lastEnd] = [0, 0, 0];
  for (const { span, type, modifiers } of sorted) {
    const { line, column } = lines.placeAt(span.start);
    if (span.end <= span.start || span.start < lastEnd || span.end > lines.lineEnd(line)) continue;
    const bits = modifiers.reduce((set, modifier) => set | (1 << MODIFIER_BITS[modifier]), 0);
    data.push(line - lastLine, line === lastLine ? column - lastColumn : column, span.end - span.start, TOKEN_TYPES.indexOf(type), bits);
    [lastLine, lastColumn, lastEnd] = [line, column, span.end];
  }
  return data;
}

const MODIFIER_BITS = Object.fromEntries(TOKEN_MODIFIERS.map((modifier, i) => [modifier, i])) as Readonly<Record<Modifier, number>>;
