import type { Find, Item, Near, Part, Plan } from '../../engine/condition.ts';
import { countAround, exceptionOf, type Hit, hitsOfItem, holdsAbout, isSame, type Stage } from '../../engine/evaluate.ts';
import type { Localised, Reason } from '../../engine/finding.ts';
import { localise } from '../../engine/message.ts';

/** What is looked at as a plan is explained: what is said, the dialogue around it, and the hit, where there is one. */
export interface Scenery {
  readonly pieces: readonly Hit[];
  readonly stage: Stage | undefined;
  readonly hit: Hit | undefined;
}

/** A plan step by step: what it asks, and whether that holds. */
export function traceOf(plan: Plan, scenery: Scenery, depth = 0): Reason[] {
  const { stage, hit } = scenery;
  const reasons = plan.parts.flatMap((part) => ofPart(part, plan, scenery, depth));
  if (plan.except && hit) reasons.push(apartFrom(plan.except, hit, depth));
  for (const item of plan.none) reasons.push(absent(item, plan, scenery, depth));
  if (plan.not) {
    const holds = hit === undefined || !holdsAbout(plan.not, hit, stage);
    reasons.push({ depth, holds, message: say(holds ? 'notThat' : 'butThat', { what: inWords(plan.not) }) });
  }
  if (hit) reasons.push(...placeOf(plan, hit, stage, depth));
  return reasons;
}

/** What a finding had to keep clear of. */
export function excuseTrace(plan: Plan, hit: Hit, stage: Stage | undefined): Reason {
  const holds = !holdsAbout(plan, hit, stage);
  return { depth: 0, holds, message: say(holds ? 'notThat' : 'butThat', { what: inWords(plan) }) };
}

function ofPart(part: Part, plan: Plan, scenery: Scenery, depth: number): Reason[] {
  if (part.op === 'all') return part.of.flatMap((item) => present(item, plan, scenery, depth));
  if (part.op === 'atLeast') {
    const held = part.of.filter((item) => hitsOfItem(item, plan, scenery.pieces, scenery.stage).length > 0);
    const head = { depth, holds: held.length >= part.n, message: say('atLeast', { n: part.n, of: part.of.length, held: held.length }) };
    return [head, ...held.flatMap((item) => present(item, plan, scenery, depth + 1))];
  }
  const held = part.of.find((item) => hitsOfItem(item, plan, scenery.pieces, scenery.stage).length > 0);
  return held ? present(held, plan, scenery, depth) : part.of.flatMap((item) => present(item, plan, scenery, depth));
}

function present(item: Item, plan: Plan, scenery: Scenery, depth: number): Reason[] {
  const { pieces, stage, hit } = scenery;
  if (!('lists' in item)) return traceOf(item, { pieces, stage, hit: hitsOfItem(item, plan, pieces, stage)[0] }, depth + 1);
  const hits = hitsOfItem(item, plan, pieces, stage);
  const found = hits.find((one) => hit && one.speech === hit.speech && one.span.start === hit.span.start) ?? hits[0];
  if (!found) return [{ depth, holds: false, message: say('notFound', { list: listOf(item) }) }];
  return [{ depth, holds: true, message: says(item, wordsOf(found)), span: found.speech.source(found.span) }];
}

function absent(item: Item, plan: Plan, { pieces, stage, hit }: Scenery, depth: number): Reason {
  const [found] = hitsOfItem(item, plan, pieces, stage, hit);
  const what = 'lists' in item ? listOf(item) : inWords(item);
  if (!found) return { depth, holds: true, message: say('none', { list: what }) };
  return { depth, holds: false, message: say('but', { words: wordsOf(found), list: what }), span: found.speech.source(found.span) };
}

function placeOf(plan: Plan, hit: Hit, stage: Stage | undefined, depth: number): Reason[] {
  const reasons: Reason[] = [];
  for (const end of ['first', 'last'] as const) {
    const n = plan[end];
    if (n !== undefined) reasons.push({ depth, holds: stage?.isAmong(hit, end, n) ?? false, message: say(end, { n }) });
  }
  for (const near of plan.near) reasons.push(nearby(near, stage?.near(hit, near), depth));
  if (plan.nth !== undefined) {
    const wanted = stage?.hitsOf(plan)[plan.nth - 1];
    reasons.push({ depth, holds: wanted !== undefined && isSame(wanted, hit), message: say('nth', { n: plan.nth }) });
  }
  if (plan.count) reasons.push(often(plan.count, countAround(plan, hit, stage), depth));
  return reasons;
}

function often({ atLeast: n, atMost: most }: NonNullable<Plan['count']>, held: number, depth: number): Reason {
  const message = most === undefined ? say('often', { held, n }) : say('oftenTo', { held, n, most });
  return { depth, holds: held >= n && held <= (most ?? Infinity), message };
}

function apartFrom(except: Find, hit: Hit, depth: number): Reason {
  const found = exceptionOf(hit, except);
  if (!found) return { depth, holds: true, message: say('apart', { list: listOf(except) }) };
  const message = say('excepted', { words: wordsOf(found), list: listOf(except) });
  return { depth, holds: false, message, span: found.speech.source(found.span) };
}

function nearby(near: Near, found: Hit | undefined, depth: number): Reason {
  if (!found)
    return { depth, holds: false, message: say('notNear', { side: SIDE[near.side], what: inWords(near.plan), within: reach(near) }) };
  const message = say('near', { side: SIDE[near.side], words: wordsOf(found), what: inWords(near.plan), within: reach(near) });
  return { depth, holds: true, message, span: found.speech.source(found.span) };
}

/** A plan in a few words. */
function inWords(plan: Plan): Localised {
  const of = (item: Item): Localised => ('lists' in item ? plainly(listOf(item)) : inWords(item));
  return localise((locale) => {
    const items = plan.parts.map((part) => part.of.map((item) => of(item)[locale]).join(part.op === 'any' ? ' / ' : ' + '));
    const nones = plan.none.map((item) => `\u00ac(${of(item)[locale]})`);
    const places = plan.near.map((near) => `${SIDE[near.side][locale]} (${inWords(near.plan)[locale]})${reach(near)[locale]}`);
    const ends = (['first', 'last'] as const).flatMap((end) =>
      plan[end] === undefined ? [] : [SAY[end][locale].replace('{n}', String(plan[end]))],
    );
    const negated = plan.not ? [`\u00ac(${inWords(plan.not)[locale]})`] : [];
    return [...items, ...nones, ...negated, ...ends, ...places].join(' \u00b7 ');
  });
}

const MOST_SHOWN = 6;

function listOf({ says: words }: Find): string {
  return words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).join(', ')} \u2026` : words.join(', ');
}

function wordsOf({ speech, span }: Hit): string {
  return speech.words(span);
}

function says(find: Find, words: string): Localised {
  return find.says.length === 1 && find.says[0] === words ? say('saysIt', { words }) : say('says', { words, list: listOf(find) });
}

function reach({ within }: Near): Localised {
  return within === undefined ? plainly('') : say('within', { n: within });
}

function plainly(text: string): Localised {
  return localise(() => text);
}

type Data = Readonly<Record<string, string | number | Localised>>;

function say(key: keyof typeof SAY, data: Data): Localised {
  return localise((locale) => {
    const said = data['n'] === 1 ? SAY[key][locale].replace(/(?<=\{n\} turn|\{n\} time)s/u, '') : SAY[key][locale];
    return said.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = data[name];
      return value === undefined ? whole : typeof value === 'object' ? value[locale] : String(value);
    });
  });
}

const SIDE: Readonly<Record<Near['side'], Localised>> = {
  after: { en: 'behind', 'zh-CN': '之前有', 'zh-TW': '之前有' },
  before: { en: 'in front of', 'zh-CN': '之后有', 'zh-TW': '之後有' },
  around: { en: 'near', 'zh-CN': '前后有', 'zh-TW': '前後有' },
};

const SAY = {
  saysIt: { en: 'says “{words}”', 'zh-CN': '说了“{words}”', 'zh-TW': '說了「{words}」' },
  says: { en: 'says “{words}” (any of: {list})', 'zh-CN': '说了“{words}”（任一：{list}）', 'zh-TW': '說了「{words}」（任一：{list}）' },
  notFound: { en: 'says none of: {list}', 'zh-CN': '没有说：{list}', 'zh-TW': '沒有說：{list}' },
  none: { en: 'nothing of: {list}', 'zh-CN': '不含：{list}', 'zh-TW': '不含：{list}' },
  but: {
    en: 'but “{words}” is there (none of: {list})',
    'zh-CN': '却有“{words}”（不应含：{list}）',
    'zh-TW': '卻有「{words}」（不應含：{list}）',
  },
  notThat: { en: 'not: {what}', 'zh-CN': '不成立：{what}', 'zh-TW': '不成立：{what}' },
  butThat: { en: 'taken back by: {what}', 'zh-CN': '例外成立：{what}', 'zh-TW': '例外成立：{what}' },
  atLeast: {
    en: '{held} of {of}, at least {n} wanted',
    'zh-CN': '{of} 项中有 {held} 项（至少 {n} 项）',
    'zh-TW': '{of} 項中有 {held} 項（至少 {n} 項）',
  },
  first: { en: 'in the first {n} turns of the speaker', 'zh-CN': '在该说话人的前 {n} 轮', 'zh-TW': '在該說話人的前 {n} 輪' },
  last: { en: 'in the last {n} turns of the speaker', 'zh-CN': '在该说话人的后 {n} 轮', 'zh-TW': '在該說話人的後 {n} 輪' },
  nth: { en: 'number {n} in the dialogue', 'zh-CN': '全程第 {n} 次', 'zh-TW': '全程第 {n} 次' },
  often: { en: 'how often: {held}, at least {n} wanted', 'zh-CN': '次数：{held}（至少 {n}）', 'zh-TW': '次數：{held}（至少 {n}）' },
  oftenTo: {
    en: 'how often: {held}, {n} to {most} wanted',
    'zh-CN': '次数：{held}（{n} 到 {most}）',
    'zh-TW': '次數：{held}（{n} 到 {most}）',
  },
  apart: { en: 'not part of: {list}', 'zh-CN': '不属于：{list}', 'zh-TW': '不屬於：{list}' },
  excepted: {
    en: 'but part of “{words}” (except: {list})',
    'zh-CN': '却属于“{words}”（例外：{list}）',
    'zh-TW': '卻屬於「{words}」（例外：{list}）',
  },
  near: {
    en: '{side} “{words}” ({what}){within}',
    'zh-CN': '{side}“{words}”（{what}）{within}',
    'zh-TW': '{side}「{words}」（{what}）{within}',
  },
  notNear: {
    en: 'nothing to be {side}: {what}{within}',
    'zh-CN': '没有找到{side}：{what}{within}',
    'zh-TW': '沒有找到{side}：{what}{within}',
  },
  within: { en: ', within {n} turns', 'zh-CN': '，{n} 轮以内', 'zh-TW': '，{n} 輪以內' },
} as const satisfies Readonly<Record<string, Localised>>;
