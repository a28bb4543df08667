import { contains, overlaps, type Span } from '../text/span.ts';
import type { Find, Item, Near, Part, Plan, Unit } from './condition.ts';
import { apart, matchesIn, touches } from './matches.ts';
import type { Speech } from './speech.ts';

/** Words in a speech. The span is over its normal text. */
export interface Hit {
  readonly speech: Speech;
  readonly span: Span;
}

/** The rest of the dialogue, for conditions that ask about it. */
export interface Stage {
  /** Everything that is said, in order, each turn by itself. */
  turns(): readonly (readonly Hit[])[];
  /** The nearest hit of another condition on that side, within its reach; undefined where there is none. */
  near(hit: Hit, near: Near): Hit | undefined;
  /** True when the turn of a hit is among the first (last) of its speaker. */
  isAmong(hit: Hit, end: 'first' | 'last', most: number): boolean;
  /** The hits of a plan anywhere in the dialogue, but for what `nth` says. */
  hitsOf(plan: Plan): readonly Hit[];
}

/**
 * The hits of a plan in a stretch of speech; none when it does not hold. `pieces` is what one or more speakers say, whole
 * utterances or sentences of one. `outer` is the hit that is being judged, for conditions that name no words of their own.
 */
export function hitsIn(plan: Plan, pieces: readonly Hit[], stage: Stage | undefined, outer?: Hit): Hit[] {
  const found = unitsOf(plan.unit, pieces).flatMap((unit) => inUnit(plan, unit, stage, outer));
  if (plan.nth === undefined || !stage) return found;
  const wanted = stage.hitsOf(plan)[plan.nth - 1];
  return wanted ? found.filter((hit) => isSame(hit, wanted)) : [];
}

/** True when a condition holds about a hit: in the stretch around it that the condition is about. */
export function holdsAbout(plan: Plan, hit: Hit, stage: Stage | undefined): boolean {
  // What holds anywhere in the dialogue holds about every hit alike, and is looked for once.
  if (plan.unit === 'dialogue' && plan.parts.length > 0 && stage) return stage.hitsOf(plan).length > 0;
  return hitsIn(plan, stretchAround(hit, plan.unit, stage), stage, hit).length > 0;
}

/** The sentence, turn or dialogue that a hit is in. */
export function stretchAround(hit: Hit, unit: Unit, stage: Stage | undefined): readonly Hit[] {
  if (unit === 'sentence') return [{ speech: hit.speech, span: hit.speech.sentence(hit.span) }];
  if (unit === 'dialogue' && stage) return stage.turns().flat();
  return hit.speech.ofTurn().map(whole);
}

/** A speech as a stretch. */
export function whole(speech: Speech): Hit {
  return { speech, span: { start: 0, end: speech.text.length } };
}

/** Most hits of one find in one utterance: with more, what they are no longer matters. */
const MOST_HITS = 200;

/** Everything any of the lists finds in a stretch, in order; of what overlaps, the first and longest. */
export function findIn({ lists, unless = [] }: Find, pieces: readonly Hit[]): Hit[] {
  return pieces.flatMap(({ speech, span: within }) => {
    let found = apart(lists.flatMap((list) => matchesIn(speech, list, within)));
    if (found.length > 0 && unless.length > 0) {
      const excused = apart(unless.flatMap((list) => speech.find(list).map((match) => match.whole)));
      found = found.filter((span) => !touches(excused, span));
    }
    return found.slice(0, MOST_HITS).map((span) => ({ speech, span }));
  });
}

/** What of an exception a hit is part of. */
export function exceptionOf({ speech, span }: Hit, except: Find): Hit | undefined {
  return findIn(except, [whole(speech)]).find((found) => overlaps(found.span, span));
}

/** How many hits a plan has in the stretch around one, before they are counted. */
export function countAround({ count: _, nth: __, ...plan }: Plan, hit: Hit, stage: Stage | undefined): number {
  return hitsIn(plan, stretchAround(hit, plan.unit, stage), stage).length;
}

/** The hits of one item of a condition. */
export function hitsOfItem(item: Item, plan: Plan, pieces: readonly Hit[], stage: Stage | undefined, outer?: Hit): Hit[] {
  return 'lists' in item ? findIn(item, saidBy(plan, pieces)) : hitsIn(item, pieces, stage, outer);
}

function inUnit(plan: Plan, pieces: readonly Hit[], stage: Stage | undefined, outer: Hit | undefined): Hit[] {
  const own = saidBy(plan, pieces);
  if (own.length === 0) return [];
  let hits = plan.parts.length > 0 ? together(plan, pieces, stage) : outer ? [outer] : [opening(own[0]!)];
  if (plan.except) hits = withoutExceptions(hits, plan.except);
  if (plan.none.length > 0 && hits.length > 0) hits = withNone(plan, hits, pieces, stage);
  if (plan.not) hits = hits.filter((hit) => !holdsAbout(plan.not!, hit, stage));
  hits = hits.filter((hit) => stands(plan, hit, stage));
  if (!plan.count) return hits;
  const { atLeast, atMost = Infinity } = plan.count;
  if (hits.length < atLeast || hits.length > atMost) return [];
  return atLeast > 1 ? [hits[atLeast - 1]!] : hits;
}

/** The hits of the first part that has some of the speaker's, when every part holds. */
function together(plan: Plan, pieces: readonly Hit[], stage: Stage | undefined): Hit[] {
  let first: Hit[] | undefined;
  for (const part of plan.parts) {
    const hits = hitsOfPart(part, plan, pieces, stage);
    if (hits.length === 0) return [];
    const own = saidBy(plan, hits);
    if (!first?.length) first = own.length > 0 ? own : first;
  }
  return first ?? [];
}

function hitsOfPart({ op, of, ...part }: Part, plan: Plan, pieces: readonly Hit[], stage: Stage | undefined): Hit[] {
  const each = of.map((item) => hitsOfItem(item, plan, pieces, stage));
  if (op === 'any') return inOrder(each.flat());
  const held = each.filter((hits) => hits.length > 0);
  if (op === 'all') return held.length < each.length ? [] : (held.find((hits) => saidBy(plan, hits).length > 0) ?? held[0] ?? []);
  return held.length >= (part as { n: number }).n ? inOrder(held.flat()) : [];
}

/** The hits but for those whose words are part of what is excepted. */
function withoutExceptions(hits: readonly Hit[], except: Find): Hit[] {
  const excepted = new Map<Speech, readonly Span[]>();
  return hits.filter(({ speech, span }) => {
    const spans = excepted.get(speech) ?? findIn(except, [whole(speech)]).map((found) => found.span);
    excepted.set(speech, spans);
    return !touches(spans, span);
  });
}

/** The hits where none of the items holds: those that name words are asked once, those about a place of each hit. */
function withNone(plan: Plan, hits: readonly Hit[], pieces: readonly Hit[], stage: Stage | undefined): Hit[] {
  const [placed, worded] = [plan.none.filter(isPlaced), plan.none.filter((item) => !isPlaced(item))];
  if (worded.some((item) => hitsOfItem(item, plan, pieces, stage).length > 0)) return [];
  return hits.filter((hit) => placed.every((item) => hitsOfItem(item, plan, pieces, stage, hit).length === 0));
}

function isPlaced(item: Item): boolean {
  return !('lists' in item) && item.parts.length === 0;
}

/** Hits by speech, in order, each once; of those that overlap the first and longest. */
function inOrder(hits: readonly Hit[]): Hit[] {
  if (hits.length < 2) return [...hits];
  const spans = new Map<Speech, Span[]>();
  for (const { speech, span } of hits) {
    const own = spans.get(speech);
    if (own) own.push(span);
    else spans.set(speech, [span]);
  }
  const speeches = [...spans.keys()];
  return speeches.flatMap((speech) => apart(spans.get(speech)!).map((span) => ({ speech, span })));
}

function stands(plan: Plan, hit: Hit, stage: Stage | undefined): boolean {
  if (plan.first === undefined && plan.last === undefined && plan.near.length === 0) return true;
  if (!stage) return false;
  if (plan.first !== undefined && !stage.isAmong(hit, 'first', plan.first)) return false;
  if (plan.last !== undefined && !stage.isAmong(hit, 'last', plan.last)) return false;
  return plan.near.every((near) => stage.near(hit, near) !== undefined);
}

function unitsOf(unit: Unit, pieces: readonly Hit[]): readonly (readonly Hit[])[] {
  if (unit === 'dialogue') return [pieces];
  if (unit === 'turn') return pieces.length < 2 || sameTurn(pieces) ? [pieces] : byTurn(pieces);
  return pieces.flatMap(({ speech, span }) =>
    speech.sentences().flatMap((sentence) => (contains(span, sentence) ? [[{ speech, span: sentence }]] : [])),
  );
}

function sameTurn(pieces: readonly Hit[]): boolean {
  return pieces.every(({ speech }) => speech.turn === pieces[0]!.speech.turn);
}

function byTurn(pieces: readonly Hit[]): Hit[][] {
  const turns = new Map<unknown, Hit[]>();
  for (const piece of pieces) {
    const own = turns.get(piece.speech.turn);
    if (own) own.push(piece);
    else turns.set(piece.speech.turn, [piece]);
  }
  return [...turns.values()];
}

function saidBy({ speaker }: Plan, pieces: readonly Hit[]): Hit[] {
  return pieces.filter(({ speech: { turn } }) => (speaker === 'anyone' ? turn.role !== 'narrator' : turn.role === speaker));
}

/** What stands for a stretch that is reported for what it lacks: its first sentence. */
function opening({ speech, span }: Hit): Hit {
  const first = speech.sentences().find((sentence) => contains(span, sentence));
  return { speech, span: first ?? span };
}

/** True for one hit, however it was come by. */
export function isSame(a: Hit, b: Hit): boolean {
  return a.speech.turn === b.speech.turn && a.speech.utterance === b.speech.utterance && a.span.start === b.span.start;
}
