import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { type Request, requestIn } from '../phrasebook/request.ts';
import { commaParts, joined, joining, retold } from '../phrasebook/retelling.ts';
import { overlaps, type Span } from '../text/span.ts';
import { dataRule } from './data/dataRule.ts';
import type { CodeRule } from './registry.ts';

const HARSH = 'command-tone/harsh';
const CALM = 'command-tone/calm';

/** Orders. What was ordered is asked for instead, in the words of the order; what else the sentence says stays. */
export const commandTone: CodeRule = (meta, packs) => {
  const found = dataRule(meta, packs);
  return {
    ...found,
    *reframes(speech: Speech, report: Report): Generator<Draft> {
      const sentence = speech.sentence(report.span);
      if (speech.has(CALM, sentence)) yield* retold(speech, sentence, {}, packs.reframes['command-tone/soothe']);
      else {
        const told = askedIn(
          speech,
          sentence,
          [...found.check(speech, {})].map(({ span }) => span),
        );
        if (told) yield* retold(speech, sentence, told.captures, packs.reframes[`command-tone/${told.list}`]);
        else yield* found.reframes?.(speech, report) ?? [];
      }
    },
  };
};

interface Asked {
  readonly list: 'ask' | 'spare';
  readonly captures: Readonly<Record<string, string>>;
}

/** What the orders of a sentence ask for, and what stands around them. */
function askedIn(speech: Speech, sentence: Span, orders: readonly Span[]): Asked | undefined {
  const before: string[] = [];
  const after: string[] = [];
  const requests: Request[] = [];
  for (const part of commaParts(speech, sentence)) {
    const request = orders.some((span) => overlaps(span, part)) ? requestIn(speech, part) : undefined;
    const isHarsh = speech.has(HARSH, part);
    if (request && !(isHarsh && requests.length > 0)) requests.push(request);
    else if (!isHarsh && !orders.some((span) => overlaps(span, part))) (requests.length > 0 ? after : before).push(speech.words(part));
  }
  const wanted = requests.filter(({ kind }) => kind === 'do');
  const first = wanted[0] ?? requests[0];
  if (!first) return undefined;
  const around = speech.lang === 'en' ? englishAround(before, first, wanted, after) : chineseAround(speech, before, wanted, after);
  return {
    list: first.kind === 'do' ? 'ask' : 'spare',
    captures: { act: first.act, head: speech.lang === 'en' ? '' : first.head, ...around },
  };
}

function chineseAround(
  speech: Speech,
  before: readonly string[],
  wanted: readonly Request[],
  after: readonly string[],
): Record<string, string> {
  const more = wanted.slice(1).map(({ head, act }) => `${head}\u518d${act.replace(/^(?:然后|然後|接着|接著)?再?/u, '')}`);
  const rest = joined(speech, [...more, ...after.map((words) => words.replace(ONLY_THEN, '$1\u5c31'))]);
  const act = wanted[0]?.act ?? '';
  return {
    before: joining(speech, wanted.length > 0 ? before : [...before, ...after]),
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

/** What comes of it when an order is not followed: a reason already. */
const CONSEQUENCE = /否则|否則|不然|要不|晚了|过号|過號|就没|就沒|就要|马上|馬上|会被|會被|以免/u;

/** What we do only then, said as what we then do. */
const ONLY_THEN = /^(我们?|我們|系统|系統|这边|這邊)?才(?=[^,\uff0c]*$)/u;
