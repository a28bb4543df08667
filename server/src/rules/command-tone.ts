import type { Severity } from '../engine/finding.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { RuleOptions } from '../engine/ruleOptions.ts';
import type { Speech } from '../engine/speech.ts';
import { type Request, requestIn } from '../phrasebook/request.ts';
import { commaParts, joined, joining, retold } from '../phrasebook/retelling.ts';
import { overlaps, type Span } from '../text/span.ts';
import { dataRule } from './data/dataRule.ts';
import { customerSaid } from './data/lastSaid.ts';
import type { CodeRule } from './registry.ts';

const HARSH = 'command-tone/harsh';
const CALM = 'command-tone/calm';
const UNSAID = 'command-tone/unsaid';
const DUTY = 'command-tone/duty';

/** Orders. What was ordered is asked for instead, in the words of the order; what else the sentence says stays. */
export const commandTone: CodeRule = (meta, packs) => {
  const found = dataRule(meta, packs);
  return {
    ...found,
    *check(speech: Speech, options: RuleOptions): Generator<Report> {
      for (const report of found.check(speech, options)) {
        if (isListed(speech, report.span) || isToldWhereAsked(speech, report.span)) continue;
        const grade = gradeOf(speech, report.span);
        yield grade ? { ...report, grade } : report;
      }
    },
    *reframes(speech: Speech, report: Report): Generator<Draft> {
      const sentence = speech.sentence(report.span);
      if (speech.has(CALM, sentence)) yield* retold(speech, sentence, {}, packs.reframes['command-tone/soothe']);
      else {
        const orders = speech.has(UNSAID, sentence) ? [] : [...found.check(speech, {})].map(({ span }) => span);
        const told = askedIn(speech, sentence, orders);
        const left = told || speech.has(UNSAID, sentence) ? '' : withoutHarsh(speech, sentence);
        if (left !== '') yield* retold(speech, sentence, { left }, packs.reframes['command-tone/left']);
        if (told) yield* retold(speech, sentence, told.captures, packs.reframes[`command-tone/${told.list}`]);
        else for (const draft of found.reframes?.(speech, report) ?? []) yield left === '' ? draft : { ...draft, otherwise: true };
      }
    },
  };
};

/** What it costs, or where and when to be, told to a customer who asked for that. */
function isToldWhereAsked(speech: Speech, span: Span): boolean {
  if (!isDuty(speech, span)) return false;
  return (
    customerSaid(speech, 'command-tone/asks-what') ||
    (speech.has('command-tone/price', speech.sentence(span)) && customerSaid(speech, 'command-tone/asks-price'))
  );
}

/** A step to come that is told with an offer is a hint; a detail asked for, and a duty told to a customer who asked whether there is one, an info. */
function gradeOf(speech: Speech, span: Span): Severity | undefined {
  const has = (list: string): boolean => speech.find(list).some((m) => overlaps(m.whole, span));
  if (has('command-tone/faint')) return 'hint';
  const isTold = isDuty(speech, span) && customerSaid(speech, 'command-tone/asks-whether');
  return isTold || has('command-tone/mild') ? 'info' : undefined;
}

/** Says what has to be done, and no more. */
function isDuty(speech: Speech, span: Span): boolean {
  return speech.find(DUTY).some((m) => overlaps(m.whole, span)) && !speech.has(HARSH, speech.sentence(span));
}

/** In a line of a list that a request, or a promise of ours, has opened. */
function isListed(speech: Speech, span: Span): boolean {
  const said = speech.ofTurn();
  const above = said.slice(0, said.indexOf(speech)).map(({ text }) => text);
  const lines = [...above, speech.text.slice(0, span.start)].join('\n').split('\n');
  if (!ITEM.test(lines.pop()!)) return false;
  const opening = lines.reverse().find((line) => line.trim() !== '' && !ITEM.test(line));
  return opening !== undefined && OPENS_LIST.test(opening) && ASKED_OR_OURS.test(opening);
}

const ITEM = /^\s*(?:[•·*✓✔✅▪-]|\d{1,2}[.)、]|[①-⑩])\s*/u;
const OPENS_LIST = /:\s*$/u;
const ASKED_OR_OURS = /\b(?:please|could you|we(?:'ll| will| can|'d)?|i(?:'ll| will| can)?|our|you can|you may)\b|请|麻烦|建议|可以|我/u;

interface Asked {
  readonly list: 'ask' | 'spare';
  readonly captures: Readonly<Record<string, string>>;
}

/** What a sentence says beside clauses that only hurry or threaten. */
function withoutHarsh(speech: Speech, sentence: Span): string {
  const parts = commaParts(speech, sentence);
  const left = parts.filter((part) => !speech.has(HARSH, part));
  return left.length < parts.length ? left.map((part) => speech.words(part)).join(speech.lang === 'en' ? ', ' : '\uff0c') : '';
}

/** What the orders of a sentence ask for, and what stands around them. */
function askedIn(speech: Speech, sentence: Span, orders: readonly Span[]): Asked | undefined {
  const before: string[] = [];
  const after: string[] = [];
  const requests: Request[] = [];
  for (const part of commaParts(speech, sentence)) {
    const request = orders.some((span) => overlaps(span, part)) ? requestIn(speech, part) : undefined;
    const isHarsh = speech.has(HARSH, part);
    const denied = isHarsh ? DENIED.exec(speech.words(part))?.[1] : undefined;
    if (denied) after.push(`${speech.lang === 'zh-Hant' ? '\u9019\u6a23' : '\u8fd9\u6837'}\u5c31\u53ef\u4ee5${denied}\u4e86`);
    if (request && !(isHarsh && requests.length > 0)) requests.push(request);
    else if (!isHarsh && !orders.some((span) => overlaps(span, part))) (requests.length > 0 ? after : before).push(speech.words(part));
  }
  const wanted = requests.filter(({ kind }) => kind === 'do');
  const first = wanted[0] ?? requests[0];
  if (!first) return undefined;
  const hurries = orders.some((span) => overlaps(span, sentence) && HURRY.test(speech.text.slice(span.start, span.end)));
  const around = speech.lang === 'en' ? englishAround(before, first, wanted, after) : chineseAround(speech, before, first, wanted, after);
  const soon = speech.lang === 'zh-Hant' ? '\u76e1\u5feb' : '\u5c3d\u5feb';
  return {
    list: first.kind === 'do' ? 'ask' : 'spare',
    captures: {
      soon: hurries && !TIMED.test(first.act) ? soon : '',
      act: first.act,
      head: speech.lang === 'en' ? '' : first.head,
      ...around,
    },
  };
}

function chineseAround(
  speech: Speech,
  before: readonly string[],
  first: Request,
  wanted: readonly Request[],
  after: readonly string[],
): Record<string, string> {
  const more = wanted.slice(1).map(({ head, act }) => then(speech, `${head}\u518d${act.replace(/^(?:然后|然後|接着|接著)?再?/u, '')}`));
  const own = wanted.length > 0 && after.some((words) => PROXY.test(words));
  const rest = own ? '' : joined(speech, [...more, ...after.map((words) => then(speech, words.replace(ONLY_THEN, '$1\u5c31')))]);
  const act = wanted[0]?.act ?? '';
  return {
    before: joining(speech, wanted.length > 0 ? before : [...before, ...after]),
    ...(own ? {} : { doing: act }),
    ...(own ? { why: speech.lang === 'zh-Hant' ? '\u9700\u8981\u672c\u4eba\u8fa6\u7406' : '\u9700\u8981\u672c\u4eba\u529e\u7406' } : {}),
    ...(WANTED.test(before.join('')) ? { wanted: before.join('\uff0c') } : { pressed: first.act }),
    rest,
    ...(rest === '' ? { only: act } : {}),
    ...(CONSEQUENCE.test(rest) ? {} : { steps: act + rest }),
  };
}

function englishAround(
  before: readonly string[],
  first: Request,
  wanted: readonly Request[],
  after: readonly string[],
): Record<string, string> {
  const opening = [...before, first.head].filter((words) => words !== '');
  const inline: string[] = [];
  const follow: string[] = [];
  for (const words of after) {
    const other = /^(?:or else|or|otherwise),? (?=\w)/iu.exec(words);
    if (other) follow.push(`Otherwise ${words.slice(other[0].length)}`);
    else if (follow.length > 0 || /^(?:and )?(?:we|it|the|your|you|they|there|i|this|that)\b/iu.test(words))
      follow.push(words.replace(/^and /iu, ''));
    else inline.push(words);
  }
  let acts = [first.act, ...wanted.slice(1).map(({ act }) => act)].join(' and ');
  const threat = / or (?=(?:the|your|you|we|it|i)\b)/iu.exec(acts);
  if (threat) {
    follow.unshift(`Otherwise ${acts.slice(threat.index + threat[0].length)}`);
    acts = acts.slice(0, threat.index);
  }
  return {
    before: opening
      .map(
        (words) =>
          words +
          (/^(?:if|when|once|before|after|to|for|in|on|at|by|with|as|since|because|sir|ma'am|madam|miss|hi|hello|sorry|please)\b|^\S+(?: \S+)?$/iu.test(
            words,
          )
            ? ', '
            : '. '),
      )
      .join(''),
    act: acts,
    rest: inline.map((words) => `, ${words}`).join(''),
    follow: follow.map((words) => ` ${words[0]!.toUpperCase()}${words.slice(1)}.`).join(''),
  };
}

/** What is to be talked of only then: it is taken care of then. */
function then(speech: Speech, words: string): string {
  const later = TALK.exec(words)?.[1];
  if (later === undefined) return words;
  return `${speech.lang === 'zh-Hant' ? '\u597d\u4e86\u6211\u5011\u5c31\u5e6b\u60a8\u8655\u7406' : '\u597d\u4e86\u6211\u4eec\u5c31\u5e2e\u60a8\u5904\u7406'}${later}`;
}

const TALK = /^再(?:来|來)?[谈談](.{0,8})$/u;
/** Nobody may stand in; what the customer is asked for already; what is denied until then; a hurry, and a time that tells it. */
const PROXY = /代[办辦领領签簽取].{0,3}(?:不行|不可以|不能|不收|不接受)/u;
const WANTED = /发来|發來|传来|傳來|给我|給我|告诉|告訴|提供/u;
const DENIED = /不[给給]([查办辦退修看用])/u;
const HURRY = /赶紧|赶快|立刻|立马|马上|立即|火速|快点/u;
const TIMED = /^(?:在)?(?:先|[今明后後本这這]|\d|现在|現在|尽快|盡快)/u;

/** What comes of it when an order is not followed: a reason already. */
const CONSEQUENCE = /不行|还差|還差|否则|否則|不然|要不|晚了|过号|過號|就没|就沒|就要|马上|馬上|会被|會被|以免/u;

/** What we do only then, said as what we then do. */
const ONLY_THEN = /^(我们?|我們|系统|系統|这边|這邊)?才(?=[^,\uff0c]*$)/u;
