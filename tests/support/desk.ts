import { Refusal } from '../../server/src/assistant/shape.ts';
import type { Desk } from '../../server/src/assistant/tool.ts';
import { createLinter, type Settings } from '../../server/src/core/index.ts';
import { rulePages } from '../../server/src/manual/rulePage.ts';

/** One linter for every test. */
export const linter = createLinter();
export const metas = [...linter.rules.all.values()].map(({ meta }) => meta);
const DOCUMENT = { 'bare-but': '# bare-but: A / B / C\n\n## English\n\nWhy it is there.\n' };

/** What tools work with, in English and without files. */
export function desk(settings: Settings = {}): Desk {
  const open = (): never => {
    throw new Refusal('no files here');
  };
  return { linter, locale: 'en', settings, open, rules: () => metas, pageOf: rulePages(metas, DOCUMENT) };
}
