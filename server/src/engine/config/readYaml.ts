import { type Node, parseDocument } from 'yaml';
import { lineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { type ConfigFault, type ConfigProblem, describeFault, WARNINGS } from './problem.ts';
import { readNode, type Shape } from './shape.ts';

/** A file read by a shape. */
export interface ReadFile<T> {
  readonly path: string;
  /** What was right in it. */
  readonly data: T | undefined;
  /** Where a key stands, by its full name: `rules.vague-time`. */
  readonly keys: ReadonlyMap<string, Span>;
  /** Where a value stands, by the same names, items of lists among them: `rules[0].id`. */
  readonly values: ReadonlyMap<string, Span>;
  readonly problems: readonly ConfigProblem[];
  /** Places a fault found later in this file. */
  problem(fault: ConfigFault): ConfigProblem;
}

/** Most values a file may hold, counting each time an alias repeats them. */
const MOST_NODES = 50_000;
/** A line end of old that the YAML library does not know. */
const LONE_CR = /\r(?!\n)/gu;

/** Reads YAML, of which JSON is a part. What is right in it counts, whatever else is wrong; `part` names the part that is ours. */
export function readYaml<T>(path: string, source: string, shape: Shape<T>, part: (contents: Node | null) => unknown): ReadFile<T> {
  const lines = lineIndex(source);
  const place = (fault: ConfigFault): ConfigProblem => ({
    path,
    span: fault.span,
    at: lines.placeAt(fault.span.start),
    severity: WARNINGS.has(fault.code) ? 'warning' : 'error',
    code: fault.code,
    message: describeFault(fault),
  });
  const document = parseDocument(source.replace(LONE_CR, '\n'), { logLevel: 'error' });
  const problems: ConfigProblem[] = [];
  for (const error of document.errors.slice(0, 1)) {
    const words = error.message.replace(/ at line \d+, column \d+:[\s\S]*$/u, '');
    const code = error.code === 'MULTIPLE_DOCS' ? 'many-documents' : path.endsWith('.json') ? 'not-json' : 'not-yaml';
    problems.push(place({ span: { start: error.pos[0], end: error.pos[1] }, code, data: { words } }));
  }
  const keys = new Map<string, Span>();
  const values = new Map<string, Span>();
  const broken = problems.length > 0;
  const note = (fault: ConfigFault): void => {
    if (!broken) problems.push(place(fault));
  };
  const reading = { document, name: '', budget: { nodes: MOST_NODES }, keys, values, note };
  const data = readNode(shape, part(document.contents), reading);
  return { path, data, keys, values, problems, problem: place };
}
