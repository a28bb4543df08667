import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../../core/index.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Draft } from './draft.ts';
import { namedAt } from './named.ts';
import { type Teller, tell } from './tell.ts';

/** What is told of the name at a position, in Markdown. */
export function toldAt(
  draft: Draft,
  position: Position,
  lines: LineIndex,
  teller: Teller,
): { readonly value: string; readonly range: Range } | undefined {
  const named = namedAt(draft, toOffset(lines, position));
  const value = named && tell(named.about, teller);
  return value === undefined ? undefined : { value, range: toRange(lines, named!.span) };
}
