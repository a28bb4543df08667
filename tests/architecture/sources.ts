import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The TypeScript and JavaScript of some folders; generated tables left out. */
export function sources(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)).replaceAll('\\', '/'))
      .filter((path) => /\.(?:ts|mjs|cjs)$/u.test(path) && !path.includes('/generated/'))
      .sort()
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

/** What a module imports or re-exports from. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^'"`;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gmu)].map(
    (m) => (m[1] ?? m[2] ?? m[3])!,
  );
}
