import type { Localised } from '../engine/finding.ts';
import { isCommon } from './commonTerms.ts';
import type { Wanted } from './postings.ts';
import type { Question } from './question.ts';
import { ACT_NAMES, MOOD_NAMES } from './situations.ts';
import { wordsOfTerms } from './terms.ts';

/** Something that speaks for a phrase. */
export type Reason =
  | { readonly by: 'tags' | 'acts' | 'words' | 'said' | 'scene'; readonly names: readonly string[] }
  | { readonly by: 'mood'; readonly name: string }
  | { readonly by: 'type'; readonly name: string };

/** What is known of a phrase when it is told why it was found. */
export interface Known {
  /** Its words, and those around it, as normal text. */
  readonly words: string;
  readonly around: string;
  /** True when a customer says something before it. */
  readonly said: boolean;
  readonly tags: readonly string[];
  readonly keys: ReadonlySet<string>;
  readonly mood: string;
  readonly type: string | undefined;
  readonly acts: number;
  names(bits: number): string[];
}

const MOST_WORDS = 4;

/** What speaks for a phrase, the weightiest first. */
export function reasonsOf(question: Question, known: Known): Reason[] {
  const reasons: Reason[] = [];
  const tags = [...known.keys].flatMap((key, i) => (question.tags.has(key) ? [known.tags[i] ?? key] : []));
  if (tags.length > 0) reasons.push({ by: 'tags', names: tags });
  const acts = known.names(known.acts & (question.acts.reduce((all, group) => all | group, 0) | question.calledFor | question.welcome));
  if (acts.length > 0) reasons.push({ by: 'acts', names: acts });
  const named = (text: string, wanted: readonly Wanted[]): string[] => {
    const asked = wanted.map(({ term }) => term);
    const words = topical(text, wanted);
    return (words.length > 0 ? words : wordsOfTerms(text, new Set(asked))).slice(0, MOST_WORDS);
  };
  const words = named(known.words, question.words);
  if (words.length > 0) reasons.push({ by: 'words', names: words });
  const around = named(known.around, question.around).filter((word) => !words.includes(word) || known.said);
  if (around.length > 0) reasons.push({ by: known.said ? 'said' : 'scene', names: around });
  const mood = question.only.mood ?? question.mood;
  if (mood !== undefined && mood === known.mood) reasons.push({ by: 'mood', name: mood });
  if (known.type !== undefined && known.type.toLowerCase() === question.type) reasons.push({ by: 'type', name: known.type });
  return reasons;
}

/** What a text says of what was asked for that tells what it is about. */
export function topical(text: string, wanted: readonly Wanted[]): string[] {
  return wordsOfTerms(text, new Set(wanted.map(({ term }) => term).filter((term) => !isCommon(term))));
}

/** The reasons as one line. */
export function whyOf(reasons: readonly Reason[]): Localised {
  const line = (locale: keyof Localised): string =>
    reasons.map((reason) => LEADS[reason.by][locale] + namesOf(reason, locale).join(locale === 'en' ? ', ' : '、')).join(' \u00b7 ');
  return { en: line('en'), 'zh-CN': line('zh-CN'), 'zh-TW': line('zh-TW') };
}

function namesOf(reason: Reason, locale: keyof Localised): readonly string[] {
  if ('name' in reason) return [reason.by === 'mood' ? (MOOD_NAMES[reason.name]?.[locale] ?? reason.name) : reason.name];
  if (reason.by === 'acts') return reason.names.map((act) => ACT_NAMES[act]?.[locale] ?? act);
  return reason.names;
}

const LEADS: Readonly<Record<Reason['by'], Localised>> = {
  tags: { en: 'tagged ', 'zh-CN': '标签:', 'zh-TW': '標籤:' },
  acts: { en: '', 'zh-CN': '', 'zh-TW': '' },
  words: { en: 'says ', 'zh-CN': '提到:', 'zh-TW': '提到:' },
  said: { en: 'answers ', 'zh-CN': '客户说:', 'zh-TW': '客戶說:' },
  scene: { en: 'under ', 'zh-CN': '标题:', 'zh-TW': '標題:' },
  mood: { en: 'for a customer who is ', 'zh-CN': '客户情绪:', 'zh-TW': '客戶情緒:' },
  type: { en: 'scene of type ', 'zh-CN': '场景类型:', 'zh-TW': '場景類型:' },
};
