import type { Find, Item, Plan } from '../condition.ts';
import type { Localised } from '../finding.ts';
import type { PatternLists } from '../lexicon.ts';
import { isWordUnit } from '../literals.ts';
import { localise } from '../message.ts';
import type { RuleData } from '../pack.ts';
import type { PatternData } from '../pattern.ts';

/** Why a rule can never find anything; and which of its words alone never can. */
export interface Barren {
  readonly never: readonly Localised[];
  readonly idle: readonly Localised[];
}

/** Looks at a rule without any text: conditions that exclude one another, words that exceptions shadow, patterns no text can match. */
export function neverMatches({ when, excuse }: RuleData, lists: PatternLists): Barren {
  const never: Localised[] = [];
  const idle: Localised[] = [];
  if (when) inspect(when, excuse ? [excuse] : [], lists, { never, idle });
  return { never, idle };
}

const MOST_REASONS = 3;

interface Found {
  readonly never: Localised[];
  readonly idle: Localised[];
}

/** `ruledOut` is what must not be in the unit already. */
function inspect(plan: Plan, excuses: readonly Plan[], lists: PatternLists, found: Found, ruledOut: readonly PatternData[] = []): void {
  const { count } = plan;
  if (count?.atMost !== undefined && count.atLeast > count.atMost)
    found.never.push(say('count', { least: count.atLeast, most: count.atMost }));
  // What must not be in the unit shadows every part; what must not be at a hit, only what hits are made of.
  const inUnit = [...ruledOut, ...inUnits(plan, lists)];
  const atHit = [...inUnit, ...atHits(plan, excuses, lists)];
  plan.parts.forEach((part, p) => {
    const hits = (i: number): boolean => p === 0 && (part.op === 'any' || (part.op === 'all' && i === 0));
    const dead = part.of.flatMap((item, i) =>
      isAlive(item, isFind(item) ? (hits(i) ? atHit : inUnit) : isBeside(item, plan) ? inUnit : [], lists, found)
        ? []
        : [{ item, forbidden: hits(i) ? atHit : inUnit }],
    );
    const alive = part.of.length - dead.length;
    if (part.op === 'atLeast' && part.n > part.of.length) found.never.push(say('tooFew', { n: part.n, of: part.of.length }));
    else if (part.op === 'any' ? alive === 0 : part.op === 'all' ? dead.length > 0 : alive < part.n) {
      found.never.push(...dead.flatMap(({ item, forbidden }) => reasonsFor(item, forbidden, lists)).slice(0, MOST_REASONS));
    }
  });
  for (const { plan: other } of plan.near) inspect(other, [], lists, found);
}

/** True when an item can be found at all; what of it cannot is noted. */
function isAlive(item: Item, forbidden: readonly PatternData[], lists: PatternLists, found: Found): boolean {
  if (!('lists' in item)) {
    const inner: Found = { never: [], idle: [] };
    inspect(item, [], lists, inner, forbidden);
    found.idle.push(...inner.idle);
    return inner.never.length === 0;
  }
  const patterns = patternsOf(item, lists);
  const dead = patterns.filter((pattern) => shadowOf(pattern, forbidden) !== undefined || isImpossible(pattern));
  if (dead.length < patterns.length) for (const one of dead) found.idle.push(reasonFor(one, forbidden));
  return dead.length < patterns.length || patterns.length === 0;
}

function reasonsFor(item: Item, forbidden: readonly PatternData[], lists: PatternLists): Localised[] {
  if (!('lists' in item)) return [say('nested', {})];
  return patternsOf(item, lists).map((pattern) => reasonFor(pattern, forbidden));
}

function reasonFor(pattern: PatternData, forbidden: readonly PatternData[]): Localised {
  const shadow = shadowOf(pattern, forbidden);
  if (shadow) return say('shadowed', { words: pattern.source, by: shadow.source });
  return say(pattern.plain ? 'masked' : 'impossible', { words: pattern.source });
}

/** Plain words that are in no unit where the plan holds. */
function inUnits(plan: Plan, lists: PatternLists): PatternData[] {
  const { not, parts } = plan;
  const denied = parts.length === 0 && not && isPlain(not, plan) ? not.parts[0]!.of : [];
  const needed = parts.flatMap(({ op, of }) => (op === 'all' ? of.filter((item) => !isFind(item)) : []));
  return [
    ...patternsOfAll([...plan.none, ...denied].filter(isFind), lists),
    ...needed.flatMap((item) => (!isFind(item) && isBeside(item, plan) ? inUnits(item, lists) : [])),
  ];
}

/** True when one condition speaks of the very stretch that another does. */
function isBeside(one: Plan, other: Plan): boolean {
  return one.speaker === other.speaker && one.unit === other.unit;
}

/** True for words alone: a place or a second part may not hold. */
function isPlain(plan: Plan, beside: Plan): boolean {
  return plan.parts.length === 1 && plan.parts[0]!.op === 'any' && !isPlaced(plan) && isBeside(plan, beside);
}

/** Plain words whose presence takes a hit of the plan back. */
function atHits(plan: Plan, excuses: readonly Plan[], lists: PatternLists): PatternData[] {
  const finds: Find[] = plan.except ? [plan.except] : [];
  for (const other of [...excuses, ...(plan.not ? [plan.not] : [])]) {
    if (isPlain(other, plan)) finds.push(...other.parts[0]!.of.filter(isFind));
  }
  return patternsOfAll(finds, lists);
}

function isFind(item: Item): item is Find {
  return 'lists' in item;
}

function patternsOfAll(finds: readonly Find[], lists: PatternLists): PatternData[] {
  const certain = finds.filter((find) => (find.unless ?? []).length === 0);
  return certain.flatMap((find) => patternsOf(find, lists).filter((pattern) => pattern.plain));
}

function isPlaced(plan: Plan): boolean {
  const { first, last, nth, count } = plan;
  return plan.near.length > 0 || plan.none.length > 0 || [plan.not, plan.except, first, last, nth, count].some((one) => one !== undefined);
}

function patternsOf({ lists: names }: Find, lists: PatternLists): readonly PatternData[] {
  return names.flatMap((name) => lists[name] ?? []);
}

/** The word that stands in every text where a plain word does. */
function shadowOf({ plain, source }: PatternData, forbidden: readonly PatternData[]): PatternData | undefined {
  return plain ? forbidden.find((other) => holds(source, other.source)) : undefined;
}

function holds(word: string, part: string): boolean {
  const edge = (at: number, inner: number): boolean => isWordUnit(word.charCodeAt(at)) && isWordUnit(part.charCodeAt(inner));
  for (let at = word.indexOf(part); at >= 0; at = word.indexOf(part, at + 1)) {
    if (!edge(at - 1, 0) && !edge(at + part.length, part.length - 1)) return true;
  }
  return false;
}

/** Words that are masked wherever they stand, and patterns that contradict themselves. Not all of these are found. */
function isImpossible({ plain, source }: PatternData): boolean {
  if (plain) return /^\{[^{}\n]+\}$|^["\u300c\u300e].*["\u300d\u300f]$/u.test(source);
  return (
    /\p{Script=Han}\\b\p{Script=Han}|\p{Script=Han}\\b(?:$|[,。!;])|(?:^|[,。!;])\\b\p{Script=Han}/u.test(source) ||
    /(?:^|[^\\])\[\^(?:\\s\\S|\\S\\s|\\d\\D|\\D\\d|\\w\\W|\\W\\w)\]/u.test(source) ||
    /[\p{L}\p{N}]\^|(?<!\\)\$[\p{L}\p{N}]/u.test(source.replace(/\[[^\]]*\]/gu, '.'))
  );
}

function say(key: keyof typeof SAY, data: Readonly<Record<string, string | number>>): Localised {
  return localise((locale) => SAY[key][locale].replace(/\{(\w+)\}/gu, (whole, name: string) => String(data[name] ?? whole)));
}

const SAY = {
  count: {
    en: 'at least {least} times and at most {most} times cannot both be',
    'zh-CN': '不可能既至少 {least} 次又至多 {most} 次',
    'zh-TW': '不可能既至少 {least} 次又至多 {most} 次',
  },
  tooFew: { en: 'at least {n} of {of} are wanted', 'zh-CN': '只有 {of} 项，却要求至少 {n} 项', 'zh-TW': '只有 {of} 項，卻要求至少 {n} 項' },
  shadowed: {
    en: '“{words}” is never left: wherever it stands, “{by}” stands, which must not',
    'zh-CN': '“{words}”总被排除：有它的地方必有“{by}”，而“{by}”不允许出现',
    'zh-TW': '「{words}」總被排除：有它的地方必有「{by}」，而「{by}」不允許出現',
  },
  masked: {
    en: '“{words}” is not looked at: placeholders and quoted words are passed over',
    'zh-CN': '“{words}”不会被检查：占位符和引号里的话会略过',
    'zh-TW': '「{words}」不會被檢查：預留位置和引號裡的話會略過',
  },
  impossible: {
    en: 'no text can match /{words}/ (\\b never stands beside a Chinese character; ^ and $ are a line\u2019s ends)',
    'zh-CN': '没有文字能匹配 /{words}/（\\b 不会出现在汉字旁；^ 和 $ 是行首行尾）',
    'zh-TW': '沒有文字能比對 /{words}/（\\b 不會出現在漢字旁；^ 和 $ 是行首行尾）',
  },
  nested: { en: 'a condition within it can never hold', 'zh-CN': '其中一个条件永远不成立', 'zh-TW': '其中一個條件永遠不成立' },
} as const satisfies Readonly<Record<string, Localised>>;
