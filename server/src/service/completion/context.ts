import type { Span } from '../../core/index.ts';
import { type PlaceholderSyntax, syntaxesOf, wide } from '../../core/writing.ts';
import type { Spot, Standing } from './spot.ts';

/** What somebody is about to write. `insert` is what stands there of it up to the cursor, `replace` all of it. */
export type Context = { readonly insert: Span; readonly replace: Span } & (
  | { readonly kind: 'placeholder'; readonly syntax: PlaceholderSyntax; readonly open: string }
  | { readonly kind: 'scene'; readonly spaced: boolean }
  | { readonly kind: 'directive' }
  | { readonly kind: 'value'; readonly directive: string; readonly taken: readonly string[]; readonly spaced: boolean }
  | { readonly kind: 'suppression' }
  | { readonly kind: 'rule'; readonly how: Disabling; readonly taken: readonly string[] }
  | { readonly kind: 'line' }
  | { readonly kind: 'branch'; readonly spaced: boolean }
  | { readonly kind: 'words'; readonly standing: Extract<Standing, { readonly in: 'turn' }> }
);

/** How a comment switches rules off, or on again. */
export type Disabling = 'disable-next-line' | 'disable-line' | 'disable' | 'enable';

/** What is being written at a place; undefined in running text, where nobody is to be disturbed. */
export function contextOf(spot: Spot): Context | undefined {
  const { before, draft } = spot;
  if (/^[#\uff03]/u.test(before)) return undefined;
  for (const read of [inComment, inPlaceholder, ...(draft.format === 'huashu' ? [inDirective, inLink, inBranch] : []), inTurn, inLine]) {
    const found = read(spot);
    if (found) return found === 'prose' ? undefined : found;
  }
  return undefined;
}

type Reader = (spot: Spot) => Context | 'prose' | undefined;

const inComment: Reader = ({ before, after, offset, draft, standing }) => {
  const mark = draft.format === 'markdown' ? '<!--' : '(?:(?<=^|\\s)//|<!--)';
  const comment = new RegExp(`${mark}[ \\t]*([^\\r\\n]*)$`, 'u').exec(before)?.[1];
  if (comment === undefined) return undefined;
  const rules = /^huashu-(disable-next-line|disable-line|disable|enable)[ \t]+((?:[a-z0-9-]*[a-z0-9][ \t,]+)*)([a-z0-9-]*)$/u.exec(comment);
  const name = rules ? undefined : /^[a-z-]*$/u.exec(comment)?.[0];
  const typed = rules ? rules[3]! : name;
  if (typed === undefined || (name !== undefined && !/^(?:h?|hu|hua|huas|huash|huashu(?:-[a-z-]*)?)$/u.test(name))) return 'prose';
  if (/^-/u.test(rules?.[3] ?? '') || standing()?.in !== 'comment') return 'prose';
  const insert = { start: offset - typed.length, end: offset };
  const replace = { start: insert.start, end: offset + /^[a-z0-9-]*/u.exec(after.startsWith('--') ? '' : after)![0].length };
  if (!rules) return { kind: 'suppression', insert, replace };
  return { kind: 'rule', how: rules[1] as Disabling, taken: rules[2]!.split(/[ \t,]+/u).filter(Boolean), insert, replace };
};

const LONGEST_NAME = 60;

const inPlaceholder: Reader = ({ before, after, offset, draft, standing }) => {
  const found = openPlaceholder(before, syntaxesOf(draft.settings));
  if (!found) return undefined;
  if (standing()?.in !== 'turn') return 'prose';
  const { syntax, open, at } = found;
  const rest = after.slice(0, LONGEST_NAME);
  const closes = [syntax.close, wide(syntax.close)].map((close) => ({ close, at: rest.indexOf(close) })).filter((one) => one.at >= 0);
  const opens = [syntax.open, wide(syntax.open)].map((mark) => rest.indexOf(mark)).filter((one) => one >= 0);
  const first = closes.sort((a, b) => a.at - b.at)[0];
  const closed = first && (syntax.open === syntax.close || opens.every((one) => one > first.at));
  const span = { start: offset - before.length + at, end: offset + (closed ? first.at + first.close.length : 0) };
  return { kind: 'placeholder', syntax, open, insert: span, replace: span };
};

/** The last mark before a place that opens a placeholder and is not closed. */
function openPlaceholder(
  before: string,
  syntaxes: readonly PlaceholderSyntax[],
): { readonly syntax: PlaceholderSyntax; readonly open: string; readonly at: number } | undefined {
  for (const syntax of [...syntaxes].sort((a, b) => b.open.length - a.open.length)) {
    for (const [open, close] of [
      [syntax.open, syntax.close],
      [wide(syntax.open), wide(syntax.close)],
    ] as const) {
      const at = before.lastIndexOf(open);
      if (at < 0) continue;
      const name = before.slice(at + open.length);
      if (name.length > LONGEST_NAME || /^[#\uff03!]/u.test(name)) continue;
      if (syntax.open === syntax.close) {
        const isOdd = before.split(open).length % 2 === 0;
        if (!isOdd || /[\d\uff10-\uff19]$/u.test(before.slice(0, at)) || /\s/u.test(name)) continue;
      } else if ([syntax.close, close].some((mark) => name.includes(mark)) || /^\s/u.test(name)) continue;
      return { syntax, open, at };
    }
  }
  return undefined;
}

const inDirective: Reader = ({ before, after, offset, line, standing }) => {
  const name = /^[@\uff20]([^\s:\uff1a]*)$/u.exec(before)?.[1];
  const there = /^[@\uff20]/u.test(before) ? standing() : undefined;
  if (!/^[@\uff20]/u.test(before)) return undefined;
  if (there?.in !== 'directive') return 'prose';
  if (name !== undefined) {
    const start = offset - name.length;
    return {
      kind: 'directive',
      insert: { start, end: offset },
      replace: { start, end: offset + /^[^\s:\uff1a]*/u.exec(after)![0].length },
    };
  }
  const directive = /^.([^\s:\uff1a]*)/u.exec(before)![1]!.normalize('NFKC').toLowerCase();
  const several = directive === 'tags';
  const from = /^.[^\s:\uff1a]*[:\uff1a]?\s*/u.exec(before)![0].length;
  const value = before.slice(from);
  const typed = several ? /[^,\uff0c\u3001;\uff1b]*$/u.exec(value)![0].trimStart() : value;
  const rest = /^[^\r\n,\uff0c\u3001;\uff1b]*/u.exec(several ? after : '')![0].trimEnd();
  const start = offset - typed.length;
  const replace = { start, end: offset + (several ? rest.length : Math.max(0, Math.min(there.value.end, line.end) - offset)) };
  const others = value.slice(0, value.length - typed.length) + after.slice(rest.length);
  const taken = several ? others.split(/[,\uff0c\u3001;\uff1b]/u).map((tag) => tag.trim()) : [];
  const spaced = typed === '' && !/[\s\u3000]$/u.test(before);
  return { kind: 'value', directive, taken, spaced, insert: { start, end: offset }, replace };
};

const ARROW = /^(?:[?\uff1f].*?)?(?:[-\uff0d][>\uff1e]|\u2192)([ \t\u3000]*)([^\r\n]*)$/u;

const inLink: Reader = ({ before, offset, standing }) => {
  const found = ARROW.exec(before);
  if (!found) return undefined;
  const there = standing();
  if (there?.in !== 'link') return 'prose';
  const start = offset - found[2]!.length;
  const replace = { start, end: Math.max(offset, there.target.end) };
  return { kind: 'scene', spaced: found[1] === '', insert: { start, end: offset }, replace };
};

const inBranch: Reader = ({ before, after, offset, mayBegin }) => {
  const found = /^[?\uff1f]([ \t\u3000]*)([^\r\n]*)$/u.exec(before);
  if (!found) return undefined;
  if (after.trim() !== '' || !mayBegin()) return 'prose';
  const span = { start: offset - found[2]!.length, end: offset };
  return { kind: 'branch', spaced: found[1] === '', insert: span, replace: span };
};

/** Longest beginning of a turn that may be the name of a snippet. */
const LONGEST_PREFIX = 24;

const inTurn: Reader = ({ before, after, offset, line, standing }) => {
  if (after.trim() !== '') return undefined;
  const label = /^[ \t\u3000]*(?:[^:\uff1a]{1,40}[:\uff1a](?:\*\*)?|[-\uff0d])([ \t\u3000]*)([^\r\n]*)$/u.exec(before);
  if (!label || label[2]!.length > LONGEST_PREFIX) return undefined;
  const there = standing();
  if (there?.in !== 'turn' || there.turn.role !== 'agent' || there.rest.trim() !== '') return undefined;
  if (there.said.trim() !== label[2]!.trim()) return undefined;
  const span = { start: offset - label[2]!.length, end: Math.max(offset, line.end) };
  return { kind: 'words', standing: there, insert: { start: span.start, end: offset }, replace: span };
};

/** What a line begins with: who speaks, or the name of a snippet. */
const inLine: Reader = ({ before, after, offset, draft, standing, mayBegin }) => {
  if (after.trim() !== '' || !/^[\p{L}\p{N}*_-]{0,24}(?: [\p{L}\p{N}]{1,12})?$/u.test(before)) return undefined;
  const there = standing();
  // In Markdown a line goes on with the paragraph above, whoever speaks there; elsewhere it is nobody's until it has a speaker.
  if (there && !(draft.format === 'markdown' && there.in === 'turn')) return undefined;
  if (!mayBegin()) return undefined;
  const span = { start: offset - before.length, end: offset };
  return { kind: 'line', insert: span, replace: span };
};
