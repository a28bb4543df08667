import type { CancellationToken, Position } from 'vscode-languageserver';
import { within } from '../../core/paths.ts';
import type { FileFacts } from '../../service/navigation/facts.ts';
import { type Named, namedAt } from '../../service/navigation/references.ts';
import type { OpenDocument } from '../documents.ts';
import type { Running } from '../running.ts';
import type { Session } from '../session.ts';

/** What somebody asks about: the name under the cursor, the facts of the document, and those of all files it may refer to. */
export interface Asked {
  readonly open: OpenDocument;
  readonly named: Named | undefined;
  readonly from: FileFacts;
  readonly all: readonly FileFacts[];
}

/** What stands under a cursor. Other files are read only where they have a say. */
export async function askedAt(server: Running, uri: string, position: Position, token: CancellationToken): Promise<Asked | undefined> {
  const before = await factsAt(server, uri);
  const open = server.session.documents.get(uri);
  if (!before || !open) return undefined;
  if (!namedAt(before, position)) return { open, named: undefined, from: before, all: [before] };
  const all = await server.session.facts.around(open, token);
  const from = await factsAt(server, uri);
  if (!from) return undefined;
  const named = namedAt(from, position);
  return { open, named, from, all: named?.kind === 'placeholder' ? sameFolder(server.session, open, all) : all };
}

/** The files of the open folder that a document is in: what a placeholder stands for is the project's own affair. */
function sameFolder({ projects, host }: Session, { path }: OpenDocument, all: readonly FileFacts[]): readonly FileFacts[] {
  const rootOf = (at: string | undefined): string | undefined => (at === undefined ? undefined : projects.rootOf(at));
  const root = rootOf(path);
  return root === undefined ? all : all.filter(({ uri }) => rootOf(host.pathOf(uri)) === root);
}

/** The facts of an open document; undefined when it is none of ours. */
export async function factsAt(server: Running, uri: string): Promise<FileFacts | undefined> {
  await server.ready;
  const { session } = server;
  const open = session.documents.get(uri);
  const parsed = open && session.parsed(open);
  return parsed && session.facts.of(parsed);
}

/** What a reader calls a file: its path within the open folder, else its name. */
export function nameOf({ host, projects }: Session, uri: string): string {
  const path = host.pathOf(uri) ?? uri;
  const root = projects.rootOf(path);
  return (root === undefined ? undefined : within(root, path)) ?? path.slice(path.lastIndexOf('/') + 1);
}
