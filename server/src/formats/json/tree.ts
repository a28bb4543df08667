import { type Node, type ParseError, parseTree } from 'jsonc-parser';

/** Where a text stops being JSON. */
export type Fault = Pick<ParseError, 'offset' | 'length'>;

/** A JSON value. The parser goes down into values by calling itself: what is nested without end is as good as broken. */
export function treeOf(text: string, faults: Fault[]): Node | undefined {
  try {
    return parseTree(text, faults as ParseError[], { allowTrailingComma: false, disallowComments: false });
  } catch {
    faults.push({ offset: 0, length: 1 });
    return undefined;
  }
}
