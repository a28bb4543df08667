import { dice } from '../../dialogue/phrase.ts';
import { sentences } from '../../dialogue/sentences.ts';
import type { Match, PatternData } from '../pattern.ts';

/** A sentence that others are compared with: by the pairs of neighbouring units they share, punctuation left out (Dice, in percent). */
export function likePattern(example: string, similarity: number): PatternData {
  const units = unitsOf(example);
  const own = pairsOf(units);
  const exec = (text: string, from: number): Match | undefined => {
    for (const span of sentences(text)) {
      if (span.start < from) continue;
      if (dice(own, pairsOf(unitsOf(text.slice(span.start, span.end)))) * 100 >= similarity) return { span, whole: span, groups: {} };
    }
    return undefined;
  };
  return { source: example, literals: [waking(units, similarity)], make: () => ({ source: example, exec }) };
}

/** Fewest pairs in a sentence that likeness says something of. */
export const LEAST_PAIRS = 4;

export function countOfPairs(example: string): number {
  return Math.max(0, unitsOf(example).length - 1);
}

/**
 * Pairs of which anything so like must have one: it shares at least s / (2 - s) of the pairs here, so one of any set that
 * leaves out fewer than that. Those of a mark or a space between two words are no use, as the text may have another there.
 */
function waking(units: string, similarity: number): string[] {
  const all = [...new Set(Array.from({ length: units.length - 1 }, (_, i) => units.slice(i, i + 2)))];
  const share = similarity / 100 / (2 - similarity / 100);
  const shared = Math.max(1, Math.ceil(share * (units.length - 1)));
  const most = all.length - Math.min(all.length - 1, Math.max(0, shared - 1));
  const strong = all.filter((pair) => !pair.includes(' ')).sort((a, b) => strength(b) - strength(a));
  return strong.length >= most ? strong.slice(0, most) : all;
}

/** Pairs of Han units say more than those of letters. */
function strength(pair: string): number {
  return (isHan(pair.charCodeAt(0)) ? 1 : 0) + (isHan(pair.charCodeAt(1)) ? 1 : 0);
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit < 0xfb00;
}

/** Letters, digits and characters; one space between Latin words. */
function unitsOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])/gu, '')
    .trim();
}

function pairsOf(units: string): Uint32Array {
  const out = new Uint32Array(Math.max(0, units.length - 1));
  for (let i = 0; i + 1 < units.length; i++) out[i] = ((units.charCodeAt(i) << 16) | units.charCodeAt(i + 1)) >>> 0;
  return out.sort();
}
