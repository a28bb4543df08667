import type { Problem, Scene, Turn } from '../../dialogue/model.ts';
import type { RoleOf } from '../../dialogue/speakers.ts';
import { type MappedText, sourceExtent } from '../../text/mappedText.ts';
import { own } from '../../text/own.ts';
import type { Span } from '../../text/span.ts';
import type { SceneReader } from '../document.ts';
import type { ParseOptions } from '../format.ts';
import type { Speaker } from '../openTurn.ts';
import { type Place, turnsIn, wordsIn } from '../voices.ts';
import { type TableColumns, tableColumns } from './columns.ts';
import { type Cell, firstRow, piecesOf, type Row, rowAt, rowsOf, textOf } from './rows.ts';

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

  *scenes(): Generator<Scene> {
    const { source, delimiter } = this;
    const rows = rowsOf(source, delimiter, firstRow(source).at);
    const header = rows.next().value as Row | undefined;
    const columns =
      header &&
      tableColumns(
        header.cells.map((cell) => textOf(source, cell)),
        this.roleOf,
        this.options.columns,
      );
    if (columns === undefined) {
      if (header && this.options.columns) this.problem({ start: header.cells[0]!.whole.start, end: header.cells.at(-1)!.whole.end });
    } else if (columns.conversation === undefined) yield* this.conversation('', this.told(rows), columns);
    else {
      const idOf = ({ cells }: Row): string => this.text(cells[columns.conversation!]).trim();
      for (const [id, starts] of groupsOf(this.told(rows), idOf)) {
        yield* this.conversation(
          own(id),
          starts.map((start) => rowAt(source, delimiter, start)),
          columns,
        );
      }
    }
  }

  /** The rows, each looked at for a quote that nothing closes. */
  private *told(rows: Iterable<Row>): Generator<Row> {
    for (const row of rows) {
      if (row.unclosed !== undefined) this.problem({ start: row.unclosed, end: row.unclosed + 1 });
      yield row;
    }
  }

  /** What is said in some rows. A reply that is a dialogue by itself is a scene of its own. */
  private *conversation(title: string, rows: Iterable<Row>, columns: TableColumns): Generator<Scene> {
    const turns: Turn[] = [];
    for (const row of rows) {
      for (const [cell, speaker] of this.speech(row, columns)) {
        const said = this.turnsOf(cell, speaker, turns.length + 1);
        if (speaker.kind === 'turn' || said.every(({ kind }) => kind === 'phrase')) turns.push(...said);
        else
          yield sceneOf(
            title,
            said.map((turn, i) => ({ ...turn, number: i + 1 })),
          );
      }
    }
    if (turns.length > 0) yield sceneOf(title, turns);
  }

  /** The cells of a row in which something is said, with who says it. */
  private speech({ cells }: Row, { speech, said, speaker }: TableColumns): [Cell, Speaker][] {
    const named = speaker === undefined ? '' : this.text(cells[speaker]).trim();
    const who: Speaker = { kind: 'turn', role: this.roleOf(named) ?? 'narrator', speaker: own(named) };
    const columns: readonly (readonly [number, Speaker])[] = speaker === undefined ? [...speech] : said.map((column) => [column, who]);
    return columns.flatMap(([column, speaks]) => (cells[column] ? [[cells[column], speaks] as [Cell, Speaker]] : []));
  }

  private turnsOf(cell: Cell, speaker: Speaker, number: number): Turn[] {
    const { source } = this;
    const isPlain = cell.isQuoted && cell.whole.end - cell.end <= 1;
    const place = { source, pieces: piecesOf(source, cell), whole: cell.whole, encode: isPlain ? doubled : undefined };
    if (place.pieces.length === 0) return [];
    const turns = turnsIn(place, speaker, number, this.roleOf);
    return isPlain ? turns : turns.map((turn) => this.bare(turn, place));
  }

  /** A turn in a cell of which not all is in quotes: words with a separator in them need the whole cell put in quotes. */
  private bare(turn: Turn, place: Place): Turn {
    const { whole: span, pieces } = place;
    const fits = (words: string): boolean => !/["\r\n]/u.test(words) && !words.includes(this.delimiter);
    const all = wordsIn(place);
    const anewOf = (body: MappedText): NonNullable<MappedText['anew']> => {
      const at = pieces.length === 1 ? sourceExtent(body).start - pieces[0]!.start : 0;
      if (turn.utterances.length > 1 || !all.startsWith(body.text, at) || (pieces.length > 1 && body.text !== all)) return { span, fits };
      return { span, fits, write: (words) => `"${doubled(all.slice(0, at) + words + all.slice(at + body.text.length))}"` };
    };
    return { ...turn, utterances: turn.utterances.map(({ body }) => ({ body: { ...body, anew: anewOf(body) } })) };
  }

  private text(cell: Cell | undefined): string {
    return cell ? textOf(this.source, cell) : '';
  }

  private problem(span: Span): void {
    this.problems.push({ span, code: 'not-parsed', words: this.source.slice(span.start, Math.min(span.end, span.start + 40)) });
  }
}

/**
 * Rows by id, in the order in which the ids first stand, as offsets of where each begins: rows of several conversations may be mixed all
 * over a file, and of a large one no more is held than that.
 */
function* groupsOf(rows: Iterable<Row>, idOf: (row: Row) => string): Generator<[id: string, starts: number[]]> {
  const starts: number[] = [];
  /** The next row of the same id; the last leads to the first again. */
  const next: number[] = [];
  const lasts = new Map<string, number>();
  for (const row of rows) {
    const id = idOf(row);
    const last = lasts.get(id);
    const number = starts.push(row.cells[0]!.whole.start) - 1;
    next.push(last === undefined ? number : next[last]!);
    if (last !== undefined) next[last] = number;
    lasts.set(id, number);
  }
  for (const [id, last] of lasts) {
    const group: number[] = [];
    for (let at = next[last]!; ; at = next[at]!) {
      group.push(starts[at]!);
      if (at === last) break;
    }
    yield [id, group];
  }
}

function sceneOf(title: string, turns: readonly Turn[]): Scene {
  const at = turns[0]?.span.start ?? 0;
  const span = { start: at, end: turns.at(-1)?.span.end ?? at };
  return { title, id: undefined, level: 1, span, titleSpan: { start: at, end: at }, directives: [], items: turns };
}

/** Words as they are written between quotes. */
function doubled(words: string): string {
  return words.replaceAll('"', '""');
}
