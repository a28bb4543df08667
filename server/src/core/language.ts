import type { ScriptDocument } from '../dialogue/model.ts';
import type { Lang } from '../engine/wording.ts';
import { scriptLean } from '../text/script.ts';
import type { Settings } from './index.ts';

/** The language of a file: what it says of itself, what config says, else what it is written in. */
export function languageOfDocument(document: ScriptDocument, set: Settings['lang'], text: string): Lang {
  const said = document.meta['lang'];
  for (const lang of [said, set]) {
    if (lang === 'zh-Hans' || lang === 'zh-Hant' || lang === 'en') return lang;
    if (lang === 'zh') return scriptOf(sampleOf(text));
    if (lang === 'zh-CN') return 'zh-Hans';
    if (lang === 'zh-TW' || lang === 'zh-HK') return 'zh-Hant';
  }
  return detect(sampleOf(text));
}

/** The script of the Chinese in a text: the one there is more of. */
export function scriptOfText(text: string): 'zh-Hans' | 'zh-Hant' {
  return scriptOf(sampleOf(text));
}

const SAMPLE = 20_000;
const PARTS = 8;

/** Enough of a text to tell its language by: all of a short one, of a long one its beginning and parts from all over it. */
function sampleOf(text: string): string {
  if (text.length <= 2 * SAMPLE) return text;
  const sample = [text.slice(0, SAMPLE)];
  const step = Math.floor((text.length - SAMPLE) / PARTS);
  for (let from = SAMPLE; from < text.length; from += step) sample.push(text.slice(from, from + SAMPLE / PARTS));
  return sample.join('');
}

/** By what is written: Han characters or Latin words (two letters or more), and characters that only one script has. */
function detect(text: string): Lang {
  let han = 0;
  let words = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    letters = isLetter(unit) ? letters + 1 : 0;
    if (letters === 2) words++;
    else if (isHan(unit)) han++;
  }
  return han === 0 || words > han * 2 ? 'en' : scriptOf(text);
}

function scriptOf(text: string): 'zh-Hans' | 'zh-Hant' {
  return scriptLean(text) > 0 ? 'zh-Hant' : 'zh-Hans';
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}
