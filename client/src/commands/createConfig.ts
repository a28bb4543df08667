import { l10n, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ConfigTemplateParams, type ConfigTemplateResult, configTemplateRequest } from '../../../server/src/protocol.ts';
import { locale } from '../settings.ts';

/** Opens the folder's config file, after writing a commented one if there is none. */
export async function createConfig(client: LanguageClient): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) {
    if (!workspace.workspaceFolders?.length) window.showInformationMessage(l10n.t('Open a folder first: huashu.yaml belongs to a folder.'));
    return;
  }
  const file = (await existing(folder)) ?? (await write(client, folder));
  await window.showTextDocument(await workspace.openTextDocument(file));
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0];
  const active = window.activeTextEditor?.document.uri;
  return (active && workspace.getWorkspaceFolder(active)) ?? window.showWorkspaceFolderPick();
}

async function existing(folder: WorkspaceFolder): Promise<Uri | undefined> {
  for (const name of ['huashu.yaml', 'huashu.json']) {
    const uri = Uri.joinPath(folder.uri, name);
    const found = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (found) return uri;
  }
  return undefined;
}

async function write(client: LanguageClient, folder: WorkspaceFolder): Promise<Uri> {
  const uri = Uri.joinPath(folder.uri, 'huashu.yaml');
  const params: ConfigTemplateParams = { locale: locale() };
  const { text } = await client.sendRequest<ConfigTemplateResult>(configTemplateRequest, params);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
