import docs from 'huashu:docs';
import { parse } from 'yaml';
import { CATALOGUE, createLinter } from '../core/index.ts';
import { book } from './book.ts';
import { rulePages } from './rulePage.ts';
import type { Situation } from './situations.ts';

/** Every generated file with its text, by path from the root; `read` gives the text of a file of the project. */
export function generatedDocs(read: (path: string) => string): Map<string, string> {
  const metas = [...createLinter().rules.all.values()].map(({ meta }) => meta);
  const pageOf = rulePages(metas, docs);
  return book({
    pages: CATALOGUE.flatMap((rule) => pageOf(rule) ?? []),
    situations: readSituations(read),
    snippets: {
      en: JSON.parse(read('snippets/en.json')),
      'zh-CN': JSON.parse(read('snippets/zh-Hans.json')),
      'zh-TW': JSON.parse(read('snippets/zh-Hant.json')),
    },
    readme: read('README.md'),
    coverage: read('docs/coverage.md'),
  });
}

/** The situations of a conversation, with the rules that bear on each. */
export function readSituations(read: (path: string) => string): readonly Situation[] {
  return parse(read('server/src/rules/situations.yaml'));
}
