import type { ScriptDocument } from '../dialogue/model.ts';
import type { Lang } from '../engine/wording.ts';
import { unescaped } from '../text/escapes.ts';
import { scriptLean } from '../text/script.ts';
import type { Settings } from './index.ts';

/** The language of a file: what it says of itself, what config says, else what it is written in. */
export function languageOfDocument(document: ScriptDocument, set: Settings['lang'], text: string): Lang {
  for (const said of [document.meta['lang'], set]) {
    const lang = typeof said === 'string' ? named(said) : undefined;
    if (lang !== undefined) return lang === 'zh' ? scriptOf(sampleOf(text)) : lang;
  }
  return detect(sampleOf(text));
}

/** The language that a tag names, in any of the ways such tags are written: zh-Hant, zh_TW, en-GB. */
function named(tag: string): Lang | 'zh' | undefined {
  const parts = tag.trim().toLowerCase().split(/[-_]/u);
  if (parts[0] === 'en') return 'en';
  if (parts[0] !== 'zh') return undefined;
  for (const part of parts) {
    const script = SCRIPTS[part];
    if (script !== undefined) return script;
  }
  return 'zh';
}

/** What script or region tells; the script stands first in a tag. */
const SCRIPTS: Readonly<Record<string, Lang>> = {
  hans: 'zh-Hans',
  hant: 'zh-Hant',
  cn: 'zh-Hans',
  sg: 'zh-Hans',
  tw: 'zh-Hant',
  hk: 'zh-Hant',
  mo: 'zh-Hant',
};

/** The script of the Chinese in a text: the one there is more of. */
export function scriptOfText(text: string): 'zh-Hans' | 'zh-Hant' {
  return scriptOf(sampleOf(text));
}

const SAMPLE = 20_000;
const PARTS = 8;

/** Enough of a text to tell its language by: all of a short one, of a long one its beginning and parts from all over it. */
function sampleOf(text: string): string {
  if (text.length <= 2 * SAMPLE) return unescaped(text);
  const sample = [text.slice(0, SAMPLE)];
  const step = Math.floor((text.length - SAMPLE) / PARTS);
  for (let from = SAMPLE; from < text.length; from += step) sample.push(text.slice(from, from + SAMPLE / PARTS));
  return unescaped(sample.join(''));
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
