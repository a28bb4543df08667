import type { Localised } from '../core/index.ts';

/** What a rule's page says beside the rule's own words. `{…}` is filled in. */
export const PAGE_WORDS = {
  source: { en: 'Source: ', 'zh-CN': '出处：', 'zh-TW': '出處：' },
  graded: { en: ', graded: ', 'zh-CN': '，分级：', 'zh-TW': '，分級：' },
  and: { en: ', ', 'zh-CN': '、', 'zh-TW': '、' },
  strictOnly: { en: ' (`strict` only)', 'zh-CN': '（仅 `strict`）', 'zh-TW': '（僅 `strict`）' },
  before: { en: 'Before', 'zh-CN': '改前', 'zh-TW': '改前' },
  after: { en: 'After', 'zh-CN': '改后', 'zh-TW': '改後' },
  flagged: { en: 'Reported', 'zh-CN': '会被指出', 'zh-TW': '會被指出' },
  fixed: { en: 'Said instead', 'zh-CN': '可以这样说', 'zh-TW': '可以這樣說' },
  accepted: { en: 'Not reported', 'zh-CN': '不会被指出', 'zh-TW': '不會被指出' },
  words: { en: 'Underlined: ', 'zh-CN': '标出的词：', 'zh-TW': '標出的詞：' },
  otherLanguages: { en: 'In other languages', 'zh-CN': '其他语言的例子', 'zh-TW': '其他語言的例子' },
  settings: { en: 'Settings', 'zh-CN': '设置', 'zh-TW': '設定' },
  level: {
    en: 'In `huashu.yaml`: `off`, `hint`, `info`, `warning` or `error`.',
    'zh-CN': '在 `huashu.yaml` 中，级别可以是 `off`（关闭）、`hint`（提示）、`info`（建议）、`warning`（警告）、`error`（错误）。',
    'zh-TW': '在 `huashu.yaml` 中，層級可以是 `off`（關閉）、`hint`（提示）、`info`（建議）、`warning`（警告）、`error`（錯誤）。',
  },
  levelStrict: {
    en: 'Off unless `huashu.yaml` says `extends: strict`, or gives it a level: `hint`, `info`, `warning` or `error`.',
    'zh-CN': '默认关闭。在 `huashu.yaml` 中写 `extends: strict`，或者给它一个级别（`hint`、`info`、`warning`、`error`）就会打开。',
    'zh-TW': '預設關閉。在 `huashu.yaml` 中寫 `extends: strict`，或給它一個層級（`hint`、`info`、`warning`、`error`）就會開啟。',
  },
  suppress: {
    en: 'To let one line stand, say why in the line before it (`<!-- … -->` in Markdown):',
    'zh-CN': '只允许某一行时，在它的上一行写明原因（Markdown 里用 `<!-- … -->`）：',
    'zh-TW': '只允許某一行時，在它的上一行寫明原因（Markdown 裡用 `<!-- … -->`）：',
  },
  reason: { en: 'the reason', 'zh-CN': '原因', 'zh-TW': '原因' },
  error: { en: 'error', 'zh-CN': '错误', 'zh-TW': '錯誤' },
  warning: { en: 'warning', 'zh-CN': '警告', 'zh-TW': '警告' },
  info: { en: 'info', 'zh-CN': '建议', 'zh-TW': '建議' },
  hint: { en: 'hint', 'zh-CN': '提示', 'zh-TW': '提示' },
} as const satisfies Readonly<Record<string, Localised>>;

/** The names of the languages of scripts, each in itself. */
export const LANGUAGE_NAMES = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const;
