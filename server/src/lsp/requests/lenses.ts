import type { CodeLens } from 'vscode-languageserver';
import { toSpan } from '../../service/convert.ts';
import { codeLenses, type LensData, lensCommand, sceneOfLens } from '../../service/navigation/codeLens.ts';
import { inlayHints } from '../../service/navigation/inlayHints.ts';
import type { Session } from '../session.ts';
import type { RequestGroup } from './group.ts';
import { scriptAt } from './structure.ts';

/** What is told between the lines: of each scene what is found in it, of each turn what the agent does by it. */
export const lensRequests: RequestGroup = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true }, inlayHintProvider: true }),
  listen({ connection, answer }) {
    connection.onCodeLens(
      answer('textDocument/codeLens', async (server, { textDocument }) => {
        const parsed = await scriptAt(server, textDocument);
        return parsed && server.session.preferencesOf(pathAt(server.session, textDocument.uri)).codeLens ? codeLenses(parsed) : null;
      }),
    );
    connection.onCodeLensResolve(answer('codeLens/resolve', ({ session }, lens) => resolved(session, lens)));
    connection.languages.inlayHint.on(
      answer('textDocument/inlayHint', async (server, { textDocument, range }) => {
        const parsed = await scriptAt(server, textDocument);
        const { session } = server;
        if (!parsed || !session.preferencesOf(pathAt(session, textDocument.uri)).actHints) return null;
        return inlayHints(parsed, toSpan(parsed.lines, range), session.actsOf(parsed), session.features.locale);
      }),
    );
  },
};

function pathAt({ documents }: Session, uri: string): string | undefined {
  return documents.get(uri)?.path;
}

/** A lens with its words; one whose scene is no longer there says nothing until the client asks anew. */
function resolved(session: Session, lens: CodeLens): CodeLens {
  const data = lens.data as LensData | undefined;
  if (!data) return lens;
  const open = session.documents.get(data.uri);
  const parsed = open && session.parsed(open);
  const checked = open && session.check(open);
  const scene = parsed && sceneOfLens(parsed, data);
  if (!parsed || !checked || !scene) return { ...lens, command: { title: '', command: '' } };
  const { locale, navigation } = session.features;
  const words = { locale, actsOf: session.actsOf(parsed), command: navigation.goToFindings };
  return { ...lens, command: lensCommand(scene, parsed, checked, words) };
}
