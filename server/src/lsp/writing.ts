import source from 'huashu:snippets';
import type { Lang } from '../core/index.ts';
import { type Snippets, snippetsOf } from '../manual/snippets.ts';
import type { Draft } from '../service/completion/draft.ts';
import type { Teller } from '../service/completion/tell.ts';
import type { World } from '../service/completion/world.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** The snippets that come with huashu, by language. */
export const snippets: (lang: Lang) => Snippets = snippetsOf(source);

/** An open document as it is being written; undefined when it is none of ours. */
export function draftOf(session: Session, open: OpenDocument): Draft | undefined {
  return session.checker.draftOfOpen(open, session.preferencesOf(open.path));
}

/** What is known beyond a document that is being written. */
export function worldOf(session: Session, open: OpenDocument): World {
  return {
    locale: session.features.locale,
    rules: session.allRules(),
    others: () => session.checker.names.others(open, session.documents.all(), (other) => draftOf(session, other)),
    snippets,
    phrases: session.phrases,
  };
}

/** What is needed to tell what names in a document stand for. */
export function tellerOf(session: Session, open: OpenDocument, draft: Draft): Teller {
  const { locale } = session.features;
  return {
    locale,
    settings: draft.settings,
    pageOf: (rule) => session.pageOf(rule, open.path),
    declaredAt(key) {
      const at = session.projects.settingsFor(open.path).origin(key);
      return at && { uri: `${session.host.uriOf(at.path)}#L${at.line + 1}`, file: at.path.slice(at.path.lastIndexOf('/') + 1) };
    },
    *drafts(uri) {
      if (uri === undefined) yield draft;
      const others = uri === undefined ? Array.from(worldOf(session, open).others(), ([other]) => other) : [uri];
      for (const other of others) {
        const found = draftAt(session, other);
        if (found) yield found;
      }
    },
  };
}

/** A document by address, open or not, as it is. */
function draftAt(session: Session, uri: string): Draft | undefined {
  const path = session.host.pathOf(uri);
  const open = session.documents.get(uri) ?? (path === undefined ? undefined : session.documents.at(path));
  if (open) return draftOf(session, open);
  return path === undefined ? undefined : session.checker.draftOfFile(path, session.preferencesOf(path));
}
