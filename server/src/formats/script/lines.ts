import type { Directive, Link, ProblemCode } from '../../dialogue/model.ts';
import { moodsIn } from '../../dialogue/moods.ts';
import { isDate } from '../../text/date.ts';
import { skipSpace, trimEnd } from '../../text/space.ts';
import type { Span } from '../../text/span.ts';
import type { Heading } from '../sceneBuilder.ts';

const DIRECTIVES = new Set(['type', 'customer', 'tags', 'event', 'until']);
const ARROW = /[-\uff0d][>\uff1e]|\u2192/u;
const ROUND = ['(\uff08', ')\uff09'] as const;
const SQUARE = ['[\uff3b\u3010', ']\uff3d\u3011'] as const;

/** True where an arrow stands at the start of a line or behind a question mark there. */
export const ARROW_LINE = /^\ufeff?(?:[?\uff1f][^\n\r]*)?(?:[-\uff0d][>\uff1e]|\u2192)/mu;

/** `# Title {#id}` */
export function readHeading(source: string, start: number, end: number): Heading {
  let level = 0;
  while (start + level < end && isHash(source.charCodeAt(start + level))) level++;
  const id = headingId(source, start + level, end);
  const first = skipSpace(source, start + level, id?.start ?? end);
  const last = trimEnd(source, first, id?.start ?? end);
  return { start, level, id: id?.name, title: source.slice(first, last), titleSpan: { start: first, end: last } };
}

/** The `{#id}` a heading may end with. */
export function headingId(source: string, start: number, end: number): { readonly name: string; readonly start: number } | undefined {
  const last = source.charCodeAt(end - 1);
  if (last !== 0x7d && last !== 0xff5d) return undefined;
  const open = Math.max(source.lastIndexOf('{', end), source.lastIndexOf('\uff5b', end));
  if (open < start || !isHash(source.charCodeAt(open + 1))) return undefined;
  const name = source.slice(open + 2, end - 1).trim();
  return name === '' ? undefined : { name, start: open };
}

function isHash(unit: number): boolean {
  return unit === 0x23 || unit === 0xff03;
}

/** `@name value` */
export function readDirective(
  source: string,
  start: number,
  end: number,
): { directive: Directive; problem?: { span: Span; code: ProblemCode; words: string } } {
  const [head, name] = /^.([^\s:\uff1a]*)[:\uff1a]?\s*/u.exec(source.slice(start, end)) as unknown as [string, string];
  const value = source.slice(start + head.length, end);
  const valueSpan = { start: start + head.length, end };
  const directive: Directive = { name: name.normalize('NFKC').toLowerCase(), value, span: { start, end }, valueSpan };
  if (!DIRECTIVES.has(directive.name)) {
    return { directive, problem: { span: { start, end: start + 1 + name.length }, code: 'unknown-directive', words: `@${name}` } };
  }
  const code = faultOf(directive);
  if (!code) return { directive };
  const span = value === '' ? directive.span : valueSpan;
  return { directive, problem: { span, code, words: source.slice(span.start, span.end) } };
}

/** What is wrong with the value of a directive. */
function faultOf({ name, value }: Directive): ProblemCode | undefined {
  if (name === 'until' && !isDate(value)) return 'bad-date';
  if (name === 'customer' && moodsIn(value).includes(undefined)) return 'unknown-mood';
  return undefined;
}

/** `? label -> target` or `-> target` */
export function readLink(source: string, start: number, end: number): Link {
  const text = source.slice(start, end);
  const arrow = ARROW.exec(text);
  const branch = text[0] === '?' || text[0] === '\uff1f';
  const label = text.slice(branch ? 1 : 0, arrow ? arrow.index : text.length).trim();
  const target = skipSpace(source, start + (arrow ? arrow.index + arrow[0].length : text.length), end);
  return {
    kind: branch ? 'branch' : 'jump',
    label,
    target: source.slice(target, end),
    targetSpan: { start: target, end },
    span: { start, end },
  };
}

/** True where a line opens with an arrow. */
export function opensWithArrow(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  if (unit === 0x2192) return true;
  if (unit !== 0x2d && unit !== 0xff0d) return false;
  const next = source.charCodeAt(at + 1);
  return next === 0x3e || next === 0xff1e;
}

/** True when one pair of brackets holds the whole stretch, whatever brackets stand in it: a stage direction. */
export function isBracketed(source: string, start: number, end: number): boolean {
  const [opening, closing] = ROUND[0].includes(source.charAt(start)) ? ROUND : SQUARE;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const char = source.charAt(at);
    if (opening.includes(char)) depth++;
    else if (closing.includes(char)) depth--;
    if (depth === 0) return at > start && at === end - 1;
  }
  return false;
}
