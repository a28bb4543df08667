import { type InitializeResult, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Features } from './features.ts';
import { REQUESTS } from './requests/registry.ts';

/** What the server tells the client it can do. */
export function capabilities(features: Features, version: string): InitializeResult {
  const own: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  const groups = REQUESTS.map((group) => group.capabilities(features));
  return { serverInfo: { name: 'huashu', version }, capabilities: Object.assign(own, ...groups) };
}
