import type { Hover, HoverParams } from 'vscode-languageserver';
import { hover } from '../../service/hover.ts';
import type { Session } from '../session.ts';
import type { RequestGroup } from './group.ts';

/** What is told about the words under the pointer. */
export const hoverRequests: RequestGroup = {
  capabilities: () => ({ hoverProvider: true }),
  listen({ connection, answer }) {
    connection.onHover(answer('textDocument/hover', ({ session }, params) => hoverAt(session, params)));
  },
};

function hoverAt(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const open = session.documents.get(textDocument.uri);
  const checked = open && session.check(open);
  if (!checked) return null;
  const { locale, markdownHover } = session.features;
  return hover(checked, position, { locale, markdown: markdownHover, pageOf: (rule) => session.pageOf(rule, open.path) });
}
