import { isHouseList } from '../../engine/house.ts';
import type { CompiledPacks, ReframeData, RuleData } from '../../engine/pack.ts';
import type { Draft, Report } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { isAddress, isCall } from '../../phrasebook/rewording.ts';
import { fillTemplate } from '../../phrasebook/template.ts';
import { trimmed } from '../../phrasebook/trim.ts';
import { cover, overlaps, type Span } from '../../text/span.ts';
import { draftsOf, EDGES, wordsOf } from './templateDrafts.ts';
import { toldReframes } from './toldReframes.ts';

type Reframes = (speech: Speech, report: Report) => Iterable<Draft>;

/** What a rule that is data offers to say instead; undefined when it offers nothing. `finds`: lists whose named groups templates may use. */
export function dataReframes(data: RuleData, packs: Pick<CompiledPacks, 'reframes'>, finds: readonly string[]): Reframes | undefined {
  const sentences = data.reframe ? packs.reframes[data.reframe] : undefined;
  const { replace } = data;
  if (!sentences && !replace) return undefined;
  return function* (speech, report) {
    const captures = { found: speech.words(report.span), ...housed(speech, report.span, data), ...groupsAt(speech, report.span, finds) };
    if (replace) yield* replaced(speech, report, replace, captures);
    if (!sentences) return;
    if (data.tells) {
      yield* toldReframes(speech, report, sentences, captures, data);
      return;
    }
    const lists = [...(data.any ?? []), ...(data.outright ?? [])];
    const run = runOf(speech, report.span, lists, data.joins);
    const whole = sentences.filter(({ replaces }) => replaces === undefined);
    const facts = (stretch: Span): Span[] =>
      data.beside === true ? factsBeside(speech, report.span, stretch, [...lists, ...(data.joins ?? [])]) : [];
    if (run) yield* reframed(speech, report, whole, captures, data.keeps, run, facts(run));
    const own = facts(speech.sentence(report.span));
    if (own.length > 0) yield* lesserIf(run !== undefined, reframed(speech, report, sentences, captures, data.keeps, undefined, own));
    yield* lesserIf(run !== undefined || own.length > 0, reframed(speech, report, sentences, captures, data.keeps));
    const both = run ? undefined : withNext(speech, report.span, lists);
    if (both) yield* lesserIf(true, reframed(speech, report, whole, captures, data.keeps, both));
  };
}

/** The same, to be offered only where those before them do not stand, as they say less. */
function* lesserIf(otherwise: boolean, drafts: Iterable<Draft>): Generator<Draft> {
  for (const draft of drafts) yield otherwise ? { ...draft, otherwise } : draft;
}

/** Drafts that put other words in place of those found. */
function* replaced(
  speech: Speech,
  { span }: Report,
  templates: readonly ReframeData[],
  captures: Readonly<Record<string, string>>,
): Generator<Draft> {
  for (const template of templates) {
    const pieces = fillTemplate(template[speech.lang] ?? '', captures);
    if (pieces && pieces.length > 0) yield { span, pieces };
  }
}

/**
 * Drafts that put each fitting sentence in place of the sentence around a report, or of what its `replaces` says. `{mentions}` is all that must be
 * carried over, `{rest}` is all that follows what is kept in front; other captures are named by the list that `when` asks for.
 */
function* reframed(
  speech: Speech,
  found: Report,
  templates: readonly ReframeData[],
  captures: Readonly<Record<string, string>>,
  keeps: readonly string[] = [],
  within?: Span,
  facts: readonly Span[] = [],
): Generator<Draft> {
  for (const template of templates) yield* draftsOf(speech, found, template, captures, { keeps, within, facts });
}

/** The clauses of a stretch beside the offending ones that say what is the matter, to be kept in front of what is said instead. */
function factsBeside(speech: Speech, offence: Span, stretch: Span, lists: readonly string[]): Span[] {
  return speech
    .clauses(stretch)
    .filter(
      (clause) =>
        !overlaps(clause, offence) &&
        !isCall(speech, clause) &&
        !isAddress(speech, clause) &&
        !lists.some((list) => speech.has(list, clause)),
    )
    .map((clause) => trimmed(speech.text, clause, EDGES))
    .filter((span) => FACT.test(speech.text.slice(span.start, span.end)));
}

/** Normal text: a statement about a thing, neither an order nor about us or what the customer did. */
const FACT =
  /^(?!.*(?:谁|怎么|什么|别|自己|请|麻烦|反正|再[找看试等]|不太?懂|不好[讲说]|说不准|上来$|过来$|很多人|好多|说不好|大家|往年|问题不大|没事|没试|没用|只能|不懂|不归|不管|无关|责任|吧|吗|呢|不知道|不清楚|没办法|再说|爱|随便|难道|可能|应该|估计|大概|说不定|私|对不起|抱歉|不好意思))(?![我您你咱又也就还都][^,]{0,3}(?:是|不|没)|您|你|我|咱|他们|那个人|以|因|所以|那|这样|不过|但|可是)\p{Script=Han}[^?]{2,30}$|^(?!.*\b(?:you|your|i|i'm|me|so|but|if|just|should|sorry|probably|maybe|think|guess|might|usually|normally|always)\b)(?:the|our|it|there|this|that|customs) [a-z' ]{6,60}$/u;

/** True where each clause of a sentence offends, is a fact that is kept, or is short: it may be said in other words as a whole. */
function saysNoMore(speech: Speech, sentence: Span, lists: readonly string[]): boolean {
  return speech.clauses(sentence).every((clause) => {
    const { start, end } = trimmed(speech.text, clause, EDGES);
    return (
      end - start < (speech.lang === 'en' ? 40 : 6) ||
      lists.some((list) => speech.has(list, clause)) ||
      FACT.test(speech.text.slice(start, end))
    );
  });
}

/** The sentence and the next, where the rule finds something in that, too. */
function withNext(speech: Speech, offence: Span, lists: readonly string[]): Span | undefined {
  const sentence = speech.sentence(offence);
  const next = speech.sentences().find(({ start }) => start >= sentence.end);
  return next && lists.some((list) => speech.has(list, next)) ? cover(sentence, next) : undefined;
}

/** The sentences in a row that the rule finds something in, where there are several: one cannot be said well while the others stand. */
function runOf(speech: Speech, offence: Span, own: readonly string[], joins: readonly string[] = []): Span | undefined {
  const lists = [...own, ...joins];
  const all = speech.sentences();
  const here = speech.sentence(offence);
  const at = all.findIndex(({ start, end }) => start <= here.start && here.start < end);
  const offends = (i: number): boolean => {
    const sentence = all[i];
    return sentence !== undefined && lists.some((list) => speech.has(list, sentence)) && saysNoMore(speech, sentence, lists);
  };
  if (at < 0 || !offends(at)) return undefined;
  let first = at;
  let last = at;
  while (offends(first - 1)) first--;
  while (offends(last + 1)) last++;
  return first < last ? cover(all[first]!, all[last]!) : undefined;
}

/** What the house says instead of the offending words, and who we are. */
function housed(speech: Speech, span: Span, { any = [] }: RuleData): Record<string, string> {
  const found = speech.text.slice(span.start, span.end);
  const meanings = any.filter(isHouseList).map((list) => speech.house.meaning(list, found));
  const identity = speech.house.words.disclosure?.identity ?? '';
  return {
    said: meanings.find((meaning) => meaning !== undefined) ?? '',
    identity,
    self: meanings.length > 0 && SELF.test(speech.text.slice(0, span.start)) ? identity : '',
  };
}

/** Normal text: what leads up to who we are. */
const SELF =
  /(?:我们?|咱们?|这里|这边|本人|我司|本公司)(?:其实|就|都|只)?是$|\b(?:we are|we're|(?:i'm|i am) (?:with|from)|this is|here at|welcome to) $/u;

function groupsAt(speech: Speech, span: Span, lists: readonly string[]): Record<string, string> {
  const match = lists.flatMap((list) => speech.find(list)).find((m) => overlaps(m.whole, span) && Object.keys(m.groups).length > 0);
  return wordsOf(speech, match?.groups);
}
