import type { Locale } from '../core/index.ts';
import { coverageTotals, readCoverage } from './coverage.ts';
import { pageMarkdown, pagePath, type RulePage } from './rulePage.ts';
import { prefixes, ruleList, type Situation, type Snippets, situationIndex } from './situations.ts';

/** What the written documentation is made from. */
export interface BookSource {
  /** In the order of the catalogue. */
  readonly pages: readonly RulePage[];
  readonly situations: readonly Situation[];
  readonly snippets: Readonly<Record<Locale, Snippets>>;
  /** Documents written by hand with parts, between markers, that are not. */
  readonly readme: string;
  readonly coverage: string;
}

/** Every generated file with its text, by path from the root. */
export function book({ pages, situations, snippets, readme, coverage }: BookSource): Map<string, string> {
  const byId = new Map(pages.map((page) => [page.meta.id, page]));
  const files = new Map<string, string>();
  for (const locale of LOCALES) {
    const index = situationIndex(situations, (rule) => byId.get(rule), prefixes(snippets, locale), locale);
    const origin = 'server/src/rules/situations.yaml';
    files.set(`docs/rules/${pagePath('README', locale)}`, `${written(origin)}\n${otherLanguages('README', locale)}\n\n${index}`);
    for (const page of pages) {
      const { id } = page.meta;
      const head = `${written(`server/src/rules/${id}.md`)}\n${otherLanguages(id, locale)} · [${UP[locale]}](README.md) · ${sources(locale)}`;
      files.set(`docs/rules/${pagePath(id, locale)}`, `${head}\n\n${pageMarkdown(page, locale)}`);
    }
  }
  files.set('README.md', between(readme, 'rules', ruleList(pages)));
  files.set('docs/coverage.md', between(coverage, 'totals', coverageTotals(readCoverage(coverage))));
  return files;
}

const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const satisfies readonly Locale[];
const NAMES: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' };
const SOURCES: Readonly<Record<Locale, string>> = { en: 'What S0–S4 are', 'zh-CN': 'S0–S4 是什么', 'zh-TW': 'S0–S4 是什麼' };
const UP: Readonly<Record<Locale, string>> = { en: 'All rules by situation', 'zh-CN': '按场景查规则', 'zh-TW': '依情境查規則' };

function written(origin: string): string {
  return `<!-- Written by npm run docs from ${origin}: edit that. -->`;
}

/** A link to what the sources are that a page cites. */
function sources(locale: Locale): string {
  return `[${SOURCES[locale]}](${locale === 'en' ? '../' : '../../'}coverage.md)`;
}

/** The same page in each language. */
function otherLanguages(page: string, locale: Locale): string {
  const up = locale === 'en' ? '' : '../';
  return LOCALES.map((other) => (other === locale ? NAMES[other] : `[${NAMES[other]}](${up}${pagePath(page, other)})`)).join(' · ');
}

/** Puts text in place of what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(document: string, name: string, text: string): string {
  const marks = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`, 'u');
  if (!marks.test(document)) throw new Error(`the markers <!-- ${name} --> are missing`);
  return document.replace(marks, (_, open: string, close: string) => `${open}${text}\n${close}`);
}
