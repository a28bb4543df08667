import { type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode';
import { State } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ViewChangedParams, viewChangedNotification } from '../../../server/src/viewProtocol.ts';
import { exportFlow } from '../commands/exportFlow.ts';
import type { PageState, Picture } from './messages.ts';
import { pageOf, pageRoot } from './page.ts';
import { ScriptPanel } from './scriptPanel.ts';

/** The pictures that are open, one of a kind for each document. */
export class ScriptPanels implements Disposable {
  private readonly client: LanguageClient;
  private readonly extension: Uri;
  private readonly open = new Set<ScriptPanel>();
  private readonly listeners: Disposable[];

  constructor(client: LanguageClient, extension: Uri) {
    this.client = client;
    this.extension = extension;
    this.listeners = [
      client.onNotification(viewChangedNotification, ({ uri }: ViewChangedParams) => this.changed(uri)),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) for (const one of this.open) one.refresh();
      }),
      ...(['preview', 'flow'] as const).map((picture) => window.registerWebviewPanelSerializer(viewType(picture), this.restorer(picture))),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.listeners, ...this.open]) disposable.dispose();
  }

  /** Shows a picture, beside the editor unless told otherwise, or the one that is there. */
  show(picture: Picture, uri: Uri, viewColumn: ViewColumn = ViewColumn.Beside): void {
    const there = [...this.open].find((one) => one.picture === picture && one.uri.toString() === uri.toString());
    if (there) {
      there.panel.reveal(undefined, false);
      return;
    }
    const preserveFocus = viewColumn === ViewColumn.Beside;
    this.fill(window.createWebviewPanel(viewType(picture), '', { viewColumn, preserveFocus }), picture, uri);
  }

  /** The document of the picture that has the focus. */
  active(): Uri | undefined {
    return [...this.open].find(({ panel }) => panel.active)?.uri;
  }

  private fill(panel: WebviewPanel, picture: Picture, uri: Uri): void {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    panel.title = picture === 'preview' ? l10n.t('Customer’s view: {0}', name) : l10n.t('Flow: {0}', name);
    panel.iconPath = {
      light: Uri.joinPath(this.extension, 'icons', 'file-light.svg'),
      dark: Uri.joinPath(this.extension, 'icons', 'file-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(this.extension)] };
    const made = new ScriptPanel(
      this.client,
      panel,
      { picture, uri },
      {
        open: (other, document, column) => this.show(other, document, column),
        exportFlow: (form, document) => void exportFlow(this.client, form, document),
      },
    );
    this.open.add(made);
    panel.onDidDispose(() => {
      this.open.delete(made);
      made.dispose();
    });
    panel.webview.html = pageOf(panel.webview, this.extension, picture, uri);
  }

  private changed(address: string): void {
    const uri = this.client.protocol2CodeConverter.asUri(address).toString();
    for (const one of this.open) if (one.uri.toString() === uri) one.refresh();
  }

  private restorer(picture: Picture): WebviewPanelSerializer<PageState> {
    return {
      deserializeWebviewPanel: async (panel, state: PageState | undefined) => {
        if (typeof state?.uri === 'string') this.fill(panel, picture, Uri.parse(state.uri));
        else panel.dispose();
      },
    };
  }
}

function viewType(picture: Picture): string {
  return `huashu.${picture}`;
}
