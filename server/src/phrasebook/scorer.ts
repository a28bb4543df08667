import type { Lang } from '../engine/wording.ts';
import { type Entries, LANGS } from './entries.ts';
import type { Question } from './question.ts';

/** What things count for beside one another. */
const WEIGHT = {
  words: 3,
  around: 2,
  tag: 1.6,
  act: 1.2,
  calledFor: 0.6,
  more: 0.15,
  type: 0.6,
  mood: 0.7,
  otherMood: 0.9,
  welcome: 0.35,
  heard: 0.3,
} as const;
/** Likeness in words that says nothing by itself. */
const TOO_LITTLE = 0.3;
/** A length, in terms, that is neither short nor long. */
const LENGTH = 24;

/** Scores a phrase: nothing where nothing that was asked for speaks for it. */
export function scorer(
  { columns, tags, moods, types }: Entries,
  question: Question,
  words: Float32Array,
  around: Float32Array,
): (id: number) => number {
  const { only, acts, calledFor, welcome, heard } = question;
  const tagScores = tags.scores((own) => tagScore(own, question));
  const moodScores = moods.scores((own) => moodScore(own, question));
  const typeScores = types.scores((own) => (own !== '' && own === question.type ? WEIGHT.type : 0));
  const langScores = LANGS.map((lang) => langScore(lang, question.lang));
  const isOpen = question.around.length + question.tags.size + acts.length === 0;
  const filtered = only.tags.length > 0 || only.mood !== undefined;
  return (id) => {
    const tagged = tagScores[columns.tags[id]!]!;
    const mood = moodScores[columns.mood[id]!]!;
    if (tagged === Number.NEGATIVE_INFINITY || mood === Number.NEGATIVE_INFINITY) return 0;
    const like = Math.min(1, words[id]!) / (0.85 + (0.15 * columns.terms[id]!) / LENGTH);
    let score = WEIGHT.words * like + WEIGHT.around * Math.min(1, around[id]!) + tagged;
    const does = columns.acts[id]!;
    for (const group of acts) if ((does & group) !== 0) score += WEIGHT.act + WEIGHT.more * (count(does & group) - 1);
    if ((does & calledFor) !== 0) score += WEIGHT.calledFor + WEIGHT.more * (count(does & calledFor) - 1);
    score += typeScores[columns.type[id]!]!;
    if (score < TOO_LITTLE && !(isOpen && (mood > 0 || filtered))) return 0;
    if ((does & welcome) !== 0) score += WEIGHT.welcome;
    if ((columns.heard[id]! & heard) !== 0) score += WEIGHT.heard;
    return Math.max(0.01, score + mood) * langScores[columns.lang[id]!]!;
  };
}

/** How many bits are set. */
function count(bits: number): number {
  let n = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) n++;
  return n;
}

function tagScore(own: ReadonlySet<string>, { only, tags }: Question): number {
  if (only.tags.some((tag) => !own.has(tag))) return Number.NEGATIVE_INFINITY;
  let shared = 0;
  for (const tag of own) if (tags.has(tag)) shared++;
  return WEIGHT.tag * Math.min(shared, 3);
}

function moodScore(own: string, { only, mood }: Question): number {
  if (only.mood !== undefined && own !== '' && own !== only.mood) return Number.NEGATIVE_INFINITY;
  const wanted = only.mood ?? mood;
  if (wanted === undefined || own === '') return 0;
  return own === wanted ? WEIGHT.mood : -WEIGHT.otherMood;
}

/** The same script first, then the other, then another language. */
function langScore(own: Lang, wanted: Lang): number {
  if (own === wanted) return 1;
  return own === 'en' || wanted === 'en' ? 0.5 : 0.8;
}
