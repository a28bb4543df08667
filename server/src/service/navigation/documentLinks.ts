import type { DocumentLink } from 'vscode-languageserver';
import { type FileFacts, rangeOf } from './facts.ts';
import { sceneOf } from './references.ts';

/** What is left to work out of a link when somebody follows it: it may lead to another file. */
export interface LinkData {
  readonly uri: string;
  readonly key: string;
}

/** The links of a file, each leading to the heading of its scene. Those that lead out of the file are resolved when they are followed. */
export function documentLinks(file: FileFacts): DocumentLink[] {
  return file.links.map(({ key, at }) => {
    const range = rangeOf(at);
    const target = addressOf(key, file, [file]);
    return target === undefined ? { range, data: { uri: file.uri, key } satisfies LinkData } : { range, target };
  });
}

/** Where a link leads, with the line of the heading as editors understand it. */
export function addressOf(key: string, from: FileFacts, all: readonly FileFacts[]): string | undefined {
  const meant = sceneOf(key, from, all);
  return meant && `${meant.file.uri}#L${meant.file.scenes[meant.scene]!.at.line + 1}`;
}
