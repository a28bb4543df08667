import type { Localised } from '../../engine/finding.ts';
import type { Item, TopicIndex, WorkspaceReport } from '../../engine/topic.ts';
import type { Statement } from './facts.ts';

interface Place {
  readonly path: string;
  readonly statement: Statement;
}

const SAID_RIGHT: Localised = { en: 'Here it is as the project says', 'zh-CN': '这里与项目的说法一致', 'zh-TW': '這裡與專案的說法一致' };
const SAID_OTHERWISE: Localised = { en: 'Here it is said otherwise', 'zh-CN': '这里是另一种说法', 'zh-TW': '這裡是另一種說法' };

/** What all files say of each fact. */
export class FactIndex implements TopicIndex {
  private readonly files = new Map<string, readonly Statement[]>();
  /** By fact: the files that say something of it. */
  private readonly paths = new Map<string, Set<string>>();

  update(path: string, items: readonly Item[]): Iterable<string> {
    const before = this.files.get(path) ?? [];
    const after = items as readonly Statement[];
    const changed = differing(before, after);
    for (const { fact } of before) this.paths.get(fact)?.delete(path);
    for (const { fact } of after) this.paths.set(fact, (this.paths.get(fact) ?? new Set()).add(path));
    if (after.length > 0) this.files.set(path, after);
    else this.files.delete(path);
    return changed.flatMap((fact) => [...(this.paths.get(fact) ?? [])].filter((other) => this.isWrong(other, fact)));
  }

  isOpen(items: readonly Item[]): boolean {
    return (items as readonly Statement[]).some(({ wrong }) => wrong !== undefined);
  }

  *reports(_rule: string, path: string): Generator<WorkspaceReport> {
    const others = new Map<string, readonly Place[]>();
    for (const statement of this.files.get(path) ?? []) {
      const { span, fact, value, wrong, scene, turn } = statement;
      if (!wrong) continue;
      const places = others.get(fact) ?? this.placesOf(fact);
      others.set(fact, places);
      const right = places.find((place) => place.statement.wrong === undefined);
      const other = right ?? places.find((place) => place.statement.value !== value);
      const related = other ? [{ path: other.path, span: other.statement.span, message: right ? SAID_RIGHT : SAID_OTHERWISE }] : [];
      const suggestions = wrong.edit ? [wrong.edit] : [];
      yield { span, related, suggestions, scene, turn, data: { fact, value: wrong.value } };
    }
  }

  /** Where something is said of a fact, in order: the first place of each value in each file. */
  private placesOf(fact: string): Place[] {
    return [...(this.paths.get(fact) ?? [])].sort().flatMap((path) => {
      const seen = new Set<string>();
      const own = this.files.get(path)!.filter((s) => s.fact === fact && !seen.has(s.value) && seen.add(s.value));
      return own.map((statement) => ({ path, statement }));
    });
  }

  private isWrong(path: string, fact: string): boolean {
    return this.files.get(path)!.some((statement) => statement.fact === fact && statement.wrong !== undefined);
  }
}

/** The facts of which two versions of a file say other things. */
function differing(before: readonly Statement[], after: readonly Statement[]): string[] {
  const values = (statements: readonly Statement[], fact: string): string =>
    statements
      .filter((s) => s.fact === fact)
      .map((s) => s.value)
      .join('\n');
  const facts = new Set([...before, ...after].map(({ fact }) => fact));
  return [...facts].filter((fact) => values(before, fact) !== values(after, fact));
}
