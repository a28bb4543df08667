import { configTemplate } from '../../core/configTemplate.ts';
import type { RuleMeta } from '../../core/index.ts';
import { pageMarkdown, type RulePage } from '../../manual/rulePage.ts';
import {
  type ConfigTemplateParams,
  type ConfigTemplateResult,
  configTemplateRequest,
  type ExplainParams,
  type ExplainResult,
  explainRequest,
} from '../../protocol.ts';
import { localeOf } from '../features.ts';
import type { RequestGroup } from './group.ts';

/** What is told about rules and config to clients that know of huashu. */
export const explainRequests: RequestGroup = {
  capabilities: () => ({}),
  listen({ connection, answer }) {
    connection.onRequest(
      explainRequest,
      answer('huashu/explain', ({ session }, params) => explain(params, session.allRules(), (rule) => session.pageOf(rule))),
    );
    connection.onRequest(
      configTemplateRequest,
      answer('huashu/configTemplate', (_, params) => template(params)),
    );
  },
};

/** The rules by name, and the page of the one that was asked for. */
function explain(
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
function template({ locale }: ConfigTemplateParams): ConfigTemplateResult {
  return { text: configTemplate(localeOf(locale)) };
}
