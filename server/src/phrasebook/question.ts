import { moodOf } from '../dialogue/moods.ts';
import type { ActTable } from '../engine/acts.ts';
import type { Hearing } from '../engine/hearing.ts';
import { type Lang, type Reading, Wording } from '../engine/wording.ts';
import { isCommon } from './commonTerms.ts';
import { tagKey } from './phraseTopic.ts';
import type { Wanted } from './postings.ts';
import { ANSWERS, CALLS_FOR, KINDS, TOPICS } from './situations.ts';
import { termsOf } from './terms.ts';

/** The situation a phrase is wanted for; any of it may be left out. */
export interface Situation {
  /** What is looked for, as people type it: topics, tags, kinds of phrase. */
  readonly words?: string;
  /** What the customer just said. */
  readonly said?: string;
  /** What the agent was about to say. */
  readonly instead?: string;
  readonly tags?: readonly string[];
  /** The customer's mood. */
  readonly mood?: string | undefined;
  /** What kind of scene it is. */
  readonly type?: string | undefined;
  /** Acts of the agent that the phrase should do. */
  readonly acts?: readonly string[];
  /** Written so by whoever asks; phrases in another script or language come later. */
  readonly lang?: Lang | undefined;
  /** Nothing but phrases with all of these tags, and for no other mood. */
  readonly only?: { readonly tags?: readonly string[]; readonly mood?: string | undefined };
}

/** A situation made ready to be compared with phrases. */
export interface Question {
  /** Terms looked for in the words of phrases. */
  readonly words: readonly Wanted[];
  /** Terms looked for around phrases: in headings and in what customers said before. */
  readonly around: readonly Wanted[];
  /** Keys of tags. */
  readonly tags: ReadonlySet<string>;
  readonly mood: string | undefined;
  readonly type: string | undefined;
  /** Groups of acts, each wanted: the bits of those of which any will do. */
  readonly acts: readonly number[];
  /** Acts of which any would do for what was heard. */
  readonly calledFor: number;
  /** Acts that would be welcome. */
  readonly welcome: number;
  /** What the customer does by what was said. */
  readonly heard: number;
  readonly lang: Lang;
  readonly only: { readonly tags: readonly string[]; readonly mood: string | undefined };
}

/** Folds, hears and takes apart what is asked. */
export function questionOf(situation: Situation, reading: Reading, hearing: Hearing, table: ActTable): Question {
  const wording = (text: string): Wording => new Wording(text, reading);
  const fold = (text: string): string => wording(text).text;
  const typed = wording(situation.words ?? '');
  const said = wording(situation.said ?? '');
  const instead = wording(situation.instead ?? '');
  const kinds = KINDS.filter(({ names }) => names.some((name) => holds(typed.text, name)));
  const names = kinds.flatMap((kind) => kind.names);
  const topics = withoutNames(typed.text, names);
  const topical = [...wantedIn(topics, 1), ...wantedIn(instead.text, 0.7)];
  const heard = situation.said ? hearing.acts(situation.said, 'customer') : 0;
  const does = table.names('customer', heard);
  const bits = (acts: readonly string[] | undefined): number => (acts ? table.bits('agent', acts) : 0);
  const mood = situation.mood ?? kinds.find((kind) => kind.mood)?.mood ?? (does.includes('anger') ? 'angry' : undefined);
  return {
    words: topical.length > 0 ? topical : wantedIn(said.text, 1),
    around: [...wantedIn(typed.text, 1), ...wantedIn(instead.text, 0.7), ...wantedIn(said.text, 1)],
    tags: new Set([
      ...(situation.tags ?? []).map((tag) => tagKey(tag, fold)),
      ...typed.text.split(BREAK).filter((word) => word !== ''),
      ...kinds.flatMap((kind) => kind.names.filter((name) => holds(typed.text, name))),
      ...synonymsIn(typed.text).map(({ name }) => name),
    ]),
    mood: mood && moodKey(mood, fold),
    type: situation.type?.trim().toLowerCase(),
    acts: [...kinds.map(({ acts }) => bits(acts)), bits(situation.acts)].filter((group) => group !== 0),
    calledFor: bits(does.flatMap((act) => CALLS_FOR[act] ?? [])),
    welcome: bits(does.flatMap((act) => ANSWERS[act] ?? [])),
    heard,
    lang: situation.lang ?? [typed, instead, said].find(({ text }) => text !== '')?.lang ?? reading.lang,
    only: {
      tags: (situation.only?.tags ?? []).map((tag) => tagKey(tag, fold)),
      mood: situation.only?.mood === undefined ? undefined : moodKey(situation.only.mood, fold),
    },
  };
}

/** A mood by whatever name it goes. */
export function moodKey(mood: string, fold: (text: string) => string): string {
  return moodOf(mood) ?? fold(mood).trim();
}

const BREAK = /[\s,.;:!?\u3001\u3002\ufffb\ufffc]+/u;

/** What a term counts that is about nothing in particular, and another name of what was asked for. */
const COMMON_WEIGHT = 0.25;
const OTHER_NAME = 0.6;

/** What stands in a text, and what else it may be called, which need not be there. */
function wantedIn(text: string, weight: number): Wanted[] {
  const terms = termsOf(text);
  const weighed = (term: number): number => (isCommon(term) ? weight * COMMON_WEIGHT : weight);
  const added = new Map<number, Wanted>();
  for (const { name, of } of synonymsIn(text)) {
    for (const term of termsOf(name)) added.set(term, { term, weight: weighed(term) * OTHER_NAME, instead: termsOf(of)[0]! });
  }
  for (const term of terms) added.delete(term);
  return [...terms.map((term) => ({ term, weight: weighed(term) })), ...added.values()];
}

/** Other names of the topics a text names, each with the one it uses. */
function synonymsIn(text: string): { readonly name: string; readonly of: string }[] {
  return TOPICS.flatMap((names) => {
    const of = names.find((name) => holds(text, name));
    return of === undefined ? [] : names.filter((name) => !holds(text, name)).map((name) => ({ name, of }));
  });
}

/** The text without the names of kinds: what phrases do is asked for otherwise. */
function withoutNames(text: string, names: readonly string[]): string {
  return names
    .filter((name) => holds(text, name))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

/** True where a text holds a name: Latin ones as words of their own. */
function holds(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0 || !/^[a-z]/u.test(name)) return at >= 0;
  return new RegExp(`(?<![a-z])${name}s?(?![a-z])`, 'u').test(text);
}
