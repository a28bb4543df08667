import { documentOf, LARGE } from '../document.ts';
import type { Format } from '../format.ts';
import { tableColumns } from './columns.ts';
import { TableReader } from './reader.ts';
import { firstRow, rowsOf, textOf } from './rows.ts';

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
      const [header] = rowsOf(source.slice(0, LONGEST_HEADER), delimiter(source), firstRow(source).at);
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

/** What separates the cells: what the file says, else what the first line has most of. */
function delimiterOf(source: string): string {
  const { at, separator } = firstRow(source);
  if (separator !== undefined) return separator;
  const line = /^[^\r\n]*/u.exec(source.slice(at, LONGEST_HEADER))![0].replace(/"[^"]*"/gu, '');
  const counts = [',', ';', '\t'].map((one) => ({ one, count: line.split(one).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).one;
}
