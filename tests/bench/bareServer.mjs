// The floor: a language server that runs one expression over the whole text after each edit, and nothing else.
import { createConnection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const WORDS = /但是|不能|无法|公司规定|没办法|我说过了|cannot|can't|unfortunately|our policy/g;
const connection = createConnection();
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  const items = Array.from(document.getText().matchAll(WORDS), (found) => ({
    range: { start: document.positionAt(found.index), end: document.positionAt(found.index + found[0].length) },
    severity: 2,
    source: 'bare',
    message: `“${found[0]}”`,
  }));
  return { kind: 'full', items };
});
documents.listen(connection);
connection.listen();
