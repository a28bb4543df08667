import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LintCache } from '../core/index.ts';
import type { Checked } from '../service/checked.ts';
import { DiagnosticsJson } from '../service/diagnosticsJson.ts';
import type { Parsed } from '../service/parsed.ts';
import type { Look } from './checker.ts';
import { updateText } from './textUpdate.ts';

/** An open document with what is remembered of it between edits. */
export interface OpenDocument {
  readonly document: TextDocument;
  /** The file it is open from; undefined for one not saved yet. */
  readonly path: string | undefined;
  /** What the workspace knows it by: its path, or its URI where it is no file. */
  readonly key: string;
  /** Changes whenever the same request could get another answer; never the same twice in the life of the server. */
  stamp: number;
  /** The stamp under which it was last to be linted: later ones are about what other files say. */
  edition: number;
  cache: LintCache;
  /** The JSON of what was told of it. */
  written: DiagnosticsJson;
  /** What its text was found to hold, in an edition. */
  looked: { readonly edition: number; readonly look: Look | undefined } | undefined;
  /** Its text as it was read, in an edition. */
  parsed: { readonly edition: number; readonly parsed: Parsed | undefined } | undefined;
  /** What was found under a stamp. */
  last: { readonly stamp: number; readonly checked: Checked | undefined } | undefined;
}

/** The documents the editor has open, by URI. */
export class OpenDocuments {
  private readonly open = new Map<string, OpenDocument>();
  private readonly paths = new Map<string, OpenDocument>();
  private readonly pathOf: (uri: string) => string | undefined;
  private readonly listeners = new Set<(open: OpenDocument) => void>();
  private stamps = 0;

  constructor(pathOf: (uri: string) => string | undefined) {
    this.pathOf = pathOf;
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  /** The open document of a file, however its URI is spelt. */
  at(path: string): OpenDocument | undefined {
    return this.paths.get(path);
  }

  /** Tells of every document that is opened or has a new stamp. */
  onStamp(listener: (open: OpenDocument) => void): void {
    this.listeners.add(listener);
  }

  all(): Iterable<OpenDocument> {
    return this.open.values();
  }

  add({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
    this.remove(uri);
    const document = TextDocument.create(uri, languageId, version, text);
    const path = this.pathOf(uri);
    const stamp = ++this.stamps;
    const fresh = { cache: new LintCache(), written: new DiagnosticsJson(), looked: undefined, parsed: undefined, last: undefined };
    const opened: OpenDocument = { document, path, key: path ?? uri, stamp, edition: stamp, ...fresh };
    this.open.set(uri, opened);
    if (opened.path !== undefined) this.paths.set(opened.path, opened);
    for (const listener of this.listeners) listener(opened);
    return opened;
  }

  change(uri: string, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument | undefined {
    const open = this.open.get(uri);
    if (!open) return undefined;
    updateText(open.document, changes, version);
    open.edition = this.stamp(open);
    return open;
  }

  remove(uri: string): OpenDocument | undefined {
    const open = this.open.get(uri);
    this.open.delete(uri);
    if (open?.path !== undefined && this.paths.get(open.path) === open) this.paths.delete(open.path);
    return open;
  }

  /** Other files say other things: what was found by linting stands, what comes of it does not. */
  touch(open: OpenDocument): void {
    this.stamp(open);
  }

  /** By what the workspace knows it by. */
  named(key: string): OpenDocument | undefined {
    return this.paths.get(key) ?? this.open.get(key);
  }

  /** Settings have changed: nothing that was found counts any more. */
  forget(): void {
    for (const open of this.open.values()) {
      open.edition = this.stamp(open);
      open.cache = new LintCache();
      open.written = new DiagnosticsJson();
      open.looked = undefined;
      open.parsed = undefined;
      open.last = undefined;
    }
  }

  private stamp(open: OpenDocument): number {
    open.stamp = ++this.stamps;
    for (const listener of this.listeners) listener(open);
    return open.stamp;
  }
}
