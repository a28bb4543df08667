import type { Scene, Turn } from '../dialogue/model.ts';
import type { Hearing } from '../engine/hearing.ts';
import type { LintSettings } from '../engine/lintSettings.ts';
import type { Item, Topic } from '../engine/topic.ts';
import type { Reading } from '../engine/wording.ts';
import { sourceExtent } from '../text/mappedText.ts';
import { own } from '../text/own.ts';
import type { Span } from '../text/span.ts';

/** Under which phrases are gathered from a file. */
export const PHRASES = 'phrases';

/** What a scene says of its phrases; the same object for all of them. */
export interface SceneNote {
  readonly title: string;
  readonly id: string | undefined;
  readonly type: string | undefined;
  /** The customer's mood. */
  readonly mood: string | undefined;
  readonly tags: readonly string[];
}

/** A phrase as it stands in a file. The span is that of its words. */
export interface PhraseItem extends Item {
  readonly text: string;
  /** What the customer said just before; empty for a phrase with no conversation around it. */
  readonly said: string;
  /** What it does, and what the customer did, as bits of acts. */
  readonly acts: number;
  readonly heard: number;
  readonly scene: SceneNote;
  /** How its words are read. */
  readonly reading: Reading;
}

/** The tags of a whole file, from its front matter. */
export interface FrontItem extends Item {
  readonly tags: readonly string[];
}

/**
 * The phrases of a file that its team has agreed on: canned replies whatever the format, and what the agent says in scenes tagged as
 * approved. Those of expired scenes are left out.
 */
export function phraseTopic(): Topic {
  return {
    name: PHRASES,
    begin({ meta }, settings) {
      const tags = frontTags(meta['tags']);
      const items: (FrontItem | PhraseItem)[] = tags.length === 0 ? [] : [{ span: NOWHERE, tags }];
      return {
        scene(scene, hearing) {
          for (const item of phrasesOf(scene, settings, hearing)) items.push(item);
        },
        items: () => items,
      };
    },
    index() {
      throw new Error('phrases are indexed by a phrasebook');
    },
  };
}

/** The tags in the value of `@tags`, or in a line of front matter. */
export function tagsIn(value: string): string[] {
  return [...value.matchAll(TAG)].map(([tag]) => own(tag.replace(MARK, '').trim())).filter((tag) => tag !== '');
}

/** By which tags are compared, whatever their script, width and case are; `fold` makes scripts one. */
export function tagKey(tag: string, fold: (text: string) => string): string {
  return fold(tag.normalize('NFKC')).trim().replace(/\s+/gu, ' ').toLowerCase();
}

const NOWHERE: Span = { start: 0, end: 0 };
const TAG = /[^,\uff0c\u3001;\uff1b[\]"'\r\n]+/gu;
const MARK = /^[\s-]*[#\uff03]?\s*/u;
/** A letter or a character: what says something beside marks and placeholders. */
const SAYS = /\p{L}/u;
/** Tags of a scene whose agent says what others should say, too. */
const APPROVED: ReadonlySet<string> = new Set([
  '标准话术',
  '標準話術',
  '推荐话术',
  '推薦話術',
  '范例',
  '範例',
  'approved',
  'phrasebook',
  'model answer',
]);

function frontTags(tags: unknown): string[] {
  if (tags === undefined || tags === null) return [];
  return (Array.isArray(tags) ? tags : [tags]).flatMap((tag) => tagsIn(String(tag)));
}

function* phrasesOf(scene: Scene, { declared, reading }: LintSettings, hearing: Hearing): Generator<PhraseItem> {
  const directive = (name: string): string | undefined => scene.directives.find((one) => one.name === name)?.value.trim() || undefined;
  let note: SceneNote | undefined;
  let approved: boolean | undefined;
  let said: Turn | undefined;
  for (const item of scene.items) {
    if (item.kind !== 'turn' && item.kind !== 'phrase') continue;
    if (item.role === 'customer') said = item;
    if (item.role !== 'agent') continue;
    if (!note) {
      const tags = scene.directives.filter(({ name }) => name === 'tags').flatMap(({ value }) => tagsIn(value));
      const until = directive('until')?.normalize('NFKC');
      if (declared.today !== undefined && until !== undefined && DATE.test(until) && until < declared.today) return;
      approved = tags.some((tag) => APPROVED.has(tag.toLowerCase()));
      note = noteOf(scene, tags, directive);
    }
    if (item.kind === 'turn' && !approved) continue;
    const text = wordsOf(item);
    if (!SAYS.test(text)) continue;
    const before = item.kind === 'turn' && said ? wordsOf(said) : '';
    const heard = before === '' ? 0 : hearing.acts(before, 'customer');
    yield { span: extent(item), text, said: before, acts: hearing.acts(text, 'agent'), heard, scene: note, reading };
  }
}

/** Dates in this notation sort as text. */
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

function noteOf({ title, id }: Scene, tags: readonly string[], directive: (name: string) => string | undefined): SceneNote {
  const owned = (text: string | undefined): string | undefined => (text === undefined ? undefined : own(text));
  return { title: own(title), id: owned(id), type: owned(directive('type')), mood: owned(directive('customer')), tags };
}

function wordsOf({ utterances }: Turn): string {
  return own(utterances.map(({ body }) => body.text).join('\n'));
}

function extent({ utterances }: Turn): Span {
  return { start: sourceExtent(utterances[0]!.body).start, end: sourceExtent(utterances.at(-1)!.body).end };
}
