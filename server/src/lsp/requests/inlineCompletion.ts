import type { InlineCompletionList, InlineCompletionParams } from 'vscode-languageserver';
import { completeInline } from '../../service/completion/inline.ts';
import type { Session } from '../session.ts';
import { draftOf, worldOf } from '../writing.ts';
import type { RequestGroup } from './group.ts';

/** The rest of the sentence an agent is about to say, in grey behind the cursor. */
export const inlineCompletionRequests: RequestGroup = {
  capabilities: ({ inlineCompletion }) => (inlineCompletion ? { inlineCompletionProvider: true } : {}),
  listen({ connection, answer }) {
    connection.languages.inlineCompletion.on(answer('textDocument/inlineCompletion', ({ session }, params) => inlineAt(session, params)));
  },
};

function inlineAt(session: Session, { textDocument, position }: InlineCompletionParams): InlineCompletionList | null {
  const open = session.documents.get(textDocument.uri);
  const draft = open && session.preferencesOf(open.path).inlineCompletion ? draftOf(session, open) : undefined;
  if (!open || !draft) return null;
  const offset = open.document.offsetAt(position);
  const at = open.document.positionAt(offset);
  return completeInline(draft, { offset, ...at }, worldOf(session, open), session.features.completion);
}
