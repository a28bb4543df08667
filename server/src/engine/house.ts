import { normalise } from '../text/normalise.ts';
import type { PatternLists } from './lexicon.ts';
import { isWordUnit } from './literals.ts';
import { NEVER, type PatternData, WORD_EDGE } from './pattern.ts';

/** Words of the house that rules take into account: `settings` in a config. */
export interface HouseWords {
  readonly disclosure?: { readonly terms?: readonly string[]; readonly identity?: string };
  readonly sensitive?: readonly string[];
  readonly jargon?: Readonly<Record<string, string>>;
  readonly honorific?: 'auto' | 'always';
}

/** The words of the house made ready: looked for by rules as pattern lists of their own, which are empty where config says nothing. */
export interface House {
  readonly words: HouseWords;
  /** True where config names no words. */
  readonly isSilent: boolean;
  /** By name of list, one pattern each, so that every house fills the same places in a lexicon. */
  readonly lists: PatternLists;
  /** What config says beside a word of a list, asked by words of normal text that the list matched. */
  meaning(list: HouseList, found: string): string | undefined;
}

/** The lists that a house fills. Rules name them like those of packs, as what wakes them, too. */
export type HouseList = keyof typeof SAYS;

export function isHouseList(name: string): name is HouseList {
  return Object.hasOwn(SAYS, name);
}

/** A house that says nothing: what every lexicon begins with. */
export const EMPTY_LISTS: PatternLists = {
  'house/disclosure': [NEVER],
  'house/identity': [NEVER],
  'house/sensitive': [NEVER],
  'house/jargon': [NEVER],
};

/** Makes the words of config ready: folded like all text, Latin ones found as whole words, in the plural, too. */
export function house(words: HouseWords, folds: Uint16Array): House {
  const tables = new Map<string, ReadonlyMap<string, string>>();
  const lists: Record<string, readonly PatternData[]> = { ...EMPTY_LISTS };
  for (const [name, says] of Object.entries(SAYS)) {
    const table = folded(says(words), folds);
    if (table.size === 0) continue;
    tables.set(name, table);
    lists[name] = [anyOf([...table.keys()])];
  }
  return {
    words,
    isSilent: tables.size === 0,
    lists,
    meaning(list, found) {
      const table = tables.get(list);
      const said = table?.get(found) ?? table?.get(found.replace(PLURAL, ''));
      return said === '' ? undefined : said;
    },
  };
}

/** What a config says for each list: words, each with what goes with it or nothing. */
const SAYS = {
  'house/disclosure': ({ disclosure }: HouseWords) => bare(disclosure?.terms),
  'house/identity': ({ disclosure }: HouseWords) => bare(disclosure?.identity === undefined ? [] : [disclosure.identity]),
  'house/sensitive': ({ sensitive }: HouseWords) => bare(sensitive),
  'house/jargon': ({ jargon }: HouseWords) => Object.entries(jargon ?? {}),
} satisfies Readonly<Record<string, (words: HouseWords) => readonly (readonly [string, string])[]>>;

const PLURAL = /e?s$/u;

function bare(words: readonly string[] = []): [string, string][] {
  return words.map((word) => [word, '']);
}

/** By folded word; of words that fold alike the last counts. Longer words first, since the first to match is taken. */
function folded(entries: readonly (readonly [string, string])[], folds: Uint16Array): ReadonlyMap<string, string> {
  const all = entries.map(([word, said]) => [normalise(folds, word).text.trim().replace(/\s+/gu, ' '), said] as const);
  return new Map(all.filter(([word]) => word !== '').sort(([a], [b]) => b.length - a.length));
}

/** A pattern that any of the words matches, and its literals. */
function anyOf(words: readonly string[]): PatternData {
  return { source: words.map(pattern).join('|'), literals: [words.map((word) => (beginsLatin(word) ? WORD_EDGE + word : word))] };
}

function pattern(word: string): string {
  const source = word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const behind = isWordUnit(word.charCodeAt(word.length - 1)) ? '(?:e?s)?(?![a-z0-9_])' : '';
  return `${beginsLatin(word) ? '(?<![a-z0-9_])' : ''}${source}${behind}`;
}

function beginsLatin(word: string): boolean {
  return isWordUnit(word.charCodeAt(0));
}
