import { commands, type Disposable, l10n, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ExplainParams, type ExplainResult, explainRequest } from '../../../server/src/protocol.ts';
import { locale } from '../settings.ts';

const scheme = 'huashu-rule';

/** Where a rule's page is in the editor, `{rule}` standing for its id. The manifest has the preview open such addresses. */
export const rulePage = `${scheme}:/{rule}.md`;

/** The rules' pages as virtual Markdown documents. */
export class RulePages implements TextDocumentContentProvider, Disposable {
  readonly #client: LanguageClient;
  readonly #registration: Disposable;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** Shows the page of a rule in the Markdown preview. */
  async open(rule: string): Promise<void> {
    await commands.executeCommand('vscode.openWith', Uri.from({ scheme, path: `/${rule}.md` }), 'vscode.markdown.preview.editor');
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const params: ExplainParams = { rule: uri.path.slice(1).replace(/\.md$/, ''), locale: locale() };
    const { markdown } = await this.#client.sendRequest<ExplainResult>(explainRequest, params);
    return markdown ?? l10n.t('There is no rule named “{0}”.', params.rule ?? '');
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
