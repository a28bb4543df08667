import type { Localised } from '../core/index.ts';

/** What is said of records on standard input. */
export const RECORD_WORDS = {
  recordBroken: {
    en: '{path}: line {line} is not valid JSON (column {column}).',
    'zh-CN': '{path}：第 {line} 行不是有效的 JSON（第 {column} 列）。',
    'zh-TW': '{path}：第 {line} 行不是有效的 JSON（第 {column} 欄）。',
  },
  recordNone: {
    en: '{path}: line {line} is no record: neither an object nor a list.',
    'zh-CN': '{path}：第 {line} 行不是记录，既不是对象也不是数组。',
    'zh-TW': '{path}：第 {line} 行不是記錄，既不是物件也不是陣列。',
  },
  recordTooLong: {
    en: '{path}: line {line} is longer than {most} bytes.',
    'zh-CN': '{path}：第 {line} 行超过 {most} 字节。',
    'zh-TW': '{path}：第 {line} 行超過 {most} 位元組。',
  },
  recordNoText: {
    en: '{path}: line {line} is not text in UTF-8.',
    'zh-CN': '{path}：第 {line} 行不是 UTF-8 文本。',
    'zh-TW': '{path}：第 {line} 行不是 UTF-8 文字。',
  },
  recordFailed: {
    en: '{path}: the record on line {line} could not be checked ({why}).',
    'zh-CN': '{path}：检查第 {line} 行的记录时出错（{why}）。',
    'zh-TW': '{path}：檢查第 {line} 行的記錄時出錯（{why}）。',
  },
  recordsBad: {
    en: '{path}: records that could not be checked: {n}, the first on line {line}. Each was answered with its error.',
    'zh-CN': '{path}：有 {n} 条记录无法检查，第一条在第 {line} 行。每条的原因已写在输出中。',
    'zh-TW': '{path}：有 {n} 筆記錄無法檢查，第一筆在第 {line} 行。每筆的原因已寫在輸出中。',
  },
  recordsSilent: {
    en: '{path}: nothing that anybody says was found in any record. Name the fields under “files” in huashu.yaml (pointers).',
    'zh-CN': '{path}：所有记录里都没有找到对话内容。请在 huashu.yaml 的 files 里用 pointers 写明字段。',
    'zh-TW': '{path}：所有記錄裡都沒有找到對話內容。請在 huashu.yaml 的 files 裡用 pointers 寫明欄位。',
  },
} as const satisfies Readonly<Record<string, Localised>>;
