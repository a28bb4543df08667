import type { Localised } from '../core/index.ts';

/** One option as help shows it. */
export interface OptionSpec {
  /** What its value is called; absent when it takes none. */
  readonly value?: string;
  readonly short?: string;
  /** May be given several times. */
  readonly many?: true;
  readonly about: Localised;
}

export const OPTIONS = {
  format: {
    value: 'stylish|compact|json|ndjson|sarif',
    about: { en: 'How the results are written', 'zh-CN': '结果的格式', 'zh-TW': '結果的格式' },
  },
  output: {
    value: 'FILE',
    short: 'o',
    about: { en: 'Write them to a file, at one stroke', 'zh-CN': '把结果写入文件', 'zh-TW': '把結果寫入檔案' },
  },
  fix: { about: { en: 'Apply the safe fixes', 'zh-CN': '应用安全的修改', 'zh-TW': '套用安全的修改' } },
  'fix-suggestions': {
    about: {
      en: 'Also the first rewording of each finding that leaves nothing open',
      'zh-CN': '同时采用每处的第一个无需填写的说法',
      'zh-TW': '同時採用每處的第一個無需填寫的說法',
    },
  },
  diff: {
    about: {
      en: 'Show what the fixes would change; write nothing',
      'zh-CN': '只显示会怎样修改，不写文件',
      'zh-TW': '只顯示會怎樣修改，不寫檔案',
    },
  },
  'fail-on': {
    value: 'error|warning|info|never',
    about: {
      en: 'Severity from which the exit code is 1 (default error)',
      'zh-CN': '达到这个级别时退出码为 1(默认 error)',
      'zh-TW': '達到這個級別時結束碼為 1(預設 error)',
    },
  },
  'max-warnings': {
    value: 'N',
    about: { en: 'More warnings than this make the exit code 1', 'zh-CN': '警告多于此数时退出码为 1', 'zh-TW': '警告多於此數時結束碼為 1' },
  },
  quiet: { about: { en: 'Show errors alone', 'zh-CN': '只显示错误', 'zh-TW': '只顯示錯誤' } },
  'min-severity': {
    value: 'hint|info|warning|error',
    about: {
      en: 'The mildest findings shown (default info)',
      'zh-CN': '显示到哪个级别（默认 info）',
      'zh-TW': '顯示到哪個級別（預設 info）',
    },
  },
  preset: {
    value: 'minimal|recommended|strict',
    about: { en: 'Which rules are on', 'zh-CN': '启用哪一组规则', 'zh-TW': '啟用哪一組規則' },
  },
  rule: {
    value: 'ID=LEVEL',
    many: true,
    about: { en: 'Set the level of a rule', 'zh-CN': '设定一条规则的级别', 'zh-TW': '設定一條規則的級別' },
  },
  only: { value: 'ID,\u2026', many: true, about: { en: 'Run these rules alone', 'zh-CN': '只运行这些规则', 'zh-TW': '只執行這些規則' } },
  lang: {
    value: 'zh|en|auto',
    about: { en: 'The language of scripts that do not say', 'zh-CN': '未注明语言的脚本是什么语言', 'zh-TW': '未註明語言的腳本是什麼語言' },
  },
  config: { value: 'FILE', about: { en: 'Use this config file and no other', 'zh-CN': '只用这个配置文件', 'zh-TW': '只用這個設定檔' } },
  'no-config': { about: { en: 'Use no config file', 'zh-CN': '不用任何配置文件', 'zh-TW': '不用任何設定檔' } },
  'ignore-pattern': {
    value: 'GLOB',
    many: true,
    about: {
      en: 'Leave out files, as in .gitignore',
      'zh-CN': '不检查的文件，写法同 .gitignore',
      'zh-TW': '不檢查的檔案，寫法同 .gitignore',
    },
  },
  'no-ignore': {
    about: {
      en: 'Pass over .gitignore, .huashuignore and “ignore” in config',
      'zh-CN': '不理会 .gitignore、.huashuignore 和配置里的 ignore',
      'zh-TW': '不理會 .gitignore、.huashuignore 和設定裡的 ignore',
    },
  },
  stdin: { about: { en: 'Read the script from standard input', 'zh-CN': '从标准输入读取脚本', 'zh-TW': '從標準輸入讀取腳本' } },
  'stdin-filename': { value: 'NAME', about: { en: 'What that script is called', 'zh-CN': '这份脚本的文件名', 'zh-TW': '這份腳本的檔名' } },
  'no-error-on-unmatched-pattern': {
    about: {
      en: 'A path with nothing to check is no error',
      'zh-CN': '路径里没有可检查的文件时不算出错',
      'zh-TW': '路徑裡沒有可檢查的檔案時不算出錯',
    },
  },
  statistics: { about: { en: 'Count the findings by rule', 'zh-CN': '按规则统计', 'zh-TW': '依規則統計' } },
  today: {
    value: 'DATE',
    about: {
      en: 'The day it is, for entries that expire (default: today)',
      'zh-CN': '以哪一天判断条目是否过期（默认今天）',
      'zh-TW': '以哪一天判斷條目是否過期（預設今天）',
    },
  },
  locale: {
    value: 'en|zh-CN|zh-TW',
    about: {
      en: 'The language of messages (default: the environment’s)',
      'zh-CN': '提示所用的语言（默认随系统）',
      'zh-TW': '提示所用的語言（預設隨系統）',
    },
  },
  color: { about: { en: 'Colours, even where there is no terminal', 'zh-CN': '总是使用颜色', 'zh-TW': '總是使用顏色' } },
  'no-color': { about: { en: 'No colours', 'zh-CN': '不使用颜色', 'zh-TW': '不使用顏色' } },
  concurrency: {
    value: 'N|auto',
    about: {
      en: 'Threads that lint at a time (default auto: more where a run is long)',
      'zh-CN': '同时用几个线程检查（默认 auto：耗时长时自动增加）',
      'zh-TW': '同時用幾個執行緒檢查（預設 auto：耗時長時自動增加）',
    },
  },
  progress: { about: { en: 'Show how far a long run is', 'zh-CN': '显示进度', 'zh-TW': '顯示進度' } },
  'no-progress': { about: { en: 'Do not', 'zh-CN': '不显示进度', 'zh-TW': '不顯示進度' } },
  why: {
    about: { en: 'Tell what made each finding match', 'zh-CN': '说明每处为什么会被指出', 'zh-TW': '說明每處為什麼會被指出' },
  },
  limit: {
    value: 'N',
    about: { en: 'At most so many phrases (default 10)', 'zh-CN': '最多列出多少条（默认 10）', 'zh-TW': '最多列出幾則（預設 10）' },
  },
  mood: {
    value: 'angry|hesitant|assertive|cheerful',
    about: {
      en: 'For a customer in this mood, and no other',
      'zh-CN': '只要适合这种客户情绪的',
      'zh-TW': '只要適合這種客戶情緒的',
    },
  },
  tag: { value: 'TAG', many: true, about: { en: 'With this tag', 'zh-CN': '只要带这个标签的', 'zh-TW': '只要帶這個標籤的' } },
  from: {
    value: 'quality-inspection',
    about: { en: 'What kind of file it is', 'zh-CN': '文件的种类', 'zh-TW': '檔案的種類' },
  },
  page: { value: 'zh-CN|zh-TW|en', about: { en: 'The language of the page', 'zh-CN': '说明所用的语言', 'zh-TW': '說明所用的語言' } },
  clientProcessId: {
    value: 'PID',
    about: { en: 'End when this process ends', 'zh-CN': '该进程结束时一起结束', 'zh-TW': '該行程結束時一起結束' },
  },
  stdio: { about: { en: 'Speak over standard input and output', 'zh-CN': '通过标准输入输出通信', 'zh-TW': '透過標準輸入輸出通訊' } },
  help: { short: 'h', about: { en: 'Show this', 'zh-CN': '显示用法', 'zh-TW': '顯示用法' } },
  version: { short: 'V', about: { en: 'Show the version', 'zh-CN': '显示版本', 'zh-TW': '顯示版本' } },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;
