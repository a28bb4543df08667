import { type Edit, type Role, type Span, scriptOfText, type Turn } from '../../core/index.ts';
import type { Parsed } from '../parsed.ts';
import { isKnown, isSpaced, isTurn, labelOf, lineEnd, lineText } from './refactoring.ts';
import { rowsAt } from './tableRows.ts';

/** The edit that makes labelled turns of the table at an offset; undefined where something in it is nobody's words and would be lost. */
export function tableToTurns(parsed: Parsed, offset: number): Edit | undefined {
  if (parsed.format !== 'markdown') return undefined;
  const { text, lines } = parsed;
  const table = rowsAt(parsed, lines.placeAt(offset).line);
  if (!table) return undefined;
  const turns = turnsOf(parsed).filter(({ span }) => span.start >= table.span.start && span.end <= table.span.end);
  const end = lineEnd(parsed);
  const written: string[] = [];
  for (const cells of table.rows.slice(1)) {
    const spoken = cells.map((cell) => turns.filter(({ span }) => span.start >= cell.start && span.end <= cell.end));
    const speakers = new Set(spoken.flat().map(({ speaker }) => bare(speaker)));
    for (const [i, cell] of cells.entries()) {
      const words = text.slice(cell.start, cell.end);
      const [turn, ...more] = spoken[i]!;
      if (!turn && (words === '' || speakers.has(bare(words)))) continue;
      if (!turn || more.length > 0 || turn.kind !== 'turn' || !isKnown(turn.role) || isLabelled(words, turn)) return undefined;
      written.push(`${bare(turn.speaker)}${/\p{Script=Han}/u.test(turn.speaker) ? '\uff1a' : ': '}${fromCell(words, end)}`);
    }
  }
  return written.length === 0 ? undefined : { span: table.span, text: written.join(end + end) };
}

/** The edit that makes a table of a run of labelled turns in Markdown: those that touch a selection, or all around the cursor. */
export function turnsToTable(parsed: Parsed, { start, end }: { start: number; end: number }): Edit | undefined {
  if (parsed.format !== 'markdown') return undefined;
  const run = runAt(parsed, start, end);
  if (run.length < 2) return undefined;
  const { text, lines } = parsed;
  const eol = lineEnd(parsed);
  const firstLine = lines.placeAt(run[0]!.span.start).line;
  const lastLine = lines.placeAt(run.at(-1)!.span.end).line;
  const isBlank = (line: number): boolean => line < 0 || line >= lines.lineCount || lineText(parsed, line).trim() === '';
  const table = tableOf(run, text).join(eol);
  return {
    span: { start: lines.lineStart(firstLine), end: lines.lineEnd(lastLine) },
    text: `${isBlank(firstLine - 1) ? '' : eol}${table}${isBlank(lastLine + 1) ? '' : eol}`,
  };
}

/** A turn whose label stands at the start of its line, and what stands behind the label. */
interface Line {
  readonly turn: Turn;
  /** That of its lines. */
  readonly span: Span;
  readonly speaker: string;
  readonly words: string;
}

function turnsOf({ document }: Parsed): Turn[] {
  return [...document.scenes].flatMap(({ items }) => items.filter(isTurn));
}

function runAt(parsed: Parsed, start: number, end: number): Line[] {
  const { text, lines } = parsed;
  const all = turnsOf(parsed).map((turn) => plainLine(parsed, turn));
  const from = lines.lineStart(lines.placeAt(start).line);
  const to = Math.max(end, start === end ? lines.lineEnd(lines.placeAt(end).line) : end);
  const touches = (line: Line | undefined): boolean => line !== undefined && line.span.start < to && line.span.end > from;
  const follows = (i: number): boolean => /^[\s\\]*$/u.test(text.slice(all[i - 1]?.span.end ?? 0, all[i]!.span.start));
  let first = all.findIndex(touches);
  if (first < 0) return [];
  let last = first;
  if (start === end) while (all[first - 1] && follows(first)) first--;
  while (all[last + 1] && follows(last + 1) && (start === end || touches(all[last + 1]))) last++;
  return all.slice(first, last + 1).filter((line) => line !== undefined);
}

function plainLine(parsed: Parsed, turn: Turn): Line | undefined {
  const { text, lines } = parsed;
  const { kind, role, speaker, span, utterances } = turn;
  const label = kind === 'turn' && isKnown(role) && utterances.length === 1 ? labelOf(parsed, turn) : undefined;
  if (label === undefined) return undefined;
  const start = lines.lineStart(lines.placeAt(span.start).line);
  const end = lines.lineEnd(lines.placeAt(span.end).line);
  const words = text
    .slice(start + label.length, end)
    .replace(/\\?\s*$/u, '')
    .trim();
  return words === '' || /\n[ \t]*\n|^[ \t]*[>+-]/mu.test(words)
    ? undefined
    : { turn, span: { start, end }, speaker: bare(speaker), words };
}

/** Two columns where two speak to each other; else one for who speaks and one for the words. */
function tableOf(run: readonly Line[], text: string): string[] {
  const roles = new Map<string, Role>(run.map(({ speaker, turn }) => [speaker, turn.role]));
  const isPair = roles.size <= 2 && new Set(roles.values()).size === roles.size;
  const columns = isPair ? [...roles.keys()] : headings(run[0]!.speaker, text);
  const rows: string[][] = [];
  let filled = columns.length;
  for (const { speaker, words } of run) {
    const column = isPair ? columns.indexOf(speaker) : 1;
    if (column <= filled || !isPair) rows.push(columns.map(() => ''));
    filled = column;
    rows.at(-1)![column] = toCell(words);
    if (!isPair) rows.at(-1)![0] = speaker;
  }
  return [columns, columns.map(() => '---'), ...rows].map(
    (cells) => `|${cells.map((cell) => (cell === '' ? '  ' : ` ${cell} `)).join('|')}|`,
  );
}

/** What heads a column of speakers and one of words, in the language of the script. */
function headings(speaker: string, text: string): string[] {
  if (!/\p{Script=Han}/u.test(speaker)) return ['Speaker', 'Script'];
  return scriptOfText(text) === 'zh-Hant' ? ['說話人', '話術'] : ['说话人', '话术'];
}

/** What is written in a cell, as it is written in a line of its own. */
function fromCell(words: string, end: string): string {
  const lines = words.replace(/\\\|/gu, '|').split(/[ \t]*<br[ \t]*\/?>[ \t]*/iu);
  return lines.slice(1).some((line) => MARKS_A_BLOCK.test(line)) ? lines.join('<br>') : lines.join(`\\${end}`);
}

/** True for words that say who speaks them, in a column that says so too. */
function isLabelled(words: string, { speaker }: Turn): boolean {
  return /^\s*[:\uff1a]/u.test(bare(words).slice(bare(speaker).length)) && bare(words).startsWith(bare(speaker));
}

/** What a line begins with that is no words but a list, a heading, a quote, a rule, or someone speaking. */
const MARKS_A_BLOCK = /^(?:[-+*](?:\s|$)|#{1,6}\s|[>=|]|-{2}|\d{1,9}[.)]|`{3}|~{3}|<|$|[^:\uff1a]{1,31}[:\uff1a])/u;

function toCell(words: string): string {
  return words
    .replace(/(?:\\| {2,})\r?[\n\r][ \t]*/gu, '<br>')
    .replace(/(?<=(.))[ \t]*[\r\n]+[ \t]*(?=(.))/gu, (_, before: string, after: string) => (isSpaced(before) && isSpaced(after) ? ' ' : ''))
    .replace(/(?<!\\)\|/gu, '\\|');
}

function bare(speaker: string): string {
  return speaker.replace(/[*_`]/gu, '').trim();
}
