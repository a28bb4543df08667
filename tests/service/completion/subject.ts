import source from 'huashu:snippets';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { createLinter, type Locale, lineIndex, type Phrasebook, phraseTopic, type Settings } from '../../../server/src/core/index.ts';
import { snippetsOf } from '../../../server/src/manual/snippets.ts';
import { complete } from '../../../server/src/service/completion/completion.ts';
import type { Draft } from '../../../server/src/service/completion/draft.ts';
import type { CompletionSupport } from '../../../server/src/service/completion/list.ts';
import { type Names, namesIn } from '../../../server/src/service/completion/names.ts';
import type { PhraseSource } from '../../../server/src/service/completion/phraseSource.ts';
import type { World } from '../../../server/src/service/completion/world.ts';
import { toOffset, toPosition } from '../../../server/src/service/convert.ts';
import { unmark } from '../../support/markers.ts';

const linter = createLinter({ gathers: [phraseTopic()] });
const snippets = snippetsOf(source);

/** A client that can do everything, and one that can do nothing. */
export const ALL: CompletionSupport = {
  snippets: true,
  insertReplace: true,
  labelDetails: true,
  resolves: true,
  markdown: true,
  defaultRange: false,
};
export const PLAIN: CompletionSupport = {
  snippets: false,
  insertReplace: false,
  labelDetails: false,
  resolves: false,
  markdown: false,
  defaultRange: false,
};

/** What a test may set beside the text. */
export interface Setting {
  readonly format?: string;
  readonly settings?: Settings;
  readonly others?: Readonly<Record<string, string>>;
  readonly locale?: Locale;
  readonly phrases?: PhraseSource;
  readonly trigger?: string;
  readonly support?: CompletionSupport;
}

export function draftOf(text: string, { format = 'huashu', settings = {} }: Setting = {}, uri = 'file:///t.huashu'): Draft {
  return {
    uri,
    format,
    text,
    settings,
    read: (stretch) => linter.parse({ text: stretch, format }, settings),
    lint: (stretch) => linter.lint({ text: stretch, format }, settings).findings,
  };
}

export function worldOf({ locale = 'zh-CN', others = {}, phrases }: Setting = {}): World {
  return {
    locale,
    rules: [...linter.rules.all.values()].map(({ meta }) => meta),
    others: () => Object.entries(others).map(([name, text]): [string, Names] => [`file:///${name}`, namesIn(text, 'huashu', {})]),
    snippets,
    phrases,
  };
}

/** The list at the cursor `<|>` of a fixture, with the text it is about. */
export function listAt(fixture: string, setting: Setting = {}): { readonly source: string; readonly list: CompletionList | null } {
  const { source: text, cursor = 0 } = unmark(fixture);
  const asked = { offset: cursor, ...toPosition(lineIndex(text), cursor), trigger: setting.trigger };
  return { source: text, list: complete(draftOf(text, setting), asked, worldOf(setting), setting.support ?? ALL) };
}

export function labelsAt(fixture: string, setting?: Setting): string[] {
  return listAt(fixture, setting).list?.items.map(({ label }) => label) ?? [];
}

/** The text once an item is taken, by what it would insert or, where asked, replace; tab stops as they are written. */
export function taken(fixture: string, label: string, setting?: Setting, how: 'insert' | 'replace' = 'replace'): string {
  const { source: text, list } = listAt(fixture, setting);
  const item = list?.items.find((one) => one.label === label);
  if (!item) throw new Error(`no ${label} among ${list?.items.map((one) => one.label).join(' | ')}`);
  const { start, end, newText } = edit(item, text, how);
  return text.slice(0, start) + newText + text.slice(end);
}

function edit({ textEdit }: CompletionItem, text: string, how: 'insert' | 'replace'): { start: number; end: number; newText: string } {
  const range = 'range' in textEdit! ? textEdit.range : textEdit![how];
  const lines = lineIndex(text);
  return { start: toOffset(lines, range.start), end: toOffset(lines, range.end), newText: textEdit!.newText };
}

/** The approved phrases of a phrasebook. */
export function bookOf(text: string): Phrasebook {
  const book = linter.phrasebook();
  book.put('/team/book.huashu', linter.lint({ text, format: 'huashu' }, {}));
  return book;
}

export const metas = [...linter.rules.all.values()].map(({ meta }) => meta);
