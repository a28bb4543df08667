import type { Draft } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { capital } from './capital.ts';
import { causes, type Joint, toldBefore } from './joint.ts';
import { lengthIn } from './measure.ts';
import { numbered } from './numbering.ts';
import { inRegister } from './register.ts';

/** Shorter ways to say a long sentence in the same words: its steps or options numbered, or parted into sentences. */
export function* shortened(speech: Speech, sentence: Span, limit: number): Generator<Draft> {
  const list = numbered(speech, sentence);
  if (list) yield { span: sentence, pieces: [list] };
  const steps = speech.lang === 'en' ? stepByStep(speech, sentence) : undefined;
  if (steps) yield { span: sentence, pieces: [steps] };
  for (const strict of [true, false]) {
    const parts = parted(speech, sentence, limit, strict);
    if (!parts) continue;
    const breathing = speech.lang === 'en' ? parts : parts.replace(BREATH, inRegister(speech, '\uff0c'));
    if (breathing !== parts) yield { span: sentence, pieces: [breathing] };
    yield { span: sentence, pieces: [parts], ...(breathing !== parts && { otherwise: true }) };
  }
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
    let way = { total: Number.POSITIVE_INFINITY, before: -1 };
    // What is too long from one joint is too long from all before it.
    for (let before = i - 1, isShort = true; before >= -1 && isShort; before--) {
      const from = before < 0 ? 0 : joints[before]!.end;
      if (from > start) continue;
      const paid = price(from, start);
      isShort = paid !== Number.POSITIVE_INFINITY;
      const total = (before < 0 ? 0 : ways[before]!.total) + cost + paid;
      if (total <= way.total) way = { total, before };
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
  for (const joint of [...joints, { start: sentence.end - sentence.start, end: 0, put: '', cost: 0 } satisfies Joint as Joint]) {
    let words = put;
    for (const edit of joint.edits ?? []) {
      words += speech.words({ start: sentence.start + from, end: sentence.start + edit.start }) + inRegister(speech, edit.put);
      from = edit.end;
    }
    words = (words + speech.words({ start: sentence.start + from, end: sentence.start + joint.start })).trim();
    if (out !== '') out += isEnglish ? '. ' : '\u3002';
    out += out !== '' && isEnglish ? capital(words) : words;
    ({ put, end: from } = joint);
  }
  return out;
}

/** Written: where a long clause goes on to a second one without a comma. */
const BREATH =
  /(?<=[^,\uff0c\u3001\u3002\u201c\u300c(\uff08]{10})(?<!是|就|而|也|都|不|还|還|之)(?=(?:因为|因為|所以|并且|並且|而且|然后|然後|但是|我们对此|我們對此|预计|預計)[^,\uff0c\u3001\u3002\u201d\u300d)\uff09]{6})/gu;

/** Commas outside brackets and numbers. */
function chineseJoints(text: string): Joint[] {
  const joints: Joint[] = [];
  let opening = 0;
  for (const comma of text.matchAll(/,(?!\d{3})(?![^(]*\))/gu)) {
    const start = comma.index;
    const before = text.slice(opening, start);
    const after = text.slice(start + 1).trimStart();
    opening = start + 1;
    if (HANGS.test(after) || SUBORDINATE.test(before) || isAnswer(text.slice(0, start), after)) continue;
    if (Math.min(before.length, /^[^,]*/u.exec(after)![0].length) < 4) continue;
    joints.push({ start, end: start + 1, put: '', cost: BEGINS.test(after) ? 0 : 1 });
  }
  for (const { index } of text.matchAll(UNMARKED)) {
    const clause = text.slice(text.lastIndexOf(',', index - 1) + 1, index);
    const also = text.startsWith('并且', index);
    if (SUBORDINATE.test(clause) && !ANSWERED.test(clause)) continue;
    if (HYPOTHESIS.test(clause) || CAUSE.test(clause) || isAnswer(text.slice(0, index), text.slice(index))) continue;
    joints.push({ start: index, end: index + (also ? 2 : 0), put: also ? ALSO : '', cost: 2 });
  }
  joints.push(...toldBefore(text), ...causes(text));
  return joints.sort((a, b) => a.start - b.start);
}

/** Where a clause begins although no comma says so. */
const UNMARKED =
  /(?<=[^,]{5}[^的,])(?=(?:签收(?:时|后)请|收到(?:以后|之后|后)请|预计|我们(?:已|会|将|这边|对此)|(?<!就)请[您你]|[您你](?:可以|只需|需要|也|所)|(?<!但是?[^,]{0,4}|而)如果|但是?[^,]{0,4}如果|同时|因此|所以|另外|然后|这样就|届时|到时|并且|而且|就请[您你]))/gu;

/** Begins a sentence where 并且 would join a clause; the same in both scripts. */
const ALSO = '\u53e6\u5916';

/** True where what follows is the other half of a pair of conjunctions. */
function isAnswer(before: string, after: string): boolean {
  return PAIRS.some(([first, second]) => first.test(before) && second.test(after));
}
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:因为|由于|鉴于)/u, /^(?:所以|因此|因而|才|就|故)/u],
  [/(?:虽然|虽说|尽管)/u, /^(?:但|可是?|不过|却|还是|也)/u],
  [/(?:不但|不仅|不光|除了)/u, /^(?:而且|并且|还|也)/u],
  [/(?:如果?(?!何)|若|要是|一旦|只要|只有|既然|无论|不管)/u, /^(?:那|就|才|都|则)/u],
];

/** A condition that its clause has not answered yet. */
const HYPOTHESIS = /(?:如果?(?!何)|若|要是)(?!.*(?:的话|就|请|需要|可以|麻烦))/u;
const ANSWERED = /(?:的话|之前|之后|以后|的时候|预计|将).{6,}/u;
const CAUSE = /(?:因为|由于|鉴于|虽然|尽管|既然)(?!.*(?:所以|因此|但|预计|将))/u;

/** Normal text: what a sentence may begin with, what never begins one, and a clause that needs the next. */
const BEGINS =
  /^(?:[您你]|我们?|咱们|这[边样里]|本[店行院司校]|请|烦请|麻烦|如果?|若|要是|同时|另外|此外|届时|到时|所以|因此|建议|为了|关于|目前|现在|今天|后续|之后|然后|接着|最后|期间|需要|一旦|只要|待|等|系统|也请|如有|还请|其中|\ufffc)/u;
const HANGS = /^(?:的|连同|并|而|且|或|以及|和|就|才|则|却|从而|以便|以免|否则|导致|使|让|包括|例如|比如|即|特别|尤其|尽快|方便|也就是)/u;
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
  [new RegExp(`,? and then (?=${SUBJECT}\\b)`, 'gu'), 'Then ', 0],
  [new RegExp(`,? and (?=(?:also )?${SUBJECT}\\b(?! (?:and|or)\\b))`, 'gu'), '', 0],
  [/,? and (?=(?:in|on|at|from|after|during|by|for|within|until) (?:[\w-]+ ){1,4}?(?:i|we|you|it|they|there)\b)/gu, '', 0],
  [new RegExp(`,? after which (?=${SUBJECT}\\b)`, 'gu'), 'After that, ', 0],
  [/, which (?=(?:is|will|has|can|should|was|may|\w{3,}s)\b[^,]*$)/gu, 'This ', 0],
  [/,? so that (?=(?:i|we|you|they|it) )/gu, 'This way, ', 2],
  [/,? where (?=you(?:'ll| will| can)\b)/gu, 'There ', 0],
  [/, who (?=(?:will|can)\b[^,]*$)/gu, 'They ', 1],
  [new RegExp(`,? so (?=${SUBJECT}\\b)`, 'gu'), 'So ', 0],
  [new RegExp(`,? because (?=${SUBJECT}\\b)`, 'gu'), 'This is because ', 0],
  [new RegExp(`,? but (?=${SUBJECT}\\b)`, 'gu'), 'At the same time, ', 1],
  [new RegExp(`, (?=${SUBJECT}\\b)`, 'gu'), '', 1],
  [new RegExp(`,? (?:while|whereas) (?=${SUBJECT}\\b)`, 'gu'), 'Meanwhile, ', 2],
  [new RegExp(` [-\\u2013\\u2014]+ (?=${SUBJECT}\\b)`, 'gu'), '', 2],
];
/** Steps in a row, each as a sentence of its own; the last begins with Then. */
function stepByStep(speech: Speech, sentence: Span): string | undefined {
  const text = speech.text.slice(sentence.start, sentence.end);
  if (!DOERS[2]![0].test(text)) return undefined;
  const marks = [...text.matchAll(NEXT_STEP)];
  if (marks.length < 2 || !/and/u.test(marks.at(-1)![0])) return undefined;
  const joints = marks.map(({ index, 0: found }, i) => ({
    start: index,
    end: index + found.length,
    put: i === marks.length - 1 ? 'Then ' : '',
    cost: 0,
  }));
  return written(speech, sentence, joints);
}

const NEXT_STEP =
  /,? (?:and then |and |then )?(?<=, (?:and then |and |then )?)(?=(?:take|open|press|hold|tap|click|go|turn|choose|select|scroll|unplug|switch|remove|put|pull|push|lift|fill|sign|log|enter|type|send|print|show|walk|follow|check|download|wait|bring|cut|clean|rinse|wash|drive|keep|leave|connect|restart|reset|stay|get|step|ride|change) )/gu;

/** A second thing to do: whose it is decides how its sentence begins. */
const STEP =
  /,? and then (?=(?!(?:been|had|done|seen|made|put|laid|left|sent|kept|held|\w+(?:ed|ing|ly|s)|the|a|an|to|i|we|you|it|they)\b)[a-z]+ )/gu;
const DOERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:we will|we'll) (?!.*\b(?:i|you|they|it)\b)/u, "Then we'll "],
  [/\b(?:i will|i'll) (?!.*\b(?:we|you|they|it)\b)/u, "Then I'll "],
  [
    /^(?:(?:first|please|just|now|then|to begin with),? )*(?:take|open|press|hold|tap|click|go|turn|choose|select|scroll|unplug|switch|remove|put|pull|push|lift|fill|sign|log|enter|type|send|print|show|walk|follow|check|download|wait|bring|cut|clean|rinse|wash|drive|keep|leave|connect|restart|reset)\b/u,
    'Then ',
  ],
  [/\byou (?:can |need to |will need to |should |have to |may )(?!.*\b(?:i|we|they|it)\b)/u, 'Then '],
];

function englishJoints(text: string): Joint[] {
  const joints = new Map<number, Joint>();
  for (const [pattern, put, cost] of JOINTS) {
    for (const { index: start, 0: found } of text.matchAll(pattern)) {
      if (!joints.has(start) && !isOpen(text.slice(0, start))) joints.set(start, { start, end: start + found.length, put, cost });
    }
  }
  for (const { index: start, 0: found } of text.matchAll(STEP)) {
    const before = text.slice(0, start);
    const clause = before.slice(
      Math.max(0, ...[...before.matchAll(/(?:, and|, but|, so| and)(?= (?:i|we|you|it|they)\b)/gu)].map((m) => m.index + m[0].length)),
    );
    const put = isOpen(before) || LISTS.test(clause) ? undefined : DOERS.find(([whose]) => whose.test(clause.trim()))?.[1];
    if (put !== undefined && !joints.has(start)) joints.set(start, { start, end: start + found.length, put, cost: 0 });
  }
  return [...joints.values()].sort((a, b) => a.start - b.start);
}

/** Things that stand in a row, whose "and" is still to come. */
const LISTS = /, (?!(?:and|or|but|so|which|who|where)\b)[a-z]+ [^,]*$/u;

/** True where the words end inside a clause that hangs on one still to come. */
function isOpen(before: string): boolean {
  const opening = [...before.matchAll(OPENS)].at(-1);
  if (!opening) return false;
  const since = before.slice(opening.index + opening[0].length);
  return !/, (?!and |or )\w/u.test(since) && (since.match(FINITE)?.length ?? 0) < 2;
}

/** What opens a clause at the head of its sentence; not one that follows what it hangs on. */
const OPENS =
  /(?:^|[,;.] |\b(?:and|but|so|or|that) )(?:if|when|once|while|although|though|because|since|as soon as|as|after|before|unless|until|for|in|with|to)\b/gu;
/** Whoever does something. */
const FINITE =
  /(?<!\b(?:that|which|who|where|what) )\b(?:i|we|you|it|they|there|he|she|please|(?:the|your|our|my) [\w-]+(?: [\w-]+)?)(?:'ll|'re|'s|'ve| \w+)/gu;
