import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  TabInputTextDiff,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';

const scheme = 'huashu-rewrite';

/** Texts as they would be after a rewording, to be looked at beside what they are. */
export class Proposals implements TextDocumentContentProvider, Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly registration = workspace.registerTextDocumentContentProvider(scheme, this);
  readonly onDidChange = this.changed.event;

  /** Shows what a document would be beside what it is; gives what closes it. */
  async show(document: Uri, text: string): Promise<() => Promise<void>> {
    const proposed = Uri.from({ scheme, path: document.path, query: document.toString() });
    this.texts.set(proposed.toString(), text);
    this.changed.fire(proposed);
    const name = document.path.slice(document.path.lastIndexOf('/') + 1);
    await commands.executeCommand('vscode.diff', document, proposed, l10n.t('{0}: reworded', name), { preview: true });
    return async () => {
      this.texts.delete(proposed.toString());
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      const ours = tabs.filter(({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === proposed.toString());
      if (ours.length > 0) await window.tabGroups.close(ours);
    };
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
