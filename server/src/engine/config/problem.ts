import type { Place } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { Locale, Localised } from '../finding.ts';
import { localise } from '../message.ts';
import { PACK_FAULTS } from './packFaults.ts';

/** Something wrong with a config file. An error makes a run end with 2; a warning says that something asked for is not done. */
export interface ConfigProblem {
  readonly path: string;
  readonly span: Span;
  /** Zero-based, of the span's start. */
  readonly at: Place;
  readonly severity: 'error' | 'warning';
  readonly code: ConfigProblemCode;
  readonly message: Localised;
}

export type ConfigProblemCode = keyof typeof MESSAGES;

/** A problem before it is known which file it stands in. */
export interface ConfigFault {
  readonly span: Span;
  readonly code: ConfigProblemCode;
  readonly data: Readonly<Record<string, string>>;
}

/** The sentence for a fault; `{near}` in the data becomes a question about what was meant. */
export function describeFault({ code, data }: ConfigFault): Localised {
  return localise((locale) => {
    const near = data['near'];
    const hint = near === undefined ? '' : DID_YOU_MEAN[locale].replace('{near}', () => near);
    return MESSAGES[code][locale].replace(/\{(\w+)\}/gu, (whole, name: string) => (name === 'hint' ? hint : (data[name] ?? whole)));
  });
}

/** Faults by which nothing of a file can be read. */
export const UNREADABLE: ReadonlySet<ConfigProblemCode> = new Set(['not-yaml', 'not-json', 'many-documents']);

/** Faults that leave the rest of the config as it was meant. */
export const WARNINGS: ReadonlySet<ConfigProblemCode> = new Set(['format-not-built', 'no-pack']);

const DID_YOU_MEAN: Readonly<Record<Locale, string>> = {
  en: ' Did you mean “{near}”?',
  'zh-CN': '是不是“{near}”？',
  'zh-TW': '是不是「{near}」？',
};

const MESSAGES = {
  'not-yaml': {
    en: 'This is not valid YAML: {words}',
    'zh-CN': '不是有效的 YAML:{words}',
    'zh-TW': '不是有效的 YAML:{words}',
  },
  'not-json': {
    en: 'This is not valid JSON: {words}',
    'zh-CN': '不是有效的 JSON:{words}',
    'zh-TW': '不是有效的 JSON:{words}',
  },
  'many-documents': {
    en: 'A config is one document. Remove the line with ---.',
    'zh-CN': '一个配置文件只能有一份内容，请删除 --- 这一行。',
    'zh-TW': '一個設定檔只能有一份內容，請刪除 --- 這一行。',
  },
  'unknown-key': {
    en: 'Unknown key “{words}”.{hint}',
    'zh-CN': '不认识的键“{words}”。{hint}',
    'zh-TW': '不認識的鍵「{words}」。{hint}',
  },
  'unknown-rule': {
    en: 'There is no rule “{words}”.{hint}',
    'zh-CN': '没有名为“{words}”的规则。{hint}',
    'zh-TW': '沒有名為「{words}」的規則。{hint}',
  },
  'no-options': {
    en: 'The rule “{words}” takes no options.',
    'zh-CN': '规则“{words}”没有选项。',
    'zh-TW': '規則「{words}」沒有選項。',
  },
  'unknown-value': {
    en: '“{words}” is not one of {known}.{hint}',
    'zh-CN': '“{words}”不在可选值之中：{known}。{hint}',
    'zh-TW': '「{words}」不在可選值之中：{known}。{hint}',
  },
  'wrong-kind': {
    en: '{name} must be {wanted}.',
    'zh-CN': '{name} 应当是{wanted}。',
    'zh-TW': '{name} 應當是{wanted}。',
  },
  'missing-key': {
    en: '“{words}” is missing here.',
    'zh-CN': '这里缺少“{words}”。',
    'zh-TW': '這裡缺少「{words}」。',
  },
  'bad-pattern': {
    en: 'This pattern cannot be matched in linear time: {words}',
    'zh-CN': '这个表达式无法在线性时间内匹配：{words}',
    'zh-TW': '這個運算式無法在線性時間內比對：{words}',
  },
  'bad-syntax': {
    en: '“{words}” does not show what stands around a placeholder. Write it like {…} or %name%.',
    'zh-CN': '“{words}”没有写出占位符两边的符号，请写成 {…} 或 %name% 的样子。',
    'zh-TW': '「{words}」沒有寫出預留位置兩邊的符號，請寫成 {…} 或 %name% 的樣子。',
  },
  'empty-glob': {
    en: '“{words}” names no files. Write a glob like kb/**/*.md.',
    'zh-CN': '“{words}”没有指明任何文件，请写成 kb/**/*.md 这样的通配符。',
    'zh-TW': '「{words}」沒有指明任何檔案，請寫成 kb/**/*.md 這樣的萬用字元。',
  },
  'shell-glob': {
    en: '“{words}” holds a list of patterns that is not read here. Write what may stand there in braces: {a,b}.',
    'zh-CN': '“{words}”里有这里不支持的括号写法，请用花括号列出可选的内容：{a,b}。',
    'zh-TW': '「{words}」裡有這裡不支援的括號寫法，請用大括號列出可選的內容：{a,b}。',
  },
  'slow-glob': {
    en: '“{words}” is too long, or has too many * and {, to be matched quickly. Write several globs instead.',
    'zh-CN': '“{words}”太长，或 *、{ 太多，匹配会很慢，请拆成几条来写。',
    'zh-TW': '「{words}」太長，或 *、{ 太多，比對會很慢，請拆成幾條來寫。',
  },
  'not-found': {
    en: '“{words}” was not found.{hint}',
    'zh-CN': '找不到“{words}”。{hint}',
    'zh-TW': '找不到「{words}」。{hint}',
  },
  'is-folder': {
    en: '“{words}” is a folder, not a file.{hint}',
    'zh-CN': '“{words}”是文件夹，不是文件。{hint}',
    'zh-TW': '「{words}」是資料夾，不是檔案。{hint}',
  },
  cycle: {
    en: '“{words}” extends this file in turn.',
    'zh-CN': '“{words}”又反过来继承了这个文件。',
    'zh-TW': '「{words}」又反過來繼承了這個檔案。',
  },
  'deep-extends': {
    en: '“{words}” is not read: too many files extend one another in a row.',
    'zh-CN': '没有读取“{words}”：一个接一个继承的文件太多。',
    'zh-TW': '沒有讀取「{words}」：一個接一個繼承的檔案太多。',
  },
  'too-large': {
    en: 'This config holds too much, or repeats itself too often, to be read from here on.',
    'zh-CN': '这个配置的内容或重复引用太多，从这里起不再读取。',
    'zh-TW': '這個設定的內容或重複引用太多，從這裡起不再讀取。',
  },
  'no-anchor': {
    en: 'Nothing above is marked &{words}.',
    'zh-CN': '前面没有标记为 &{words} 的内容。',
    'zh-TW': '前面沒有標記為 &{words} 的內容。',
  },
  'format-not-built': {
    en: 'This version does not read {words} files yet; they are skipped.',
    'zh-CN': '这个版本还不能读取 {words} 文件，将跳过这些文件。',
    'zh-TW': '這個版本還不能讀取 {words} 檔案，將略過這些檔案。',
  },
  ...PACK_FAULTS,
} as const satisfies Readonly<Record<string, Localised>>;
