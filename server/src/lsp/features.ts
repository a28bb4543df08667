import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../core/index.ts';
import { goToFindingsCommand, type InitializationOptions, openRuleCommand } from '../protocol.ts';
import { type CompletionSupport, completionSupport } from '../service/completion/list.ts';

/** What the client can do and wants, read once from what it said of itself. */
export interface Features {
  readonly locale: Locale;
  /** Asks for diagnostics itself; else they are sent. */
  readonly pull: boolean;
  /** Can be told to ask again. */
  readonly refresh: boolean;
  readonly related: boolean;
  readonly snippets: boolean;
  readonly documentChanges: boolean;
  /** Can make files as part of an edit. */
  readonly createFiles: boolean;
  readonly resolveActions: boolean;
  readonly literalActions: boolean;
  readonly markdownHover: boolean;
  /** Takes formatting for some languages only. */
  readonly registerFormatting: boolean;
  readonly completion: CompletionSupport;
  readonly inlineCompletion: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly folders: boolean;
  readonly openRule: boolean;
  readonly rulePage: string | undefined;
  readonly navigation: NavigationFeatures;
}

/** What the client can do with structure, names and tokens. */
export interface NavigationFeatures {
  /** Shows symbols within symbols. */
  readonly nested: boolean;
  /** Most folding ranges it takes. */
  readonly foldingLimit: number;
  /** Takes definitions with the words they belong to. */
  readonly definitionLinks: boolean;
  readonly goToFindings: boolean;
  /** What it can be told to ask for again. */
  readonly refresh: { readonly semanticTokens: boolean; readonly codeLens: boolean; readonly inlayHint: boolean };
}

export function readFeatures(params: InitializeParams): Features {
  const { textDocument, workspace }: ClientCapabilities = params.capabilities ?? {};
  const options = readOptions(params.initializationOptions);
  const edits = workspace?.workspaceEdit;
  return {
    locale: localeOf(options.locale ?? params.locale),
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    related: (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    snippets: edits?.documentChanges === true && edits.snippetEditSupport === true,
    documentChanges: edits?.documentChanges === true,
    createFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    resolveActions: textDocument?.codeAction?.dataSupport === true && resolvesEdits(textDocument),
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    registerFormatting:
      textDocument?.formatting?.dynamicRegistration === true && textDocument.rangeFormatting?.dynamicRegistration === true,
    completion: completionSupport(textDocument?.completion),
    inlineCompletion: textDocument?.inlineCompletion !== undefined,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    openRule: options.commands?.includes(openRuleCommand) ?? false,
    rulePage: options.rulePage,
    navigation: {
      nested: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
      definitionLinks: textDocument?.definition?.linkSupport === true,
      goToFindings: options.commands?.includes(goToFindingsCommand) ?? false,
      refresh: {
        semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
        codeLens: workspace?.codeLens?.refreshSupport === true,
        inlayHint: workspace?.inlayHint?.refreshSupport === true,
      },
    },
  };
}

/** The nearest interface language: traditional for Taiwan, Hong Kong and Macao, simplified for other Chinese, else English. */
export function localeOf(tag: string | undefined): Locale {
  const name = (tag ?? '').toLowerCase().replaceAll('_', '-');
  if (!/^zh\b/u.test(name)) return 'en';
  return /\b(?:tw|hk|mo|hant)\b/u.test(name) ? 'zh-TW' : 'zh-CN';
}

function resolvesEdits(textDocument: ClientCapabilities['textDocument']): boolean {
  return textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
}

function readOptions(value: unknown): Partial<InitializationOptions> {
  if (typeof value !== 'object' || value === null) return {};
  const { locale, rulePage, commands } = value as Readonly<Record<keyof InitializationOptions, unknown>>;
  return {
    ...(typeof locale === 'string' ? { locale } : {}),
    ...(typeof rulePage === 'string' ? { rulePage } : {}),
    ...(Array.isArray(commands) ? { commands: commands.filter((name) => typeof name === 'string') } : {}),
  };
}
