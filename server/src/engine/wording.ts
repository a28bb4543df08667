import { clauses, sentences } from '../dialogue/sentences.ts';
import { QUOTED_UNIT } from '../text/fold.ts';
import { type NormalText, normalise } from '../text/normalise.ts';
import { own } from '../text/own.ts';
import { scriptLean } from '../text/script.ts';
import type { Span } from '../text/span.ts';
import type { House } from './house.ts';
import type { Lexicon, PatternSet } from './lexicon.ts';
import { maskAddresses, maskQuotes } from './mask.ts';
import { allMatches, isIn, type Match } from './pattern.ts';

/** The script a text is written in. */
export type Lang = 'zh-Hans' | 'zh-Hant' | 'en';

/** What reading speech takes: the words known, and how the project writes placeholders. */
export interface Reading {
  readonly lexicon: Lexicon;
  /** Folded text with every unit of a placeholder replaced by PLACEHOLDER_UNIT; same length. */
  readonly maskPlaceholders: (folded: string) => string;
  /** Language of the file, for texts that do not tell. */
  readonly lang: Lang;
  /** The script of what Chinese there is in a file that is in English. */
  readonly script?: 'zh-Hans' | 'zh-Hant';
  /** The words of the house; the lexicon holds its lists. */
  readonly house: House;
  /** What has been read so. */
  readonly wordings: Wordings;
}

/**
 * A text as rules see it, whoever says it and wherever: normal text (folded, noise removed, placeholders and quoted words
 * masked), and what has been looked up in it. Spans are over `text`.
 */
export class Wording {
  readonly text: string;
  readonly normal: NormalText;
  readonly lang: Lang;
  private readonly lexicon: Lexicon;
  private scannedIds: readonly number[] | undefined;
  private matchingIds: readonly number[] | undefined;
  private sentenceSpans: readonly Span[] | undefined;
  private found: Map<PatternSet, readonly Match[]> | undefined;
  private derived: Map<unknown, unknown> | undefined;
  private clauseSpans: Map<number, { readonly end: number; readonly clauses: readonly Span[] }> | undefined;

  /** `scanned`: what the scan found in it, where that is known. */
  constructor(original: string, reading: Reading, scanned?: readonly number[]) {
    this.lexicon = reading.lexicon;
    this.scannedIds = scanned;
    this.normal = normalise(reading.lexicon.folds, original);
    this.text = maskAddresses(maskQuotes(reading.maskPlaceholders(this.normal.text), QUOTED), QUOTED);
    this.lang = languageOf(original, reading.lang);
  }

  /** Every match of a list, by position; patterns whose literals do not occur are not tried. */
  find(name: string): readonly Match[] {
    const set = this.lexicon.set(name);
    if (set.scanned && !this.isStirred(set)) return NONE;
    const known = this.found?.get(set);
    if (known) return known;
    const ids = this.candidates(set);
    if (ids.length === 0) return this.keep(set, NONE);
    const patterns = ids.map((id) => this.lexicon.pattern(id));
    return this.keep(set, allMatches(patterns, this.text));
  }

  /** True when a list matches anywhere; cheaper than finding every match. */
  has(name: string): boolean {
    const set = this.lexicon.set(name);
    if (set.scanned && !this.isStirred(set)) return false;
    const known = this.found?.get(set);
    if (known) return known.length > 0;
    const candidates = this.candidates(set);
    if (candidates.length === 0) this.keep(set, NONE);
    for (const id of candidates) if (isIn(this.text, this.lexicon.pattern(id))) return true;
    return false;
  }

  /** Ids of the patterns that wake a rule and match. */
  waking(): readonly number[] {
    const { lexicon } = this;
    this.matchingIds ??= this.scanned().filter((id) => lexicon.wakesRule(id) && isIn(this.text, lexicon.pattern(id)));
    return this.matchingIds;
  }

  sentences(): readonly Span[] {
    this.sentenceSpans ??= sentences(this.text);
    return this.sentenceSpans;
  }

  clauses(within: Span): readonly Span[] {
    const known = this.clauseSpans?.get(within.start);
    if (known?.end === within.end) return known.clauses;
    const found = clauses(this.text, within);
    this.clauseSpans ??= new Map();
    this.clauseSpans.set(within.start, { end: within.end, clauses: found });
    return found;
  }

  /** What is remembered under a key, else what `work` makes. */
  derive<T>(key: unknown, work: () => T): T {
    this.derived ??= new Map();
    if (!this.derived.has(key)) this.derived.set(key, work());
    return this.derived.get(key) as T;
  }

  /** Ids of the patterns scanned for that can match. */
  scanned(): readonly number[] {
    this.scannedIds ??= this.lexicon.waking(this.text);
    return this.scannedIds;
  }

  /** Of the lists every text is scanned for, those that may match. */
  stirred(): readonly PatternSet[] {
    const lists: PatternSet[] = [];
    for (const id of this.scanned()) {
      const list = this.lexicon.listOf(id);
      if (!lists.includes(list)) lists.push(list);
    }
    return lists;
  }

  private keep(set: PatternSet, matches: readonly Match[]): readonly Match[] {
    this.found ??= new Map();
    this.found.set(set, matches);
    return matches;
  }

  private isStirred({ from, to }: PatternSet): boolean {
    for (const id of this.scanned()) if (id >= from && id < to) return true;
    return false;
  }

  private candidates({ from, to, scanned }: PatternSet): readonly number[] {
    const ids: number[] = [];
    if (scanned) {
      for (const id of this.scanned()) if (id >= from && id < to) ids.push(id);
    } else {
      for (let id = from; id < to; id++) if (this.lexicon.canMatch(id, this.text)) ids.push(id);
    }
    return ids;
  }
}

const NONE: Match[] = [];
const QUOTED = String.fromCharCode(QUOTED_UNIT);

/** Most texts remembered; then memory begins anew. */
const MOST_REMEMBERED = 16_000;

/** Remembers texts that have been read: scripts repeat themselves, and a text is looked at from its neighbours, too. */
export class Wordings {
  private readonly known = new Map<string, Wording>();

  /** The wording of a text, if it has been read. */
  recall(original: string): Wording | undefined {
    return this.known.get(original);
  }

  of(original: string, reading: Reading, scanned?: readonly number[]): Wording {
    const known = this.known.get(original);
    if (known) return known;
    const made = new Wording(original, reading, scanned);
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(own(original), made);
    return made;
  }
}

/** The language of a text: Han or not, and which script it leans to; `otherwise` where it does not tell. */
export function languageOf(text: string, otherwise: Lang): Lang {
  if (!/[\u3400-\u9fff\uf900-\ufaff]/u.test(text)) return /[a-z]{2}/iu.test(text) ? 'en' : otherwise;
  const lean = scriptLean(text);
  if (lean === 0 && otherwise !== 'en') return otherwise;
  return lean > 0 ? 'zh-Hant' : 'zh-Hans';
}
