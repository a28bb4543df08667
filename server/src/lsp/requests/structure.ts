import type { TextDocumentIdentifier } from 'vscode-languageserver';
import { foldingRanges } from '../../service/navigation/folding.ts';
import { flatOutline, outline } from '../../service/navigation/outline.ts';
import { selectionRanges } from '../../service/navigation/selection.ts';
import { isScript } from '../../service/navigation/speaker.ts';
import type { Parsed } from '../../service/parsed.ts';
import type { Running } from '../running.ts';
import type { RequestGroup } from './group.ts';

/** How a script is built: outline, folding, selections that grow. */
export const structureRequests: RequestGroup = {
  capabilities: () => ({
    documentSymbolProvider: { label: 'Huashu' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
  }),
  listen({ connection, answer }) {
    connection.onDocumentSymbol(
      answer('textDocument/documentSymbol', async (server, { textDocument }) => {
        const parsed = await scriptAt(server, textDocument);
        const { locale, navigation } = server.session.features;
        if (!parsed) return null;
        return navigation.nested ? outline(parsed, locale) : flatOutline(parsed, locale);
      }),
    );
    connection.onFoldingRanges(
      answer('textDocument/foldingRange', async (server, { textDocument }) => {
        const parsed = await scriptAt(server, textDocument);
        return parsed ? foldingRanges(parsed, { limit: server.session.features.navigation.foldingLimit }) : null;
      }),
    );
    connection.onSelectionRanges(
      answer('textDocument/selectionRange', async (server, { textDocument, positions }) => {
        const parsed = await scriptAt(server, textDocument);
        return parsed ? selectionRanges(parsed, positions) : null;
      }),
    );
  },
};

/** An open document that is a script, as it is read now. */
export async function scriptAt(server: Running, { uri }: TextDocumentIdentifier): Promise<Parsed | undefined> {
  await server.ready;
  const open = server.session.documents.get(uri);
  const parsed = open && server.session.parsed(open);
  return parsed && isScript(parsed) ? parsed : undefined;
}
