import type { Directive, Link, ProblemCode, Scene } from '../../dialogue/model.ts';
import type { Span } from '../../text/span.ts';

/** One line of a file: its start, its first unit that is no white space, and the end before its terminator. */
export interface Line {
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

const DIRECTIVES = new Set(['type', 'customer', 'tags', 'event', 'until']);

/** `# Title {#id}` */
export function readHeading(source: string, first: number, end: number): Pick<Scene, 'title' | 'id' | 'level' | 'titleSpan'> {
  const text = source.slice(first, end);
  const marks = /^[#\uff03]+/u.exec(text)![0].length;
  const id = /\s*[{\uff5b][#\uff03]([^}\uff5d]*)[}\uff5d]\s*$/u.exec(text);
  const raw = text.slice(marks, id ? id.index : text.length);
  const title = raw.trim();
  const start = first + marks + (raw.length - raw.trimStart().length);
  return { title, id: id?.[1]?.trim() || undefined, level: marks, titleSpan: { start, end: start + title.length } };
}

/** `@name value` */
export function readDirective(
  source: string,
  first: number,
  end: number,
): { directive: Directive; problem?: { span: Span; code: ProblemCode; words: string } } {
  const text = source.slice(first, end);
  const [, name = '', space = ''] = /^.([^\s:\uff1a]*)[:\uff1a]?(\s*)/u.exec(text) ?? [];
  const head = /^.([^\s:\uff1a]*)[:\uff1a]?\s*/u.exec(text)?.[0].length ?? text.length;
  const value = text.slice(head).trimEnd();
  const span = { start: first, end: first + text.trimEnd().length };
  const valueSpan = { start: first + head, end: first + head + value.length };
  const directive: Directive = { name: name.toLowerCase(), value, span, valueSpan };
  void space;
  if (!DIRECTIVES.has(directive.name)) {
    return { directive, problem: { span: { start: first, end: first + 1 + name.length }, code: 'unknown-directive', words: `@${name}` } };
  }
  if (directive.name === 'until' && !isDate(value)) return { directive, problem: { span: valueSpan, code: 'bad-date', words: value } };
  return { directive };
}

/** `? label -> target` or `-> target` */
export function readLink(source: string, first: number, end: number): Link {
  const text = source.slice(first, end).trimEnd();
  const arrow = /->|-\uff1e|\u2192/u.exec(text);
  const branch = /^[?\uff1f]/u.test(text);
  const label = text.slice(branch ? 1 : 0, arrow ? arrow.index : text.length).trim();
  const from = arrow ? arrow.index + arrow[0].length : text.length;
  const target = text.slice(from).trim();
  const start = first + from + (text.length - from - text.slice(from).trimStart().length);
  return {
    kind: branch ? 'branch' : 'jump',
    label,
    target,
    targetSpan: { start, end: start + target.length },
    span: { start: first, end: first + text.length },
  };
}

/** True when one pair of brackets holds the whole stretch. */
export function wholeBracket(source: string, first: number, end: number): boolean {
  const text = source.slice(first, end).trimEnd();
  return /^(?:[(\uff08][^()\uff08\uff09]*[)\uff09]|[[\uff3b\u3010][^[\]\uff3b\uff3d\u3010\u3011]*[\]\uff3d\u3011])$/u.test(text);
}

function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.normalize('NFKC'));
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1]!;
}
