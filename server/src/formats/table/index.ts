import { documentOf, LARGE } from '../document.ts';
import type { Format } from '../format.ts';
import { tableColumns } from './columns.ts';
import { TableReader } from './reader.ts';
import { rowsOf, textOf } from './rows.ts';

/** Comma-separated values; semicolons and tabs are taken where the header has more of them. */
export const csv: Format = tableFormat('csv', '.csv', (source) => delimiterOf(source));

/** Tab-separated values. */
export const tsv: Format = tableFormat('tsv', '.tsv', () => '\t');

function tableFormat(id: string, extension: string, delimiter: (source: string) => string): Format {
  return {
    id,
    extensions: [extension],
    parse: (source, options) =>
      documentOf(
        { format: id, meta: {} },
        source.length > LARGE ? 'lazy' : 'whole',
        () => new TableReader(source, delimiter(source), options),
      ),
    recognises(source, { roleOf, columns }) {
      const [header] = rowsOf(source.slice(0, LONGEST_HEADER), delimiter(source), start(source));
      return (
        header !== undefined &&
        tableColumns(
          header.cells.map((cell) => textOf(source, cell)),
          roleOf,
          columns,
        ) !== undefined
      );
    },
  };
}

const LONGEST_HEADER = 10_000;

function start(source: string): number {
  return source.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** What separates the cells of the first line. */
function delimiterOf(source: string): string {
  const line = /^\ufeff?([^\r\n]*)/u.exec(source.slice(0, LONGEST_HEADER))![1]!.replace(/"[^"]*"/gu, '');
  const counts = [',', ';', '\t'].map((one) => ({ one, count: line.split(one).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).one;
}
