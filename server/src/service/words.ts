import type { Localised } from '../core/index.ts';

/** What the editor says beside rules' own words. `{…}` is filled in. */
export const WORDS = {
  fixAllOfRule: { en: 'Fix all “{rule}” in this file', 'zh-CN': '修复本文件中全部“{rule}”', 'zh-TW': '修復本檔案中全部「{rule}」' },
  fixAllSafe: {
    en: 'Fix all safe problems (Huashu)',
    'zh-CN': '修复全部可安全修复的问题（话术）',
    'zh-TW': '修復全部可安全修復的問題（話術）',
  },
  teamPhrase: {
    en: 'Use the team\u2019s phrase: {words}',
    'zh-CN': '换成团队的话术：{words}',
    'zh-TW': '換成團隊的話術：{words}',
  },
  disableLine: {
    en: 'Allow “{rule}” on this line, with a reason',
    'zh-CN': '允许这一行的“{rule}”，并写明原因',
    'zh-TW': '允許這一行的「{rule}」，並寫明原因',
  },
  openPage: { en: 'Why? Open the page of “{rule}”', 'zh-CN': '为什么？打开“{rule}”的说明', 'zh-TW': '為什麼？開啟「{rule}」的說明' },
  reason: { en: 'reason', 'zh-CN': '原因', 'zh-TW': '原因' },
  sayInstead: { en: 'Say instead:', 'zh-CN': '可以这样说：', 'zh-TW': '可以這樣說：' },
  because: { en: 'Found because:', 'zh-CN': '依据：', 'zh-TW': '依據：' },
  tableToTurns: { en: 'Convert the table to turns', 'zh-CN': '把表格改为对话', 'zh-TW': '把表格改為對話' },
  turnsToTable: { en: 'Convert the turns to a table', 'zh-CN': '把对话改为表格', 'zh-TW': '把對話改為表格' },
  sentencesOnLines: { en: 'Put each sentence on a line of its own', 'zh-CN': '每句话各占一行', 'zh-TW': '每句話各佔一行' },
  splitTurn: { en: 'Split into two turns here', 'zh-CN': '在这里拆成两段话', 'zh-TW': '在這裡拆成兩段話' },
  newSceneHere: { en: 'Begin a new scene here', 'zh-CN': '从这里起另立场景', 'zh-TW': '從這裡起另立場景' },
  newScene: { en: 'New scene', 'zh-CN': '新场景', 'zh-TW': '新場景' },
  commonPhrases: { en: 'Common phrases', 'zh-CN': '常用话术', 'zh-TW': '常用話術' },
  bookName: { en: 'phrasebook.huashu', 'zh-CN': '话术库.huashu', 'zh-TW': '話術庫.huashu' },
  addToBook: { en: 'Add to the phrasebook “{name}”', 'zh-CN': '收进话术库“{name}”', 'zh-TW': '收進話術庫「{name}」' },
  tooLarge: {
    en: 'This file is larger than {limit} MB, so the editor does not check it. The command line does: huashu lint',
    'zh-CN': '这个文件超过 {limit} MB,编辑器不作检查。请用命令行：huashu lint',
    'zh-TW': '這個檔案超過 {limit} MB,編輯器不作檢查。請用命令列：huashu lint',
  },
} as const satisfies Readonly<Record<string, Localised>>;

/** Puts values in for the names in braces. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
