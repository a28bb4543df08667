import type { Moment, Words } from '../../engine/moment.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { isSoForAll } from './forAll.ts';
import { behindGreeting } from './saying.ts';

/** What was asked for: to be told something, to have something changed. */
export interface Grant {
  readonly data: boolean;
  readonly change: boolean;
}

/** The first words of a turn that grant what was asked for, by how answers are built: yes or no and more, a figure, a deed done. `idle` are the acts that ask, look or hold. */
export function granted(moment: Moment, { data, change }: Grant, idle: number): Words | undefined {
  for (const speech of moment.speeches()) {
    for (const sentence of speech.sentences()) {
      if (speech.text[sentence.end - 1] === '?') continue;
      const span = (data ? toldIn(speech, sentence) : undefined) ?? (change ? doneIn(speech, sentence) : undefined);
      if (!span || speech.has('agent-acts/general', sentence)) continue;
      const isIdle = moment.find(idle).some((one) => one.speech === speech && one.span.start < sentence.end && one.span.end > span.start);
      if (!isIdle) return { speech, span };
    }
  }
  return undefined;
}

function toldIn(speech: Speech, sentence: Span): Span | undefined {
  const span = first(speech, sentence, speech.lang === 'en' ? TOLD_EN : TOLD);
  return span && !isSoForAll(speech, span) ? span : undefined;
}

function doneIn(speech: Speech, sentence: Span): Span | undefined {
  return first(speech, sentence, speech.lang === 'en' ? DONE_EN : DONE);
}

function first(speech: Speech, sentence: Span, pattern: RegExp): Span | undefined {
  const { start, end } = behindGreeting(speech, sentence);
  const found = pattern.exec(speech.text.slice(start, end));
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : undefined;
}

/** Yes or no with more behind it, what came of it, how much is left, what was chosen. */
const TOLD =
  /^(?:(?:好的?|嗯|您好),)?(?:(?:有|没有?|还没有?|在|不在|到了?|没到|来了|走了|出了|是|对)[的喔哦呢啊呀]?,(?=[^,。!?]{2})|(?:总共|一共|目前|现在)?还?(?:剩|差|欠)(?!什么|哪)[^,。!?]{1,10}|[\u4e00-\u9fff]{1,3}的是[^,。!?]{2,16}|最近一次[^,。!?]{2,16}|(?:去年|今年|上个?月|这个月|本月|上周)[^,。!?]{0,6}[\d一二两三四五六七八九十]+|是?(?:[本这下]?(?:周|礼拜|星期)[一二三四五六日天]|[明后]天|[\d一二三四五六七八九十]+月)[^,。!?]{0,10}(?=[,。]|$))|(?:零件|东西|衣服|材料|车|单子|款|钱|货|件|票)(?:已经?|都|还)[^,。!?]{1,10}|(?:^|[,。])(?:已经?(?!登记|记录|帮|为|给)[\u4e00-\u9fff]{1,6}(?:好|完|到|走)?了?(?=,)|还(?:在|没|能|有)[^,。!?]{0,12})(?=[,。])|[\u4e00-\u9fff]了(?:[一二两三四五六七八九十\d]+)[种次节张片盒瓶]|在[^,。!?]{1,8}[\d一二三四五六七八九十]+(?:床|楼|室|号|栋|层|房)/u;
/** What is done on the account. */
const DONE =
  /^(?:(?:好的?|嗯|可以|没问题|行|收到|您好)[哦喔呢]?,)*(?:已经?|都|帮您|给您|为您|替您|这就)*(?![记写登备收听看查准明稍知了])(?!.{0,3}(?:登记|备注|准备|记录))[\u4e00-\u9fff]{1,4}(?:好|掉|成功|完成?|过来)[了啦咯喽啰](?=[,。!~]|$)|^(?:(?:好的?|嗯|可以|行)[哦喔呢]?,)?[退停关改换删销]了(?=[,。])|已经?[^,。!?]{0,4}(?:改|换|转|停|退|取消|挪|延|删|解)[^,。!?]{1,16}[了啦啰喽咯](?=[,。!~]|$)/u;
const TOLD_EN =
  /^(?:(?:sure|of course|certainly|okay|ok|right|let's see)[,.] )?(?:(?:yes|yep|yeah|no|not yet|none|loads|plenty|nothing)[,.] (?!i\b|we\b|sorry|problem|worries|let\b|could|can|may|please|sure|of course)[a-z]|(?:it|they|he|she) (?:did|has|have|was|were|does|came|went)\b|(?:he|she|they)(?:'s| is|'re| are) |(?:it|they|that)(?:'s|'re| is| are) (?:under|with|due|set for|booked) |you(?:'ve| have|'re| are) (?:[a-z]+ ){0,2}(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no)\b(?! (?:minutes|moment|question|way|problem))|that (?:was|comes to|came to) [^.!?]{0,10}[$£€\d])/u;
const DONE_EN =
  /^(?:(?:sure|of course|certainly|okay|ok|right|no problem|great|hello|hi|thanks?(?: you)?)[,.] ){0,4}(?:(?:that's|it's|all|now|your [\w ]{2,24}(?: is| has been)|the [\w ]{2,24}(?: is| has been)) ){0,2}(?:now )?(?:cancell?ed|ended|terminated|moved|changed|updated|stopped|closed|paused|removed|switched|deleted|swapped|upgraded|transferred|extended|rescheduled|frozen|amended|corrected)(?=[,.! ])(?! by| at (?:the|any)| my)|(?:^|[,.] )(?:i've|i have) (?:now |just )?(?:put|taken|made|set|swapped|pushed|brought|added|popped) [^.!?]{0,20}\b(?:on|off|in|to|for|back|forward|down|instead)\b|\byou(?:'re| are) now (?:the|on|at|in|for|down) |\bit(?:'s| is)? (?:now )?going to (?!be\b|take\b|have\b|need\b|rain\b)[^.!?]{2,30}\bnow\b|\b(?:he|she|they|it|that)(?:'s|'re| is| are) (?:now )?(?:off|on) (?:it|the|as of|from)\b/u;
