import { rowsOf as tableRows, textOf } from '../formats/table/rows.ts';
import { lineIndex } from '../text/lineIndex.ts';

/** One rule of a table as it is written; empty where the table does not say. Zero-based place of the expression. */
export interface Row {
  readonly name: string;
  readonly expression: string;
  readonly level: string;
  readonly message: string;
  readonly speaker: string;
  readonly line: number;
  readonly column: number;
}

interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Headings of columns, in the words quality-inspection tables use. */
const COLUMNS: Readonly<Record<Exclude<keyof Row, 'line' | 'column'>, RegExp>> = {
  name: /^(?:规则名称?|規則名稱?|名称|名稱|质检项|質檢項|name|title)$/iu,
  expression:
    /^(?:规则|規則|表达式|表達式|运算式|運算式|关键词|關鍵詞|关键字|關鍵字|规则内容|規則內容|expression|rule|keywords?|condition|logic)$/iu,
  level: /^(?:级别|級別|等级|等級|严重程度|嚴重程度|level|severity)$/iu,
  message: /^(?:提示|说明|說明|建议|建議|话术建议|話術建議|message|description|hint)$/iu,
  speaker: /^(?:角色|说话人|說話人|检测角色|檢測角色|对象|對象|speaker|role|channel)$/iu,
};

/** The rules of a file: a table with a heading, or lines of `name: expression`; lines that begin with # are comments. */
export function rowsOf(source: string): Row[] {
  const text = source.replace(/^\ufeff/u, '');
  const first = text.slice(0, text.search(/[\r\n]|$/u));
  const mark = ['\t', ',', ';'].find((one) => first.includes(one)) ?? ',';
  const [heading = [], ...rows] = cellsOf(text, mark);
  const places = headingsOf(heading);
  if (places.expression === undefined) return linesOf(text);
  const at = (row: readonly Cell[], column: keyof typeof COLUMNS): string => row[places[column] ?? -1]?.text.trim() ?? '';
  return rows.flatMap((row) => {
    if (row.every((cell) => cell.text.trim() === '')) return [];
    const cell = row[places.expression!] ?? { ...row[0]!, text: '' };
    const { line, column } = cell;
    return [
      {
        name: at(row, 'name'),
        expression: cell.text,
        level: at(row, 'level'),
        message: at(row, 'message'),
        speaker: at(row, 'speaker'),
        line,
        column,
      },
    ];
  });
}

function headingsOf(cells: readonly Cell[]): Partial<Record<keyof typeof COLUMNS, number>> {
  const places: Partial<Record<keyof typeof COLUMNS, number>> = {};
  for (const column of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    const place = cells.findIndex(({ text }) => COLUMNS[column].test(text.trim()));
    if (place >= 0) places[column] = place;
  }
  return places;
}

function linesOf(text: string): Row[] {
  return text.split(/\r\n?|\n/u).flatMap((written, line) => {
    if (/^\s*(?:#|$)/u.test(written)) return [];
    const [, head = '', name = ''] = /^(\s*([^:\uff1a&|()!"\t]*)(?:[:\uff1a]|\t)\s*)/u.exec(written) ?? [];
    const expression = written.slice(head.length);
    return [{ name: name.trim(), expression, level: '', message: '', speaker: '', line, column: head.length }];
  });
}

/** Cells by row, each with its place. */
function cellsOf(text: string, mark: string): Cell[][] {
  const { placeAt } = lineIndex(text);
  return [...tableRows(text, mark, 0)].map(({ cells }) => cells.map((cell) => ({ text: textOf(text, cell), ...placeAt(cell.start) })));
}
