import { type Edit, type Finding, readFrontMatter, type Slot } from '../core/index.ts';
import type { Checked } from './checked.ts';

/** An edit that switches a rule off for one line, with the place of the reason in its text. */
export interface Disabling {
  readonly edits: readonly [Edit];
  readonly slots: readonly [Slot];
}

/** Rules that speak of the file itself: a comment is no answer to them. */
const NOT_OFFERED = new Set(['syntax', 'unused-suppression', 'internal', 'config']);

/**
 * The comment that allows a finding on its line, in the syntax of the format: on a line of its own above, joined to one
 * that stands there already, or (where a line of its own would break a table, list or paragraph) at the end of the line.
 * Undefined where no comment can stand.
 */
export function disabling(checked: Checked, finding: Finding, reason: string): Disabling | undefined {
  if (NOT_OFFERED.has(finding.rule)) return undefined;
  const front = readFrontMatter(checked.text, checked.format === 'huashu' ? 'meant' : 'possible');
  if (finding.span.start < front.end) return undefined;
  const line = checked.lines.placeAt(finding.span.start).line;
  const above = line === 0 ? undefined : lineText(checked, line - 1);
  const joined = above === undefined ? undefined : joinComment(checked, line - 1, above, finding.rule);
  if (joined) return withReason(joined, '');
  if (checked.format === 'markdown') return inMarkdown(checked, line, finding.rule, reason);
  if (checked.format !== 'huashu' && checked.format !== 'text') return undefined;
  const indent = /^[ \t\u3000]*/u.exec(lineText(checked, line))![0];
  return ownLine(checked, line, indent, `// huashu-disable-next-line ${finding.rule} -- `, reason, '');
}

function inMarkdown(checked: Checked, line: number, rule: string, reason: string): Disabling | undefined {
  if (insideFence(checked, line)) return undefined;
  const text = lineText(checked, line);
  const startsBlock = line === 0 || lineText(checked, line - 1).trim() === '';
  if (startsBlock && /^[^\s|>*+\-#\d]/u.test(text) && !text.includes('|')) {
    return ownLine(checked, line, '', `<!-- huashu-disable-next-line ${rule} -- `, reason, ' -->');
  }
  if (/^[ \t]*#/u.test(text)) return undefined;
  const bare = text.trimEnd();
  const end = (/[|\\]$/u.test(bare) ? bare.slice(0, -1).trimEnd() : bare).length;
  const before = ` <!-- huashu-disable-line ${rule} -- `;
  const at = checked.lines.lineStart(line) + end;
  return withReason({ span: { start: at, end: at }, text: `${before}${reason} -->` }, reason, before.length);
}

function ownLine(checked: Checked, line: number, indent: string, before: string, reason: string, after: string): Disabling {
  const at = checked.lines.lineStart(line) + (line === 0 && checked.text.startsWith('\ufeff') ? 1 : 0);
  const text = `${indent}${before}${reason}${after}${terminator(checked)}`;
  return withReason({ span: { start: at, end: at }, text }, reason, indent.length + before.length);
}

/** Adds a rule to a `disable-next-line` comment that stands on the line above. */
function joinComment(checked: Checked, line: number, text: string, rule: string): Edit | undefined {
  const found = /huashu-disable-next-line((?:[ \t]+[a-z][a-z0-9-]*)+)(?=[ \t]*(?:-->|$)|[ \t]+--)/u.exec(text);
  if (!found) return undefined;
  const at = checked.lines.lineStart(line) + found.index + found[0].length;
  return { span: { start: at, end: at }, text: ` ${rule}` };
}

function withReason(edit: Edit, reason: string, start = edit.text.length): Disabling {
  return { edits: [edit], slots: [{ name: 'reason', edit: 0, start, end: start + reason.length }] };
}

function insideFence(checked: Checked, line: number): boolean {
  let open: string | undefined;
  for (let i = 0; i <= line; i++) {
    const fence = /^[ \t>]*(`{3,}|~{3,})/u.exec(lineText(checked, i))?.[1];
    if (fence === undefined) continue;
    if (open === undefined) open = fence;
    else if (fence[0] === open[0] && fence.length >= open.length) open = undefined;
  }
  return open !== undefined;
}

function lineText({ text, lines }: Checked, line: number): string {
  return text.slice(lines.lineStart(line), lines.lineEnd(line));
}

/** The line terminator the file uses. */
function terminator({ text, lines }: Checked): string {
  const end = lines.lineEnd(0);
  const found = text.slice(end, lines.lineStart(1));
  return found === '' ? '\n' : found;
}
