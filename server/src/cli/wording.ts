import type { Locale, Localised } from '../core/index.ts';
import { RECORD_WORDS } from './recordWording.ts';
import { SEARCH_WORDS } from './searchWording.ts';

/** Says a sentence of the command line, with the names in braces filled in. */
export function say(locale: Locale, key: keyof typeof WORDS, data: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[key][locale].replace(/\{(\w+)\}/gu, (whole, name: string) => String(data[name] ?? whole));
}

/** ` Did you mean “…”?`, or nothing. */
export function meant(locale: Locale, near: string | undefined): string {
  return near === undefined ? '' : say(locale, 'meant', { near });
}

const WORDS = {
  ...SEARCH_WORDS,
  ...RECORD_WORDS,
  meant: { en: ' Did you mean “{near}”?', 'zh-CN': '是不是“{near}”？', 'zh-TW': '是不是「{near}」？' },
  tryHelp: { en: ' See huashu --help.', 'zh-CN': '用法见 huashu --help。', 'zh-TW': '用法見 huashu --help。' },
  unknownCommand: {
    en: 'There is no command or file “{name}”.',
    'zh-CN': '没有名为“{name}”的命令或文件。',
    'zh-TW': '沒有名為「{name}」的命令或檔案。',
  },
  laterCommand: {
    en: 'The command {name} is not available in this version.',
    'zh-CN': '这个版本还没有 {name} 命令。',
    'zh-TW': '這個版本還沒有 {name} 命令。',
  },
  unknownOption: { en: 'Unknown option {name}.', 'zh-CN': '不认识的选项 {name}。', 'zh-TW': '不認識的選項 {name}。' },
  laterOption: {
    en: 'The option {name} is not available in this version.',
    'zh-CN': '这个版本还没有选项 {name}。',
    'zh-TW': '這個版本還沒有選項 {name}。',
  },
  laterFormat: {
    en: 'The format {name} is not available in this version. These are: {known}.',
    'zh-CN': '这个版本还没有 {name} 格式。可用的有：{known}。',
    'zh-TW': '這個版本還沒有 {name} 格式。可用的有：{known}。',
  },
  optionOfAnother: {
    en: 'The command {command} has no option {name}.',
    'zh-CN': '{command} 命令没有选项 {name}。',
    'zh-TW': '{command} 命令沒有選項 {name}。',
  },
  valueMissing: { en: '{name} needs a value: {value}.', 'zh-CN': '{name} 需要一个值：{value}。', 'zh-TW': '{name} 需要一個值：{value}。' },
  valueUnwanted: { en: '{name} takes no value.', 'zh-CN': '{name} 不带值。', 'zh-TW': '{name} 不帶值。' },
  unknownValue: {
    en: '{name} cannot be “{value}”: it is one of {known}.',
    'zh-CN': '{name} 不能是“{value}”，可选：{known}。',
    'zh-TW': '{name} 不能是「{value}」，可選：{known}。',
  },
  notADate: {
    en: '{name} needs a date like 2026-12-31, not “{value}”.',
    'zh-CN': '{name} 需要 2026-12-31 这样的日期，不能是“{value}”。',
    'zh-TW': '{name} 需要 2026-12-31 這樣的日期，不能是「{value}」。',
  },
  notAThreadCount: {
    en: '{name} needs a whole number from 1 on, or auto, not “{value}”.',
    'zh-CN': '{name} 需要 1 或更大的整数，或 auto，不能是“{value}”。',
    'zh-TW': '{name} 需要 1 或更大的整數，或 auto，不能是「{value}」。',
  },
  notANumber: {
    en: '{name} needs a whole number, not “{value}”.',
    'zh-CN': '{name} 需要整数，不能是“{value}”。',
    'zh-TW': '{name} 需要整數，不能是「{value}」。',
  },
  unknownRule: { en: 'There is no rule “{name}”.', 'zh-CN': '没有名为“{name}”的规则。', 'zh-TW': '沒有名為「{name}」的規則。' },
  badRuleLevel: {
    en: '--rule needs ID=LEVEL (off, hint, info, warning, error), not “{value}”.',
    'zh-CN': '--rule 要写成 规则=级别(off、hint、info、warning、error),不能是“{value}”。',
    'zh-TW': '--rule 要寫成 規則=級別(off、hint、info、warning、error),不能是「{value}」。',
  },
  together: { en: '{a} and {b} do not go together.', 'zh-CN': '{a} 和 {b} 不能一起用。', 'zh-TW': '{a} 和 {b} 不能一起用。' },
  tooMany: {
    en: '{command} takes no more than {most}: “{extra}” is too many.',
    'zh-CN': '{command} 最多接受 {most} 个参数，多了“{extra}”。',
    'zh-TW': '{command} 最多接受 {most} 個參數，多了「{extra}」。',
  },
  noFileMatches: {
    en: '{path}: no file to check here.',
    'zh-CN': '{path}：这里没有可检查的文件。',
    'zh-TW': '{path}：這裡沒有可檢查的檔案。',
  },
  allIgnored: {
    en: '{path}: every file here is ignored; --no-ignore checks them all the same.',
    'zh-CN': '{path}：这里的文件都被忽略了；加上 --no-ignore 可以照样检查。',
    'zh-TW': '{path}：這裡的檔案都被忽略了；加上 --no-ignore 可以照樣檢查。',
  },
  noSuchFile: {
    en: '{path}: no such file or folder.',
    'zh-CN': '{path}：没有这个文件或文件夹。',
    'zh-TW': '{path}：沒有這個檔案或資料夾。',
  },
  noConfigFile: {
    en: '{path}: a folder, where --config takes a config file.',
    'zh-CN': '{path}：这是文件夹，--config 要的是配置文件。',
    'zh-TW': '{path}：這是資料夾，--config 要的是設定檔。',
  },
  emptyPath: { en: 'A path is empty.', 'zh-CN': '有一个路径是空的。', 'zh-TW': '有一個路徑是空的。' },
  nobodySpeaks: {
    en: '{path}: nothing that anybody says was found. Name the fields or columns under “files” in huashu.yaml.',
    'zh-CN': '{path}：没有找到任何对话内容。请在 huashu.yaml 的 files 里写明字段或列。',
    'zh-TW': '{path}：沒有找到任何對話內容。請在 huashu.yaml 的 files 裡寫明欄位。',
  },
  noFormat: {
    en: '{path}: not a kind of file that can be read. Map it to a format under “files” in huashu.yaml.',
    'zh-CN': '{path}：不认识这种文件。可以在 huashu.yaml 的 files 里写明它的格式。',
    'zh-TW': '{path}：不認識這種檔案。可以在 huashu.yaml 的 files 裡寫明它的格式。',
  },
  ignored: {
    en: '{path}: ignored; --no-ignore checks it all the same.',
    'zh-CN': '{path}：已被忽略；加上 --no-ignore 可以照样检查。',
    'zh-TW': '{path}：已被忽略；加上 --no-ignore 可以照樣檢查。',
  },
  cannotRead: { en: '{path}: cannot be read ({why}).', 'zh-CN': '{path}：无法读取（{why}）。', 'zh-TW': '{path}：無法讀取（{why}）。' },
  cannotWrite: { en: '{path}: cannot be written ({why}).', 'zh-CN': '{path}：无法写入（{why}）。', 'zh-TW': '{path}：無法寫入（{why}）。' },
  failed: {
    en: '{path}: could not be checked ({why}).',
    'zh-CN': '{path}：检查时出错（{why}）。',
    'zh-TW': '{path}：檢查時出錯（{why}）。',
  },
  internal: {
    en: '{path}: a rule failed; see its “internal” finding.',
    'zh-CN': '{path}：有规则运行出错，见其中的 internal 一项。',
    'zh-TW': '{path}：有規則執行出錯，見其中的 internal 一項。',
  },
  binary: { en: '{path}: not a text file.', 'zh-CN': '{path}：不是文本文件。', 'zh-TW': '{path}：不是文字檔。' },
  'broken-utf-8': {
    en: '{path}: the UTF-8 is broken on line {line}.',
    'zh-CN': '{path}：第 {line} 行的 UTF-8 已损坏。',
    'zh-TW': '{path}：第 {line} 行的 UTF-8 已損壞。',
  },
  'unknown-encoding': {
    en: '{path}: neither UTF-8 nor UTF-16, GB18030 or Big5.',
    'zh-CN': '{path}：不是 UTF-8、UTF-16、GB18030 或 Big5 编码。',
    'zh-TW': '{path}：不是 UTF-8、UTF-16、GB18030 或 Big5 編碼。',
  },
  encodingLacks: {
    en: '{path}: not fixed, for {encoding} cannot write the new words. Save the file as UTF-8 first.',
    'zh-CN': '{path}：没有修改，因为 {encoding} 写不出新的字。请先另存为 UTF-8。',
    'zh-TW': '{path}：沒有修改，因為 {encoding} 寫不出新的字。請先另存為 UTF-8。',
  },
  configProblem: { en: '{path}:{line}: {message}', 'zh-CN': '{path}:{line}:{message}', 'zh-TW': '{path}:{line}:{message}' },
  warning: { en: 'warning: {message}', 'zh-CN': '警告：{message}', 'zh-TW': '警告：{message}' },
  tooManyWarnings: {
    en: 'Warnings: {count}, more than --max-warnings {most}.',
    'zh-CN': '有 {count} 条警告，超过 --max-warnings {most}。',
    'zh-TW': '有 {count} 則警告，超過 --max-warnings {most}。',
  },
  initExists: {
    en: '{path} is there already; nothing was changed.',
    'zh-CN': '{path} 已经存在，没有改动。',
    'zh-TW': '{path} 已經存在，沒有改動。',
  },
  initWritten: {
    en: 'Wrote {path}. Now run: huashu lint',
    'zh-CN': '已写好 {path}。接下来运行：huashu lint',
    'zh-TW': '已寫好 {path}。接下來執行：huashu lint',
  },
  noConfig: {
    en: 'No config file is in force; these are the defaults.',
    'zh-CN': '没有配置文件，以下是默认设置。',
    'zh-TW': '沒有設定檔，以下是預設值。',
  },
  inForce: { en: 'In force for {path}', 'zh-CN': '{path} 所用的配置', 'zh-TW': '{path} 所用的設定' },
  ignoredHere: { en: 'This file is ignored.', 'zh-CN': '这个文件被忽略。', 'zh-TW': '這個檔案被忽略。' },
  byDefault: { en: 'default', 'zh-CN': '默认', 'zh-TW': '預設' },
  byFlag: { en: 'command line', 'zh-CN': '命令行', 'zh-TW': '命令列' },
  error: { en: 'error', 'zh-CN': '错误', 'zh-TW': '錯誤' },
  warningLevel: { en: 'warning', 'zh-CN': '警告', 'zh-TW': '警告' },
  info: { en: 'info', 'zh-CN': '建议', 'zh-TW': '建議' },
  hint: { en: 'hint', 'zh-CN': '提示', 'zh-TW': '提示' },
  off: { en: 'off', 'zh-CN': '关闭', 'zh-TW': '關閉' },
  strictOnly: { en: 'strict only', 'zh-CN': '仅 strict', 'zh-TW': '僅 strict' },
  explainOne: {
    en: 'huashu explain RULE shows the page of a rule.',
    'zh-CN': '用 huashu explain 规则 查看一条规则的说明。',
    'zh-TW': '用 huashu explain 規則 查看一條規則的說明。',
  },
  usage: { en: 'Usage', 'zh-CN': '用法', 'zh-TW': '用法' },
  commands: { en: 'Commands', 'zh-CN': '命令', 'zh-TW': '命令' },
  options: { en: 'Options', 'zh-CN': '选项', 'zh-TW': '選項' },
  exitCodes: {
    en: 'Exit code: 0 nothing at or above --fail-on, 1 something, 2 a usage, config or read error.',
    'zh-CN': '退出码：0 没有达到 --fail-on 的问题；1 有；2 用法、配置或读取出错。',
    'zh-TW': '結束碼：0 沒有達到 --fail-on 的問題；1 有；2 用法、設定或讀取出錯。',
  },
  clean: { en: 'No problems in {files}.', 'zh-CN': '检查了 {files}，没有问题。', 'zh-TW': '檢查了 {files}，沒有問題。' },
  found: {
    en: '{problems} in {bad} of {files}',
    'zh-CN': '{files}中 {bad} 个有问题，共 {problems}',
    'zh-TW': '{files}中 {bad} 個有問題，共 {problems}',
  },
  foundInOne: { en: '{problems}', 'zh-CN': '共 {problems}', 'zh-TW': '共 {problems}' },
  aFile: { en: '1 file', 'zh-CN': '1 个文件', 'zh-TW': '1 個檔案' },
  files: { en: '{n} files', 'zh-CN': '{n} 个文件', 'zh-TW': '{n} 個檔案' },
  aProblem: { en: '1 problem', 'zh-CN': '1 处', 'zh-TW': '1 處' },
  problems: { en: '{n} problems', 'zh-CN': '{n} 处', 'zh-TW': '{n} 處' },
  'count-error': { en: '{n} error', 'zh-CN': '错误 {n}', 'zh-TW': '錯誤 {n}' },
  'counts-error': { en: '{n} errors', 'zh-CN': '错误 {n}', 'zh-TW': '錯誤 {n}' },
  'count-warning': { en: '{n} warning', 'zh-CN': '警告 {n}', 'zh-TW': '警告 {n}' },
  'counts-warning': { en: '{n} warnings', 'zh-CN': '警告 {n}', 'zh-TW': '警告 {n}' },
  'count-info': { en: '{n} info', 'zh-CN': '建议 {n}', 'zh-TW': '建議 {n}' },
  'counts-info': { en: '{n} info', 'zh-CN': '建议 {n}', 'zh-TW': '建議 {n}' },
  'count-hint': { en: '{n} hint', 'zh-CN': '提示 {n}', 'zh-TW': '提示 {n}' },
  'counts-hint': { en: '{n} hints', 'zh-CN': '提示 {n}', 'zh-TW': '提示 {n}' },
  withFix: { en: '{n} with a better wording (→)', 'zh-CN': '{n} 处给出了更好的说法(→)', 'zh-TW': '{n} 處給出了更好的說法(→)' },
  suppressed: { en: '{n} allowed by comments', 'zh-CN': '{n} 处由注释屏蔽', 'zh-TW': '{n} 處由註解屏蔽' },
  skippedOne: { en: '1 file of another kind skipped', 'zh-CN': '跳过其他类型的文件 1 个', 'zh-TW': '略過其他類型的檔案 1 個' },
  skipped: { en: '{n} files of other kinds skipped', 'zh-CN': '跳过其他类型的文件 {n} 个', 'zh-TW': '略過其他類型的檔案 {n} 個' },
  hidden: {
    en: '{n} not shown (see --quiet and --min-severity)',
    'zh-CN': '另有 {n} 处没有显示（见 --quiet 和 --min-severity）',
    'zh-TW': '另有 {n} 處沒有顯示（見 --quiet 和 --min-severity）',
  },
  noneShown: {
    en: 'Nothing to show in {files}.',
    'zh-CN': '检查了 {files}，没有要显示的问题。',
    'zh-TW': '檢查了 {files}，沒有要顯示的問題。',
  },
  fixedSome: { en: 'Fixed {n} in {files}.', 'zh-CN': '修改了 {files}，共 {n} 处。', 'zh-TW': '修改了 {files}，共 {n} 處。' },
  wouldFix: { en: 'Would fix {n} in {files}.', 'zh-CN': '可修改 {files}，共 {n} 处。', 'zh-TW': '可修改 {files}，共 {n} 處。' },
} as const satisfies Readonly<Record<string, Localised>>;
