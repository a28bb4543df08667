import * as vscode from 'vscode';
import { locale } from '../settings.ts';

/** What newer editors have for servers of the Model Context Protocol. */
interface McpEditor {
  readonly lm?: {
    readonly registerMcpServerDefinitionProvider?: (id: string, provider: Provider) => vscode.Disposable;
  };
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string>,
    version: string,
  ) => object;
}

interface Provider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
  provideMcpServerDefinitions(): object[];
}

/** Tells the editor of `huashu mcp` in each open folder, once the workspace is trusted; nothing where the editor cannot know of servers. */
export function provideMcpServers(extension: vscode.Uri, version: string): vscode.Disposable[] {
  const { lm, McpStdioServerDefinition: Definition } = vscode as unknown as McpEditor;
  if (!lm?.registerMcpServerDefinitionProvider || !Definition) return [];
  const changed = new vscode.EventEmitter<void>();
  const fire = (): void => changed.fire();
  const cli = vscode.Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  const provider: Provider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions() {
      if (!vscode.workspace.isTrusted) return [];
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
      return folders.map(({ name, uri }) => {
        const label = folders.length > 1 ? `Huashu (${name})` : 'Huashu';
        const args = [cli, 'mcp', uri.fsPath, '--locale', localeOption()];
        return new Definition(label, process.execPath, args, { ELECTRON_RUN_AS_NODE: '1' }, version);
      });
    },
  };
  return [
    changed,
    ...registered(() => lm.registerMcpServerDefinitionProvider?.('huashu', provider)),
    vscode.workspace.onDidGrantWorkspaceTrust(fire),
    vscode.workspace.onDidChangeWorkspaceFolders(fire),
  ];
}

/** What was registered; nothing where the editor has this on trial only and refuses it. */
function registered(register: () => vscode.Disposable | undefined): vscode.Disposable[] {
  try {
    return [register() ?? []].flat();
  } catch {
    return [];
  }
}

/** The language of messages as the command line names it. */
function localeOption(): string {
  const tag = locale().toLowerCase();
  if (!tag.startsWith('zh')) return 'en';
  return /tw|hk|mo|hant/u.test(tag) ? 'zh-TW' : 'zh-CN';
}
