import { type Lang, languageOfDocument } from '../../core/writing.ts';
import type { Spot } from './spot.ts';
import type { World } from './world.ts';

/** The language that is being written; of a file that has hardly begun, the reader's. */
export function langOf(spot: Spot, { locale }: Pick<World, 'locale'>): Lang {
  const { draft } = spot;
  const text = draft.text.slice(Math.max(0, spot.offset - 2000), spot.offset + 500);
  if (!/\p{L}/u.test(text)) return locale === 'en' ? 'en' : locale === 'zh-TW' ? 'zh-Hant' : 'zh-Hans';
  return languageOfDocument(spot.document(), draft.settings.lang, text);
}
