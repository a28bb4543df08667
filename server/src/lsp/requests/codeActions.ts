import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { codeActions, editOfRule, FIX_ALL, type FixAllOfRule } from '../../service/codeActions.ts';
import type { Session } from '../session.ts';
import type { RequestGroup } from './group.ts';

/** Rewordings, fixes, and what can be done about a rule. */
export const codeActionRequests: RequestGroup = {
  capabilities: ({ literalActions, resolveActions }) => ({
    codeActionProvider: literalActions
      ? { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL], resolveProvider: resolveActions }
      : false,
  }),
  listen({ connection, answer }) {
    connection.onCodeAction(answer('textDocument/codeAction', ({ session }, params) => actionsFor(session, params)));
    connection.onCodeActionResolve(answer('codeAction/resolve', ({ session }, action) => resolved(session, action)));
  },
};

function actionsFor(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const open = session.documents.get(textDocument.uri);
  const checked = open && session.check(open);
  if (!checked) return [];
  const support = session.actionSupport(open.path);
  return codeActions(checked, {
    range,
    context,
    support,
    presentation: session.presentation(open.path),
    phrases: session.phraseSource(open),
  });
}

/** Works out the edit of an action that was chosen; one made for another version of the text stays as it is. */
function resolved(session: Session, action: CodeAction): CodeAction {
  const { uri, version, rule } = action.data as FixAllOfRule;
  const open = session.documents.get(uri);
  const checked = open && session.check(open);
  if (checked?.version !== version || !checked) return action;
  return { ...action, edit: editOfRule(checked, rule, session.actionSupport(open?.path)) };
}
