import type { ActTable } from '../engine/acts.ts';
import type { Localised } from '../engine/finding.ts';
import { Hearing } from '../engine/hearing.ts';
import type { LintResult } from '../engine/settle.ts';
import { type Lang, type Reading, Wording } from '../engine/wording.ts';
import type { Span } from '../text/span.ts';
import { Entries, type Entry, LANGS } from './entries.ts';
import { type Question, questionOf, type Situation } from './question.ts';
import { type Reason, reasonsOf, topical, whyOf } from './reasons.ts';
import { scorer } from './scorer.ts';

/** An approved phrase that fits a situation. */
export interface Recommendation {
  /** The words, placeholders as they are written. */
  readonly text: string;
  readonly lang: Lang;
  /** How well it fits, from 0 to 1; the same measure for all situations. */
  readonly score: number;
  readonly path: string;
  readonly span: Span;
  /** Heading, id, type and customer's mood of its scene. */
  readonly scene: string;
  readonly id: string | undefined;
  readonly type: string | undefined;
  readonly mood: string | undefined;
  readonly tags: readonly string[];
  /** What the customer said before it. */
  readonly said: string;
  /** What it does. */
  readonly acts: readonly string[];
  /** Words it shares with the situation, itself or around it, that tell what it is about. */
  readonly topics: readonly string[];
  readonly reasons: readonly Reason[];
  /** The reasons in a few words. */
  readonly why: Localised;
}

/** How many are wanted, and which are not. */
export interface Choice {
  readonly limit?: number;
  /** True for a phrase that may be recommended. */
  readonly takes?: (phrase: { readonly text: string; readonly path: string; readonly span: Span; readonly lang: Lang }) => boolean;
}

const USUAL = 10;

/**
 * The approved phrases of a team, and which fits a situation. Files are known by whatever they are called; phrases that have a finding
 * at warning or above, have expired or show what not to say are never in it.
 */
export class Phrasebook {
  private readonly entries = new Entries();
  private readonly hearing: Hearing;
  private readonly table: ActTable;
  private readonly reading: Reading;
  private scores = new Float32Array(0);
  private around = new Float32Array(0);

  /** `reading`: how questions are read. */
  constructor(table: ActTable, reading: Reading) {
    this.table = table;
    this.reading = reading;
    this.hearing = new Hearing(reading, table);
  }

  /** How many phrases there are. */
  get size(): number {
    return this.entries.size;
  }

  /** How many phrases each file has that has any. */
  files(): ReadonlyMap<string, number> {
    return this.entries.sizes();
  }

  /** Puts the phrases of a file that was linted by a linter that gathers them in place of those it had. */
  put(path: string, linted: Pick<LintResult, 'gathered' | 'findings'>): void {
    this.entries.put(path, linted);
  }

  /** A file is gone. */
  remove(path: string): void {
    this.entries.remove(path);
  }

  /** The phrases that fit a situation, best first, each wording once; none where nothing speaks for any. */
  recommend(situation: Situation, { limit = USUAL, takes = () => true }: Choice = {}): Recommendation[] {
    if (this.entries.size === 0 || limit < 1) return [];
    const question = questionOf(situation, this.reading, this.hearing, this.table);
    const found: Recommendation[] = [];
    const seen = new Set<string>();
    for (const { id, score } of this.best(question, Math.max(4 * limit, 40))) {
      const entry = this.entries.at(id)!;
      const { item, path } = entry;
      const lang = LANGS[this.entries.columns.lang[id]!]!;
      const words = new Wording(item.text, item.reading).text.trim();
      if (seen.has(words) || !takes({ text: item.text, path, span: item.span, lang })) continue;
      seen.add(words);
      found.push(this.recommendation(id, entry, words, score, question));
      if (found.length === limit) break;
    }
    return found;
  }

  private recommendation(id: number, { item, path, tags }: Entry, words: string, score: number, question: Question): Recommendation {
    const { columns } = this.entries;
    const { text, span, said, scene, reading } = item;
    const around = new Wording(`${scene.title}\n${said}`, reading).text;
    const acts = columns.acts[id]!;
    const names = (bits: number): string[] => this.table.names('agent', bits);
    const mood = this.entries.moods.value(columns.mood[id]!);
    const keys = this.entries.tags.value(columns.tags[id]!);
    const reasons = reasonsOf(question, { words, around, said: said !== '', tags, keys, mood, type: scene.type, acts, names });
    return {
      text,
      lang: LANGS[columns.lang[id]!]!,
      score: Math.round((1 - Math.exp(-score / 2.5)) * 1000) / 1000,
      path,
      span,
      scene: scene.title,
      id: scene.id,
      type: scene.type,
      mood: scene.mood,
      tags,
      said,
      acts: names(acts),
      topics: [...new Set([...topical(words, [...question.words, ...question.around]), ...topical(around, question.around)])],
      reasons,
      why: whyOf(reasons),
    };
  }

  /** The phrases that score best, in order; of those that score the same the ones that came first. */
  private best(question: Question, most: number): { readonly id: number; readonly score: number }[] {
    const { end } = this.entries;
    this.weigh(question, end);
    const top: { id: number; score: number }[] = [];
    let least = 0;
    const score = scorer(this.entries, question, this.scores, this.around);
    for (let id = 0; id < end; id++) {
      const own = score(id);
      if (own <= least) continue;
      if (this.entries.at(id) === undefined) continue;
      top.push({ id, score: own });
      if (top.length >= 2 * most) least = cut(top, most);
    }
    cut(top, most);
    return top;
  }

  /** What each phrase has of the terms of a question, and what there is of them around it. */
  private weigh({ words, around }: Question, end: number): void {
    if (this.scores.length < end) {
      this.scores = new Float32Array(Math.ceil(end * 1.5));
      this.around = new Float32Array(Math.ceil(end * 1.5));
    } else {
      this.scores.fill(0, 0, end);
      this.around.fill(0, 0, end);
    }
    this.entries.words.score(words, this.scores);
    this.entries.around.score(around, this.around);
  }
}

/** Keeps the best of them, in order; gives the least score among these. */
function cut(top: { id: number; score: number }[], most: number): number {
  top.sort((a, b) => b.score - a.score || a.id - b.id);
  top.length = Math.min(top.length, most);
  return top.length < most ? 0 : top.at(-1)!.score;
}
