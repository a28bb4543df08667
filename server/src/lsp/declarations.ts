import { lineIndex } from '../core/index.ts';
import { placeholderKey } from '../core/naming.ts';
import type { Declaration } from '../service/navigation/rename.ts';
import type { Session } from './session.ts';

/** Where the config files in force for a file declare a placeholder, nearest first. What is not as it was read is left out. */
export function declarationsOf({ projects, documents, host }: Session, path: string | undefined, key: string): Declaration[] {
  const config = projects.settingsFor(path);
  const names = Object.keys(config.settings.known ?? {}).filter((name) => placeholderKey(name) === key);
  return names.flatMap((name) =>
    config.origins(`placeholders.known.${name}`).flatMap(({ path: file, line, column, length }) => {
      const text = documents.at(file)?.document.getText() ?? host.read(file) ?? '';
      const start = lineIndex(text).offsetAt({ line, column });
      const written = text.slice(start, start + length);
      if (!written.includes(name)) return [];
      const quoted = /^["']/u.test(written);
      const uri = documents.at(file)?.document.uri ?? host.uriOf(file);
      return [{ uri, at: { line, character: column, length }, quoted: quoted || file.endsWith('.json') }];
    }),
  );
}
