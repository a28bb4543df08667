import type { Directive, Edit, Link, Scene, Turn } from '../core/index.ts';
import type { Parsed } from './parsed.ts';

/** White space within a line, as the readers take it. */
export const SPACE = '[ \\t\\u000b\\u000c\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]';

/** The edits that write the marks of the grammar and the space around them one way, line by line. */
export function* formatMarks(parsed: Parsed, inComment: ReadonlySet<number>): Generator<Edit> {
  const { text, document } = parsed;
  const labels = [...document.scenes].flatMap(({ items }) => items.flatMap((item) => (isTurn(item) ? (labelOf(text, item) ?? []) : [])));
  const [han, latin] = [styleOf(text, labels, true), styleOf(text, labels, false)];
  for (const label of labels) yield* speakerMark(text, label, label.isHan ? han : latin);
  for (const scene of document.scenes) {
    if (scene.level > 0) yield* headingMarks(text, scene);
    for (const directive of scene.directives) yield* directiveMarks(text, directive);
    for (const item of scene.items) {
      if (isTurn(item)) yield* turnLayout(parsed, item, inComment);
      else if (item.kind !== 'event') yield* linkMarks(text, item);
    }
  }
  for (const { span } of document.comments) yield* commentMarks(parsed, span.start);
}

function isTurn(item: Scene['items'][number]): item is Turn {
  return item.kind === 'turn' || item.kind === 'phrase';
}

/** A speaker with the colon behind it. */
interface Label {
  readonly speakerEnd: number;
  readonly colon: number;
  /** Where the white space before the words begins: behind the colon, and behind `**` that closes there. */
  readonly words: number;
  readonly isHan: boolean;
}

/** How a colon is written: the mark, and what stands behind it. */
type Style = '\uff1a' | ':' | ': ';

function labelOf(text: string, { kind, speaker, span }: Turn): Label | undefined {
  if (kind === 'phrase') return undefined;
  const start = text.indexOf(speaker, span.start);
  const colon = start + speaker.length;
  if (start < 0 || colon >= span.end || !/[:\uff1a]/u.test(text[colon]!)) return undefined;
  const open = speaker.startsWith('**') && !speaker.trimEnd().endsWith('**');
  const closes = open && text.startsWith('**', colon + 1);
  if (open && !closes && text.startsWith('**', spaceEnd(text, colon + 1))) return undefined;
  const speakerEnd = closes ? colon : start + speaker.replace(TRAILING, '').length;
  return { speakerEnd, colon, words: colon + (closes ? 3 : 1), isHan: /\p{Script=Han}/u.test(speaker) };
}

const TRAILING = new RegExp(`${SPACE}+$`, 'u');
const IS_SPACE = new RegExp(`^${SPACE}$`, 'u');

/** The way most labels of a language are written; of Latin ones, none without a space behind a half-width colon. */
function styleOf(text: string, labels: readonly Label[], isHan: boolean): Style {
  const ours = labels.filter((label) => label.isHan === isHan);
  const half = ours.filter(({ colon }) => text[colon] === ':');
  const full = ours.length - half.length;
  if (isHan ? full >= half.length : full > half.length) return '\uff1a';
  const gaps = half.flatMap(({ words }) => [...gap(text, words, '')]);
  const spaced = gaps.filter(({ span }) => span.end > span.start).length;
  return isHan && spaced * 2 <= gaps.length ? ':' : ': ';
}

function* speakerMark(text: string, { speakerEnd, colon, words }: Label, style: Style): Generator<Edit> {
  yield { span: { start: speakerEnd, end: colon + 1 }, text: style[0]! };
  yield* gap(text, words, style.slice(1));
}

/** `# Title {#id}` */
function* headingMarks(text: string, { level, title, titleSpan, id }: Scene): Generator<Edit> {
  const marksEnd = spaceStart(text, titleSpan.start);
  const marks = marksEnd - level;
  if (!/^[#\uff03]+$/u.test(text.slice(marks, marksEnd))) return;
  yield { span: { start: marks, end: marksEnd }, text: '#'.repeat(level) };
  if (title !== '') yield* gap(text, marksEnd, ' ');
  if (id === undefined) return;
  const open = spaceEnd(text, titleSpan.end);
  const named = text.indexOf(id, open) + id.length;
  const close = spaceEnd(text, named);
  if (/^[{\uff5b][#\uff03]/u.test(text.slice(open, open + 2)) && /[}\uff5d]/u.test(text[close] ?? '')) {
    yield { span: { start: title === '' ? marksEnd : titleSpan.end, end: named - id.length }, text: ' {#' };
    yield { span: { start: named, end: close + 1 }, text: '}' };
  }
}

/** `@name value` */
function* directiveMarks(text: string, { span, value, valueSpan }: Directive): Generator<Edit> {
  yield { span: { start: span.start, end: span.start + 1 }, text: '@' };
  const name = /^.[^\s:\uff1a]*/u.exec(text.slice(span.start, valueSpan.start))![0];
  if (value !== '' && !value.startsWith('//')) yield { span: { start: span.start + name.length, end: valueSpan.start }, text: ' ' };
}

/** `? label -> target`, `-> target` */
function* linkMarks(text: string, { kind, label, span, targetSpan }: Link): Generator<Edit> {
  const arrowEnd = spaceStart(text, targetSpan.start);
  const arrow = arrowEnd - (text[arrowEnd - 1] === '\u2192' ? 1 : 2);
  if (kind === 'branch') {
    yield { span: { start: span.start, end: span.start + 1 }, text: '?' };
    if (label !== '') yield* gap(text, span.start + 1, ' ');
    yield { span: { start: Math.max(spaceStart(text, arrow), span.start + 1), end: arrow }, text: ' ' };
  }
  yield { span: { start: arrow, end: arrowEnd }, text: '->' };
  yield* gap(text, arrowEnd, ' ');
}

/** The dash of a list, no indent before a speaker, one of two spaces before what goes on. */
function* turnLayout({ text, lines }: Parsed, { kind, speaker, span }: Turn, inComment: ReadonlySet<number>): Generator<Edit> {
  const first = lines.placeAt(span.start).line;
  const start = lines.lineStart(first);
  if (kind === 'phrase' || !text.startsWith(speaker, span.start)) {
    yield { span: { start: span.start, end: span.start + 1 }, text: '-' };
    yield* gap(text, span.start + 1, ' ');
  } else if (/^[\p{L}\p{N}*]/u.test(speaker) && spaceEnd(text, start) === span.start) yield { span: { start, end: span.start }, text: '' };
  for (let line = first + 1; line < lines.lineCount && lines.lineStart(line) < span.end; line++) {
    const from = lines.lineStart(line);
    if (!inComment.has(line) && spaceEnd(text, from) > from) yield* gap(text, from, '  ');
  }
}

/** `// note`, one space behind the words it follows. */
function* commentMarks({ text, lines }: Parsed, at: number): Generator<Edit> {
  if (!text.startsWith('//', at)) return;
  if (/^[\p{L}\p{N}]/u.test(text.slice(at + 2, at + 4))) yield { span: { start: at + 2, end: at + 2 }, text: ' ' };
  const before = spaceStart(text, at);
  const start = lines.lineStart(lines.placeAt(at).line);
  if (before > start + (text[start] === '\ufeff' ? 1 : 0)) yield { span: { start: before, end: at }, text: ' ' };
}

/** One way of writing the white space at a place, unless a comment or nothing comes behind it: there it means something else. */
function* gap(text: string, start: number, wanted: string): Generator<Edit> {
  const end = spaceEnd(text, start);
  const next = text.slice(end, end + 4);
  if (next === '' || /^(?:[\n\r]|\/\/|<!--)/u.test(next)) return;
  yield { span: { start, end }, text: wanted };
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  while (IS_SPACE.test(text[at] ?? '')) at++;
  return at;
}

function spaceStart(text: string, end: number): number {
  let at = end;
  while (IS_SPACE.test(text[at - 1] ?? '')) at--;
  return at;
}
