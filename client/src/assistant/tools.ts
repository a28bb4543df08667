import { type CancellationToken, type Disposable, LanguageModelTextPart, LanguageModelToolResult, l10n, lm } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ToolParams, type ToolResult, toolRequest } from '../../../server/src/assistantProtocol.ts';

/** Offers the language server's tools to the editor's assistants; nothing where the editor has none. */
export function registerTools(client: LanguageClient): Disposable[] {
  if (typeof lm?.registerTool !== 'function') return [];
  const saying: Readonly<Record<ToolParams['tool'], string>> = {
    lint: l10n.t('Checking the wording'),
    reframe: l10n.t('Looking for a better wording'),
    search: l10n.t('Looking for an approved phrase'),
    explain: l10n.t('Reading about the rule'),
  };
  return Object.entries(saying).map(([tool, invocationMessage]) =>
    lm.registerTool<object>(`huashu_${tool}`, {
      prepareInvocation: () => ({ invocationMessage }),
      invoke: ({ input }, token) => run(client, { tool, input }, token),
    }),
  );
}

async function run(client: LanguageClient, params: ToolParams, token: CancellationToken): Promise<LanguageModelToolResult> {
  await client.start();
  const result = await client.sendRequest<ToolResult>(toolRequest, params, token);
  return new LanguageModelToolResult([new LanguageModelTextPart('text' in result ? result.text : result.refused)]);
}
