import type { Locale, Localised } from '../core/index.ts';
import { pagePath, type RulePage, severityLine } from './rulePage.ts';

/** Where a script writer looks for a rule, and for words to begin with. */
export interface Situation {
  readonly id: string;
  readonly title: Localised;
  readonly about: Localised;
  readonly rules: readonly string[];
  /** English prefixes of snippets. */
  readonly snippets?: readonly string[];
}

/** Snippets as the editor has them, by name; the files of the three languages run parallel. */
export type Snippets = Readonly<Record<string, { readonly prefix: readonly string[] }>>;

/** The prefix to type in a language for each English one. */
export function prefixes(snippets: Readonly<Record<Locale, Snippets>>, locale: Locale): ReadonlyMap<string, string> {
  const local = Object.values(snippets[locale]);
  return new Map(Object.values(snippets.en).flatMap(({ prefix }, i) => prefix.map((name) => [name, local[i]!.prefix[0]!] as const)));
}

/** The index of the rules by situation, in one language. */
export function situationIndex(
  situations: readonly Situation[],
  pageOf: (rule: string) => RulePage | undefined,
  prefixOf: ReadonlyMap<string, string>,
  locale: Locale,
): string {
  const sections = situations.flatMap(({ title, about, rules, snippets = [] }) => {
    const rows = rules.flatMap((rule) => row(pageOf(rule), locale));
    const typed = snippets.map((name) => `\`${prefixOf.get(name) ?? name}\``).join(' ');
    return [
      `## ${title[locale]}`,
      about[locale],
      ...(rows.length > 0 ? [[WORDS.head[locale], '|---|---|---|', ...rows].join('\n')] : []),
      ...(typed ? [`${WORDS.snippets[locale]}${typed}`] : []),
    ];
  });
  const contents = situations.map(({ title }) => `[${title[locale]}](#${anchor(title[locale])})`).join(' · ');
  return `${[`# ${WORDS.title[locale]}`, WORDS.intro[locale], contents, ...sections].join('\n\n')}\n`;
}

/** The anchor of a heading, as readers of Markdown make it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function row(page: RulePage | undefined, locale: Locale): string[] {
  if (!page) return [];
  const { id, title } = page.meta;
  return [`| [${title[locale]}](${id}.md) | \`${id}\` | ${severityLine(page, locale)} |`];
}

/** The list of all rules, as the readme shows it. */
export function ruleList(pages: readonly RulePage[]): string {
  const rows = pages.map(
    (page) => `| [${page.meta.id}](docs/rules/${pagePath(page.meta.id, 'en')}) | ${severityLine(page, 'en')} | ${page.meta.title.en} |`,
  );
  return ['| rule | default | what it finds |', '|---|---|---|', ...rows].join('\n');
}

const WORDS = {
  title: { en: 'Rules by situation', 'zh-CN': '按场景查规则', 'zh-TW': '依情境查規則' },
  intro: {
    en: 'Look for the moment of the conversation you are writing. Each rule has a page: why it is there, what it reports, what to say instead, what it leaves alone, and how to set it. A phrase your team has agreed on goes into `allow:` in `huashu.yaml` and is never reported.',
    'zh-CN':
      '先找到您正在写的那一段对话。每条规则都有一页说明：为什么有它、会指出什么、可以怎样说、哪些不算，以及怎样设置。团队认可的说法可以写进 `huashu.yaml` 的 `allow:`，就不再提示。',
    'zh-TW':
      '先找到您正在寫的那一段對話。每條規則都有一頁說明：為什麼有它、會指出什麼、可以怎樣說、哪些不算，以及怎樣設定。團隊認可的說法可以寫進 `huashu.yaml` 的 `allow:`，就不再提示。',
  },
  head: { en: '| rule | id | default |', 'zh-CN': '| 规则 | 名称 | 默认级别 |', 'zh-TW': '| 規則 | 名稱 | 預設層級 |' },
  snippets: { en: 'Sentences to begin with: type ', 'zh-CN': '现成的句子，在编辑器里输入：', 'zh-TW': '現成的句子，在編輯器裡輸入：' },
} as const;
