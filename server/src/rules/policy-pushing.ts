import type { CompiledPacks } from '../engine/pack.ts';
import type { Match } from '../engine/pattern.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { earliest } from '../engine/within.ts';
import { doing } from '../phrasebook/gerund.ts';
import { withClash } from '../phrasebook/instead.ts';
import { lesser, ranked } from '../phrasebook/ranked.ts';
import { matterOf, mentions, reworded } from '../phrasebook/rewording.ts';
import { toldBeside } from '../phrasebook/told.ts';
import { ruledThing, topicsOf } from '../phrasebook/topic.ts';
import { trimmed } from '../phrasebook/trim.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

const BURDENS = ['policy-pushing/no', 'policy-pushing/limit'] as const;

/** A rule held up as the reason: by its own words, or because the first thing it brings is a burden and not a favour. */
export const policyPushing: CodeRule = (meta, packs) => ({
  scope: 'utterance',
  meta,
  wakes: ['policy-pushing/pushed', 'policy-pushing/cited'],
  *check(speech) {
    const taken: Span[] = [];
    for (const list of ['pushed', 'cited'] as const) {
      for (const match of speech.find(`policy-pushing/${list}`)) {
        const sentence = speech.sentence(match.span);
        if (taken.includes(sentence) || !isPushed(speech, match, sentence, list)) continue;
        taken.push(sentence);
        yield { span: match.span };
      }
    }
  },
  reframes: (speech, report) => ranked(rewordings(speech, report, packs)),
});

function isPushed(speech: Speech, match: Match, sentence: Span, list: 'pushed' | 'cited'): boolean {
  if (speech.has('policy-pushing/law', sentence)) return false;
  if (speech.find('policy-pushing/topic').some((topic) => overlaps(topic.whole, match.whole))) return false;
  const from = match.whole.start;
  const behind = { start: from, end: sentence.end };
  const burden = earliest(speech, BURDENS, behind);
  if (earliest(speech, ['policy-pushing/favour'], behind) < burden) return false;
  if (list === 'pushed' || burden < Infinity) return true;
  return BURDENS.some((name) => speech.has(name, { start: sentence.start, end: from }));
}

function* rewordings(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const own = speech.sentence(report.span);
  const clauses = speech.clauses(own);
  const spoiled = clauses.find((c) => c.end > report.span.start || SPOILING.some((list) => speech.has(list, c))) ?? own;
  const facts = factsOf(speech, report.span.end, clauses);
  const fact = factOf(speech, facts);
  const [after] = toldBeside(speech, own, { start: spoiled.start, end: own.end }, { start: own.start, end: spoiled.start }, NO);
  const told = fact === '' && after && after.stretch.end > own.end ? after : undefined;
  const sentence = told?.stretch ?? withClash(speech, own, NO);
  const lead = trimmed(speech.text, { start: sentence.start, end: spoiled.start });
  const set = speech.find('policy-pushing/set').find((m) => overlaps(m.whole, report.span))?.groups['thing'];
  const beside = toldBeside(speech, own, report.span, { start: own.start, end: own.start }, NO).at(-1);
  const shown = speech.find('policy-pushing/shown').find((m) => overlaps(m.whole, report.span))?.groups['place'];
  const captures = {
    fact,
    place: shown ? speech.words(shown) : '',
    now: fact === '' || EARLIER.test(fact) ? '' : '\u76ee\u524d',
    ask: beside?.ask ?? '',
    thing: set ? speech.words(set).replace(/^(?:但是?|不[过過]|可是?|只是)/u, '') : '',
    told: told?.opening ?? '',
    opening: fact.replace(/^[a-z]/u, (letter) => letter.toUpperCase()),
    cited: mentions(speech, { start: spoiled.start, end: Math.max(spoiled.start, facts[0]?.start ?? report.span.end) }),
    topic: refusedIn(speech, { start: spoiled.start, end: own.end }) || ruledThing(speech, spoiled),
    matter: matterOf(speech, mentions(speech, { start: spoiled.start, end: sentence.end })),
  };
  const refused = speech.find('flat-refusal/refusal');
  const offered = speech
    .find('acts/offer')
    .some(({ span }) => span.start >= sentence.end && !refused.some((no) => overlaps(no.span, span)));
  for (const list of offered ? ['offered'] : ['fact', 'any']) {
    for (const data of packs.reframes[`policy-pushing/${list}`] ?? []) {
      const drafts = reworded(speech, { sentence, lead, captures }, [data]);
      yield* captures.ask !== '' && !ASKS.test(data[speech.lang] ?? '') ? lesser(drafts) : drafts;
    }
  }
}

/** Says again what the customer is asked to do. */
const ASKS = /\{ask\}/u;

/** What the rule asks for, where that can be said again: the words after it, up to the first no. */
function factsOf(speech: Speech, from: number, clauses: readonly Span[]): Span[] {
  const said: Span[] = [];
  if (BARRED.test(speech.text.slice(0, from))) return said;
  for (const clause of clauses) {
    const rest = trimmed(speech.text, { start: Math.max(clause.start, from), end: clause.end });
    if (rest.end - rest.start < SHORTEST || (said.length === 0 && HOLLOW.test(speech.text.slice(rest.start, rest.end)))) continue;
    if (said.length === 0 && clause.start < from && !states(speech, rest)) continue;
    if (said.length === 0 && SHRUGGED.some((list) => harsh(speech, list, rest))) continue;
    if (UNSAYABLE.some((list) => harsh(speech, list, rest)) || ASKING.test(speech.text.slice(rest.start, rest.end))) break;
    said.push(rest);
  }
  return said[0] && states(speech, said[0]) ? said : [];
}

/** The same as a statement that insists on nothing. */
function factOf(speech: Speech, said: readonly Span[]): string {
  if (!said[0]) return '';
  const text = speech.text.slice(said[0].start, said.at(-1)!.end);
  if (speech.lang === 'en' && !CLAUSE.test(text)) return '';
  const head = LINK.exec(text)?.[0].length ?? 0;
  const tail = PARTICLES.exec(text)?.[0].length ?? 0;
  return speech
    .words({ start: said[0].start + head, end: said.at(-1)!.end - tail })
    .replace(INSIST, '')
    .replace(/一律|一概/gu, '')
    .replace(INSIST_ON, '要')
    .replace(ORDERED, '需要')
    .replace(ORDERED_EN, 'we ask you to')
    .replace(/\bmust\b/u, 'need to')
    .replace(/\bstrictly /u, '');
}

/** True where a list finds more than stress that a rewording leaves out. */
function harsh(speech: Speech, list: string, span: Span): boolean {
  return speech
    .find(list)
    .some((m) => m.span.start >= span.start && overlaps(m.span, span) && !STRESS.test(speech.text.slice(m.span.start, m.span.end)));
}

/** Sets a limit, or names something by number. */
function states(speech: Speech, span: Span): boolean {
  if (speech.lang === 'en') return true;
  return speech.has('policy-pushing/limit', span) || MUST.test(speech.text.slice(span.start, span.end));
}

/** What is refused in so many words, as a noun. */
function refusedIn(speech: Speech, within: Span): string {
  const stopped = speech.find('policy-pushing/stopped').find((m) => overlaps(m.span, within))?.groups['want'];
  if (stopped) return doing(speech.words(stopped));
  const barred = speech.find('policy-pushing/barred').find((m) => overlaps(m.span, within))?.groups['thing'];
  if (barred) return speech.words(barred);
  const match = speech.find('flat-refusal/refusal').find((m) => overlaps(m.span, within));
  const topic = match && topicsOf(speech, match)[0];
  return topic?.kind === 'topic' ? topic.words['topic']! : '';
}

/** Lists whose words a lead cannot end with. */
const SPOILING = ['policy-pushing/no', 'policy-pushing/shrug'] as const;
/** Begins with when it is. */
const EARLIER = /^.{0,3}前|^(?:以后|以後|今后|今後)/u;
/** What clashes behind what we can do. */
const NO = ['flat-refusal/refusal', 'flat-refusal/stock'] as const;
const SHRUGGED = ['policy-pushing/shrug', 'bare-but/curt'] as const;
const SHORTEST = 4;
/** Lists whose words a rewording must not repeat. */
const UNSAYABLE = [
  'policy-pushing/no',
  'policy-pushing/shrug',
  'policy-pushing/pushed',
  'policy-pushing/cited',
  'flat-refusal/refusal',
  'bare-but/curt',
  'acts/apology',
] as const;
/** Ends in a no: what follows is what is refused. */
const BARRED =
  /(?:不|没|无法)(?:允许|准许?|让|给|许可?|支持|批准?|能)$|\b(?:against|contrary to|not (?:in|within|allowed by|permitted by)) (?:our |the |company |store )*(?:policy|policies|rules?|terms|regulations)$/u;
const LINK = /^(?:的是?|是|了|着|说|上|里|that|and|so)(?![a-z])\s*/u;
const PARTICLES = /[的呢哦喔呀啦哈耶啊嘛啰]+$/u;
/** Says that it is so, and not what. */
const HOLLOW =
  /^第.{1,6}[条款项]$|^(?:就|也)?是?(?:这样|那样|这么)(?:的|定|写|规定)*$|^(?:得|的)?(?:很|非常)?(?:清楚|明白|清清楚楚|明明白白)$|过了?就是?过/u;
/** Asks the customer to do something, which is no fact. */
const ASKING = /^(?:请|麻烦|烦请|还请|please )/u;
const MUST = /\d|[一二两三四五六七八九十]|要|需|必须|得|只|才|扣|罚|作废/u;
const STRESS = /^(?:就是[要扣得]|一律|一概|没收|作废)$/u;
/** Stress that hurts: 就是要付 says no more than 要付. */
const INSIST = /就是(?=要|需|得|必[须須])/u;
const INSIST_ON = /就是(?=[扣收付交缴繳算罚罰])/u;
/** What sounds like an order. */
const ORDERED = /必须|必須|务必|務必/gu;
const ORDERED_EN = /\b[Yy]ou (?:must|have to|need to|are required to)\b/u;
/** An English statement of its own: it has a subject and a verb. */
const CLAUSE =
  /^(?:that |and |so )?(?:(?:there|you|it|we)(?:'s|'re| is| are| must| have| has| needs?| takes?| appl(?:y|ies)| pays?| costs?| can only)\b|(?!i\b|we\b)[a-z-]+\b[^,]{0,40}\b(?:is|are|must|have|has|needs?|takes?|appl(?:y|ies)|costs?|opens?|closes?|ends?|starts?|stays?|stands?|remains?|goes?)\b)/u;
