import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind, type Range } from 'vscode-languageserver';
import { asksFor, codeActions, editOfRule, FIX_ALL, type FixAllOfRule } from '../../service/codeActions.ts';
import { toSpan } from '../../service/convert.ts';
import type { Refactoring } from '../../service/refactor/refactoring.ts';
import { refactorings } from '../../service/refactor/refactorings.ts';
import type { OpenDocument } from '../documents.ts';
import type { Session } from '../session.ts';
import type { RequestGroup } from './group.ts';

const REFACTORINGS: readonly Refactoring['kind'][] = ['refactor.rewrite', 'refactor.extract'];

/** Rewordings, fixes, what can be done about a rule, and ways of writing a script otherwise. */
export const codeActionRequests: RequestGroup = {
  capabilities: ({ literalActions, resolveActions }) => ({
    codeActionProvider: literalActions
      ? { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...REFACTORINGS], resolveProvider: resolveActions }
      : false,
  }),
  listen({ connection, answer }) {
    connection.onCodeAction(answer('textDocument/codeAction', ({ session }, params) => actionsFor(session, params)));
    connection.onCodeActionResolve(answer('codeAction/resolve', ({ session }, action) => resolved(session, action)));
  },
};

/** What is left to work out of a refactoring until it is chosen. */
interface Chosen {
  readonly uri: string;
  readonly version: number;
  readonly refactoring: string;
  readonly range: Range;
}

function actionsFor(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const open = session.documents.get(textDocument.uri);
  const checked = open && session.check(open);
  if (!checked) return [];
  const support = session.actionSupport(open.path);
  const presentation = session.presentation(open.path);
  const actions = codeActions(checked, { range, context, support, presentation, phrases: session.phraseSource(open) });
  const isEmpty = range.start.line === range.end.line && range.start.character === range.end.character;
  if (isEmpty && context.only === undefined && context.triggerKind === CodeActionTriggerKind.Automatic) return actions;
  const wanted = REFACTORINGS.filter((kind) => asksFor(context, kind));
  if (wanted.length === 0) return actions;
  const found = rewritings(session, open, range).filter(({ kind }) => wanted.includes(kind));
  const chosen = { uri: textDocument.uri, version: checked.version!, range };
  return [...actions, ...found.flatMap((one) => toAction(one, support.resolve ? chosen : undefined))];
}

/** The action of a refactoring; its edit is left out where the client will ask for it. */
function toAction({ id, kind, title, edit }: Refactoring, later: Omit<Chosen, 'refactoring'> | undefined): CodeAction[] {
  if (later) return [{ title, kind, data: { ...later, refactoring: id } satisfies Chosen }];
  const now = edit();
  return now ? [{ title, kind, edit: now }] : [];
}

function rewritings(session: Session, open: OpenDocument, range: Range): Refactoring[] {
  const parsed = session.parsed(open);
  const findings = session.check(open)?.findings;
  if (!parsed || !findings) return [];
  const support = session.actionSupport(open.path);
  return refactorings(parsed, { span: toSpan(parsed.lines, range), support, findings, library: session.libraryFor(open) });
}

/** Works out the edit of an action that was chosen; one that needs none, or was made for another version of the text, stays as it is. */
function resolved(session: Session, action: CodeAction): CodeAction {
  const { uri, version } = (action.data ?? {}) as Partial<FixAllOfRule | Chosen>;
  if (uri === undefined) return action;
  const open = session.documents.get(uri);
  const checked = open && session.check(open);
  if (checked?.version !== version || !checked || !open) return action;
  if ('rule' in action.data) return { ...action, edit: editOfRule(checked, action.data.rule, session.actionSupport(open.path)) };
  const { refactoring, range } = action.data as Chosen;
  const edit = rewritings(session, open, range)
    .find(({ id }) => id === refactoring)
    ?.edit();
  return edit ? { ...action, edit } : action;
}
