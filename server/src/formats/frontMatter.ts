import { parseDocument } from 'yaml';
import type { Problem } from '../dialogue/model.ts';

/** The YAML between two lines of `---` at the top of a file. `end` is where the rest begins. */
export interface FrontMatter {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly end: number;
  readonly problems: readonly Problem[];
}

const FENCED = /^\ufeff?---[ \t]*(\r\n|\n|\r)([\s\S]*?)(?:(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|$))/u;
const OPENING = /^\ufeff?---[ \t]*(?:\r\n|\n|\r|$)/u;
/** Front matter longer than this is text that happens to begin with a rule. */
const LONGEST = 65_536;

export function readFrontMatter(source: string): FrontMatter {
  const opening = OPENING.exec(source.slice(0, 80));
  if (!opening) return { meta: {}, end: source.charCodeAt(0) === 0xfeff ? 1 : 0, problems: [] };
  const found = FENCED.exec(source.slice(0, LONGEST));
  if (!found) {
    const span = { start: 0, end: opening[0].trimEnd().length };
    return { meta: {}, end: opening[0].length, problems: [{ span, code: 'unclosed-front-matter', words: '---' }] };
  }
  return { ...parseMeta(found[2]!, found[0].indexOf('---') + 3 + found[1]!.length), end: found[0].length };
}

function parseMeta(text: string, at: number): Pick<FrontMatter, 'meta' | 'problems'> {
  const parsed = parseDocument(text.replace(/\r\n?/gu, (end) => (end.length === 2 ? ' \n' : '\n')), { logLevel: 'silent', stringKeys: true });
  const [error] = parsed.errors;
  if (error) {
    const start = at + Math.min(error.pos[0], text.length);
    const end = Math.max(start, Math.min(at + error.pos[1], at + text.length));
    return { meta: {}, problems: [{ span: { start, end }, code: 'bad-front-matter', words: error.message.split('\n')[0]! }] };
  }
  try {
    const value: unknown = parsed.toJS({ maxAliasCount: 50 });
    return { meta: isRecord(value) ? value : {}, problems: [] };
  } catch (error) {
    return { meta: {}, problems: [{ span: { start: at, end: at + text.length }, code: 'bad-front-matter', words: String(error) }] };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
