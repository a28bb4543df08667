import { type CompletionItem, type CompletionList, type CompletionParams, CompletionTriggerKind } from 'vscode-languageserver';
import { complete, documented, TRIGGERS } from '../../service/completion/completion.ts';
import type { ItemData } from '../../service/completion/list.ts';
import type { Session } from '../session.ts';
import { draftOf, tellerOf, worldOf } from '../writing.ts';
import type { RequestGroup } from './group.ts';

/** What may be written at the cursor. */
export const completionRequests: RequestGroup = {
  capabilities: ({ completion }) => ({
    completionProvider: {
      triggerCharacters: [...TRIGGERS],
      resolveProvider: true,
      ...(completion.labelDetails ? { completionItem: { labelDetailsSupport: true } } : {}),
    },
  }),
  listen({ connection, answer }) {
    connection.onCompletion(answer('textDocument/completion', ({ session }, params) => completionAt(session, params)));
    connection.onCompletionResolve(answer('completionItem/resolve', ({ session }, item) => resolved(session, item)));
  },
};

function completionAt(session: Session, { textDocument, position, context }: CompletionParams): CompletionList | null {
  const open = session.documents.get(textDocument.uri);
  const draft = open && draftOf(session, open);
  if (!draft) return null;
  const offset = open.document.offsetAt(position);
  const at = open.document.positionAt(offset);
  const trigger = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  const { completion } = session.features;
  const list = complete(draft, { offset, ...at, trigger }, worldOf(session, open), completion);
  if (!list || completion.resolves) return list;
  const teller = tellerOf(session, open, draft);
  return { ...list, items: list.items.map((item) => documented(item, teller, completion)) };
}

function resolved(session: Session, item: CompletionItem): CompletionItem {
  const uri = (item.data as ItemData | undefined)?.uri;
  const open = uri === undefined ? undefined : session.documents.get(uri);
  const draft = open && draftOf(session, open);
  return draft ? documented(item, tellerOf(session, open, draft), session.features.completion) : item;
}
