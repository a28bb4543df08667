import { Refusal } from '../../server/src/assistant/shape.ts';
import type { Desk, PhraseShelf } from '../../server/src/assistant/tool.ts';
import { createLinter, phraseTopic, type Settings } from '../../server/src/core/index.ts';
import { rulePages } from '../../server/src/manual/rulePage.ts';

/** One linter for every test. */
export const linter = createLinter({ gathers: [phraseTopic()] });
export const metas = [...linter.rules.all.values()].map(({ meta }) => meta);
const DOCUMENT = { 'bare-but': '# bare-but: A / B / C\n\n## English\n\nWhy it is there.\n' };

/** What tools work with, in English and without files to open; approved phrases are those of a script. */
export function desk(settings: Settings = {}, script = ''): Desk {
  const open = (): never => {
    throw new Refusal('no files here');
  };
  const phrases = async (): Promise<PhraseShelf> => {
    const book = linter.phrasebook();
    book.put('kb.huashu', linter.lint({ text: script, format: 'huashu' }, settings));
    return { size: book.size, recommend: (situation, most) => book.recommend(situation, { limit: most }) };
  };
  return { linter, locale: 'en', settings, open, rules: () => metas, pageOf: rulePages(metas, () => DOCUMENT), phrases };
}
