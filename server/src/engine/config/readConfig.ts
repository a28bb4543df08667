import { isMap, isScalar, type Node, parseDocument, type YAMLMap } from 'yaml';
import { lineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigData, ConfigShape } from './configShape.ts';
import { type ConfigFault, type ConfigProblem, describeFault, WARNINGS } from './problem.ts';
import { readNode } from './shape.ts';

/** One config file, read. */
export interface ConfigFile {
  readonly path: string;
  readonly data: ConfigData;
  /** Where a key stands, by its full name: `rules.vague-time`. */
  readonly keys: ReadonlyMap<string, Span>;
  readonly problems: readonly ConfigProblem[];
  /** Places a fault found later in this file. */
  problem(fault: ConfigFault): ConfigProblem;
}

/** Most values a config may hold, counting each time an alias repeats them. */
const MOST_NODES = 50_000;

/** Reads a config file (YAML, of which JSON is a part). What is right in it counts, whatever else is wrong. */
export function readConfig(path: string, source: string, shape: ConfigShape): ConfigFile {
  return readPart(path, source, shape, (contents) => contents);
}

/** Reads the key `huashu` of a package.json; undefined when it has none. */
export function readPackageConfig(path: string, source: string, shape: ConfigShape): ConfigFile | undefined {
  if (!source.includes('"huashu"')) return undefined;
  let found = false;
  const file = readPart(path, source, shape, (contents) => {
    const part = isMap(contents) ? valueAt(contents, 'huashu') : undefined;
    found = part !== undefined;
    return part;
  });
  return found ? file : undefined;
}

function readPart(path: string, source: string, shape: ConfigShape, part: (contents: Node | null) => unknown): ConfigFile {
  const lines = lineIndex(source);
  const place = (fault: ConfigFault): ConfigProblem => ({
    path,
    span: fault.span,
    at: lines.placeAt(fault.span.start),
    severity: WARNINGS.has(fault.code) ? 'warning' : 'error',
    code: fault.code,
    message: describeFault(fault),
  });
  const document = parseDocument(source, { logLevel: 'error' });
  const problems: ConfigProblem[] = [];
  for (const error of document.errors.slice(0, 1)) {
    const words = error.message.replace(/ at line \d+, column \d+:[\s\S]*$/u, '');
    problems.push(place({ span: { start: error.pos[0], end: error.pos[1] }, code: 'not-yaml', data: { words } }));
  }
  const keys = new Map<string, Span>();
  const broken = problems.length > 0;
  const note = (fault: ConfigFault): void => {
    if (!broken) problems.push(place(fault));
  };
  const reading = { document, name: '', budget: { nodes: MOST_NODES }, keys, note };
  const data = readNode(shape, part(document.contents), reading) ?? {};
  return { path, data, keys, problems, problem: place };
}

function valueAt(map: YAMLMap, name: string): unknown {
  return map.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
}
