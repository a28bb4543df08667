import type { Finding, Lang } from '../../core/index.ts';
import { languageOfDocument, placeholdersOf, type Scene, sceneFinder } from '../../core/reading.ts';
import type { ChatItem, ChatView, ChatWalk } from '../../viewProtocol.ts';
import type { Checked } from '../checked.ts';
import { toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { type Filling, paragraphsOf, plainRuns } from './chatText.ts';
import { fallsThrough, type Step, walkThrough } from './chatWalk.ts';
import { type Entry, entriesOf, lastAt, ownersOf } from './entries.ts';
import { type ViewWords, viewFinding } from './viewFinding.ts';

/** Most items of one picture: as many as are looked at, and as an editor draws at once. */
export const MOST_ITEMS = 1000;

/** What of a script is shown. */
export interface ChatPart {
  /** The part of a long script that holds this line. */
  readonly line?: number | undefined;
  /** One conversation instead. */
  readonly walk?: ChatWalk | undefined;
}

/** A script as the chat that a customer sees. */
export function chatView(parsed: Parsed, findings: Checked['findings'], words: ViewWords, { line = 0, walk }: ChatPart = {}): ChatView {
  const scenes = entriesOf(parsed);
  const entries = scenes.flat();
  const owners = ownersOf(entries, findings);
  const all = [...parsed.document.scenes];
  const find = sceneFinder(all);
  const lang = languageOfDocument(parsed.document, parsed.settings.lang, parsed.text);
  const filling = { placeholders: placeholdersOf(parsed.settings), known: parsed.settings.known, lang };
  const titleOf = (scene: number): string => all[scene]?.title ?? '';
  const item = ({ entry, taken }: Step): ChatItem => {
    const made = itemOf(entry, { parsed, words, filling, find, titleOf, scenes, findings: owners.get(entry) ?? [] });
    return made.kind === 'choice' && taken !== undefined ? { ...made, taken } : made;
  };
  const branching = entries.some((entry) => entry.kind === 'choice');
  const rest = {
    lang: tagOf(lang),
    branching,
    findings: (owners.get(undefined) ?? []).map((one) => viewFinding(one, parsed.lines, words)),
  };
  if (walk && branching) {
    const { steps, walk: gone, over } = walkThrough(scenes, find, walk);
    const first = Math.max(steps.length - MOST_ITEMS, 0);
    return {
      ...rest,
      items: steps.slice(first).map(item),
      total: steps.length,
      first,
      before: null,
      behind: null,
      walk: { ...gone, over },
    };
  }
  const shown = partOf(entries, parsed.lines.lineStart(line));
  const lineOf = (entry: Entry | undefined): number | null => (entry ? parsed.lines.placeAt(entry.span.start).line : null);
  return {
    ...rest,
    items: shown.entries.map((entry) => item({ entry })),
    total: entries.length,
    first: shown.first,
    before: lineOf(entries[shown.first - 1]),
    behind: lineOf(entries[shown.end]),
  };
}

/** The part of a script that an offset is in, under the heading of its scene. */
function partOf(entries: readonly Entry[], offset: number): { entries: readonly Entry[]; first: number; end: number } {
  const at = Math.max(lastAt(entries, offset), 0);
  const first = at - (at % MOST_ITEMS);
  const end = Math.min(first + MOST_ITEMS, entries.length);
  const part = entries.slice(first, end);
  const heading = entries.findLastIndex((entry, i) => i <= first && entry.kind === 'scene');
  const isAmid = heading >= 0 && heading < first && entries[heading]!.scene === part[0]?.scene;
  return { entries: isAmid ? [entries[heading]!, ...part] : part, first, end };
}

interface Setting {
  readonly parsed: Parsed;
  readonly words: ViewWords;
  readonly filling: Filling;
  readonly find: (target: string) => number | undefined;
  readonly titleOf: (scene: number) => string;
  readonly scenes: readonly (readonly Entry[])[];
  readonly findings: readonly Finding[];
}

function itemOf(entry: Entry, { parsed: { lines }, words, filling, find, titleOf, scenes, findings }: Setting): ChatItem {
  const placed = { range: toRange(lines, entry.span), findings: findings.map((one) => viewFinding(one, lines, words)) };
  switch (entry.kind) {
    case 'scene':
      return { kind: 'scene', ...placed, scene: entry.scene, title: entry.of.title, level: entry.of.level, about: aboutOf(entry.of) };
    case 'event':
      return { kind: 'note', ...placed, speaker: '', paragraphs: [plainRuns(entry.event.text, filling)] };
    case 'bad':
      return { kind: 'bad', ...placed, lines: entry.lines };
    case 'aside':
      return { kind: 'note', ...placed, speaker: '', paragraphs: entry.lines.map((line) => plainRuns(line, filling)) };
    case 'said': {
      const { role, speaker } = entry.turn;
      const said = { ...placed, speaker: nameOf(speaker), paragraphs: paragraphsOf(entry.turn, findings, filling) };
      return role === 'narrator' ? { kind: 'note', ...said } : { kind: 'turn', side: role, ...said };
    }
    default: {
      const options = entry.links.map(({ label, target, span }) => {
        const to = find(target);
        return { label, target: (to !== undefined && titleOf(to)) || target.trim(), scene: to ?? null, range: toRange(lines, span) };
      });
      const ofScene = scenes[entry.scene]!;
      return { kind: 'choice', ...placed, options, fallsThrough: fallsThrough(ofScene, ofScene.indexOf(entry)) };
    }
  }
}

function aboutOf({ directives }: Scene): { name: string; value: string }[] {
  return directives
    .filter(({ name, value }) => SHOWN.has(name) && value.trim() !== '')
    .map(({ name, value }) => ({ name, value: value.trim() }));
}

/** Directives that say something of a scene to somebody who reads it. */
const SHOWN: ReadonlySet<string> = new Set(['type', 'customer', 'tags']);

/** A speaker without the marks of Markdown and without the colon. */
function nameOf(speaker: string): string {
  return speaker.replace(/^[*_\s]+|[*_\s:\uff1a]+$/gu, '');
}

/** As HTML names a language. */
function tagOf(lang: Lang): string {
  return { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en' }[lang];
}
