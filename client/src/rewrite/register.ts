import {
  type CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type Command,
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  type TextDocument,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type RewriteParams, type RewriteResult, rewriteRequest } from '../../../server/src/assistantProtocol.ts';
import { documentSelector } from '../client.ts';
import { type Ask, askEditor, Models } from './models.ts';
import { Proposals } from './proposals.ts';
import { type Outcome, rewrite } from './rewrite.ts';

/** Rewords a finding with whatever language model `ask` speaks to. */
export type Rewriter = (params: RewriteParams, ask: Ask) => Promise<Outcome>;

const command = 'huashu.rewriteWithModel';

/** Offers to reword what is found with the editor's language model. Nothing is asked of a model before the user has chosen that. */
export function registerRewrite(client: LanguageClient): { readonly rewriter: Rewriter; readonly disposables: Disposable[] } {
  const proposals = new Proposals();
  const models = new Models();
  const rewriter: Rewriter = (params, ask) => rewrite(client, proposals, params, ask);
  const provider: CodeActionProvider = {
    async provideCodeActions(document, _range, { diagnostics, only }) {
      const ours = diagnostics.filter(({ source }) => source === 'huashu');
      if (ours.length === 0 || (only && !only.contains(CodeActionKind.QuickFix)) || !isWanted(document) || !(await models.exist()))
        return [];
      return offers(client, document, ours);
    },
  };
  const disposables = [
    proposals,
    models,
    commands.registerCommand(command, (params: RewriteParams) => rewriter(params, askEditor)),
    languages.registerCodeActionsProvider(documentSelector, provider, { providedCodeActionKinds: [CodeActionKind.QuickFix] }),
  ];
  return { rewriter, disposables };
}

function isWanted(document: TextDocument): boolean {
  return workspace.getConfiguration('huashu', document).get('rewrite.enable', true);
}

/** An action for the first of the problems that stands in words of the agent. */
async function offers(client: LanguageClient, document: TextDocument, problems: readonly Diagnostic[]): Promise<CodeAction[]> {
  for (const problem of problems) {
    const params = paramsFor(document, problem);
    if ('refused' in (await client.sendRequest<RewriteResult>(rewriteRequest, params))) continue;
    const title = l10n.t('Rewrite with the editor’s language model…');
    const run: Command = { title, command, arguments: [params] };
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [problem], command: run }];
  }
  return [];
}

function paramsFor({ uri, version }: TextDocument, { code, range }: Diagnostic): RewriteParams {
  const rule = String(typeof code === 'object' ? code.value : code);
  return { textDocument: { uri: uri.toString() }, version, position: { line: range.start.line, character: range.start.character }, rule };
}
