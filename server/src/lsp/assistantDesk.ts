import { openFile, type Shelf } from '../assistant/openFile.ts';
import type { Desk } from '../assistant/tool.ts';
import { within } from '../core/paths.ts';
import type { Session } from './session.ts';

/** What assistants work with in the editor: the open folders, with documents as they stand on the screen. */
export function deskOf(session: Session): Desk {
  const { host, projects, documents, features } = session;
  const open = (path: string): string | undefined => documents.at(path)?.document.getText();
  const shelf: Shelf = {
    roots: projects.folders,
    kind: () => 'file',
    size: (path) => open(path)?.length ?? host.size(path),
    real: (path) => host.real(path) ?? (documents.at(path) ? path : undefined),
    read: (path) => open(path) ?? host.read(path),
    settingsFor: (path) => projects.settingsFor(path),
  };
  return {
    linter: session.checker.linter,
    locale: features.locale,
    settings: session.checker.settingsFor(undefined, session.preferencesOf(undefined)),
    open: (path) => ({ ...openFile(shelf, path, (settings) => settings) }),
    rules: () => session.allRules(),
    pageOf: (rule) => session.pageOf(rule),
    async phrases() {
      const { phrases } = session;
      return {
        size: phrases.size,
        recommend: (situation, most) => phrases.recommend(situation, { limit: most }).map((one) => ({ ...one, path: nameOf(one.path) })),
      };
    },
  };

  function nameOf(key: string): string {
    const root = projects.rootOf(key);
    return (root === undefined ? undefined : within(root, key)) ?? key;
  }
}
