import type { CancellationToken, Location, LocationLink, Position } from 'vscode-languageserver';
import { addressOf, documentLinks, type LinkData } from '../../service/navigation/documentLinks.ts';
import { rangeOf } from '../../service/navigation/facts.ts';
import { asLink, definition, highlights, type Named, references } from '../../service/navigation/references.ts';
import { workspaceSymbols } from '../../service/navigation/workspaceSymbols.ts';
import { declarationsOf } from '../declarations.ts';
import type { OpenDocument } from '../documents.ts';
import type { Running } from '../running.ts';
import { askedAt, factsAt, nameOf } from './asked.ts';
import type { RequestGroup } from './group.ts';

/** Where scenes and placeholders are named: definition, references, highlights, links, and the scenes of the workspace. */
export const nameRequests: RequestGroup = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: true },
    workspaceSymbolProvider: true,
  }),
  listen({ connection, answer }) {
    connection.onDefinition(answer('textDocument/definition', defined));
    connection.onReferences(
      answer('textDocument/references', async (server, { textDocument, position, context }, token) => {
        const asked = await askedAt(server, textDocument.uri, position, token);
        if (!asked?.named) return null;
        const found = references(position, asked.from, asked.all, context) ?? [];
        return context.includeDeclaration ? [...declared(server, asked.open, asked.named), ...found] : found;
      }),
    );
    connection.onDocumentHighlight(
      answer('textDocument/documentHighlight', async (server, { textDocument, position }) => {
        const from = await factsAt(server, textDocument.uri);
        return (from && highlights(position, from)) ?? null;
      }),
    );
    connection.onDocumentLinks(
      answer('textDocument/documentLink', async (server, { textDocument }) => {
        const from = await factsAt(server, textDocument.uri);
        return from && server.session.documents.get(textDocument.uri)?.path !== undefined ? documentLinks(from) : null;
      }),
    );
    connection.onDocumentLinkResolve(
      answer('documentLink/resolve', async ({ session }, link, token) => {
        if (!link.data) return link;
        const { uri, key } = link.data as LinkData;
        const open = session.documents.get(uri);
        const parsed = open && session.parsed(open);
        const target = parsed && addressOf(key, session.facts.of(parsed), await session.facts.around(open, token));
        return target === undefined ? link : { ...link, target };
      }),
    );
    connection.onWorkspaceSymbol(
      answer('workspace/symbol', async (server, { query }, token) => {
        await server.ready;
        return workspaceSymbols(query, await server.session.facts.all(token), (uri) => nameOf(server.session, uri));
      }),
    );
  },
};

async function defined(
  server: Running,
  { textDocument, position }: { readonly textDocument: { readonly uri: string }; readonly position: Position },
  token: CancellationToken,
): Promise<Location[] | LocationLink[] | null> {
  const asked = await askedAt(server, textDocument.uri, position, token);
  if (!asked?.named) return null;
  const { named, from, all, open } = asked;
  const scene = definition(position, from, all);
  const targets = scene ? [scene.target] : declared(server, open, named);
  const links = targets.map((target) => ({ origin: rangeOf(named.at), target }));
  return server.session.features.navigation.definitionLinks ? links.map(asLink) : targets;
}

function declared({ session }: Running, { path }: OpenDocument, named: Named): Location[] {
  if (named.kind !== 'placeholder') return [];
  return declarationsOf(session, path, named.key).map(({ uri, at }) => ({ uri, range: rangeOf(at) }));
}
