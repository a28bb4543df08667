import type { Problem, Scene, Turn } from '../../dialogue/model.ts';
import type { RoleOf } from '../../dialogue/speakers.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { own } from '../../text/own.ts';
import type { Span } from '../../text/span.ts';
import { LARGE, type SceneReader } from '../document.ts';
import type { ParseOptions } from '../format.ts';
import type { Speaker } from '../markdown/columns.ts';
import { OpenTurn } from '../openTurn.ts';
import { type TableColumns, tableColumns } from './columns.ts';
import { type Cell, firstRow, type Row, rowsOf, textOf } from './rows.ts';

/** Reads what is said out of a table: a conversation by its id, or by the file; phrases from columns of replies. */
export class TableReader implements SceneReader {
  readonly comments = [];
  readonly problems: Problem[] = [];
  private readonly source: string;
  private readonly delimiter: string;
  private readonly options: ParseOptions;
  private readonly roleOf: RoleOf;

  constructor(source: string, delimiter: string, options: ParseOptions) {
    this.source = source;
    this.delimiter = delimiter;
    this.options = options;
    this.roleOf = options.roleOf;
  }

  /** Rows of one conversation stand together, but in a small file they need not. */
  *scenes(): Generator<Scene> {
    const rows = rowsOf(this.source, this.delimiter, firstRow(this.source).at);
    const header = rows.next().value as Row | undefined;
    const columns =
      header &&
      tableColumns(
        header.cells.map((cell) => textOf(this.source, cell)),
        this.roleOf,
        this.options.columns,
      );
    if (!columns) {
      if (header && this.options.columns) this.problem({ start: header.cells[0]!.whole.start, end: header.cells.at(-1)!.whole.end });
      return;
    }
    const open = new Map<string, OpenScene>();
    for (const row of rows) {
      if (row.unclosed !== undefined) this.problem({ start: row.unclosed, end: row.unclosed + 1 });
      const id = columns.conversation === undefined ? '' : this.text(row.cells[columns.conversation]).trim();
      if (this.source.length > LARGE && !open.has(id)) {
        yield* scenesOf(open);
        open.clear();
      }
      const scene = open.get(id) ?? { title: own(id), turns: [] };
      open.set(id, scene);
      for (const [cell, speaker] of this.speech(row, columns)) this.take(cell, speaker, scene.turns);
    }
    yield* scenesOf(open);
  }

  /** The cells of a row in which something is said, with who says it. */
  private speech({ cells }: Row, { speech, said, speaker }: TableColumns): [Cell, Speaker][] {
    const named = speaker === undefined ? '' : this.text(cells[speaker]).trim();
    const who: Speaker = { kind: 'turn', role: this.roleOf(named) ?? 'narrator', speaker: own(named) };
    const columns: readonly (readonly [number, Speaker])[] = speaker === undefined ? [...speech] : said.map((column) => [column, who]);
    return columns.flatMap(([column, speaks]) => (cells[column] ? [[cells[column], speaks] as [Cell, Speaker]] : []));
  }

  private take(cell: Cell, speaker: Speaker, turns: Turn[]): void {
    const { source } = this;
    const text = source.slice(cell.start, cell.end);
    const start = cell.start + (text.length - text.trimStart().length);
    const end = start + text.trim().length;
    if (end <= start) return;
    const open = new OpenTurn(source, { ...speaker, start: cell.whole.start }, cell.whole.end, cell.isQuoted ? doubled : undefined);
    let from = start;
    for (let at = source.indexOf('"', start); cell.isQuoted && at >= 0 && at < end; at = source.indexOf('"', at + 2)) {
      open.words(from, at);
      open.escape('"', at, at + 2);
      from = at + 2;
    }
    open.words(from, end);
    const turn = open.finish(turns.length + 1);
    if (turn.utterances.length === 0) return;
    turns.push(cell.isQuoted ? turn : this.bare(turn, cell));
  }

  /** A turn in a cell without quotes: words with a separator in them need the whole cell put in quotes. */
  private bare(turn: Turn, { whole }: Cell): Turn {
    const fits = (words: string): boolean => !/["\r\n]/u.test(words) && !words.includes(this.delimiter);
    const write = (words: string): string => `"${doubled(words)}"`;
    const only = turn.utterances.length === 1;
    const anew: MappedText['anew'] = only ? { span: whole, fits, write } : { span: whole, fits };
    return { ...turn, utterances: turn.utterances.map(({ body }) => ({ body: { ...body, anew } })) };
  }

  private text(cell: Cell | undefined): string {
    return cell ? textOf(this.source, cell) : '';
  }

  private problem(span: Span): void {
    this.problems.push({ span, code: 'not-parsed', words: this.source.slice(span.start, Math.min(span.end, span.start + 40)) });
  }
}

interface OpenScene {
  readonly title: string;
  readonly turns: Turn[];
}

function scenesOf(open: ReadonlyMap<string, OpenScene>): Scene[] {
  return [...open.values()].filter(({ turns }) => turns.length > 0).map(sceneOf);
}

function sceneOf({ title, turns }: OpenScene): Scene {
  const at = turns[0]?.span.start ?? 0;
  const span = { start: at, end: turns.at(-1)?.span.end ?? at };
  return { title, id: undefined, level: 1, span, titleSpan: { start: at, end: at }, directives: [], items: turns };
}

/** Words as they are written between quotes. */
function doubled(words: string): string {
  return words.replaceAll('"', '""');
}
