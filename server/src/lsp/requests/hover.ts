import type { Hover, HoverParams } from 'vscode-languageserver';
import { toldAt } from '../../service/completion/toldAt.ts';
import { hover } from '../../service/hover.ts';
import type { Session } from '../session.ts';
import { draftOf, tellerOf } from '../writing.ts';
import type { RequestGroup } from './group.ts';

/** What is told about the words under the pointer: what was found there, and what a name stands for. */
export const hoverRequests: RequestGroup = {
  capabilities: () => ({ hoverProvider: true }),
  listen({ connection, answer }) {
    connection.onHover(answer('textDocument/hover', ({ session }, params) => hoverAt(session, params)));
  },
};

function hoverAt(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const open = session.documents.get(textDocument.uri);
  const checked = open && session.check(open);
  const draft = open && draftOf(session, open);
  if (!checked || !draft) return null;
  const { locale, markdownHover } = session.features;
  const told = toldAt(draft, position, checked.lines, tellerOf(session, open, draft));
  return hover(checked, position, { locale, markdown: markdownHover, pageOf: (rule) => session.pageOf(rule, open.path), told });
}
