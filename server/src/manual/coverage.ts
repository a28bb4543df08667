/** One row of the coverage table: what one sentence of the training asks, and what carries it. */
export interface Covered {
  /** `S0` … `S4`. */
  readonly document: string;
  readonly section: string;
  readonly asks: string;
  /** Ids of rules, and `snippet:` or `reframe:` with a name; empty where nothing can. */
  readonly carriers: readonly string[];
  /** How it is carried where that is not plain, or why nothing can. */
  readonly note: string;
}

/** Reads the tables of docs/coverage.md: a heading `## S0 …` opens each document. */
export function readCoverage(markdown: string): Covered[] {
  let document = '';
  return markdown.split('\n').flatMap((line) => {
    document = /^## (S\d)\b/u.exec(line)?.[1] ?? document;
    const cells = line.split('|').map((cell) => cell.trim());
    if (document === '' || cells.length !== 7 || !/^\d+$/u.test(cells[1]!)) return [];
    const carriers = [...cells[4]!.matchAll(/`([^`]+)`/gu)].map((m) => m[1]!);
    return [{ document, section: cells[2]!, asks: cells[3]!, carriers, note: cells[5]! }];
  });
}

/** How much of each document is carried, as a table. */
export function coverageTotals(rows: readonly Covered[]): string {
  const documents = [...new Set(rows.map((row) => row.document))];
  const line = (name: string, of: readonly Covered[]): string => {
    const byRule = of.filter((row) => row.carriers.some((carrier) => !carrier.includes(':'))).length;
    const carried = of.filter((row) => row.carriers.length > 0).length;
    return `| ${name} | ${of.length} | ${byRule} | ${carried - byRule} | ${of.length - carried} |`;
  };
  return [
    '| document | sentences | carried by a rule | by a snippet or reframe alone | by nothing |',
    '|---|---|---|---|---|',
    ...documents.map((document) =>
      line(
        document,
        rows.filter((row) => row.document === document),
      ),
    ),
    line('all', rows),
  ].join('\n');
}
