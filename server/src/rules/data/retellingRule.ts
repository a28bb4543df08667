import type { CompiledPacks, ReframeData, RuleData } from '../../engine/pack.ts';
import type { Draft, Report, UtteranceRule } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { capital } from '../../phrasebook/capital.ts';
import { lesser } from '../../phrasebook/ranked.ts';
import { commaParts, joined, joining, retold, uncapital } from '../../phrasebook/retelling.ts';
import { beside, figures, mentions } from '../../phrasebook/rewording.ts';
import { cover, overlaps, type Span } from '../../text/span.ts';
import { dataRule } from './dataRule.ts';

/** What a rule adds to the captures of its templates, and what it takes for offending besides its own findings. */
export interface Retelling {
  /** More captures, from the sentence and what is kept of it. */
  readonly captures?: (speech: Speech, sentence: Span, kept: Readonly<Record<string, string>>, report: Report) => Record<string, string>;
  /** When templates for any offence are left out: so many for this one are there. */
  readonly fewest?: number;
  /** The list of templates to take instead, where the turn calls for others. */
  readonly beside?: (speech: Speech, sentence: Span, kept: Readonly<Record<string, string>>) => string | undefined;
  /** True where templates may leave out what else the sentence says. */
  readonly mayLeaveOut?: boolean;
}

/**
 * A rule that is data and whose reframes keep what else the sentence says. Templates stand in `<rule>/retold`: `{call}`, which
 * opens every rewording, is how the customer is called; `{others}` is all that is kept, `{lead}` is the same with a comma behind it, `{before}` and
 * `{after}` are the parts in front of and behind the offending ones. Parts that `<rule>/sour` finds go with the offence. A template that names none
 * of these is offered only where nothing is kept.
 */
export function retellingRule(
  meta: RuleData,
  packs: CompiledPacks,
  how: Retelling = {},
): UtteranceRule & Required<Pick<UtteranceRule, 'reframes'>> {
  const found = dataRule(meta, packs);
  const templates = packs.reframes[`${meta.id}/retold`] ?? [];
  return {
    ...found,
    *reframes(speech: Speech, report: Report): Generator<Draft> {
      const offences = [report.span, ...[...found.check(speech, {})].map(({ span }) => span)];
      const sour = [`${meta.id}/sour`, ...(meta.aside ?? [])];
      const sentence = withDig(speech, speech.sentence(report.span), offences, sour);
      const parts = partsAround(speech, sentence, offences, sour);
      const own = { ...parts, mentions: mentions(speech, sentence), figures: figures(speech, sentence) };
      const more = { ...own, ...how.captures?.(speech, sentence, own, report) };
      const captures = own.call === '' || speech.lang !== 'en' ? more : { ...more, others: uncapital(more.others) };
      const isFit = (data: ReframeData): boolean =>
        how.mayLeaveOut === true || captures.others === '' || KEEPS.test(data[speech.lang] ?? '');
      const beside = how.beside?.(speech, sentence, own);
      if (beside !== undefined) {
        for (const data of packs.reframes[`${meta.id}/${beside}`] ?? [])
          yield* retold(speech, sentence, captures, [withCall(data, speech, captures.call)]);
        return;
      }
      let fitting = 0;
      for (const data of templates.filter(isFit)) {
        const groups = data.when === undefined ? {} : groupsIn(speech, data.when, sentence);
        if (!groups || (fitting >= (how.fewest ?? Number.POSITIVE_INFINITY) && data.when === undefined)) continue;
        for (const draft of retold(speech, sentence, { ...captures, ...groups }, [withCall(data, speech, captures.call)])) {
          if (data.when !== undefined) fitting++;
          yield draft;
        }
      }
      yield* found.reframes?.(speech, report) ?? [];
      for (const data of templates.filter((one) => !isFit(one) && one.when === undefined))
        yield* lesser(retold(speech, sentence, captures, [withCall(data, speech, captures.call)]));
    },
  };
}

/** The sentence with its neighbours that do nothing but offend, too. */
function withDig(speech: Speech, sentence: Span, offences: readonly Span[], sour: readonly string[]): Span {
  const isDig = (other: Span): boolean =>
    commaParts(speech, other).every(
      (part) =>
        CALL.test(speech.text.slice(part.start, part.end)) ||
        offences.some((span) => overlaps(span, part)) ||
        sour.some((list) => speech.has(list, part)),
    );
  return beside(speech, sentence).filter(isDig).reduce(cover, sentence);
}

const KEEPS = /\{(?:others|before|after|lead|steps|fact|told)\??\}/u;

/** What a sentence says beside the offending parts. */
export function partsAround(
  speech: Speech,
  sentence: Span,
  offences: readonly Span[],
  sour: readonly string[],
): Record<'call' | 'before' | 'after' | 'others' | 'lead', string> {
  const call: string[] = [];
  const before: string[] = [];
  const after: string[] = [];
  let isPast = false;
  for (const part of commaParts(speech, sentence)) {
    const said = speech.text.slice(part.start, part.end);
    if (offences.some((span) => overlaps(span, part))) isPast = true;
    else if (speech.text[part.end] !== '?' && !sour.some((list) => speech.has(list, part))) {
      const words = plainEnd(speech, part);
      if (words === '') continue;
      if (CALL.test(said)) call.push(words);
      else if (isPast) after.push(words.replace(/^(?:and|so|but) /iu, ''));
      else before.push(words);
    }
  }
  const lead = stating(speech, [...before, ...after]);
  return {
    call: joining(speech, call),
    lead,
    before: stating(speech, before),
    after: joined(speech, after),
    others: lead.replace(/[,\uff0c.]\s*$/u, ''),
  };
}

/** Parts with what joins them to what follows: a statement in English is a sentence of its own. */
function stating(speech: Speech, parts: readonly string[]): string {
  if (speech.lang !== 'en') return joining(speech, parts);
  return parts.map((words) => (STATES.test(words) && !DEPENDS.test(words) ? `${capital(words)}. ` : `${words}, `)).join('');
}

const STATES =
  /^(?:i|we|you|it|they|he|she|there|this|that|these|the|your|our|my|\w+s)\b.*(?:\b(?:is|are|was|were|will|has|have|had|can|did|do|does|need|understand|know|see|hear)\b|['\u2019](?:s|re|ve|ll|d|m)\b|\w{2}ed\b)/iu;
const DEPENDS = /^(?:if|when|once|before|after|until|unless|because|since|although|while|as)\b/iu;

/** The words of a part without the particles it trails off in. */
function plainEnd(speech: Speech, { start, end }: Span): string {
  if (TOPIC.test(speech.text.slice(start, end))) return speech.words({ start, end });
  const tail = /(?:[嘛呗啊哈哦喔呀啦呢]|\s)+$/u.exec(speech.text.slice(start, end))?.[0].length ?? 0;
  return speech.words({ start, end: end - tail });
}

/** Normal text: a topic, called by a particle. */
const TOPIC = /^(?!亲|您好|你好|好|是|行|对|嗯|可以)\p{Script=Han}{2,5}[啊嘛喔呢]$/u;

/** Normal text: a part that greets, calls or excuses and says nothing else. */
const CALL =
  /^(?:(?:亲{1,2}(?:爱的|们)?|宝子?|女士|先生|小姐|太太|阿姨|阿伯|大[姐哥]|业主|住户|家长|客户|用户|老师|同学|\p{Script=Han}(?:先生|女士|小姐|太太|老师|妈妈|爸爸))?[您你]?好?[呀啊]?|(?:非常|真的?|实在|很)?(?:抱歉|对不起|不好意思)(?:了|让您久等了?)?|好的?|收到|是的|(?:sir|ma'am|madam|miss|hi|hello|hey|sorry|thanks|thank you|(?:i'm |we're )?(?:so |very )?sorry|(?:mr|ms|mrs|dr)\.? [\p{L}'-]+|(?:hi|hello|dear) [\p{L}.' -]+|well|okay|ok))$/u;

/** The template behind the call, which English goes on from in lower case. */
function withCall(data: ReframeData, { lang }: Speech, call: string): ReframeData {
  const template = data[lang];
  if (template === undefined) return {};
  const { otherwise, another, place, near, unlessNear } = data;
  return {
    ...(otherwise && { otherwise }),
    ...(another && { another }),
    ...(place && { place }),
    ...(near && { near }),
    ...(unlessNear && { unlessNear }),
    [lang]: `{call?}${call !== '' && lang === 'en' ? uncapital(template) : template}`,
  };
}

/** The named groups of a list where it matches in a stretch; undefined where it does not. */
function groupsIn(speech: Speech, list: string, stretch: Span): Record<string, string> | undefined {
  const match = speech.find(list).find((m) => overlaps(m.whole, stretch));
  return match && Object.fromEntries(Object.entries(match.groups).map(([name, span]) => [name, speech.words(span)]));
}
