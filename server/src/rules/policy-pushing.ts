import type { CompiledPacks } from '../engine/pack.ts';
import type { Match } from '../engine/pattern.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { earliest } from '../engine/within.ts';
import { mentions, reworded } from '../phrasebook/rewording.ts';
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
  reframes: (speech, report) => rewordings(speech, report, packs),
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
  const sentence = speech.sentence(report.span);
  const clauses = speech.clauses(sentence);
  const spoiled = clauses.find((c) => c.end > report.span.start || SPOILING.some((list) => speech.has(list, c))) ?? sentence;
  const fact = factOf(speech, report.span.end, clauses);
  const refused = speech.find('acts/refused').find((m) => overlaps(m.span, sentence));
  const lead = trimmed(speech.text, { start: sentence.start, end: spoiled.start });
  const captures = {
    fact,
    opening: fact.replace(/^[a-z]/u, (letter) => letter.toUpperCase()),
    topic: refused ? speech.words(refused.span) : '',
    mentions: mentions(speech, { start: spoiled.start, end: sentence.end }),
  };
  const offered = speech.has('acts/offer', { start: sentence.end, end: speech.text.length });
  for (const list of offered ? ['offered'] : ['fact', 'any']) {
    yield* reworded(speech, { sentence, lead, captures }, packs.reframes[`policy-pushing/${list}`] ?? []);
  }
}

/** What the rule asks for, where that can be said again: the words after it, up to the first no. */
function factOf(speech: Speech, from: number, clauses: readonly Span[]): string {
  const said: Span[] = [];
  for (const clause of clauses) {
    const rest = trimmed(speech.text, { start: Math.max(clause.start, from), end: clause.end });
    if (rest.end - rest.start < SHORTEST) continue;
    if (UNSAYABLE.some((list) => speech.has(list, rest))) break;
    said.push(rest);
  }
  if (!said[0] || !speech.has('policy-pushing/limit', said[0])) return '';
  const text = speech.text.slice(said[0].start, said.at(-1)!.end);
  if (speech.lang === 'en' && !CLAUSE.test(text)) return '';
  const head = LINK.exec(text)?.[0].length ?? 0;
  const tail = PARTICLES.exec(text)?.[0].length ?? 0;
  return speech.words({ start: said[0].start + head, end: said.at(-1)!.end - tail });
}

/** Lists whose words a lead cannot end with. */
const SPOILING = ['policy-pushing/no', 'policy-pushing/shrug'] as const;
const SHORTEST = 4;
/** Lists whose words a rewording must not repeat. */
const UNSAYABLE = ['policy-pushing/no', 'policy-pushing/shrug', 'policy-pushing/pushed', 'policy-pushing/cited', 'acts/apology'] as const;
const LINK = /^(?:的是?|是|了|着|说|that|and|so)(?![a-z])\s*/u;
const PARTICLES = /[的呢哦喔呀啦哈耶啊嘛啰]+$/u;
/** An English statement of its own: it has a subject and a verb. */
const CLAUSE =
  /^(?:that |and |so )?(?:there|you|it|all|every|each|the|a|an|we|items?|refunds?|returns?|changes?)\b.*\b(?:is|are|'s|must|have|has|need|needs|take|takes|apply|applies|costs?)\b/u;
