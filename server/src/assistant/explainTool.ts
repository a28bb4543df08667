import { nearest, type RuleMeta } from '../core/index.ts';
import { pageMarkdown } from '../manual/rulePage.ts';
import { LOCALE, SEVERITY } from './said.ts';
import { listOf, Refusal, record, text, type ValueOf } from './shape.ts';
import type { Tool } from './tool.ts';

const INPUT = record({}, { rule: text('Id of a rule, as findings name it; the list of rules when absent', 100), locale: LOCALE });
const SUMMARY = record({ id: text('Id of the rule'), severity: SEVERITY, title: text('What it finds') }, {});
const OUTPUT = record(
  { rules: listOf('The rule asked for, or all of them', SUMMARY) },
  { page: text('Markdown: why, source, and examples of bad and good'), source: text('Where in the service training it comes from') },
);

/** Tells what a rule is for. */
export const explainTool: Tool<ValueOf<typeof INPUT>, ValueOf<typeof OUTPUT>> = {
  name: 'explain',
  title: 'Explain a service rule',
  description:
    'Why a rule of service wording exists, where in the training it comes from, and examples of bad and good wording. Without a rule: the list of all rules.',
  input: INPUT,
  output: OUTPUT,
  run(desk, { rule, locale = desk.locale }) {
    const summary = ({ id, severity, title }: RuleMeta): ValueOf<typeof SUMMARY> => ({ id, severity, title: title[locale] });
    const rules = desk.rules();
    if (rule === undefined) {
      const all = rules.map(summary);
      return { text: all.map(({ id, severity, title }) => `${id} (${severity}): ${title}`).join('\n'), data: { rules: all } };
    }
    const page = desk.pageOf(rule);
    if (!page) {
      const near = nearest(
        rule,
        rules.map(({ id }) => id),
      );
      throw new Refusal(
        `There is no rule ${JSON.stringify(rule)}.${near === undefined ? ' explain without rule lists them.' : ` Did you mean ${near}?`}`,
      );
    }
    const markdown = pageMarkdown(page, locale);
    return { text: markdown, data: { rules: [summary(page.meta)], page: markdown, source: page.meta.source } };
  },
};
