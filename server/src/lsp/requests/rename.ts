import {
  type CancellationToken,
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { placeholderKey } from '../../core/naming.ts';
import { rangeOf } from '../../service/navigation/facts.ts';
import { type Renaming, renamePlaceholder, renameScene, sceneNameAt } from '../../service/navigation/rename.ts';
import { declarationsOf } from '../declarations.ts';
import type { Running } from '../running.ts';
import type { Session } from '../session.ts';
import { type Asked, askedAt, nameOf } from './asked.ts';
import type { RequestGroup } from './group.ts';

/** Scenes and placeholders under another name, in every file. */
export const renameRequests: RequestGroup = {
  capabilities: () => ({ renameProvider: { prepareProvider: true } }),
  listen({ connection, answer }) {
    connection.onPrepareRename(
      answer('textDocument/prepareRename', async (server, { textDocument, position }, token): Promise<PrepareRenameResult | null> => {
        const asked = await askedAt(server, textDocument.uri, position, token);
        const at =
          asked?.named && (asked.named.kind === 'placeholder' ? asked.named.at : sceneNameAt(asked.named, asked.from, asked.all)?.under);
        if (!at) return null;
        const range = rangeOf(at);
        return { range, placeholder: asked.open.document.getText(range) };
      }),
    );
    connection.onRenameRequest(answer('textDocument/rename', renamed));
  },
};

async function renamed(
  server: Running,
  { textDocument, position, newName }: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError<never> | null> {
  const { session } = server;
  const asked = await askedAt(server, textDocument.uri, position, token);
  const renaming = asked && renamingOf(session, asked, newName);
  if (!renaming || token.isCancellationRequested) return null;
  if ('refused' in renaming) return new ResponseError<never>(LSPErrorCodes.RequestFailed, renaming.refused[session.features.locale]);
  if (!session.features.documentChanges)
    return { changes: Object.fromEntries([...renaming.edits].map(([uri, edits]) => [uri, [...edits]])) };
  const documentChanges = Array.from(renaming.edits, ([uri, edits]) => ({
    textDocument: { uri, version: session.documents.get(uri)?.document.version ?? null },
    edits: [...edits],
  }));
  return { documentChanges };
}

function renamingOf(session: Session, { open, named, from, all }: Asked, name: string): Renaming | undefined {
  const nameOfFile = (uri: string): string => nameOf(session, uri);
  if (named?.kind !== 'placeholder') {
    const scene = named && sceneNameAt(named, from, all);
    return scene && renameScene(scene, name, all, nameOfFile);
  }
  return renamePlaceholder(named.key, name, all, {
    declared: declarationsOf(session, open.path, named.key),
    existing: declarationsOf(session, open.path, placeholderKey(name))[0],
    read: (uri) => {
      const other = session.documents.get(uri);
      return other ? session.parsed(other) : session.parsedFile(session.host.pathOf(uri) ?? uri);
    },
    nameOf: nameOfFile,
  });
}
