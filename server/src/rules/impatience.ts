import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { ADDRESS } from '../engine/tokens.ts';
import { ranked } from '../phrasebook/ranked.ts';
import { beside, hasMention, isCall, matterOf, mentions, reworded } from '../phrasebook/rewording.ts';
import { trimmed } from '../phrasebook/trim.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

/** Always impatient, whatever stands beside it. */
const BLUNT = ['impatience/said', 'impatience/counted', 'impatience/stop', 'impatience/hurry'];
/** Impatient unless the turn is sorry or kind. */
const UNKIND = ['impatience/asked', 'impatience/slow'];
/** Sighs and hints, which add nothing to impatience that is spelt out. */
const ASIDE = 'impatience/aside';

export const impatience: CodeRule = (meta, packs) => ({
  scope: 'utterance',
  meta,
  wakes: [...BLUNT, ...UNKIND, ASIDE],
  *check(speech) {
    for (const span of impatient(speech)) yield { span };
  },
  reframes: (speech, report) => reframes(speech, report.span, packs),
});

/** The impatient words of a text, neighbours that touch joined. */
function impatient(speech: Speech): Span[] {
  const outspoken = [...heard(speech, BLUNT), ...unlessKind(speech, heard(speech, UNKIND))];
  const found = outspoken.length > 0 ? outspoken : unlessKind(speech, heard(speech, [ASIDE]));
  const spans: Span[] = [];
  for (const words of found.sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && isOneOutburst(speech.text, last, words)) spans[spans.length - 1] = cover(last, words);
    else spans.push(words);
  }
  return spans;
}

/** What the lists find, but for what is meant kindly. */
function heard(speech: Speech, lists: readonly string[]): Span[] {
  const found = lists
    .flatMap((list) => speech.find(list))
    .filter(({ span }) => !speech.find('impatience/allowed').some((m) => overlaps(m.span, span)));
  return found.map(({ span }) => trimmed(speech.text, span));
}

function unlessKind(speech: Speech, spans: Span[]): Span[] {
  return spans.length > 0 && speech.has('impatience/patience') ? [] : spans;
}

/** True when nothing but a comma and whom it is said to stand between. */
function isOneOutburst(text: string, first: Span, second: Span): boolean {
  return (
    second.start <= first.end ||
    /^[,\u3001\s]{1,2}(?:[\u60a8\u4f60]|(?:please|sir|madam|ma'am)[,\s]{1,2})?$/iu.test(text.slice(first.end, second.start))
  );
}

function reframes(speech: Speech, offending: Span, packs: CompiledPacks): Iterable<Draft> {
  const sentence = withPressing(speech, withOutburst(speech, cover(speech.sentence(offending), offending)));
  const { lead, captures } = taken(speech, offending, sentence);
  const hurried = HURRIED.some((list) => speech.find(list).some((m) => overlaps(m.span, offending)));
  if (hurried && captures['rest']) captures['rest'] = captures['rest'].replace(/^[a-z]/u, (letter) => letter.toUpperCase());
  const working = speech.has('impatience/working', lead) && !captures['rest'];
  const sighs =
    speech.find(ASIDE).some((m) => overlaps(m.span, offending)) && ![...BLUNT, ...UNKIND].some((list) => speech.has(list, offending));
  const lists = hurried
    ? ['hurry', 'alone']
    : captures['rest']
      ? ['again', 'alone']
      : working
        ? ['working', 'alone']
        : sighs
          ? ['sigh', 'alone']
          : ['alone'];
  const templates = lists
    .flatMap((list) => packs.reframes[`impatience/${list}`] ?? [])
    .filter(({ when }) => when === undefined || speech.has(when, offending));
  return ranked(reworded(speech, { sentence, lead, captures }, templates));
}

const HURRIED = ['impatience/hurry', 'impatience/pressed'] as const;

/** The sentence with its neighbours that are impatient, too: one cannot be said well while the other stands. */
function withOutburst(speech: Speech, sentence: Span): Span {
  const found = impatient(speech);
  return beside(speech, sentence)
    .filter((other) => found.some((span) => overlaps(span, other)))
    .reduce(cover, sentence);
}

/** The sentence with the next, where that does nothing but press: others are waiting. */
function withPressing(speech: Speech, sentence: Span): Span {
  const next = speech.sentences().find(({ start }) => start >= sentence.end);
  if (!next || !speech.has('impatience/pressed', next) || hasMention(speech, next) || speech.clauses(next).length > 1) return sentence;
  return cover(sentence, next);
}

/** What of the sentence a rewording may use: what leads up to the impatient words, and what they go on to say. */
function taken(speech: Speech, offending: Span, sentence: Span): { lead: Span; captures: Record<string, string> } {
  const found = impatient(speech);
  const clauses = speech.clauses(sentence);
  const kept = clauses.filter((clause) => !found.some((span) => overlaps(span, clause)));
  const first = found.find((span) => overlaps(span, sentence))?.start ?? offending.start;
  const before = kept.filter((clause) => clause.end <= first && !isChaff(speech, clause) && !speech.has('disclosure/blame', clause));
  const goesOn = said(speech, sentence, clauses);
  const after = kept.filter((clause) => clause.start >= first && !isChaff(speech, clause) && !isName(speech, clause));
  const waited = kept.find(({ start, end }) => ONLY_WAITED.test(speech.text.slice(start, end)));
  const rest = (goesOn ? [goesOn, ...after] : after).filter((part) => part !== waited);
  const captures: Record<string, string> = {};
  if (rest.length > 0)
    captures['rest'] = opened(rest.map((part) => speech.words(part)).join(speech.lang === 'en' ? ', ' : '\uff0c')) + endMark(speech);
  if (waited) captures['waited'] = mentions(speech, waited);
  const want = speech.find('impatience/hurry').find((m) => overlaps(m.span, offending))?.groups['want'];
  if (want && want.end - want.start >= LEAST_HAN) captures['want'] = speech.words(want).replace(ASKING, '');
  const ask = speech.find('impatience/and-ask').find((m) => overlaps(m.whole, sentence))?.groups['ask'];
  const fact = speech.find('impatience/times-fact').find((m) => overlaps(m.whole, sentence))?.groups['fact'];
  if (fact) captures['fact'] = speech.words(fact);
  if (ask) captures['ask'] = speech.words(ask);
  const topic = topicOf(speech, clauses, first);
  if (topic) captures['topic'] = topic;
  const choice = speech.find('impatience/choice').find((m) => overlaps(m.whole, sentence))?.groups['choice'];
  if (choice) captures['choice'] = speech.words(choice);
  const whether = speech.find('impatience/whether').find((m) => overlaps(m.whole, sentence))?.groups['whether'];
  if (whether) captures['whether'] = speech.words(whether);
  const facts = mentions(speech, { start: before.at(-1)?.end ?? sentence.start, end: sentence.end });
  if (facts) captures[BARE_FIGURES.test(facts) ? 'matter' : 'facts'] = BARE_FIGURES.test(facts) ? matterOf(speech, facts) : facts;
  return { lead: { start: before[0]?.start ?? sentence.start, end: before.at(-1)?.end ?? sentence.start }, captures };
}

/** Nothing but a call by name. */
function isName(speech: Speech, clause: Span): boolean {
  return isCall(speech, clause) || ADDRESS.test(speech.text.slice(clause.start, clause.end));
}

/** What the impatient clause names first (运费险的步骤我都写给您两遍了). */
function topicOf(speech: Speech, clauses: readonly Span[], at: number): string {
  const clause = clauses.find(({ start, end }) => start < at && at < end);
  return clause && speech.lang !== 'en' && TOPIC.test(speech.text.slice(clause.start, at))
    ? speech.words({ start: clause.start, end: at })
    : '';
}

const TOPIC =
  /^(?!同样|刚|昨|今|上|这|那|此|该|麻烦|到底|请|别|先|已经|真|所以|反正|要|还|都|不|没|能|可)(?!.*[您你我])[\p{Script=Han}\d]{2,10}$/u;

/** Figures, lengths of time among them, that name nothing one could look at. */
const BARE_FIGURES =
  /^(?:(?:\d[\d.,:]*(?![\d.,:])|[零一二三四五六七八九十百两兩半]+(?![零一二三四五六七八九十百两兩半]))\s?(?:个|個)?(?:天|小[时時]|分[钟鐘]?|月|年|[周週]|工作日|次|遍|点|點|元|块|塊|(?:days?|hours?|minutes?|weeks?|months?|years?|times?)\b)?(?:、| and )?)+$/u;

/** Makes little of how long somebody has waited. */
const ONLY_WAITED = /^(?:这|也|不)?(?:才|就|只)(?:等|过)了?[^,]{1,8}$|^it(?:'s| has) only been [^,]{1,12}$/u;

/** What the clause goes on to say behind 我都跟您说了 or I told you: the thing that was said. */
function said(speech: Speech, sentence: Span, clauses: readonly Span[]): Span | undefined {
  const behind = speech.find('impatience/said').find((m) => overlaps(m.span, sentence));
  const clause = behind && clauses.find((c) => c.start < behind.span.end && behind.span.end < c.end);
  if (!clause) return undefined;
  const start =
    behind.span.end + (/^[ ,]*(?:now |already |before )*(?:that )?/u.exec(speech.text.slice(behind.span.end, clause.end))?.[0].length ?? 0);
  if (speech.lang === 'en' && !STATEMENT.test(speech.text.slice(start, clause.end))) return undefined;
  return clause.end - start >= (speech.lang === 'en' ? LEAST_LETTERS : LEAST_HAN) ? { start, end: clause.end } : undefined;
}

/** Whether that will do, at the end of what is asked for. */
const ASKING = /(?:[\u884C\u597D]\u4E0D[\u884C\u597D]|(?:[\u884C\u597D\u6210]|\u53EF\u4EE5)?[\u5417\u55CE\u5427\u554A])$/u;
/** A statement, or what is to be done: not a mere object such as “the policy to you”. */
const STATEMENT =
  /^to |\b(?:is|are|was|were|will|would|can|could|must|should|may|needs?|ha(?:s|ve|d)|takes?|do|does|did|cannot|goes|comes|costs?|closes?|opens?|starts?|ends?)\b|n't\b|'(?:s|re|ll|ve|d)\b/u;
const LEAST_HAN = 4;
const LEAST_LETTERS = 10;

/** Without a joint at its head; what was to be done is asked for. */
function opened(words: string): string {
  return words
    .replace(/^(?:and|so|but|because)\s+/iu, '')
    .replace(/^to (?=[a-z])/u, 'please ')
    .replace(/^就是/u, '是')
    .replace(/^just (?=[a-z])/iu, 'please ')
    .replace(/^(?:那|所以|反正|而且)(?![个邊边樣样])/u, '');
}

/** A rewording is a statement, however impatient the question was. */
function endMark(speech: Speech): string {
  return speech.lang === 'en' ? '.' : '\u3002';
}

function isChaff(speech: Speech, clause: Span): boolean {
  if (['condescension/unable', 'condescension/insulted'].some((list) => speech.has(list, clause))) return true;
  return speech.find('impatience/chaff').some((m) => overlaps(m.span, clause));
}
