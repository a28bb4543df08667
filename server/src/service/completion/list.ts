import {
  type CompletionClientCapabilities,
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import type { Span } from '../../core/index.ts';
import { narrow } from '../../core/writing.ts';
import type { About } from './about.ts';
import type { Context } from './context.ts';
import type { Offer } from './offer.ts';

/** What the client can do with a list of completions. */
export interface CompletionSupport {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  /** Asks for the documentation of an item when it is looked at. */
  readonly resolves: boolean;
  readonly markdown: boolean;
  /** Can be told the range and the format once for all items. */
  readonly defaultRange: boolean;
}

/** Reads what a client says of itself. */
export function completionSupport(said: CompletionClientCapabilities | undefined): CompletionSupport {
  const { snippetSupport, insertReplaceSupport, labelDetailsSupport, resolveSupport, documentationFormat } = said?.completionItem ?? {};
  return {
    snippets: snippetSupport === true,
    insertReplace: insertReplaceSupport === true,
    labelDetails: labelDetailsSupport === true,
    resolves: resolveSupport?.properties.includes('documentation') === true,
    markdown: documentationFormat?.includes('markdown') === true,
    defaultRange: said?.completionList?.itemDefaults?.includes('editRange') === true,
  };
}

/** What an item carries to the client and back. */
export interface ItemData {
  readonly uri: string;
  readonly about: About;
}

/** Where on a line a context stands: `from` is the offset of the line's first character. */
export interface Line {
  readonly line: number;
  readonly from: number;
}

/** Most items sent at a time; where there are more, the client asks again as more is typed. */
const MOST = 1000;

/** Offers as the client takes them. */
export function listOf(
  offers: readonly Offer[],
  typed: string,
  { insert, replace }: Pick<Context, 'insert' | 'replace'>,
  { line, from }: Line,
  uri: string,
  support: CompletionSupport,
): CompletionList {
  const range = ({ start, end }: Span): Range => ({ start: { line, character: start - from }, end: { line, character: end - from } });
  const [inserted, replaced] = [range(insert), range(replace)];
  const both = support.insertReplace && insert.end !== replace.end;
  const isWide = narrow(typed) !== typed;
  const isNarrowed = isWide || offers.length > MOST;
  const all = isNarrowed ? offers.filter((offer) => isWithin(key(typed), key(offer.filter ?? offer.label))) : offers;
  const fitting = all.slice(0, MOST);
  const width = String(fitting.length).length;
  const items = fitting.map((offer, i): CompletionItem => {
    const text = support.snippets && offer.snippet !== undefined ? offer.snippet : offer.text;
    const written = both ? { newText: text, insert: inserted, replace: replaced } : { newText: text, range: replaced };
    return {
      label: offer.label,
      kind: offer.kind,
      sortText: String(i).padStart(width, '0'),
      // Full-width letters are compared here: no client takes them for half-width ones.
      filterText: isWide ? typed : (offer.filter ?? offer.label),
      ...detailsOf(offer, support),
      ...(support.snippets && offer.snippet !== undefined ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(support.defaultRange ? { textEditText: text } : { textEdit: written }),
      ...(offer.about ? { data: { uri, about: offer.about } satisfies ItemData } : {}),
    };
  });
  const editRange = both ? { insert: inserted, replace: replaced } : replaced;
  return { isIncomplete: isNarrowed, items, ...(support.defaultRange && items.length > 0 ? { itemDefaults: { editRange } } : {}) };
}

function detailsOf({ aside, detail }: Offer, { labelDetails }: CompletionSupport): Pick<CompletionItem, 'detail' | 'labelDetails'> {
  const told = labelDetails ? detail : (detail ?? aside);
  return {
    ...(told === undefined ? {} : { detail: told }),
    ...(labelDetails && aside !== undefined ? { labelDetails: { description: aside } } : {}),
  };
}

/** True where all characters of one text stand in another, in order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const char of part) {
    at = whole.indexOf(char, at) + char.length;
    if (at < char.length) return false;
  }
  return true;
}

function key(text: string): string {
  return narrow(text).toLowerCase();
}
