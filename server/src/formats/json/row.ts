import type { RoleOf } from '../../dialogue/speakers.ts';
import { conversationIdOf, foundIn, messageOf, valueAt } from './shapes.ts';
import { type Fault, treeOf } from './tree.ts';

/** A line of JSON Lines, as far as it must be known to tell where a conversation begins and ends. */
export interface Row {
  /** What the row calls its conversation, else itself: JSON as it is written there. */
  readonly id: string | undefined;
  /** Whether it is a part of the conversation it names, which rows next to it may go on with. */
  readonly isPart: boolean;
}

/** Reads a line as a row; gives the offset where it stops being JSON, or `no record` for a value that holds no fields. */
export function rowOf(line: string, roleOf: RoleOf): Row | { readonly brokenAt: number } | 'no record' {
  const faults: Fault[] = [];
  const root = treeOf(line, faults);
  if (faults[0] || !root) return { brokenAt: faults[0]?.offset ?? 0 };
  if (root.type !== 'object' && root.type !== 'array') return 'no record';
  const conversation = conversationIdOf(root);
  const node = conversation ?? valueAt(root, 'id');
  const isNamed = node?.type === 'string' || node?.type === 'number';
  return {
    id: isNamed ? line.slice(node.offset, node.offset + node.length) : undefined,
    isPart: conversation !== undefined && (messageOf(root, roleOf) !== undefined || foundIn(root, roleOf).next().done === true),
  };
}
