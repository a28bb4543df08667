import type { Draft } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { capital } from './capital.ts';
import { lengthIn } from './measure.ts';
import { numbered } from './numbering.ts';

/** Shorter ways to say a long sentence in the same words: its steps or options numbered, or parted into sentences. */
export function* shortened(speech: Speech, sentence: Span, limit: number): Generator<Draft> {
  const list = numbered(speech, sentence);
  if (list) yield { span: sentence, pieces: [list] };
  for (const strict of [true, false]) {
    const parts = parted(speech, sentence, limit, strict);
    if (parts) yield { span: sentence, pieces: [parts] };
  }
}

/** A place where a sentence may be parted: `at`–`end` goes, `put` begins what follows. */
interface Joint extends Span {
  readonly put: string;
  /** 0 where a sentence may well begin; more where it would sound broken off. */
  readonly cost: number;
}

/** The sentence as several, none longer than the limit; undefined where there is no good place to part it. */
function parted(speech: Speech, sentence: Span, limit: number, strict: boolean): string | undefined {
  const { lang } = speech;
  const text = speech.text.slice(sentence.start, sentence.end);
  const joints = (lang === 'en' ? englishJoints(text) : chineseJoints(text)).filter((joint) => !strict || joint.cost === 0);
  const chosen = cheapest([...joints, { start: text.length, end: text.length, put: '', cost: 0 }], (from, to) => {
    const length = lengthIn(lang, text.slice(from, to)) / limit;
    return length > 1 ? Number.POSITIVE_INFINITY : 1 + length * length + (length < 0.15 ? 1 : 0);
  });
  return chosen && written(speech, sentence, chosen);
}

/** The joints, the last of which is the end, that part a text for the least; undefined where none will do. */
function cheapest(joints: readonly Joint[], price: (from: number, to: number) => number): Joint[] | undefined {
  const ways: { total: number; before: number }[] = [];
  for (const [i, { start, cost }] of joints.entries()) {
    let way = { total: cost + price(0, start), before: -1 };
    for (let before = 0; before < i; before++) {
      if (joints[before]!.end > start) continue;
      const total = ways[before]!.total + cost + price(joints[before]!.end, start);
      if (total < way.total) way = { total, before };
    }
    ways.push(way);
  }
  if (ways.at(-1)!.total === Number.POSITIVE_INFINITY) return undefined;
  const chosen: Joint[] = [];
  for (let at = ways.at(-1)!.before; at >= 0; at = ways[at]!.before) chosen.unshift(joints[at]!);
  return chosen.length > 0 ? chosen : undefined;
}

/** The author's words, parted. */
function written(speech: Speech, sentence: Span, joints: readonly Joint[]): string {
  const isEnglish = speech.lang === 'en';
  let out = '';
  let put = '';
  let from = 0;
  for (const joint of [...joints, { start: sentence.end - sentence.start, end: 0, put: '' }]) {
    const words = put + speech.words({ start: sentence.start + from, end: sentence.start + joint.start }).trim();
    if (out !== '') out += isEnglish ? '. ' : '\u3002';
    out += out !== '' && isEnglish ? capital(words) : words;
    ({ put, end: from } = joint);
  }
  return out;
}

/** Commas outside brackets and numbers. */
function chineseJoints(text: string): Joint[] {
  const joints: Joint[] = [];
  let opening = 0;
  for (const comma of text.matchAll(/,(?!\d{3})(?![^(]*\))/gu)) {
    const start = comma.index;
    const before = text.slice(opening, start);
    const after = text.slice(start + 1).trimStart();
    const cost = (BEGINS.test(after) ? 0 : HANGS.test(after) ? 3 : 1) + (SUBORDINATE.test(before) ? 3 : 0);
    joints.push({ start, end: start + 1, put: '', cost });
    opening = start + 1;
  }
  for (const { index } of text.matchAll(UNMARKED)) {
    const clause = text.slice(text.lastIndexOf(',', index - 1) + 1, index);
    const also = text.startsWith('并且', index);
    joints.push({
      start: index,
      end: index + (also ? 2 : 0),
      put: also ? ALSO : '',
      cost: 2 + (SUBORDINATE.test(clause) || HYPOTHESIS.test(clause) ? 3 : 0),
    });
  }
  return joints.sort((a, b) => a.start - b.start);
}

/** Where a clause begins although no comma says so. */
const UNMARKED =
  /(?<=[^,]{5}[^的,])(?=(?:预计|我们(?:已|会|将|这边|对此)|(?<!就)请[您你]|[您你](?:可以|只需|需要|也|所)|(?<!但是?[^,]{0,4}|而)如果|但是?[^,]{0,4}如果|同时|因此|所以|另外|然后|这样就|届时|到时|并且|而且|就请[您你]))/gu;

/** Begins a sentence where 并且 would join a clause; the same in both scripts. */
const ALSO = '\u53e6\u5916';

/** A condition that its clause has not answered yet. */
const HYPOTHESIS = /(?:如果?(?!何)|若|要是)[^就]*$/u;

/** Normal text: what a sentence may begin with, what never begins one, and a clause that needs the next. */
const BEGINS =
  /^(?:[您你]|我们?|咱们|这[边样里]|本[店行院司校]|请|烦请|麻烦|如果?|若|要是|同时|另外|此外|届时|到时|所以|因此|建议|为了|关于|目前|现在|今天|后续|之后|然后|接着|最后|期间|需要|一旦|只要|待|等|系统|也请|如有|还请|其中|\ufffc)/u;
const HANGS = /^(?:的|而|且|或|以及|和|就|才|则|却|从而|以便|以免|否则|导致|使|让|包括|例如|比如|即|特别|尤其|尽快|方便|也就是)/u;
const SUBORDINATE =
  /^\s*(?:[您你]|我们?)?(?:如果?(?!何)|若|要是|因为|由于|鉴于|虽然|尽管|既然|只要|只有|一旦|当|为了|除了|不仅|不但|关于|对于|针对|等|待|在.{1,20}[后前时]$|.{1,24}的话$)/u;

/** What a clause begins with: a pronoun, or a noun with its verb not far behind. */
const SUBJECT =
  "(?:i|we|you|it|they|he|she|this|that|there|once|if|when|what|please|after|(?:the|your|our|my|these|all|any|each|every|one|both) (?:[\\w-]+ ){1,5}?(?:is|are|was|were|will|would|can|could|has|have|had|should|must|may|comes?|goes|takes?|starts?|needs?|gets?|becomes?)(?![\\w'-]))";
/** English joints: what goes, and what follows begins with. */
const JOINTS: readonly (readonly [pattern: RegExp, put: string, cost: number])[] = [
  [
    /,? and then (?=(?:continues|goes|comes|takes|runs|leaves|stops|arrives|returns|turns|calls|moves|starts|ends|changes)\b)/gu,
    'It then ',
    1,
  ],
  [/,? and then (?=\w)/gu, 'Then ', 0],
  [new RegExp(`,? and (?=(?:also )?${SUBJECT}\\b(?! (?:and|or)\\b))`, 'gu'), '', 0],
  [/,? after which (?=\w)/gu, 'After that, ', 0],
  [/, which (?=(?:is|will|has|can|should|was|may|\w{3,}s)\b)/gu, 'This ', 0],
  [/,? so that (?=(?:i|we|you|they|a|our|your|the)\b)/gu, 'This way, ', 2],
  [/ with (?=(?:your|a|the|some) (?:[\w-]+ )?(?:passport|id|licen[cs]e|card|receipt|ticket|documents?|papers)\b)/gu, 'Please bring ', 3],
  [/,? who (?=(?:has|have)\b)(?:has|have) /gu, 'They have ', 1],
  [/,? who (?=(?:will|can)\b)/gu, 'They ', 1],
  [new RegExp(`,? so (?=${SUBJECT}\\b)`, 'gu'), 'So ', 0],
  [new RegExp(`,? because (?=${SUBJECT}\\b)`, 'gu'), 'This is because ', 0],
  [new RegExp(`,? but (?=${SUBJECT}\\b)`, 'gu'), 'At the same time, ', 1],
  [new RegExp(`, (?=${SUBJECT}\\b)`, 'gu'), '', 1],
  [/,? and (?=\w+ (?:\w+ )?(?:the|your|our|it|us|me|this|that|a|an|to)\b)/gu, 'Then ', 2],
  [/,? (?:while|whereas) /gu, 'Meanwhile, ', 2],
  [/ [-\u2013\u2014]+ |:\s(?=\w)/gu, '', 2],
  [/, (?:and )?(?=\w)/gu, '', 3],
  [/,? and (?=(?:is|was|has|will|should)\b)/gu, 'It ', 3],
];

function englishJoints(text: string): Joint[] {
  const joints = new Map<number, Joint>();
  for (const [pattern, put, cost] of JOINTS) {
    for (const { index: start, 0: found } of text.matchAll(pattern)) {
      const opening = /^(?:if|when|once|while|although|though|because|since|as|after|before|unless|until|for|in|with|to)\b[^,]*$/u.test(
        text.slice(Math.max(text.lastIndexOf(',', start - 1), text.lastIndexOf('. ', start - 1)) + 1, start).trim(),
      );
      if (!joints.has(start)) joints.set(start, { start, end: start + found.length, put, cost: cost + (opening ? 3 : 0) });
    }
  }
  return [...joints.values()].sort((a, b) => a.start - b.start);
}
