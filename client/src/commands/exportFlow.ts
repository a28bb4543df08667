import { env, l10n, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type FlowTextParams, type FlowTextResult, flowTextRequest } from '../../../server/src/viewProtocol.ts';

/** The flow picture of a document as a file of its own, or as Mermaid text on the clipboard. */
export async function exportFlow(client: LanguageClient, form: 'svg' | 'mermaid', uri: Uri): Promise<void> {
  await workspace.openTextDocument(uri);
  const params: FlowTextParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) }, form };
  const result = await client.sendRequest<FlowTextResult>(flowTextRequest, params);
  if (!('text' in result)) {
    window.showInformationMessage(l10n.t('There is no script in this file to draw.'));
  } else if (form === 'mermaid') {
    await env.clipboard.writeText(result.text);
    window.setStatusBarMessage(l10n.t('Huashu: the flow is on the clipboard as Mermaid text.'), 4000);
  } else await save(result.text, uri);
}

async function save(text: string, uri: Uri): Promise<void> {
  const beside = uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}.svg`, scheme: uri.scheme === 'untitled' ? 'file' : uri.scheme });
  const target = await window.showSaveDialog({ defaultUri: beside, filters: { SVG: ['svg'] }, title: l10n.t('Export the flow picture') });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = l10n.t('Open');
  const chosen = await window.showInformationMessage(
    l10n.t('The flow picture is in {0}.', target.path.slice(target.path.lastIndexOf('/') + 1)),
    open,
  );
  if (chosen === open) await env.openExternal(Uri.from(target));
}
