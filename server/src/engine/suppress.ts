import type { Comment } from '../dialogue/model.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/** One `huashu-disable…` comment: the lines it covers and the rules it names (none named: all). */
export interface Suppression {
  readonly span: Span;
  /** `huashu-disable-line` and the like, as written. */
  readonly words: string;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly firstLine: number;
  readonly lastLine: number;
  /** The last line for rules that are enabled again before that. */
  readonly ends: ReadonlyMap<string, number>;
}

const NO_ENDS: Suppression['ends'] = new Map();
const DIRECTIVE = /huashu-(disable-next-line|disable-line|disable|enable)(?![\w-])([\s\S]*)/u;

/** Reads suppressions out of comments. A disable without an enable runs to the end of the file. */
export function suppressions(comments: readonly Comment[], lines: Pick<LineIndex, 'placeAt'>): Suppression[] {
  const out: Suppression[] = [];
  const open: (Omit<Suppression, 'lastLine'> & { readonly ends: Map<string, number> })[] = [];
  const close = (i: number, lastLine: number): void => {
    out.push({ ...open[i]!, lastLine });
    open.splice(i, 1);
  };
  for (const comment of comments) {
    const found = DIRECTIVE.exec(comment.text);
    if (!found) continue;
    const { span } = comment;
    const rules = namedRules(found[2]!, span.start + found.index + found[0].length - found[2]!.length);
    const here = { span, words: `huashu-${found[1]}`, rules, ends: NO_ENDS };
    const first = lines.placeAt(span.start).line;
    const last = lines.placeAt(span.end).line;
    if (found[1] === 'disable-line') out.push({ ...here, firstLine: first, lastLine: last });
    else if (found[1] === 'disable-next-line') out.push({ ...here, firstLine: last + 1, lastLine: last + 1 });
    else if (found[1] === 'disable') open.push({ ...here, firstLine: first, ends: new Map() });
    else for (let i = open.length - 1; i >= 0; i--) if (isEndedBy(rules, open[i]!, first)) close(i, first);
  }
  while (open.length > 0) close(0, Number.POSITIVE_INFINITY);
  return out.sort((a, b) => a.span.start - b.span.start);
}

/** Drops what is suppressed, and tells which rules each of the suppressions was used for. `lineOf`: the line of an offset of a finding. */
export function withoutSuppressed<F extends { readonly rule: string; readonly span: Span }>(
  findings: readonly F[],
  all: readonly Suppression[],
  lineOf: (offset: number) => number,
): { kept: readonly F[]; used: readonly ReadonlySet<string>[] } {
  if (all.length === 0) return { kept: findings, used: [] };
  const used = all.map(() => new Set<string>());
  const onLine = new Map<number, number[]>();
  const overLines: number[] = [];
  all.forEach(({ firstLine, lastLine }, i) => {
    if (firstLine !== lastLine) overLines.push(i);
    else onLine.set(firstLine, [...(onLine.get(firstLine) ?? []), i]);
  });
  const kept = findings.filter(({ rule, span }) => {
    const line = lineOf(span.start);
    const near = [...(onLine.get(line) ?? []), ...overLines.filter((i) => all[i]!.firstLine <= line && line <= all[i]!.lastLine)];
    const hits = near.filter((i) => covers(all[i]!, rule) && line <= (all[i]!.ends.get(rule) ?? line));
    for (const hit of hits) used[hit]!.add(rule);
    return hits.length === 0;
  });
  return { kept, used };
}

/** A suppression that does nothing: the whole comment, or one rule it names. `words` is what to call it. */
export interface Unused {
  readonly span: Span;
  readonly words: string;
}

/** The edit that takes away what does nothing: a comment, with its line where nothing else stands there, or a rule's name. */
export function removal({ span }: Unused, source: string, lines: LineIndex): { readonly span: Span; readonly text: string } {
  const line = lines.placeAt(span.start).line;
  const before = source.slice(lines.lineStart(line), span.start);
  const last = lines.placeAt(span.end).line;
  const after = source.slice(span.end, lines.lineEnd(last));
  if (/^\ufeff?[ \t\u3000]*$/u.test(before) && after.trim() === '') {
    const start = lines.lineStart(line) + (before.startsWith('\ufeff') ? 1 : 0);
    return { span: { start, end: lines.lineStart(last + 1) }, text: '' };
  }
  const space = /[\s,\uff0c\u3001]*$/u.exec(before)![0].length;
  return { span: { start: span.start - space, end: span.end }, text: '' };
}

/** What of a suppression did nothing: the whole comment, or single rules of it. */
export function unusedParts(suppression: Suppression, used: ReadonlySet<string>): Unused[] {
  if (used.size === 0) return [{ span: suppression.span, words: suppression.words }];
  return suppression.rules.filter((rule) => !used.has(rule.id)).map((rule) => ({ span: rule.span, words: rule.id }));
}

function covers(suppression: Suppression, rule: string): boolean {
  return suppression.rules.length === 0 || suppression.rules.some((r) => r.id === rule);
}

/** Notes what is enabled on a line of what has been disabled; true where nothing is left of it. */
function isEndedBy(
  enabled: Suppression['rules'],
  { rules, ends }: { rules: Suppression['rules']; ends: Map<string, number> },
  line: number,
): boolean {
  for (const { id } of enabled) if (!ends.has(id)) ends.set(id, line);
  return enabled.length === 0 || (rules.length > 0 && rules.every(({ id }) => ends.has(id)));
}

/** The rule ids before `--` (the reason) or the comment's closing mark; `at` is where `text` stands in the source. */
function namedRules(text: string, at: number): { id: string; span: Span }[] {
  const list = text.split(/(?:^|\s)--/u)[0]!;
  return [...list.matchAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/gu)].map((m) => ({
    id: m[0],
    span: { start: at + m.index, end: at + m.index + m[0].length },
  }));
}
