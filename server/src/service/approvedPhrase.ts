import type { Choice, Edit, Fix, Locale, Recommendation, Settings, Situation, Span } from '../core/index.ts';
import { languageOf } from '../core/index.ts';
import { type StandIn, standInFor } from '../core/standIn.ts';
import type { Parsed } from './parsed.ts';
import { fill, WORDS } from './words.ts';

/** What it takes to put a team's phrase in place of what stands in a document. */
export interface PhraseSource {
  /** The document as it is read; undefined where it is not. */
  parsed(): Parsed | undefined;
  recommend(situation: Situation, choice?: Choice): readonly Recommendation[];
  /** True when an edit leaves the document no worse, and nothing of a rule where it is made. */
  accepts(edit: Edit, rule: string | undefined): boolean;
}

/** The rules that say no where something could be offered. */
const REFUSING: ReadonlySet<string> = new Set(['flat-refusal', 'policy-pushing', 'fob-off', 'bare-but', 'cold-deadline']);
/** What makes a phrase something to say instead of no. */
const OFFERING: ReadonlySet<string> = new Set(['offer', 'options', 'choice', 'commitment', 'callback', 'handover']);
/** How well a phrase must fit to be put first. */
const FITS = 0.5;
/** Phrases tried before it is given up, and shown where somebody looks for one. */
const TRIED = 4;
const SHOWN = 3;

/** The phrase of the team to say instead of a refusal, best first, where one fits it well; `places`: of all findings on the same words. */
export function insteadOfRefusal(source: PhraseSource, rule: string, places: readonly Span[]): Fix[] {
  if (!REFUSING.has(rule)) return [];
  const parsed = source.parsed();
  const standIn = parsed && standInFor(parsed.document, places, parsed.settings, 'sentences');
  if (!standIn) return [];
  const situation = { ...standIn.situation, acts: ['offer', 'options', 'commitment', 'handover'] };
  const fits = ({ score, acts, topics }: Recommendation): boolean =>
    score >= FITS && topics.length > 0 && acts.some((act) => OFFERING.has(act));
  return fixes(source, parsed.settings, standIn, { situation, fits, rule, most: 1 });
}

/** Phrases of the team that could be said where an agent speaks. */
export function insteadOfTurn(source: PhraseSource, place: Span): Fix[] {
  const parsed = source.parsed();
  const standIn = parsed && standInFor(parsed.document, [place], parsed.settings, 'all');
  return standIn
    ? fixes(source, parsed.settings, standIn, { situation: standIn.situation, fits: () => true, rule: undefined, most: SHOWN })
    : [];
}

/** Which phrases are wanted, and how many. */
interface Wanted {
  readonly situation: Situation;
  readonly fits: (phrase: Recommendation) => boolean;
  /** The rule that must find nothing in them. */
  readonly rule: string | undefined;
  readonly most: number;
}

function fixes({ recommend, accepts }: PhraseSource, settings: Settings, standIn: StandIn, { situation, fits, rule, most }: Wanted): Fix[] {
  const lang = languageOf(standIn.words, langOf(settings));
  const takes: Choice['takes'] = (phrase) => phrase.lang === lang && phrase.text.trim() !== standIn.words.trim();
  const found: Fix[] = [];
  for (const phrase of recommend({ ...situation, lang }, { limit: TRIED, takes }).filter(fits)) {
    const edit = standIn.replacedBy(phrase.text);
    if (!edit || !accepts(edit, rule)) continue;
    const title = (locale: Locale): string => fill(WORDS.teamPhrase[locale], { words: phrase.text.replace(/\s+/gu, ' ') });
    found.push({
      kind: 'suggestion',
      title: { en: title('en'), 'zh-CN': title('zh-CN'), 'zh-TW': title('zh-TW') },
      edits: [edit],
      slots: [],
    });
    if (found.length === most) break;
  }
  return found;
}

function langOf({ lang }: Settings): 'zh-Hans' | 'zh-Hant' | 'en' {
  return lang === 'en' || lang === 'zh-Hant' ? lang : 'zh-Hans';
}
