import { readdirSync, readFileSync } from 'node:fs';
import type { Finding, Fix, Linter } from '../../server/src/core/index.ts';

/** Where the tables of what is offered to be said instead are. */
export const GOLDEN = 'tests/rules/golden';
const TABLE = /^reframes-(.+)\.tsv$/u;
/** What stands between the turns of a conversation in one cell. */
const TURN = ' \u23ce ';
const AGENT: Readonly<Record<string, string>> = { en: 'Agent: ' };

/** A turn, or a conversation whose last turn is at fault. */
export interface Faulty {
  readonly rule: string;
  readonly lang: string;
  readonly before: string;
}

/** The rules that have a table. */
export function tabled(): string[] {
  return readdirSync(GOLDEN)
    .map((name) => TABLE.exec(name)?.[1])
    .filter((rule) => rule !== undefined)
    .sort();
}

export function tablePath(rule: string): string {
  return `${GOLDEN}/reframes-${rule}.tsv`;
}

/** The turns of a rule's table, each once. */
export function faulty(rule: string): Faulty[] {
  const rows = readFileSync(tablePath(rule), 'utf8').split('\n').slice(1).filter(Boolean);
  const cells = new Map(rows.map((row) => [row.split('\t').slice(0, 2).join('\t'), row.split('\t')]));
  return [...cells.values()].map(([lang, before]) => ({ rule, lang: lang!, before: before! }));
}

/** The script of a turn, or of a conversation. */
export function scriptOf({ lang, before }: Pick<Faulty, 'lang' | 'before'>): string {
  const turns = before.includes(TURN) ? before.split(TURN) : [(AGENT[lang] ?? '客服:') + before];
  return `---\nlang: ${lang}\n---\n# 1\n${turns.join('\n')}\n`;
}

/** What a rule finds in the last turn of a script. */
export function found(linter: Linter, rule: string, script: string): Finding[] {
  const last = script.lastIndexOf('\n', script.length - 2);
  return lintFor(linter, rule, script).filter((f) => f.rule === rule && f.span.start > last);
}

/** All findings; by the strict preset where the rule finds nothing to say aloud by the other. */
export function lintFor(linter: Linter, rule: string, script: string): readonly Finding[] {
  const plain = linter.lint({ text: script, format: 'huashu' }, {}).findings;
  if (plain.some((f) => f.rule === rule && f.severity !== 'hint')) return plain;
  return linter.lint({ text: script, format: 'huashu' }, { preset: 'strict' }).findings;
}

export function apply(source: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), source);
}

/** The words of the last turn of a script. */
export function lastTurn(script: string): string {
  return script
    .trimEnd()
    .split('\n')
    .at(-1)!
    .replace(/^(?:客服:|Agent: )/u, '');
}
