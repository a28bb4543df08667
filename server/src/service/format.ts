import type { Range, TextEdit } from 'vscode-languageserver';
import { type Edit, readFrontMatter } from '../core/index.ts';
import { toRange, toSpan } from './convert.ts';
import { formatMarks, SPACE } from './formatMarks.ts';
import type { Parsed } from './parsed.ts';

/**
 * The edits that lay a script out: one blank line between scenes and none doubled, nothing behind the last word of a
 * line, marks and their spacing one way. No word is touched, nor a line that does not parse; a second time changes nothing.
 * Formats other than the script's own are left as they are.
 */
export function format(parsed: Parsed, range?: Range): TextEdit[] {
  if (parsed.format !== 'huashu') return [];
  const layout = readLayout(parsed);
  const edits = [...blankLines(parsed, layout), ...trailingSpace(parsed, layout), ...formatMarks(parsed, layout.inComment)];
  const within = range ? touching(parsed, range) : () => true;
  return edits
    .filter((edit) => parsed.text.slice(edit.span.start, edit.span.end) !== edit.text && !layout.isBroken(edit) && within(edit))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, text }) => ({ range: toRange(parsed.lines, span), newText: text }));
}

/** What the lines of a file are, apart from the words on them. */
interface Layout {
  /** The first line behind the front matter. */
  readonly first: number;
  /** Lines that begin inside a comment. */
  readonly inComment: ReadonlySet<number>;
  /** Lines that hold a comment and nothing else. */
  readonly commentOnly: ReadonlySet<number>;
  readonly isBlank: (line: number) => boolean;
  /** True for an edit on a line with a problem. */
  readonly isBroken: (edit: Edit) => boolean;
}

function readLayout({ text, lines, document }: Parsed): Layout {
  const { end } = readFrontMatter(text, 'meant');
  const first = end > 1 ? lines.placeAt(end).line : 0;
  const inComment = new Set<number>();
  const commentOnly = new Set<number>();
  for (const { span } of document.comments) {
    const [from, to] = [lines.placeAt(span.start).line, lines.placeAt(span.end).line];
    const alone = isSpace(text.slice(lines.lineStart(from), span.start)) && isSpace(text.slice(span.end, lines.lineEnd(to)));
    for (let line = from; line <= to; line++) {
      if (line > from) inComment.add(line);
      if (alone) commentOnly.add(line);
    }
  }
  const broken = new Set<number>();
  for (const { span } of document.problems) {
    for (let line = lines.placeAt(span.start).line; line <= lines.placeAt(span.end).line; line++) broken.add(line);
  }
  const isBlank = (line: number): boolean => !inComment.has(line) && isSpace(text.slice(lines.lineStart(line), lines.lineEnd(line)));
  const isBroken = (edit: Edit): boolean => !/^[\n\r]+$/u.test(edit.text) && broken.has(lines.placeAt(edit.span.start).line);
  return { first, inComment, commentOnly, isBlank, isBroken };
}

const ONLY_SPACE = new RegExp(`^\\ufeff?${SPACE}*$`, 'u');

function isSpace(text: string): boolean {
  return ONLY_SPACE.test(text);
}

/** One blank line before each scene but the first, none at either end of the file, no two in a row; a line end at the last line. */
function* blankLines(parsed: Parsed, layout: Layout): Generator<Edit> {
  const { text, lines } = parsed;
  const { first, isBlank } = layout;
  let last = lines.lineCount - 1;
  while (last >= first && isBlank(last)) last--;
  if (last < first) return;
  const needed = sceneStarts(parsed, layout);
  let seen = -1;
  for (let line = first; line <= last; line++) {
    if (isBlank(line)) continue;
    const blanks = line - Math.max(seen + 1, first);
    if (seen < 0 && first === 0) {
      if (blanks > 0 && !looksLikeFrontMatter(parsed, line)) yield { span: { start: bom(text), end: lines.lineStart(line) }, text: '' };
    } else if (blanks > 0) yield oneBlank(parsed, line - blanks, line);
    else if (blanks === 0 && needed.has(line) && seen >= 0) yield insertion(lines.lineStart(line), terminator(parsed, line - 1));
    seen = line;
  }
  if (last + 1 === lines.lineCount) yield insertion(text.length, terminator(parsed, 0) || '\n');
  else if (lines.lineStart(last + 1) < text.length) yield { span: { start: lines.lineStart(last + 1), end: text.length }, text: '' };
}

/** Puts one blank line in place of those from `from` up to `to`. */
function oneBlank(parsed: Parsed, from: number, to: number): Edit {
  const { text, lines } = parsed;
  const start = lines.lineStart(from);
  const own = terminator(parsed, from);
  return { span: { start, end: lines.lineStart(to) }, text: text[start - 1] === '\r' && own === '\n' ? '\r' : own };
}

/** The lines before which a blank one belongs: headings, with the comments right above them. */
function sceneStarts({ lines, document }: Parsed, { first, commentOnly }: Layout): Set<number> {
  const starts = new Set<number>();
  for (const { level, span } of document.scenes) {
    if (level === 0) continue;
    let line = lines.placeAt(span.start).line;
    while (line > first && commentOnly.has(line - 1)) line--;
    starts.add(line);
  }
  for (const { text, span } of document.comments) if (text.includes('disable-next-line')) starts.delete(lines.placeAt(span.end).line + 1);
  return starts;
}

/** Three dashes that would open front matter if they came first. */
function looksLikeFrontMatter({ text, lines }: Parsed, line: number): boolean {
  return /^---[ \t]*$/u.test(text.slice(lines.lineStart(line), lines.lineEnd(line)));
}

/** White space behind the last word of a line, unless the line ends within a comment, or could be taken for a mark of front matter. */
function* trailingSpace({ text, lines }: Parsed, { first, inComment, isBlank }: Layout): Generator<Edit> {
  for (let line = first; line < lines.lineCount; line++) {
    const [start, end] = [lines.lineStart(line), lines.lineEnd(line)];
    if (end === start || !isSpace(text[end - 1]!) || inComment.has(line + 1) || isBlank(line)) continue;
    let from = end - 1;
    while (isSpace(text[from - 1]!)) from--;
    if (!/^\ufeff?---$/u.test(text.slice(start, from))) yield { span: { start: from, end }, text: '' };
  }
}

/** What ends a line, as it is written there. */
function terminator({ text, lines }: Parsed, line: number): string {
  return text.slice(lines.lineEnd(line), lines.lineStart(line + 1));
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

function bom(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

function touching({ lines }: Parsed, range: Range): (edit: Edit) => boolean {
  const { start, end } = toSpan(lines, range);
  const last = lines.placeAt(end).line;
  const to = end > start && end === lines.lineStart(last) ? end - 1 : lines.lineEnd(last);
  const from = lines.lineStart(lines.placeAt(start).line);
  return ({ span }) => span.start >= from && span.end <= to;
}
