import type { Range, TextEdit } from 'vscode-languageserver';
import { format } from '../../service/format.ts';
import type { Session } from '../session.ts';
import type { RequestGroup } from './group.ts';

/** Only scripts of our own: other languages have formatters, and an editor asks its user to choose between two. */
const documentSelector = [{ language: 'huashu' }];

/** Laying scripts out. */
export const formattingRequests: RequestGroup = {
  capabilities: ({ registerFormatting }) =>
    registerFormatting ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  registrations: ({ registerFormatting }) =>
    registerFormatting
      ? ['textDocument/formatting', 'textDocument/rangeFormatting'].map((method) => ({
          id: method,
          method,
          registerOptions: { documentSelector },
        }))
      : [],
  listen({ connection, answer }) {
    connection.onDocumentFormatting(answer('textDocument/formatting', ({ session }, { textDocument }) => edits(session, textDocument.uri)));
    connection.onDocumentRangeFormatting(
      answer('textDocument/rangeFormatting', ({ session }, { textDocument, range }) => edits(session, textDocument.uri, range)),
    );
  },
};

function edits(session: Session, uri: string, range?: Range): TextEdit[] {
  const open = session.documents.get(uri);
  const parsed = open && session.parsed(open);
  return parsed ? format(parsed, range) : [];
}
