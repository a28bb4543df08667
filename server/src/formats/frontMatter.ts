import { parseDocument } from 'yaml';
import type { Problem } from '../dialogue/model.ts';

/** The YAML between two lines of `---` at the top of a file. `end` is where the rest begins. */
export interface FrontMatter {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly end: number;
  readonly problems: readonly Problem[];
}

const OPENING = /^\ufeff?---[ \t]*(?:\r\n|\n|\r|$)/u;
const CLOSING = /(?:^|[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/u;
/** What only front matter of ours has. */
const MARKER = /(?<=^|[\r\n])huashu[ \t]*:/u;
/** The lines of keys that front matter without an end begins with. */
const HEAD = /^(?:[\w-]+[ \t]*:[^\r\n]*(?:\r\n?|\n|$))*/u;
/** Front matter longer than this is text that happens to begin with a rule. */
const LONGEST = 65_536;

/**
 * Reads front matter. `meant`: three dashes at the top can be nothing else, so what is wrong with them is a problem.
 * `possible`: they may be a rule in running text, and only what reads as data, or bears our marker, is front matter.
 */
export function readFrontMatter(source: string, dashes: 'meant' | 'possible'): FrontMatter {
  const none: FrontMatter = { meta: {}, end: source.charCodeAt(0) === 0xfeff ? 1 : 0, problems: [] };
  const opening = OPENING.exec(source.slice(0, 1000))?.[0];
  if (opening === undefined) return none;
  const body = source.slice(opening.length, LONGEST);
  const closing = CLOSING.exec(body);
  if (!closing) {
    if (dashes === 'possible' && !MARKER.test(HEAD.exec(body)![0])) return none;
    const span = { start: none.end, end: opening.trimEnd().length };
    return { meta: {}, end: opening.length, problems: [{ span, code: 'unclosed-front-matter', words: '---' }] };
  }
  const read = readMeta(body.slice(0, closing.index), opening.length);
  if (dashes === 'possible' && !read.isData) return none;
  return { meta: read.meta, problems: read.problems, end: opening.length + closing.index + closing[0].length };
}

function readMeta(text: string, at: number): Pick<FrontMatter, 'meta' | 'problems'> & { readonly isData: boolean } {
  const oneKindOfLine = text.replace(/\r\n?/gu, (end) => (end.length === 2 ? ' \n' : '\n'));
  const problem = (start: number, end: number, words: string, code: Problem['code'] = 'bad-front-matter'): Problem => ({
    span: { start, end },
    code,
    words,
  });
  try {
    const parsed = parseDocument(oneKindOfLine, { logLevel: 'silent', stringKeys: true, prettyErrors: false });
    const [error] = parsed.errors;
    if (error) {
      const start = at + Math.min(error.pos[0], text.length);
      const end = Math.min(Math.max(start, at + error.pos[1]), at + text.length);
      return { meta: {}, problems: [problem(start, end, error.message.split('\n')[0]!)], isData: MARKER.test(text) };
    }
    const value: unknown = parsed.toJS({ maxAliasCount: 50 });
    if (isRecord(value)) return { meta: value, problems: [], isData: true };
    const isEmpty = value === null || value === undefined;
    const words = text.trim().slice(0, 40);
    return { meta: {}, problems: isEmpty ? [] : [problem(at, at + text.trimEnd().length, words, 'no-keys')], isData: isEmpty };
  } catch (error) {
    return { meta: {}, problems: [problem(at, at + text.length, String(error))], isData: false };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
