import type { ScriptDocument } from '../dialogue/model.ts';
import type { Lang } from '../engine/wording.ts';
import { scriptLean } from '../text/script.ts';
import type { Settings } from './index.ts';

/** The language of a file: what it says of itself, what config says, else what it is written in. */
export function languageOfDocument(document: ScriptDocument, set: Settings['lang'], text: string): Lang {
  const said = document.meta['lang'];
  for (const lang of [said, set]) {
    if (lang === 'zh-Hans' || lang === 'zh-Hant' || lang === 'en') return lang;
    if (lang === 'zh') return scriptOf(text.slice(0, 20_000));
    if (lang === 'zh-CN') return 'zh-Hans';
    if (lang === 'zh-TW' || lang === 'zh-HK') return 'zh-Hant';
  }
  return detect(text.slice(0, 20_000));
}

/** By what is written: Han characters or Latin words, and characters that only one script has. */
function detect(text: string): Lang {
  let han = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) han++;
  if (han === 0) return 'en';
  const words = text.match(/[a-z]{2,}/giu)?.length ?? 0;
  return words > han * 2 ? 'en' : scriptOf(text);
}

function scriptOf(text: string): 'zh-Hans' | 'zh-Hant' {
  return scriptLean(text) > 0 ? 'zh-Hant' : 'zh-Hans';
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}
