import type { Match } from '../engine/pattern.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { doing } from './gerund.ts';
import { startOfEnglishClause, trimEnd, trimStart } from './trim.ts';

/** What an English refusal is about, as nouns, best guess first: the words before and behind the refusing ones are its `before` and `after`. */
export function englishTopics(speech: Speech, match: Match, before: Span, after: Span): string[] {
  const { text } = speech;
  const what = match.groups['what'];
  const tail = trimEnd(text, trimEnd(text, trimStart(text, after, LINK_EN), STOP_EN), FILLER_EN);
  const rest = plain(speech.words(tail));
  const subject = plain(
    speech.words(
      trimEnd(
        text,
        trimStart(
          text,
          afterConjunction(text, { start: startOfEnglishClause(text, before.start, before.end), end: before.end }),
          OPENING_EN,
        ),
        AUXILIARY_EN,
      ),
    ),
  );
  if (
    what &&
    what.end > what.start &&
    !/^(?:exceptions?|way|choice|chance|discussion|argument)s?$/u.test(text.slice(what.start, what.end).trim())
  )
    return [withArticle([plain(speech.words(what)).trim(), rest].filter(Boolean).join(' '))];
  const refusing = text.slice(match.span.start, match.span.end);
  const about = /^(?:about|regarding|concerning) (.+)$/iu.exec(rest)?.[1];
  if (about) return [about];
  const thing = /^no ([a-z]+(?: [a-z]+)?) (?:can|will|may|could) be$/iu.exec(refusing)?.[1];
  if (thing) return [[thing, rest.replace(/^\w+(?: |$)/u, '')].filter(Boolean).join(' ')];
  const topics: string[] = [];
  const named = /^of (.+)$/iu.exec(rest)?.[1] ?? (/ing$/iu.test(refusing) ? rest : undefined);
  if (named) return /^(?:it|that|this|them|those)$/iu.test(named) ? [] : [named];
  if (OF_THING.test(refusing)) {
    const swap = /\bbe (exchang|redeem|convert|swapp|trad)ed$/iu.exec(refusing)?.[1];
    const asked = !subject || PRONOUN_EN.test(subject) ? /^for (.+)$/iu.exec(rest)?.[1] : undefined;
    if (asked) topics.push(asked);
    else if (swap && /^(?:for|into|to) /iu.test(rest) && subject && !PRONOUN_EN.test(subject))
      topics.push(`${swap}ing ${uncapital(subject)} ${rest}`);
    else if (/^to /iu.test(rest)) topics.push(doing(rest.slice(3)));
    else if (subject && !PRONOUN_EN.test(subject) && subject.split(' ').length < 12) {
      const when = WHEN_EN.exec(rest)?.[0] ?? '';
      topics.push(uncapital(when ? `${subject} ${when}` : subject));
    }
  } else if (rest && !EMPTY_EN.test(rest) && !NO_VERB.test(rest)) topics.push(doing(rest));
  return topics.filter((words) => !/^(?:it|that|this|them|those)$/iu.test(words));
}

/** A countable thing needs its article; what ends in s, or has one, does not. */
function withArticle(words: string): string {
  const noun = words.split(/ (?:at|on|for|in|of|until|before|after|with|left|over|tonight|today|tomorrow|now|this|available)\b/u)[0]!;
  if (/^(?:the|an?|your|our|this|that|more|any|such|cash|further)\b/iu.test(noun) || /s$|s and /u.test(noun)) return words;
  return `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${words}`;
}

/** A request says `a` where the refusal said `any`. */
function plain(words: string): string {
  return words
    .replace(/\bany(?=thing\b|one\b|where\b)/giu, 'some')
    .replace(/\bany (?=more\b|\w+(?:s|er)\b)/giu, '')
    .replace(/\bany\b/giu, 'a');
}

function uncapital(words: string): string {
  return words.replace(
    /^(?:An?|The|Your|Our|This|That|These|Those|All|Each|Every|Refunds?|Returns?|Exchanges?|Changes?|Delivery|Tickets?|Children|People|Kids|(?!\w+days\b|James|Paris|Wales)[A-Z][a-z]+(?:s|ing)\b(?!['\u2019]| [A-Z]))\b/u,
    (w) => w.toLowerCase(),
  );
}

function afterConjunction(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const last = [
    ...words.matchAll(/\b(?:but|and|so|because|since|as|however|that(?= (?:we|i|it|the|your|our|there|this|all|no)\b))\s/gu),
  ].at(-1);
  return last ? { start: span.start + last.index + last[0].length, end: span.end } : span;
}

const LINK_EN =
  /^(?: |be (?:able|willing|allowed|possible|in a position) to |(?:for )?(?:us|me|you|i|we) (?:to |can |could )|(?:can|could|would|will) (?=\w)|to (?=\w)|(?:the|any|that|enough) (?:authority|ability|power|option|means|permission|capacity|clearance) to |(?:just|simply|really|actually|currently|even|ever|personally|unfortunately) )+/u;
const STOP_EN =
  /(?:\s*\b(?:because|since|unless|until|but|although|though|however|which means|so (?:that|you|we|i)|and (?:we|i|it|that|there|you)|as (?:the|your|it|we|this|i)|due to|owing to)\b|\s[-\u2013\u2014]).*$/u;
const FILLER_EN =
  /(?:[\s.,!]|\b(?:at all|either|any ?more|any longer|anyway|unfortunately|i'm afraid|sorry|for you|right now|at this (?:time|point|stage)|at the moment|currently|yet|sir|ma'am|madam|though|myself|ourselves)\b)+$/u;
const OPENING_EN =
  /^(?:\s|no,?|sorry,?|but|and|so|well,?|unfortunately,?|i'm afraid|we're afraid|regrettably,?|sadly,?|currently|all|i regret|to (?:say|inform you|tell you)(?: that)?|it (?:looks|seems|appears)(?: like| that)?)+\b\s*/u;
const AUXILIARY_EN =
  /(?:\s|\b(?:is|are|was|were|has|have|just|simply|really|unfortunately|currently|also|already|now|all|fully|completely|sadly|been|that|it)\b|'s|'re)+$/u;
const OF_THING =
  /\bbe \w|covered|approved|ineligible|successful|possible|permitted|allowed|option|eligible|able$|negotiable|question|table|happen|fly|declined|rejected|denied|refused|turned down|sold out|out of stock|booked|available|unavailable|left|ordered|something|anything|service|beyond|outside|within/u;
/** When it is wanted. */
const WHEN_EN =
  /^(?:for|on|at|until|from|before|after|by|in|within|during) [^,.!?;]+|^(?:today|tonight|tomorrow|this (?:week|month|weekend|morning|afternoon|evening))\b/iu;
/** What no verb begins. */
const NO_VERB =
  /^(?:about|against|beyond|because|over|out|up|today|tonight|tomorrow|on|in|at|for|to|by|the|an?|any|some|your|our|my|this|that|these|until|before|after|with|without|you|it|us|me|them|all|both|either|not|as|of)\b/iu;
const PRONOUN_EN =
  /^(?:that|it|this|they|we|i|there|he|she|who|which|these|those|none|you|nothing|something|anything|one)?$|^(?:it|i|we|they|he|she|there|you)\b/iu;
const EMPTY_EN =
  /^(?:do|help|make|accommodate|change|offer|allow|process|give|go|assist|be|have|refund|return|cancel|fix)?(?: ?(?:it|that|this|so|some|something|more|one|you|for|with|about|here|any|better|further|faster|happen|work|done|possible))*$/iu;
