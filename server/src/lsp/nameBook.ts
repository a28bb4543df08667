import type { Draft } from '../service/completion/draft.ts';
import { type Names, namesIn } from '../service/completion/names.ts';
import type { OpenDocument } from './documents.ts';

/** The names that authors have given in the files of the workspace: of a file on disk as it was last looked at, of an open document as it is. */
export class NameBook {
  private readonly closed = new Map<string, { readonly uri: string; readonly names: Names }>();
  private readonly open = new WeakMap<OpenDocument, { readonly edition: number; readonly names: Names }>();

  /** A file on disk was looked at; undefined when it is gone or no longer ours. */
  take(path: string, file: { readonly uri: string; readonly names: Names } | undefined): void {
    if (file) this.closed.set(path, file);
    else this.closed.delete(path);
  }

  /** Config has changed: every file must be looked at again. */
  forget(): void {
    this.closed.clear();
  }

  /** The names in all files but one, by address: open documents first. */
  *others(
    than: OpenDocument,
    documents: Iterable<OpenDocument>,
    draftOf: (open: OpenDocument) => Draft | undefined,
  ): Generator<[string, Names]> {
    const seen = new Set([than.key]);
    for (const open of documents) {
      if (seen.has(open.key)) continue;
      const names = this.ofOpen(open, draftOf);
      seen.add(open.key);
      if (names) yield [open.document.uri, names];
    }
    for (const [path, { uri, names }] of this.closed) if (!seen.has(path)) yield [uri, names];
  }

  private ofOpen(open: OpenDocument, draftOf: (open: OpenDocument) => Draft | undefined): Names | undefined {
    const known = this.open.get(open);
    if (known?.edition === open.edition) return known.names;
    const draft = draftOf(open);
    const names = draft && namesIn(draft.text, draft.format, draft.settings);
    if (names) this.open.set(open, { edition: open.edition, names });
    return names;
  }
}
