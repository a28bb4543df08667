import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf } from '../service/diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Told } from './encoded.ts';
import type { Session } from './session.ts';

/** What is found in an open document now. */
export function toldOf(session: Session, open: OpenDocument): Told {
  const { path, document, written } = open;
  if (path !== undefined && session.configs.has(path)) return plainly(session.configs.problems(path, document.getText()));
  const checked = session.check(open);
  if (!checked) return plainly([]);
  const presentation = session.presentation(path);
  return { items: () => diagnosticsOf(checked, presentation), json: () => written.of(checked, presentation) };
}

function plainly(items: Diagnostic[]): Told {
  return { items: () => items, json: () => [Buffer.from(JSON.stringify(items))] };
}
