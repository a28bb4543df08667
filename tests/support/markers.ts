/** One marked finding: `<bare-but|但是|>` or, with a severity, `<bare-but:info|但是|>`. */
export interface Marked {
  readonly rule: string;
  readonly severity: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** A fixture without its marks. */
export interface Unmarked {
  readonly source: string;
  readonly findings: readonly Marked[];
  /** Offset of `<|>`, when there is one. */
  readonly cursor: number | undefined;
}

const MARK = /<\|>|<([a-z][a-z-]*)(?::(hint|info|warning|error))?\||\|>/gu;

/** Reads the marks out of a fixture; marks may nest. Throws on one that is not closed. */
export function unmark(fixture: string): Unmarked {
  const findings: Marked[] = [];
  const open: { rule: string; severity: string | undefined; start: number }[] = [];
  let source = '';
  let from = 0;
  let cursor: number | undefined;
  for (const mark of fixture.matchAll(MARK)) {
    source += fixture.slice(from, mark.index);
    from = mark.index + mark[0].length;
    if (mark[0] === '<|>') cursor = source.length;
    else if (mark[0] === '|>') {
      const begun = open.pop();
      if (!begun) throw new Error(`a mark is closed that was not opened: …${source.slice(-20)}`);
      findings.push({ ...begun, end: source.length });
    } else open.push({ rule: mark[1]!, severity: mark[2], start: source.length });
  }
  if (open.length > 0) throw new Error(`a mark is not closed: ${open[0]!.rule}`);
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { source: source + fixture.slice(from), findings, cursor };
}

/** Writes findings into a source as marks: `mark(source, unmark(fixture).findings)` is the fixture again. */
export function mark(
  source: string,
  findings: readonly { rule: string; severity?: string | undefined; start: number; end: number }[],
): string {
  const inserts = findings.flatMap(({ rule, severity, start, end }) => [
    { at: start, order: 1, text: `<${rule}${severity ? `:${severity}` : ''}|` },
    { at: end, order: 0, text: '|>' },
  ]);
  inserts.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let from = 0;
  for (const insert of inserts) {
    out += source.slice(from, insert.at) + insert.text;
    from = insert.at;
  }
  return out + source.slice(from);
}
