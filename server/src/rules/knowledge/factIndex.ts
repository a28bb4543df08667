import type { Localised } from '../../engine/finding.ts';
import type { HasMoved, Item, TopicIndex, WorkspaceReport } from '../../engine/topic.ts';
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

  update(path: string, items: readonly Item[], hasMoved: HasMoved): Iterable<string> {
    const before = byFact(this.files.get(path) ?? []);
    const statements = items as readonly Statement[];
    const after = byFact(statements);
    for (const fact of before.keys()) this.paths.get(fact)?.delete(path);
    for (const fact of after.keys()) this.paths.set(fact, (this.paths.get(fact) ?? new Set()).add(path));
    if (statements.length > 0) this.files.set(path, statements);
    else this.files.delete(path);
    const facts = new Set([...before.keys(), ...after.keys()]);
    return [...facts].flatMap((fact) => this.touched(fact, before.get(fact) ?? [], after.get(fact) ?? [], hasMoved));
  }

  isOpen(items: readonly Item[]): boolean {
    return (items as readonly Statement[]).some(({ wrong }) => wrong !== undefined);
  }

  *reports(_rule: string, path: string): Generator<WorkspaceReport> {
    const others = new Map<string, ReturnType<typeof otherSaying>>();
    for (const { span, fact, value, wrong, scene, turn } of this.files.get(path) ?? []) {
      if (!wrong) continue;
      const find = others.get(fact) ?? otherSaying(this.placesOf(fact));
      others.set(fact, find);
      const other = find(value);
      const message = other?.statement.wrong ? SAID_OTHERWISE : SAID_RIGHT;
      const related = other ? [{ path: other.path, span: other.statement.span, message }] : [];
      const suggestions = wrong.edit ? [wrong.edit] : [];
      yield { span, related, suggestions, scene, turn, data: { fact, value: wrong.value } };
    }
  }

  /** The files that say a fact wrong, where something else is said of it now; else those among them that point at what has moved. */
  private touched(fact: string, before: readonly Statement[], after: readonly Statement[], hasMoved: HasMoved): string[] {
    const isSame = before.length === after.length && before.every(({ value }, i) => value === after[i]!.value);
    const moved = new Set<Statement | undefined>(isSame ? after.filter((statement, i) => hasMoved(before[i]!, statement)) : []);
    if (isSame && moved.size === 0) return [];
    const find = isSame ? otherSaying(this.placesOf(fact)) : undefined;
    const bears = ({ wrong, value }: Statement): boolean => wrong !== undefined && (!find || moved.has(find(value)?.statement));
    return [...(this.paths.get(fact) ?? [])].filter((path) => this.files.get(path)!.some((one) => one.fact === fact && bears(one)));
  }

  /** Where something is said of a fact, in order: the first place of each value in each file. */
  private placesOf(fact: string): Place[] {
    return [...(this.paths.get(fact) ?? [])].sort().flatMap((path) => {
      const seen = new Set<string>();
      const own = this.files.get(path)!.filter((s) => s.fact === fact && !seen.has(s.value) && seen.add(s.value));
      return own.map((statement) => ({ path, statement }));
    });
  }
}

/** The place to point at where a value is wrong: where it is said right, else where another value is given. */
function otherSaying(places: readonly Place[]): (value: string) => Place | undefined {
  const right = places.find(({ statement }) => statement.wrong === undefined);
  const [first] = places;
  const second = places.find(({ statement }) => statement.value !== first!.statement.value);
  return (value) => right ?? (first?.statement.value === value ? second : first);
}

function byFact(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.fact);
    if (group) group.push(statement);
    else groups.set(statement.fact, [statement]);
  }
  return groups;
}
