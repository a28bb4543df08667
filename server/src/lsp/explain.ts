import type { RuleMeta } from '../core/index.ts';
import type { ConfigTemplateParams, ConfigTemplateResult, ExplainParams, ExplainResult } from '../protocol.ts';
import { pageMarkdown, type RulePage } from '../service/rulePage.ts';
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
export function configTemplate({ locale }: ConfigTemplateParams): ConfigTemplateResult {
  return { text: TEMPLATE[localeOf(locale)] };
}

const TEMPLATE = {
  en: `# What huashu checks here. Every key may be left out.
extends: recommended        # minimal | recommended | strict
# lang: zh-Hans             # zh-Hant, en, auto
# rules: {bare-but: error, policy-pushing: off}
# files: {"kb/**/*.md": phrasebook}
# ignore: ["drafts/**"]
`,
  'zh-CN': `# 话术检查的设置,每一项都可以不写。
extends: recommended        # minimal(只报错误)| recommended | strict(全部)
# lang: zh-Hans             # zh-Hant、en、auto
# rules: {bare-but: error, policy-pushing: off}
# files: {"kb/**/*.md": phrasebook}
# ignore: ["drafts/**"]
`,
  'zh-TW': `# 話術檢查的設定,每一項都可以不寫。
extends: recommended        # minimal(只報錯誤)| recommended | strict(全部)
# lang: zh-Hant             # zh-Hans、en、auto
# rules: {bare-but: error, policy-pushing: off}
# files: {"kb/**/*.md": phrasebook}
# ignore: ["drafts/**"]
`,
} as const;
