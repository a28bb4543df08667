import type { Finding, Lang } from '../../core/index.ts';
import { type Link, languageOfDocument, placeholdersOf, type Scene, sceneFinder } from '../../core/reading.ts';
import type { ChatChoice, ChatItem, ChatOption, ChatView, ChatWalk } from '../../viewProtocol.ts';
import type { Checked } from '../checked.ts';
import { toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { cut, type Filling, fillingOf, paragraphsOf, plainRuns } from './chatText.ts';
import { fallsThrough, type Step, walkThrough } from './chatWalk.ts';
import { type Entry, entriesOf, lastAt, ownersOf } from './entries.ts';
import { type ViewWords, viewFinding } from './viewFinding.ts';

/** Most items of one picture: as many as are looked at, and as an editor draws at once. */
export const MOST_ITEMS = 1000;
/** Most findings shown of one item, and most options of one choice. */
export const MOST_FINDINGS = 500;
export const MOST_OPTIONS = 4000;

/** What of a script is shown. */
export interface ChatPart {
  /** The part of a long script that holds this line. */
  readonly line?: number | undefined;
  /** One conversation instead. */
  readonly walk?: ChatWalk | undefined;
}

/** A script as the chat that a customer sees. */
export function chatView(parsed: Parsed, findings: Checked['findings'], words: ViewWords, part: ChatPart = {}): ChatView {
  return chatBook(parsed, findings, words)(part);
}

/** What all pictures of a script have in common is made once: each part of it that is asked for then costs what is shown of it. */
export function chatBook(parsed: Parsed, findings: Checked['findings'], words: ViewWords): (part: ChatPart) => ChatView {
  const scenes = entriesOf(parsed);
  const entries = scenes.flat();
  const owners = ownersOf(entries, findings);
  const all = [...parsed.document.scenes];
  const find = sceneFinder(all);
  const lang = languageOfDocument(parsed.document, parsed.settings.lang, parsed.text);
  const filling = fillingOf(placeholdersOf(parsed.settings), parsed.settings.known, lang);
  const titleOf = (scene: number): string => all[scene]?.title ?? '';
  const branching = entries.some((entry) => entry.kind === 'choice');
  const head = (owners.get(undefined) ?? []).slice(0, MOST_FINDINGS);
  const rest = { lang: tagOf(lang), branching, findings: head.map((one) => viewFinding(one, parsed.lines, words)) };
  const items = (steps: readonly Step[]): ChatItem[] => {
    const share = (all: number, least: number, most: number): number => Math.min(most, Math.max(least, Math.floor(all / steps.length)));
    const room = {
      findings: share(10_000, 20, MOST_FINDINGS),
      letters: share(400_000, 2000, 20_000),
      options: share(4000, 8, MOST_OPTIONS),
    };
    return steps.map(({ entry, taken }) => {
      const setting = { parsed, words, filling, find, titleOf, scenes, findings: owners.get(entry) ?? [], room, taken };
      return itemOf(entry, setting);
    });
  };
  return ({ line = 0, walk }) => {
    if (walk && branching) {
      const { steps, total, walk: gone, over } = walkThrough(scenes, find, walk, MOST_ITEMS);
      return { ...rest, items: items(steps), total, first: total - steps.length, before: null, behind: null, walk: { ...gone, over } };
    }
    const shown = partOf(entries, parsed.lines.lineStart(line));
    const lineOf = (entry: Entry | undefined): number | null => (entry ? parsed.lines.placeAt(entry.span.start).line : null);
    return {
      ...rest,
      items: items(shown.entries.map((entry) => ({ entry }))),
      total: entries.length,
      first: shown.first,
      before: lineOf(entries[shown.first - 1]),
      behind: lineOf(entries[shown.end]),
    };
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
  /** How much of one item is shown: the less, the more of them there are. */
  readonly room: { readonly findings: number; readonly letters: number; readonly options: number };
  readonly taken: number | undefined;
}

function itemOf(entry: Entry, setting: Setting): ChatItem {
  const { parsed, words, filling, scenes, findings: all, room, taken } = setting;
  const { lines } = parsed;
  const findings = all.slice(0, room.findings);
  const placed = {
    range: toRange(lines, entry.span),
    findings: findings.map((one) => viewFinding(one, lines, words)),
    ...(all.length > findings.length ? { unshown: all.length - findings.length } : {}),
  };
  switch (entry.kind) {
    case 'scene':
      return { kind: 'scene', ...placed, scene: entry.scene, title: entry.of.title, level: entry.of.level, about: aboutOf(entry.of) };
    case 'event':
      return { kind: 'note', ...placed, speaker: '', paragraphs: [plainRuns(entry.event.text, filling, room.letters)] };
    case 'bad':
      return { kind: 'bad', ...placed, lines: headOf(entry.lines, room.letters) };
    case 'aside':
      return { kind: 'note', ...placed, speaker: '', paragraphs: entry.lines.map((line) => plainRuns(line, filling, room.letters)) };
    case 'said': {
      const { role, speaker } = entry.turn;
      const said = { ...placed, speaker: nameOf(speaker), paragraphs: paragraphsOf(entry.turn, findings, filling, room.letters) };
      return role === 'narrator' ? { kind: 'note', ...said } : { kind: 'turn', side: role, ...said };
    }
    default:
      return {
        kind: 'choice',
        ...placed,
        ...optionsOf(entry.links, setting),
        fallsThrough: fallsThrough(scenes[entry.scene]!, entry),
        ...(taken === undefined ? {} : { taken }),
      };
  }
}

/** The options of a choice, or the first of very many and the one that was taken. */
function optionsOf(
  links: readonly Link[],
  { parsed: { lines }, find, titleOf, room, taken }: Setting,
): Pick<ChatChoice, 'options' | 'left'> {
  const optionAt = (at: number): ChatOption => {
    const { label, target, span } = links[at]!;
    const to = find(target);
    return { at, label, target: (to !== undefined && titleOf(to)) || target.trim(), scene: to ?? null, range: toRange(lines, span) };
  };
  const shown = Math.min(links.length, taken === undefined ? MOST_OPTIONS : room.options);
  const options = Array.from({ length: shown }, (_, at) => optionAt(at));
  if (taken !== undefined && taken >= shown) options.push(optionAt(taken));
  return { options, ...(links.length > options.length ? { left: links.length - options.length } : {}) };
}

/** As many lines as there is room for. */
function headOf(lines: readonly string[], letters: number): string[] {
  const shown: string[] = [];
  let room = letters;
  for (const line of lines) {
    if (room <= 0) return [...shown, '\u2026'];
    shown.push(cut(line, room));
    room -= line.length;
  }
  return shown;
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
