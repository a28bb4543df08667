import { configTemplate } from '../core/configTemplate.ts';
import type { RuleMeta } from '../core/index.ts';
import { pageMarkdown, type RulePage } from '../manual/rulePage.ts';
import type { ConfigTemplateParams, ConfigTemplateResult, ExplainParams, ExplainResult } from '../protocol.ts';
import { localeOf } from './features.ts';

/** The rules by name, and the page of the one that was asked for. */
export function explain(
  { rule, locale }: ExplainParams,
  rules: readonly RuleMeta[],
  pageOf: (rule: string) => RulePage | undefined,
): ExplainResult {
  const language = localeOf(locale);
  const summaries = rules
    .map(({ id, severity, title }) => ({ id, severity, title: title[language] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = typeof rule === 'string' ? pageOf(rule) : undefined;
  return page ? { rules: summaries, markdown: pageMarkdown(page, language) } : { rules: summaries };
}

/** A commented config file to begin with. */
export function template({ locale }: ConfigTemplateParams): ConfigTemplateResult {
  return { text: configTemplate(localeOf(locale)) };
}
