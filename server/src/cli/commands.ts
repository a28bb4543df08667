import type { Localised } from '../core/index.ts';
import type { OptionName } from './options.ts';

/** A command as help shows it. */
export interface CommandSpec {
  readonly usage: string;
  readonly about: Localised;
  readonly options: readonly OptionName[];
  /** Most arguments beside options. */
  readonly most: number;
  /** What options take that take something else elsewhere. */
  readonly values?: Readonly<Partial<Record<OptionName, string>>>;
}

const COMMON = ['locale', 'color', 'no-color', 'help', 'version'] as const;
const LINT = [
  'format',
  'output',
  'fix',
  'fix-suggestions',
  'diff',
  'fail-on',
  'max-warnings',
  'quiet',
  'min-severity',
  'preset',
  'rule',
  'only',
  'lang',
  'config',
  'no-config',
  'ignore-pattern',
  'no-ignore',
  'stdin',
  'stdin-filename',
  'no-error-on-unmatched-pattern',
  'statistics',
  'why',
  'today',
  'concurrency',
  'progress',
  'no-progress',
] as const;

export const COMMANDS = {
  lint: {
    usage: 'huashu lint [path \u2026]',
    most: Infinity,
    options: [...LINT, ...COMMON],
    about: {
      en: 'Lint files and folders (default: the folder here)',
      'zh-CN': '检查文件和文件夹（默认当前文件夹）',
      'zh-TW': '檢查檔案和資料夾（預設目前資料夾）',
    },
  },
  fix: {
    usage: 'huashu fix [path \u2026]',
    most: Infinity,
    options: [...LINT, ...COMMON],
    about: { en: 'The same with --fix', 'zh-CN': '同上，并应用安全的修改', 'zh-TW': '同上，並套用安全的修改' },
  },
  explain: {
    usage: 'huashu explain [RULE]',
    most: 1,
    options: ['page', ...COMMON],
    about: { en: 'The page of a rule, or the list of rules', 'zh-CN': '一条规则的说明，或规则一览', 'zh-TW': '一條規則的說明，或規則一覽' },
  },
  init: {
    usage: 'huashu init',
    most: 0,
    options: COMMON,
    about: { en: 'Write a commented huashu.yaml', 'zh-CN': '写一份带注释的 huashu.yaml', 'zh-TW': '寫一份帶註解的 huashu.yaml' },
  },
  config: {
    usage: 'huashu config [path]',
    most: 1,
    options: ['config', 'no-config', ...COMMON],
    about: {
      en: 'The config in force for a file, and where each value comes from',
      'zh-CN': '某个文件所用的配置，以及每项来自哪里',
      'zh-TW': '某個檔案所用的設定，以及每項來自哪裡',
    },
  },
  test: {
    usage: 'huashu test [PACK \u2026]',
    most: Infinity,
    options: COMMON,
    about: {
      en: 'Run the examples of rule packs (default: those in force here)',
      'zh-CN': '运行规则包里的例子（默认是这里生效的规则包）',
      'zh-TW': '執行規則包裡的例子（預設是這裡生效的規則包）',
    },
  },
  import: {
    usage: 'huashu import --from quality-inspection FILE [-o FILE]',
    most: 1,
    options: ['from', 'output', ...COMMON],
    about: {
      en: 'Make a rule pack of keyword rules: a&&(b||c)&&!d',
      'zh-CN': '把质检关键词规则转成规则包：a&&(b||c)&&!d',
      'zh-TW': '把質檢關鍵字規則轉成規則包：a&&(b||c)&&!d',
    },
  },
  search: {
    usage: 'huashu search WORDS [path \u2026]',
    most: Infinity,
    options: [
      'limit',
      'mood',
      'tag',
      'format',
      'config',
      'no-config',
      'ignore-pattern',
      'no-ignore',
      'today',
      'progress',
      'no-progress',
      ...COMMON,
    ],
    values: { format: 'stylish|compact|json|ndjson' },
    about: {
      en: 'Approved phrases for a situation, best first',
      'zh-CN': '按场景查找团队认可的话术，最合适的在前',
      'zh-TW': '依情境查找團隊認可的話術，最合適的在前',
    },
  },
  lsp: {
    usage: 'huashu lsp --stdio',
    most: 0,
    options: ['stdio', 'clientProcessId', ...COMMON],
    about: { en: 'The language server, for any editor', 'zh-CN': '语言服务器，供各种编辑器使用', 'zh-TW': '語言伺服器，供各種編輯器使用' },
  },
  mcp: {
    usage: 'huashu mcp [FOLDER]',
    most: 1,
    options: COMMON,
    about: {
      en: 'The same checks as tools for assistants (Model Context Protocol)',
      'zh-CN': '供 AI 助手使用的工具（MCP）',
      'zh-TW': '供 AI 助理使用的工具（MCP）',
    },
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof COMMANDS;

/** What the contract promises and later versions bring. */
export const LATER = {
  commands: ['export', 'stats', 'merge'],
  options: ['baseline', 'update-baseline', 'cache', 'cache-location', 'since', 'staged', 'shard', 'watch', 'diff-only'],
  formats: ['github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'html', 'markdown'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
