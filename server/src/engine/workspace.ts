import type { Place } from '../text/lineIndex.ts';
import { findingOf } from './assemble.ts';
import type { Finding, Fix, Related } from './finding.ts';
import { isOn, severityOf } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import { describe, replaceTitle } from './message.ts';
import type { WorkspaceRule } from './rule.ts';
import type { RuleSet } from './ruleSet.ts';
import type { LintResult, Settled } from './settle.ts';
import type { Gathered, HasMoved, TopicIndex, WorkspaceReport } from './topic.ts';

/** What the files of a workspace say to one another. Knows no file but by the path it is given. */
export class Workspace {
  private readonly rules: RuleSet;
  private readonly indexes = new Map<string, TopicIndex>();
  private readonly files = new Map<string, Gathered>();

  constructor(rules: RuleSet) {
    this.rules = rules;
    for (const { topic } of rules.workspace) if (!this.indexes.has(topic.name)) this.indexes.set(topic.name, topic.index());
  }

  /** Puts what a file was found to say in place of what it said before (undefined: it is gone); gives the other files that this may bear on. */
  update(path: string, linted: Pick<LintResult, 'gathered'> | undefined): ReadonlySet<string> {
    const items = linted?.gathered.items;
    const before = this.files.get(path);
    const hasMoved = movesBetween(before, linted?.gathered);
    const touched = new Set<string>();
    for (const [name, index] of this.indexes) {
      const own = items?.get(name) ?? [];
      if (own.length === 0 && !before?.items.has(name)) continue;
      for (const other of index.update(path, own, hasMoved)) touched.add(other);
    }
    if (items && items.size > 0) this.files.set(path, linted.gathered);
    else this.files.delete(path);
    touched.delete(path);
    return touched;
  }

  /** True where other files may have a say in what is found in this one. */
  isOpen({ gathered: { items } }: Pick<LintResult, 'gathered'>): boolean {
    return [...items].some(([name, own]) => this.indexes.get(name)?.isOpen(own) ?? false);
  }

  /** True where something was gathered from a file that is compared with other files. */
  compares({ gathered: { items } }: Pick<LintResult, 'gathered'>): boolean {
    return [...items.keys()].some((name) => this.indexes.has(name));
  }

  /** The result of a file that has been taken in, with what comes of comparing it with the others. */
  complete(path: string, linted: Settled & Pick<LintResult, 'gathered' | 'with'>): Settled {
    const { items } = linted.gathered;
    return items.size === 0 ? linted : linted.with((source, settings) => this.found(path, items, source, settings));
  }

  private found(path: string, items: Gathered['items'], source: string, settings: LintSettings): Finding[] {
    const findings: Finding[] = [];
    for (const rule of this.rules.workspace) {
      if (!items.has(rule.topic.name) || !isOn(rule.meta, settings.levels)) continue;
      try {
        for (const report of this.indexes.get(rule.topic.name)!.reports(rule.meta.id, path)) {
          findings.push(this.finding(rule, report, path, source, settings));
        }
      } catch (error) {
        const { meta } = this.rules.internal;
        const words = error instanceof Error ? error.message : String(error);
        findings.push(findingOf(meta, 'error', { start: 0, end: 0 }, { message: describe(meta, { rule: rule.meta.id, words }) }));
      }
    }
    return findings;
  }

  private finding(rule: WorkspaceRule, report: WorkspaceReport, path: string, source: string, settings: LintSettings): Finding {
    const { meta } = rule;
    const severity = severityOf(meta, undefined, settings.levels);
    const words = source.slice(report.span.start, report.span.end);
    const fixes = (report.suggestions ?? []).map((edit): Fix => {
      const title = replaceTitle(source.slice(edit.span.start, edit.span.end), edit.text);
      return { kind: 'suggestion', title, edits: [edit], slots: [] };
    });
    return findingOf(meta, severity === 'off' ? meta.severity : severity, report.span, {
      message: describe(meta, { words, ...report.data }),
      related: (report.related ?? []).map((related) => (related.path === path ? { ...related, path: undefined } : this.placed(related))),
      at: { speaker: report.turn === undefined ? undefined : 'agent', scene: report.scene, turn: report.turn },
      fixes: () => fixes,
    });
  }

  /** A place in another file, with its lines and columns, for whoever has not got that file at hand. */
  private placed(related: { readonly path: string; readonly span: Related['span']; readonly message: Related['message'] }): Related {
    const placeAt = this.files.get(related.path)?.placeAt;
    const at = (offset: number): Place => placeAt?.(offset) ?? { line: 0, column: 0 };
    return { ...related, range: { start: at(related.span.start), end: at(related.span.end) } };
  }
}

/** Tells which items of two editions of a file stand elsewhere. */
function movesBetween(before: Gathered | undefined, after: Gathered | undefined): HasMoved {
  if (!before || !after) return () => true;
  const differs = (was: number, is: number): boolean => {
    const [a, b] = [before.placeAt(was), after.placeAt(is)];
    return a.line !== b.line || a.column !== b.column;
  };
  return (was, is) => differs(was.span.start, is.span.start) || differs(was.span.end, is.span.end);
}
