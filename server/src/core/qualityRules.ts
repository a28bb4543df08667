import { stringify } from 'yaml';
import { type RoleOf, speakers } from '../dialogue/speakers.ts';
import type { Localised } from '../engine/finding.ts';
import { foldTable } from '../text/fold.ts';
import { type Expression, ExpressionFault, readExpression } from './qualityExpression.ts';
import { type Row, rowsOf } from './qualityTable.ts';

/** Something in a file of quality-inspection rules that could not be taken over. Zero-based. */
export interface ImportProblem {
  readonly line: number;
  readonly column: number;
  readonly message: Localised;
}

/** A pack made of quality-inspection rules, and what was left out of it. */
export interface ImportedRules {
  /** YAML, with the name of each rule as its title. */
  readonly text: string;
  readonly count: number;
  readonly problems: readonly ImportProblem[];
}

/**
 * Turns keyword rules of the form `a&&(b||c)&&!d` into a pack: a table (CSV or tab-separated, with a heading) or lines of
 * `name: expression`. `taken` are ids that rules here may not have.
 */
export function importQualityRules(source: string, name: string, taken: ReadonlySet<string>): ImportedRules {
  const problems: ImportProblem[] = [];
  const ids = new Set(taken);
  const roleOf = speakers(foldTable());
  const rules = rowsOf(source).flatMap((row, i) => {
    try {
      return [ruleOf(row, i + 1, ids, roleOf)];
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      problems.push({ line: row.line, column: row.column + error.at, message: error.words });
      return [];
    }
  });
  const pack = slug(name) || 'imported';
  const text = `# Made from quality-inspection rules: read it through, add bad: and good: examples, then run: huashu test\n${stringify({ pack, rules }, { lineWidth: 120 })}`;
  return { text, count: rules.length, problems };
}

function ruleOf(row: Row, number: number, ids: Set<string>, roleOf: RoleOf): object {
  const expression = readExpression(row.expression);
  const base = slug(row.name) || `rule-${number}`;
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  ids.add(id);
  const condition = conditionOf(expression);
  return {
    id,
    severity: SEVERITIES[row.level.trim().toLowerCase()] ?? 'warning',
    ...(row.name ? { title: row.name } : {}),
    message: row.message || row.name || `{words}`,
    when: roleOf(row.speaker) === 'customer' ? { after: { speaker: 'customer', within: 1, ...condition } } : condition,
  };
}

type Condition = Readonly<Record<string, unknown>>;
type Item = string | Condition;

function conditionOf(expression: Expression): Condition {
  const item = itemOf(expression);
  return typeof item === 'string' ? { any: [item] } : item;
}

function itemOf(expression: Expression): Item {
  switch (expression.op) {
    case 'word':
      return expression.text;
    case 'pattern':
      return { pattern: expression.text };
    case 'not':
      return { none: alternativesOf(expression.of) };
    case 'or':
      return { any: expression.of.map(itemOf) };
    case 'and': {
      const some = expression.of.filter((part) => part.op !== 'not').map(itemOf);
      const none = expression.of.flatMap((part) => (part.op === 'not' ? alternativesOf(part.of) : []));
      return { ...positive(some), ...(none.length > 0 ? { none } : {}) };
    }
  }
}

/** One part alone needs no list of its own. */
function positive(items: readonly Item[]): Condition {
  const [only] = items;
  if (items.length === 0) return {};
  if (items.length > 1) return { all: items };
  return typeof only === 'string' ? { any: [only] } : only!;
}

function alternativesOf(expression: Expression): Item[] {
  return expression.op === 'or' ? expression.of.map(itemOf) : [itemOf(expression)];
}

/** A name of Latin letters as an id; empty where it has none. */
function slug(name: string): string {
  const words = name.toLowerCase().match(/[a-z][a-z0-9]*|[0-9]+/gu) ?? [];
  const id = words.join('-').replace(/^[0-9-]+/u, '');
  return /^[a-z]/u.test(id) && id.length > 1 ? id : '';
}

const SEVERITIES: Readonly<Record<string, string>> = {
  error: 'error',
  high: 'error',
  致命: 'error',
  严重: 'error',
  嚴重: 'error',
  高: 'error',
  warning: 'warning',
  medium: 'warning',
  一般: 'warning',
  中: 'warning',
  info: 'info',
  low: 'info',
  提示: 'info',
  轻微: 'info',
  輕微: 'info',
  低: 'info',
};
