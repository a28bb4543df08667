import type { Find, Item, Plan } from './condition.ts';

/** True when a plan asks only about what one agent says in one turn. */
export function isLocal(plan: Plan): boolean {
  if (plan.speaker !== 'agent' || plan.unit === 'dialogue') return false;
  if (plan.near.length > 0 || plan.first !== undefined || plan.last !== undefined || plan.nth !== undefined) return false;
  const inner = [...plan.parts.flatMap((part) => part.of), ...plan.none, ...(plan.not ? [plan.not] : [])];
  return inner.every((item) => 'lists' in item || isLocal(item));
}

/** True when no other utterance of the turn has a say in what a local plan finds in one. */
export function isWithinUtterance({ unit, parts, none, not, count }: Plan): boolean {
  const inner = [...parts.flatMap((part) => part.of), ...none, ...(not ? [not] : [])];
  if (!inner.every((item) => 'lists' in item || isWithinUtterance(item))) return false;
  return unit === 'sentence' || (parts.length === 1 && parts[0]!.op === 'any' && none.length === 0 && !not && !count);
}

/** Lists of which one must match wherever a plan has a hit, at the hit; undefined where it may hold without any. */
export function wakersOf(plan: Plan): readonly string[] | undefined {
  const [first] = plan.parts;
  if (!first) return undefined;
  const items = first.op === 'all' ? first.of.slice(0, 1) : first.of;
  const lists = items.map((item) => ('lists' in item ? item.lists : wakersOf(item)));
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** Every list a plan looks at. */
export function listsOf(plan: Plan): readonly string[] {
  const of = (item: Item): readonly string[] => ('lists' in item ? listsOfFind(item) : listsOf(item));
  return [
    ...plan.parts.flatMap((part) => part.of.flatMap(of)),
    ...plan.none.flatMap(of),
    ...(plan.except ? of(plan.except) : []),
    ...(plan.not ? listsOf(plan.not) : []),
    ...plan.near.flatMap((near) => listsOf(near.plan)),
  ];
}

function listsOfFind({ lists, unless = [] }: Find): readonly string[] {
  return [...lists, ...unless];
}
