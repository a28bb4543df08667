import type { FlowView } from '../viewProtocol.ts';

/** The words of the flow picture. `{n}` and `{name}` are filled in. */
export interface FlowWords {
  readonly picture: string;
  /** The scene before the first heading. */
  readonly untitled: string;
  readonly turn: string;
  readonly turns: string;
  readonly starts: string;
  readonly unreachable: string;
  readonly broken: string;
  readonly elsewhere: string;
  readonly leadsTo: string;
  readonly partly: string;
  readonly thinned: string;
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  readonly comma: string;
  readonly stop: string;
}

/** By language of the interface. */
export const FLOW_WORDS: Readonly<Record<'en' | 'zh-CN' | 'zh-TW', FlowWords>> = {
  en: {
    picture: 'Flow of the script',
    untitled: 'Beginning',
    turn: '1 turn',
    turns: '{n} turns',
    starts: 'starts here',
    unreachable: 'nothing leads here',
    broken: 'No scene “{name}”',
    elsewhere: '“{name}” in another file',
    leadsTo: 'leads to {name}',
    partly: 'Part of the script: {n} scenes of {total}',
    thinned: 'Too many links to draw: {n} arrows of {total}',
    error: 'errors: {n}',
    warning: 'warnings: {n}',
    info: 'suggestions: {n}',
    comma: ', ',
    stop: '. ',
  },
  'zh-CN': {
    picture: '话术流程图',
    untitled: '开头',
    turn: '1 轮',
    turns: '{n} 轮',
    starts: '从这里开始',
    unreachable: '走不到这里',
    broken: '找不到“{name}”',
    elsewhere: '“{name}”不在本文件',
    leadsTo: '通往{name}',
    partly: '只画出一部分：{total} 个场景中的 {n} 个',
    thinned: '连接太多，只画出 {total} 条中的 {n} 条',
    error: '{n} 个错误',
    warning: '{n} 个警告',
    info: '{n} 条建议',
    comma: '，',
    stop: '；',
  },
  'zh-TW': {
    picture: '話術流程圖',
    untitled: '開頭',
    turn: '1 輪',
    turns: '{n} 輪',
    starts: '從這裡開始',
    unreachable: '走不到這裡',
    broken: '找不到「{name}」',
    elsewhere: '「{name}」不在本檔案',
    leadsTo: '通往{name}',
    partly: '只畫出一部分：{total} 個場景中的 {n} 個',
    thinned: '連結太多，只畫出 {total} 條中的 {n} 條',
    error: '{n} 個錯誤',
    warning: '{n} 個警告',
    info: '{n} 條建議',
    comma: '，',
    stop: '；',
  },
};

/** What a picture leaves out, in words; empty where it shows everything. */
export function leftOut({ boxes, arrows, total, linked }: FlowView, words: FlowWords): string {
  return [
    ...(total > boxes.length ? [fill(words.partly, { n: boxes.length, total })] : []),
    ...(linked > arrows.length ? [fill(words.thinned, { n: arrows.length, total: linked })] : []),
  ].join(words.stop);
}

/** Puts values in for the names in braces. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
