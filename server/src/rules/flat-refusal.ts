import type { Severity } from '../engine/finding.ts';
import type { CompiledPacks } from '../engine/pack.ts';
import type { Match } from '../engine/pattern.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { offersInstead } from '../phrasebook/instead.ts';
import { overlaps, type Span } from '../text/span.ts';
import { customerSaid, lastSaid } from './data/lastSaid.ts';
import { isSmallTalk } from './data/smallTalk.ts';
import type { CodeRule } from './registry.ts';

/** A no with no way forward: found by words, graded by what stands around it, silent once a way forward is named. */
export const flatRefusal: CodeRule = (meta, packs) => ({
  scope: 'utterance',
  meta,
  wakes: ['flat-refusal/refusal', 'flat-refusal/stock', 'flat-refusal/guarantee'],
  *check(speech) {
    const found = refusals(speech);
    if (found.length === 0 || isAnswered(speech, found)) return;
    for (const one of found) {
      const grade = gradeOf(speech, one);
      if (grade) yield grade === meta.severity ? { span: one.match.span } : { span: one.match.span, grade };
    }
  },
  reframes: (speech, report) => rewordings(speech, report, packs),
});

/** What kind of no: refused outright, not there to be had, or a promise that cannot be given. */
export interface Refusal {
  readonly kind: 'refusal' | 'stock' | 'guarantee';
  readonly match: Match;
}

/** The refusals of an utterance, at most one a clause; look-alikes, questions and conditions left out. */
export function refusals(speech: Speech): Refusal[] {
  const kept: Refusal[] = [];
  for (const kind of ['guarantee', 'refusal', 'stock'] as const) {
    for (const match of speech.find(`flat-refusal/${kind}`)) {
      const clause = clauseOf(speech, match.span);
      if (kept.some((one) => overlaps(kind === 'stock' ? speech.sentence(one.match.span) : clauseOf(speech, one.match.span), match.span)))
        continue;
      if (!isExcused(speech, match.span, clause)) kept.push({ kind, match });
    }
  }
  return kept.sort((a, b) => a.match.span.start - b.match.span.start);
}

function isExcused(speech: Speech, span: Span, clause: Span): boolean {
  if (speech.find('flat-refusal/lookalike').some((m) => overlaps(m.whole, span))) return true;
  const sentence = speech.sentence(span);
  if (
    isQuestion(speech, clause) ||
    speech.find('flat-refusal/confirms').some((m) => m.span.start >= span.end && m.span.end <= sentence.end)
  )
    return true;
  const head = { start: clause.start, end: span.start };
  if (
    speech.find('flat-refusal/condition').some((m) => overlaps(m.whole, head) || (m.whole.start >= span.end && m.whole.end <= clause.end))
  )
    return true;
  if (speech.has('flat-refusal/safety', sentence) && !speech.has('flat-refusal/ours', clause)) return true;
  return speech.find('flat-refusal/customer').some((m) => overlaps(m.whole, span)) && !leaveWasAsked(speech);
}

/** A clause that asks: the last of a sentence with a question mark, or one that ends in an asking particle. */
function isQuestion(speech: Speech, clause: Span): boolean {
  const rest = speech.text.slice(clause.end, clause.end + 1);
  return rest === '?' || speech.text[clause.end - 1] === '吗';
}

function leaveWasAsked(speech: Speech): boolean {
  return customerSaid(speech, 'flat-refusal/asks-leave');
}

/** So close behind the words that refuse stands what is refused: 没办法改到别的航班 offers no other flight. */
const WHAT = 4;

/** True when the turn, or what the agent says before the customer speaks, names a way forward. */
export function isAnswered(speech: Speech, found: readonly Refusal[]): boolean {
  const refused = found.map(({ match: { span } }) => ({ start: span.start, end: Math.min(clauseOf(speech, span).end, span.end + WHAT) }));
  const first = Math.min(...refused.map(({ start }) => start));
  return (
    offers(speech, refused, first) ||
    [...speech.rest()].some((s) => offers(s, [], 0)) ||
    sameTurn(speech).some((s) => offers(s, [], s.text.length))
  );
}

/** True when it names a way forward; a look into the matter `before` the refusal is none. */
function offers(speech: Speech, refused: readonly Span[], before: number): boolean {
  if (speech.has('flat-refusal/glad')) return true;
  const idle = ['flat-refusal/no-offer', 'acts/formulas'].flatMap((list) => speech.find(list).map((m) => m.whole));
  const looks = before === 0 ? [] : speech.find('acts/looks').flatMap(({ whole }) => (whole.end <= before ? [whole] : []));
  return ['acts/offer', 'acts/handover', 'flat-refusal/help'].some((list) =>
    speech.find(list).some(({ whole }) => ![...idle, ...refused, ...looks].some((s) => overlaps(s, whole))),
  );
}

function gradeOf(speech: Speech, { kind, match }: Refusal): Severity | undefined {
  if (isTheirs(speech, match.span)) return tellsMore(speech, match.span) ? undefined : namesIt(speech) ? 'hint' : 'info';
  if (speech.find('flat-refusal/opinion').some((m) => overlaps(m.whole, match.span)) && isSmallTalk(speech)) return 'hint';
  const turn = [speech, ...sameTurn(speech), ...speech.rest()];
  if (kind === 'guarantee')
    return turn.some((s) => estimates(s, s === speech ? clauseOf(speech, match.span) : undefined)) ? undefined : 'info';
  if (isImproper(speech, match.span)) return 'info';
  const sorry = turn.some((s) => s.has('acts/apology'));
  const why = turn.some(givesReason);
  if (sorry && why && turn.some((s) => s.has('acts/regret'))) return 'info';
  return sorry || why || kind === 'stock' || speech.has('flat-refusal/sought', speech.sentence(match.span)) ? 'warning' : 'error';
}

/** What another house has or allows, or what there is about it, told to a customer who asked for that; of them and it, told where nobody has asked for anything. */
function isTheirs(speech: Speech, span: Span): boolean {
  const is = (list: string): boolean => speech.find(list).some((m) => overlaps(m.whole, span));
  if (is('flat-refusal/around') && customerSaid(speech, 'flat-refusal/asks-around')) return true;
  if (is('flat-refusal/of-them') && lastSaid(speech).length === 0) return true;
  return is('flat-refusal/theirs') && customerSaid(speech, 'flat-refusal/asks-of');
}

/** The other house is named by who asks, or nobody has asked: it is not ours. */
function namesIt(speech: Speech): boolean {
  return lastSaid(speech).length === 0 || customerSaid(speech, 'flat-refusal/names-it', 'flat-refusal/asks-around');
}

/** Says something more than the clause that says no. */
function tellsMore(speech: Speech, span: Span): boolean {
  const clause = clauseOf(speech, span);
  const around = `${speech.text.slice(0, clause.start)} ${speech.text.slice(clause.end)}`;
  if (/\d/u.test(around)) return true;
  return [speech, ...sameTurn(speech), ...speech.rest()].some((said) =>
    said.find('flat-refusal/told-more').some((m) => said !== speech || m.span.start >= clause.end || m.span.end <= clause.start),
  );
}

/** Says about when, or how much, outside the clause that declines to promise it. */
function estimates(speech: Speech, declined: Span | undefined): boolean {
  return speech.find('acts/estimate').some(({ span }) => !declined || !overlaps(span, declined));
}

/** Any clause that says why, unless it names nothing but a rule. */
function givesReason(speech: Speech): boolean {
  return ['acts/reason', 'flat-refusal/cause'].some((list) =>
    speech.find(list).some(({ span }) => !speech.has('flat-refusal/policy', speech.sentence(span))),
  );
}

function isImproper(speech: Speech, span: Span): boolean {
  if (speech.has('flat-refusal/improper', speech.sentence(span))) return true;
  return customerSaid(speech, 'flat-refusal/improper');
}

/** The earlier utterances of the speech's own turn. */
function sameTurn(speech: Speech): Speech[] {
  const out: Speech[] = [];
  for (const earlier of speech.before()) {
    if (earlier.turn !== speech.turn) break;
    out.push(earlier);
  }
  return out;
}

function clauseOf(speech: Speech, span: Span): Span {
  return speech.clauses(speech.sentence(span)).find((c) => span.start < c.end) ?? speech.sentence(span);
}

/** The sentence said again with what can be done about the thing refused. */
function* rewordings(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const noes = refusals(speech);
  const all = noes.map((one) => one.match);
  const match = all.find((one) => overlaps(one.span, report.span));
  if (match)
    yield* offersInstead(
      speech,
      {
        match,
        refusing: all.map((one) => one.span),
        others: all.filter((one) => one !== match && overlaps(one.span, speech.sentence(match.span))),
        rules: 'flat-refusal/policy',
        isStock: noes.some((one) => one.match === match && one.kind === 'stock'),
      },
      (list) => packs.reframes[`flat-refusal/${list}`],
    );
}
