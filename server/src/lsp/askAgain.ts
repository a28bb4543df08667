import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { Features } from './features.ts';

/** What a client shows and can be told to ask for again. */
export type View = 'diagnostics' | 'semanticTokens' | 'codeLens' | 'inlayHint';

/** What shows findings. */
export const FINDINGS: readonly View[] = ['diagnostics', 'codeLens'];
export const EVERYTHING: readonly View[] = ['diagnostics', 'codeLens', 'semanticTokens', 'inlayHint'];

/** Tells the client to ask for views again, as far as it shows them and can be told. */
export async function askAgain(connection: Connection, { pull, refresh, navigation }: Features, views: readonly View[]): Promise<void> {
  const asking: Readonly<Record<View, (() => Promise<void>) | false>> = {
    diagnostics: pull && refresh && (() => connection.languages.diagnostics.refresh()),
    semanticTokens: navigation.refresh.semanticTokens && (() => connection.languages.semanticTokens.refresh()),
    codeLens: navigation.refresh.codeLens && (() => connection.sendRequest(CodeLensRefreshRequest.type)),
    inlayHint: navigation.refresh.inlayHint && (() => connection.languages.inlayHint.refresh()),
  };
  await Promise.all(views.map((view) => asking[view] || NOBODY).map((ask) => ask()));
}

const NOBODY = (): Promise<void> => Promise.resolve();
