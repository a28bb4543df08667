import type { Localised } from '../../core/index.ts';

/** What the editor says of scenes and names. `{…}` is filled in. */
export const NAVIGATION_WORDS = {
  untitled: { en: '(untitled scene)', 'zh-CN': '（未命名场景）', 'zh-TW': '（未命名場景）' },
  turns: { en: '{count} turns', 'zh-CN': '{count} 句', 'zh-TW': '{count} 句' },
  oneTurn: { en: '1 turn', 'zh-CN': '1 句', 'zh-TW': '1 句' },
  empty: { en: 'A name cannot be empty.', 'zh-CN': '名称不能为空。', 'zh-TW': '名稱不能空白。' },
  marks: {
    en: '“{name}” would not be read as a name here: it holds marks that mean something else in a script. Please choose another.',
    'zh-CN': '“{name}”里有话术格式另有用途的符号，写进去就认不出是名称了，请换一个。',
    'zh-TW': '「{name}」裡有話術格式另有用途的符號，寫進去就認不出是名稱了，請換一個。',
  },
  sceneTaken: {
    en: 'There is already a scene “{name}” ({file}, line {line}). Please choose another name, so that every link still leads where it should.',
    'zh-CN': '已经有一个场景叫“{name}”（{file} 第 {line} 行）。请换一个名称，以免跳转走错。',
    'zh-TW': '已經有一個場景叫「{name}」（{file} 第 {line} 行）。請換一個名稱，以免跳轉走錯。',
  },
  placeholderTaken: {
    en: 'There is already a placeholder “{name}” ({file}, line {line}). Please choose another name, so that the two stay apart.',
    'zh-CN': '已经有一个占位符叫“{name}”（{file} 第 {line} 行）。请换一个名称，以免两者混在一起。',
    'zh-TW': '已經有一個佔位符叫「{name}」（{file} 第 {line} 行）。請換一個名稱，以免兩者混在一起。',
  },
  cannotWrite: {
    en: 'The placeholder cannot be renamed in {file}, line {line}: other marks stand inside it.',
    'zh-CN': '{file} 第 {line} 行的占位符中间夹着其他符号，无法改名。',
    'zh-TW': '{file} 第 {line} 行的佔位符中間夾著其他符號，無法改名。',
  },
  noFindings: { en: 'no findings', 'zh-CN': '没有问题', 'zh-TW': '沒有問題' },
  agentTurns: { en: '{count} agent turns', 'zh-CN': '{count} 句客服话', 'zh-TW': '{count} 句客服話' },
  oneAgentTurn: { en: '1 agent turn', 'zh-CN': '1 句客服话', 'zh-TW': '1 句客服話' },
  phrases: { en: '{count} phrases', 'zh-CN': '{count} 条话术', 'zh-TW': '{count} 則話術' },
  onePhrase: { en: '1 phrase', 'zh-CN': '1 条话术', 'zh-TW': '1 則話術' },
  greeting: { en: 'greeting', 'zh-CN': '问候', 'zh-TW': '問候' },
  closing: { en: 'closing', 'zh-CN': '结束语', 'zh-TW': '結束語' },
} as const satisfies Readonly<Record<string, Localised>>;

/** How many findings there are of a severity. */
export const SEVERITY_WORDS = {
  error: { en: ['1 error', '{count} errors'], 'zh-CN': ['1 个错误', '{count} 个错误'], 'zh-TW': ['1 個錯誤', '{count} 個錯誤'] },
  warning: { en: ['1 warning', '{count} warnings'], 'zh-CN': ['1 个警告', '{count} 个警告'], 'zh-TW': ['1 個警告', '{count} 個警告'] },
  info: { en: ['1 note', '{count} notes'], 'zh-CN': ['1 处提示', '{count} 处提示'], 'zh-TW': ['1 處提示', '{count} 處提示'] },
  hint: { en: ['1 hint', '{count} hints'], 'zh-CN': ['1 处建议', '{count} 处建议'], 'zh-TW': ['1 處建議', '{count} 處建議'] },
} as const;
