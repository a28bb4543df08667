import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL } from '../service/codeActions.ts';
import type { Features } from './features.ts';

/** What the server tells the client it can do. */
export function capabilities(features: Features, version: string): InitializeResult {
  return {
    serverInfo: { name: 'huashu', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...(features.pull ? { diagnosticProvider: { identifier: 'huashu', interFileDependencies: true, workspaceDiagnostics: true } } : {}),
      codeActionProvider: features.literalActions
        ? { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: features.resolveActions }
        : false,
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
