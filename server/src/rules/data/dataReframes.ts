import { isHouseList } from '../../engine/house.ts';
import type { CompiledPacks, ReframeData, RuleData } from '../../engine/pack.ts';
import type { Match } from '../../engine/pattern.ts';
import type { Draft, Report } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Lang } from '../../engine/wording.ts';
import { isCall, matterOf, mentions, reworded, saidInstead } from '../../phrasebook/rewording.ts';
import { fillTemplate } from '../../phrasebook/template.ts';
import { trimmed } from '../../phrasebook/trim.ts';
import { cover, overlaps, type Span } from '../../text/span.ts';

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
    yield* reframed(speech, report, sentences, captures, data.keeps);
    const both = withNext(speech, report.span, [...(data.any ?? []), ...(data.outright ?? [])]);
    const whole = sentences.filter(({ replaces }) => replaces === undefined);
    if (both) yield* reframed(speech, report, whole, captures, data.keeps, both);
  };
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
): Generator<Draft> {
  for (const template of templates) {
    const stretch = within ?? stretchOf(speech, found.span, template.replaces);
    const fits = template.when === undefined ? undefined : fitIn(speech, template.when, found.span, stretch);
    if (template.when !== undefined && !fits) continue;
    const lead = template.replaces ? { start: stretch.start, end: stretch.start } : leadOf(speech, stretch, found.span, keeps);
    const carried = mentions(speech, { start: lead.end, end: stretch.end });
    const rest = speech.words(trimmed(speech.text, { start: lead.end, end: stretch.end }, EDGES));
    const own = { ...captures, mentions: carried, matter: matterOf(speech, carried), rest, ...wordsOf(speech, fits?.groups) };
    if (template.replaces) yield* saidInstead(speech, stretch, own, template);
    else
      yield* reworded(speech, { sentence: stretch, lead, courtesies: sorryBehind(speech, stretch, lead, found.span), captures: own }, [
        template,
      ]);
  }
}

/** The sentence and the next, where the rule finds something in that, too: one cannot be said well while the other stands. */
function withNext(speech: Speech, offence: Span, lists: readonly string[]): Span | undefined {
  const sentence = speech.sentence(offence);
  const next = speech.sentences().find(({ start }) => start >= sentence.end);
  return next && lists.some((list) => speech.has(list, next)) ? cover(sentence, next) : undefined;
}

/** What a template's list finds: at the offending words, else anywhere in what it stands for. */
function fitIn(speech: Speech, list: string, offence: Span, stretch: Span): Match | undefined {
  const found = speech.find(list);
  return found.find((m) => overlaps(m.whole, offence)) ?? found.find((m) => overlaps(m.whole, stretch));
}

/** What a template stands for: the offending words, all of the clauses that they are in, or the sentence. */
function stretchOf(speech: Speech, span: Span, what: ReframeData['replaces']): Span {
  if (what === 'words') return span;
  const sentence = speech.sentence(span);
  if (what === undefined) return sentence;
  return speech.clauses(sentence).reduce((all, clause) => (overlaps(clause, span) ? cover(all, clause) : all), span);
}

/** What the house says instead of the offending words, and who we are. */
function housed(speech: Speech, span: Span, { any = [] }: RuleData): Record<string, string> {
  const found = speech.text.slice(span.start, span.end);
  const meanings = any.filter(isHouseList).map((list) => speech.house.meaning(list, found));
  return {
    said: meanings.find((meaning) => meaning !== undefined) ?? '',
    identity: speech.house.words.disclosure?.identity ?? '',
  };
}

/** The clauses that open a sentence before the offending one, as long as each is something to keep. */
function leadOf(speech: Speech, sentence: Span, offence: Span, keeps: readonly string[]): Span {
  let end = sentence.start;
  for (const clause of speech.clauses(sentence)) {
    if (clause.end > offence.start || !(isCall(speech, clause) || keeps.some((list) => speech.has(list, clause)))) break;
    end = clause.end;
  }
  return { start: sentence.start, end };
}

/** Clauses behind the offending ones that are sorry and nothing more. */
function sorryBehind(speech: Speech, sentence: Span, lead: Span, offence: Span): Span[] {
  if (lead.end > lead.start && speech.has('acts/apology', lead)) return [];
  return speech
    .clauses(sentence)
    .filter((clause) => clause.start >= offence.end && clause.end - clause.start < SHORT[speech.lang] && speech.has('acts/apology', clause))
    .slice(0, 1);
}

/** As long as an apology that says nothing else may be. */
const SHORT: Readonly<Record<Lang, number>> = { 'zh-Hans': 12, 'zh-Hant': 12, en: 32 };

function groupsAt(speech: Speech, span: Span, lists: readonly string[]): Record<string, string> {
  const match = lists.flatMap((list) => speech.find(list)).find((m) => overlaps(m.whole, span) && Object.keys(m.groups).length > 0);
  return wordsOf(speech, match?.groups);
}

function wordsOf(speech: Speech, groups: Readonly<Record<string, Span>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, span]) => [name, inSentence(speech.words(span))]));
}

/** Words that began a sentence, as they are within one. */
function inSentence(words: string): string {
  return words.replace(/^(?:It|That|This|These|Those|There|He|She|They|We|You|The|An?|My|Our|Your)\b/u, (word) => word.toLowerCase());
}

/** What a sentence ends with that one that goes on does not. */
const EDGES = /[\s,\u3001:。.!?;~\u2026吧呢哈哦喔呗啦呀-]/u;
