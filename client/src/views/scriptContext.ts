import { commands, type Disposable, type TextEditor, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type IsScriptParams, type IsScriptResult, isScriptRequest } from '../../../server/src/viewProtocol.ts';

const key = 'huashu.isScript';

/** Keeps the context key that is true while the active editor holds a script in a general format, so that buttons show where they help. */
export function watchScriptContext(client: LanguageClient): Disposable[] {
  let latest = 0;
  const update = async (editor: TextEditor | undefined): Promise<void> => {
    const turn = ++latest;
    const script = editor !== undefined && (await isScript(client, editor));
    if (turn === latest) await commands.executeCommand('setContext', key, script);
  };
  void update(window.activeTextEditor);
  return [
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidSaveTextDocument((document) => {
      if (document === window.activeTextEditor?.document) void update(window.activeTextEditor);
    }),
  ];
}

async function isScript(client: LanguageClient, { document }: TextEditor): Promise<boolean> {
  if (!['markdown', 'plaintext'].includes(document.languageId)) return false;
  const params: IsScriptParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
  try {
    return (await client.sendRequest<IsScriptResult>(isScriptRequest, params)).script;
  } catch {
    return false;
  }
}
