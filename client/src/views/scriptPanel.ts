import { type Disposable, Range, TextEditorRevealType, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ChatWalk,
  type FlowParams,
  type FlowResult,
  flowRequest,
  type PreviewParams,
  type PreviewResult,
  previewRequest,
  type ViewRange,
} from '../../../server/src/viewProtocol.ts';
import type { FromPage, Picture, ToPage } from './messages.ts';

/** What a page may ask for that concerns more than itself. */
export interface PanelActions {
  open(picture: Picture, uri: Uri, column: ViewColumn | undefined): void;
  exportFlow(form: 'svg' | 'mermaid', uri: Uri): void;
}

/** One picture of one document in an editor tab: asks the server for it again whenever it is out of date. */
export class ScriptPanel implements Disposable {
  readonly picture: Picture;
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  private readonly client: LanguageClient;
  private readonly actions: PanelActions;
  private readonly listeners: Disposable[];
  private line: number | undefined;
  private walk: ChatWalk | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  private again = false;
  private ready = false;
  /** The page has been drawn since it came up. */
  private drawn = false;

  constructor(client: LanguageClient, panel: WebviewPanel, subject: Pick<ScriptPanel, 'picture' | 'uri'>, actions: PanelActions) {
    this.client = client;
    this.panel = panel;
    this.picture = subject.picture;
    this.uri = subject.uri;
    this.actions = actions;
    const address = this.uri.toString();
    this.listeners = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.hear(message)),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [first] = selections;
        if (first && textEditor.document.uri.toString() === address) this.post({ type: 'cursor', line: first.active.line });
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.waiting);
    for (const listener of this.listeners) listener.dispose();
  }

  /** What is shown is out of date: many edits in a row are drawn once. */
  refresh(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(), this.picture === 'flow' ? 200 : 60);
  }

  private hear(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        this.drawn = false;
        void this.ask();
        break;
      case 'ask':
        this.line = message.line;
        this.walk = message.walk;
        void this.ask();
        break;
      case 'goto':
        void this.goTo(message.range);
        break;
      case 'open':
        this.actions.open(message.picture, this.uri, this.panel.viewColumn);
        break;
      case 'export':
        this.actions.exportFlow(message.form, this.uri);
        break;
    }
  }

  /** One request at a time; what has changed while it was under way is asked for once it is over. */
  private async ask(): Promise<void> {
    this.again = this.asking;
    if (this.asking || !this.ready) return;
    this.asking = true;
    try {
      await workspace.openTextDocument(this.uri);
      const result = await this.request();
      this.post('view' in result ? { type: 'show', view: result.view } : { type: 'none', why: result.none });
      const at = this.editor()?.selection.active;
      if (!this.drawn && at) this.post({ type: 'cursor', line: at.line });
      this.drawn = true;
    } catch (error) {
      this.client.warn(String(error));
      this.post({ type: 'none', why: 'gone' });
    } finally {
      this.asking = false;
      if (this.again) this.refresh();
    }
  }

  private request(): Promise<PreviewResult | FlowResult> {
    const textDocument = { uri: this.client.code2ProtocolConverter.asUri(this.uri) };
    const line = this.line ?? this.editor()?.selection.active.line;
    const place = line === undefined ? {} : { line };
    if (this.picture === 'flow') {
      const params: FlowParams = { textDocument, ...place };
      return this.client.sendRequest<FlowResult>(flowRequest, params);
    }
    const params: PreviewParams = { textDocument, ...place, ...(this.walk ? { walk: this.walk } : {}) };
    return this.client.sendRequest<PreviewResult>(previewRequest, params);
  }

  private post(message: ToPage): void {
    if (this.ready) void this.panel.webview.postMessage(message);
  }

  private async goTo({ start, end }: ViewRange): Promise<void> {
    const range = new Range(start.line, start.character, end.line, end.character);
    const viewColumn = this.editor()?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
    const editor = await window.showTextDocument(this.uri, { viewColumn, selection: range });
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private editor() {
    return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.uri.toString());
  }
}
