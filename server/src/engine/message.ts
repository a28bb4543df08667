import type { Locale, Localised } from './finding.ts';
import type { RuleMeta } from './rule.ts';

/** A rule's message with its `{names}` filled in; long words are cut. */
export function describe(meta: RuleMeta, data: Readonly<Record<string, string>>): Localised {
  return localise((locale) => fill(meta.message[locale], (name) => (name === 'hint' ? hint(data['near'], locale) : data[name])));
}

/** The question whether a name near to the one written was meant; `{hint}` in a message stands for it. */
function hint(near: string | undefined, locale: Locale): string {
  return near === undefined ? '' : fill(DID_YOU_MEAN[locale], () => near);
}

const DID_YOU_MEAN: Localised = {
  en: ' Did you mean \u201c{near}\u201d?',
  'zh-CN': '是不是\u201c{near}\u201d\uff1f',
  'zh-TW': '是不是「{near}」\uff1f',
};

/** Title of a fix that replaces words by others. */
export function replaceTitle(before: string, after: string): Localised {
  if (after === '') return localise((locale) => fill(TITLES.remove[locale], () => visible(before)));
  return localise((locale) => fill(TITLES.replace[locale], (name) => (name === 'before' ? visible(before) : after)));
}

/** Title of a reworded sentence. */
export function reframeTitle(after: string): Localised {
  return localise((locale) => fill(TITLES.reword[locale], () => after));
}

/** A message that says by which scenes the conversation got there, where it went through several. */
export function onPath(message: Localised, path: readonly string[]): Localised {
  const titles = path.filter((title) => title !== '');
  if (titles.length < 2) return message;
  const shown = titles.length <= MOST_SHOWN ? titles : [...titles.slice(0, 2), '…', ...titles.slice(-3)];
  return localise((locale) => message[locale] + fill(PATH[locale], () => shown.join(' → ')));
}

export function localise(make: (locale: Locale) => string): Localised {
  return { en: make('en'), 'zh-CN': make('zh-CN'), 'zh-TW': make('zh-TW') };
}

const PATH = { en: ' (Path: {path})', 'zh-CN': '（路径：{path}）', 'zh-TW': '（路徑：{path}）' } as const;
const MOST_SHOWN = 6;

const TITLES = {
  remove: { en: 'Remove “{before}”', 'zh-CN': '删除“{before}”', 'zh-TW': '刪除「{before}」' },
  replace: { en: 'Replace “{before}” with “{after}”', 'zh-CN': '把“{before}”改为“{after}”', 'zh-TW': '把「{before}」改為「{after}」' },
  reword: { en: 'Say instead: {after}', 'zh-CN': '改为：{after}', 'zh-TW': '改為：{after}' },
} as const;

const LONGEST = 120;

/** Puts what names stand for where a template has them in braces; other braces stay. */
function fill(template: string, named: (name: string) => string | undefined): string {
  let filled = '';
  let from = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
    const close = template.indexOf('}', open);
    const value = close < 0 ? undefined : named(template.slice(open + 1, close));
    if (value === undefined) continue;
    filled += template.slice(from, open) + shorten(value);
    from = close + 1;
    open = close;
  }
  return filled + template.slice(from);
}

function shorten(text: string): string {
  const line = /[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, ' ') : text;
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

function visible(text: string): string {
  return text.replace(/[\p{Cf}\p{Co}]/gu, (char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
}
