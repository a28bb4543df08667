import type { Draft, Piece, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { inRegister } from '../phrasebook/register.ts';
import type { Span } from '../text/span.ts';
import { exceptAtCounter } from './data/counterOrder.ts';
import type { CodeRule } from './registry.ts';

/** A promise with no time. Its rewordings keep the promise and put a time to fill in where the vague word stood. */
export const vagueTime: CodeRule = (meta, packs) => {
  const found = exceptAtCounter(meta, packs);
  return {
    ...found,
    *reframes(speech: Speech, report: Report) {
      const said = speech.text.slice(report.span.start, report.span.end);
      const isEvent = THEN.test(said) && DONE.test(speech.text.slice(0, report.span.start));
      const swap =
        speech.lang === 'en'
          ? englishSwap(speech, report.span)
          : isEvent ||
              UPON.test(said) ||
              UNDER_WAY.test(speech.text.slice(0, report.span.start)) ||
              STANDS_ALONE.test(speech.text.slice(report.span.end))
            ? undefined
            : (putOff(speech, report.span) ?? chineseSwap(speech, report.span));
      if (swap) yield swap;
      if (swap && (IDLE.test(said) || PUT_OFF.test(speech.text.slice(report.span.end)))) return;
      if (!swap || !endsSentence(speech, report.span)) yield { ...withTimeBehind(speech, report.span), otherwise: true };
      yield { ...withRecourse(speech, report.span), otherwise: true };
      if (swap) yield* withNews(speech, report.span);
    },
  };
};

/** True where an English vague word is the last of its sentence: a latest time behind it would say it twice. */
function endsSentence(speech: Speech, span: Span): boolean {
  return (
    speech.lang === 'en' && /^later$/u.test(speech.text.slice(span.start, span.end)) && /^\s*(?:[.!?]|$)/u.test(speech.text.slice(span.end))
  );
}

/** 回头再说报销 → 报销的事我{时间}前答复您. */
function putOff(speech: Speech, { start, end }: Span): Draft | undefined {
  const found = PUT_OFF.exec(speech.text.slice(end));
  if (!found) return undefined;
  const said = found[1]!;
  const from = end + found[0].indexOf(said, found[0].search(/[说议谈]/u));
  const before = MATTER.exec(speech.text.slice(0, start))?.[0].length ?? 0;
  const [whose, it, answer] = ANSWERING[speech.lang === 'zh-Hant' ? 1 : 0];
  const named =
    said !== ''
      ? speech.words({ start: from, end: from + said.length }) + whose
      : before > 0
        ? speech.words({ start: start - before, end: start })
        : it;
  return sentenceWith(speech, { start: start - (said === '' ? before : 0), end: end + found[0].length }, [
    `${named}\u6211`,
    TIME,
    inRegister(speech, answer),
  ]);
}

/** What was named before it was put off. */
const MATTER = /(?:这个|这事|这件事|这些|那个)$/u;
const ANSWERING = [
  ['\u7684\u4e8b', '\u8fd9\u4ef6\u4e8b', '\u524d\u7b54\u590d\u60a8'],
  ['\u7684\u4e8b', '\u9019\u4ef6\u4e8b', '\u524d\u56de\u8986\u60a8'],
] as const;

/** 尽快处理 → 在{时间}前处理. */
function chineseSwap(speech: Speech, { start, end }: Span): Draft {
  const tail = AGAIN.exec(speech.text.slice(end))?.[0].length ?? 0;
  const next = /^(我们?|这边)就/u.exec(speech.text.slice(end))?.[0].length ?? 0;
  const from = /在$/u.test(speech.text.slice(0, start)) ? start - 1 : start;
  const before = speech.text.slice(0, from);
  const joint = /(?:^|[,。!?;:~\u3001\u2026\s])$/u.test(before)
    ? ''
    : DONE.test(before)
      ? inRegister(speech, '\uff0c')
      : WE.test(speech.text.slice(end + tail))
        ? ''
        : '在';
  const coming = joint === '在' ? (/^[会將将]/u.exec(speech.text.slice(end + tail))?.[0].length ?? 0) : 0;
  const isBare = joint === '在' && !/[会将能要可就先再才]$/u.test(before) && !/^[会将能要可]/u.test(speech.text.slice(end + tail));
  const who = next > 0 ? [speech.words({ start: end, end: end + next - 1 })] : [];
  if (speech.text.slice(start, end) === WILL_HAVE) return sentenceWith(speech, { start, end: start }, [joint, TIME, '\u524d']);
  return sentenceWith(speech, { start: from, end: end + (next || tail + coming) }, [
    isBare || coming > 0 ? WILL[speech.lang === 'zh-Hant' ? 1 : 0] : joint,
    TIME,
    '前',
    ...who,
  ]);
}

/** \u4f1a\u6709\u4e13\u5458\u2026: the time goes in front. */
const WILL_HAVE = '\u4f1a';
/** What is to come, said as such. */
const WILL = ['\u4f1a\u5728', '\u6703\u5728'] as const;

/** shortly → by {time}, where it ends its clause; Soon, → By {time}, where it begins one. */
function englishSwap(speech: Speech, span: Span): Draft | undefined {
  const after = speech.text.slice(span.end);
  if (/(?:^|[.!?;] ?)$/u.test(speech.text.slice(0, span.start))) {
    const comma = /^,/u.test(after) ? 1 : 0;
    if (/^\s*(?:[.!]|$)/u.test(after)) return sentenceWith(speech, span, ['By ', TIME]);
    return sentenceWith(speech, { start: span.start, end: span.end + comma }, ['By ', TIME, ',']);
  }
  if (!GOES_ON.test(after)) return undefined;
  const kept = PROMISED.test(speech.text.slice(span.start, span.end)) ? `${speech.words(span)} ` : '';
  return sentenceWith(speech, span, [`${kept}by `, TIME]);
}

/** The sentence as it is, with the latest time added. */
function withTimeBehind(speech: Speech, span: Span): Draft {
  const { end } = bodyOf(speech, span);
  const [before, after] = LATEST[speech.lang];
  return sentenceWith(speech, { start: end, end }, [inRegister(speech, before), TIME, inRegister(speech, after)]);
}

/** The sentence around a span, and where it ends but for its marks. */
function bodyOf(speech: Speech, span: Span): { sentence: Span; end: number } {
  const sentence = speech.sentence(span);
  return { sentence, end: sentence.end - (ENDING.exec(speech.text.slice(sentence.start, sentence.end))?.[0].length ?? 0) };
}

/** The sentence as it is, and what the customer may do when the time is past. */
function withRecourse(speech: Speech, span: Span): Draft {
  const { sentence, end } = bodyOf(speech, span);
  const [before, after] = RECOURSE[speech.lang];
  return sentenceWith(speech, { start: end, end: sentence.end }, [inRegister(speech, before), TIME, inRegister(speech, after)]);
}

/** The sentence as it is, and that the customer hears from us by a time: whether somebody else has called, or how it is going. */
function* withNews(speech: Speech, span: Span): Generator<Draft> {
  const { sentence, end: last } = bodyOf(speech, span);
  const behind = speech.text.slice(span.end, sentence.end);
  const comma = behind.search(/[,;]/u);
  const kept = keptSoon(speech, span);
  const news = newsOf(speech.text.slice(sentence.start, comma < 0 ? sentence.end : span.end + comma));
  if (!kept || !news || (comma >= 0 && JOINED.test(behind.slice(comma)))) return;
  const end = comma < 0 ? last : span.end + comma;
  const particle = /[哦喔哈呢啦]*$/u.exec(speech.text.slice(span.end, end))?.[0].length ?? 0;
  const [before, after] = news[speech.lang];
  const pieces = [
    speech.words({ start: sentence.start, end: kept.from }),
    kept.words,
    speech.words({ start: kept.to, end: end - particle }),
    inRegister(speech, before),
    TIME,
    inRegister(speech, after),
    speech.words({ start: end, end: sentence.end }),
  ];
  yield { span: sentence, pieces: pieces.filter((piece) => piece !== ''), another: true };
}

/** What stands for the vague word where a time for news follows: itself, or that it will be; undefined where that cannot be said. */
function keptSoon(speech: Speech, { start, end }: Span): { from: number; to: number; words: string } | undefined {
  const said = speech.text.slice(start, end);
  if (SOON.test(said)) return { from: end, to: end, words: '' };
  const [before, after] = [speech.text.slice(0, start), speech.text.slice(end)];
  if (speech.lang === 'en')
    return LOOSE_EN.test(said) && CALLS.test(before) && /^[.!]?$/u.test(after) ? { from: start - 1, to: end, words: '' } : undefined;
  if (!LOOSE.test(said) || !/[^,。!?;:~\s]$/u.test(before)) return undefined;
  const tail = AGAIN.exec(after)?.[0].length ?? 0;
  return {
    from: start,
    to: end + tail,
    words: /^[会會将將]/u.test(after.slice(tail)) || /[会會将將]$/u.test(before) ? '' : WILL[speech.lang === 'zh-Hant' ? 1 : 0][0]!,
  };
}

/** What news a promise calls for: that somebody calls, that we do; how things stand. */
function newsOf(text: string): News | undefined {
  if (/\?\s*$/u.test(text)) return undefined;
  if (!CALLS.test(text)) return NEWS;
  if (OTHERS.test(text)) return NO_CALL;
  return OURS.test(text) ? EITHER_WAY : undefined;
}

/** The whole sentence around a span, with pieces in place of the span. */
function sentenceWith(speech: Speech, span: Span, pieces: readonly Piece[]): Draft {
  const sentence = speech.sentence(span.start === speech.text.length ? { start: span.start - 1, end: span.end } : span);
  const around = [
    speech.words({ start: sentence.start, end: span.start }),
    ...pieces,
    speech.words({ start: span.end, end: sentence.end }),
  ];
  return { span: sentence, pieces: around.filter((piece) => piece !== '') };
}

const TIME: Piece = { slot: 'time' };
const LATEST = {
  'zh-Hans': ['\uff0c最晚', '前给您准信'],
  'zh-Hant': ['\uff0c最慢', '前給您明確的答覆'],
  en: [', by ', ' at the latest'],
} as const;
const RECOURSE = {
  'zh-Hans': ['\u3002\u5982\u679c', '\u524d\u8fd8\u6ca1\u6709\u6d88\u606f\uff0c\u60a8\u76f4\u63a5\u627e\u6211\u3002'],
  'zh-Hant': ['\u3002\u5982\u679c', '\u524d\u9084\u6c92\u6709\u6d88\u606f\uff0c\u60a8\u76f4\u63a5\u627e\u6211\u3002'],
  en: ['. If you have heard nothing by ', ', please come straight back to me.'],
} as const;
type News = Readonly<Record<Speech['lang'], readonly [before: string, after: string]>>;
/** Somebody is to call; we are; anything else. */
const NO_CALL: News = {
  'zh-Hans': ['\uff0c', '前没有消息的话，我主动联系您'],
  'zh-Hant': ['\uff0c', '前沒有消息的話，我主動聯絡您'],
  en: ['; if you have heard nothing by ', ", I'll contact you myself"],
};
const EITHER_WAY: News = {
  'zh-Hans': ['\uff0c', '前不管进展到哪一步，我都跟您说一声'],
  'zh-Hant': ['\uff0c', '前不管進度到哪一步，我都跟您說一聲'],
  en: [', and you will hear from me by ', ' either way'],
};
const NEWS: News = {
  'zh-Hans': ['\uff0c', '前我跟您说一下最新情况'],
  'zh-Hant': ['\uff0c', '前我跟您說一下最新狀況'],
  en: [", and I'll let you know by ", ' how things stand'],
};
/** Words that may stay where a time for news stands beside them. */
const SOON =
  /^(?:尽快|尽早|尽速|近期|近日|[过这晚]两天|稍[后晚]|稍?晚些?(?:时候)?|晚一?点|很快|第一时间|不久|马上)$|^(?:as soon as possible|soon|shortly|before (?:too )?long|at the earliest opportunity|in due course|in the near future|promptly)$/u;
/** What goes on from the promise, or is no Chinese clause of its own. */
const JOINED = /^(?:;|,\s*(?!\p{Script=Han})|,(?:然后|再|就|但|不过|如果|所以|也|还|并|到时|最[晚慢迟]|[会會]))/u;
/** Words that may not: the promise goes without them. */
const LOOSE = /^(?:过(?:几|两|一两)天|过些天|过[阵段](?:子|时间)?|这[几两]天|晚(?:几|两)天|回头|改天|待会儿?|等会儿?|一会儿?|有空|晚些)$/u;
const LOOSE_EN =
  /^(?:in a (?:bit|while)|at some (?:point|stage)|eventually|when(?:ever)? (?:(?:they're|he's|she's) free|i get (?:a (?:chance|moment|minute)|time))|later)$/u;
const CALLS =
  /回[您你]电话|回话|问问|问一下|联系|联络|回复|答复|回覆|答覆|回电|致电|打电话|打给|通知|告知|告诉|跟[您你]说|\b(?:call|ring|contact|reach out|reply|hear|get back|be in touch|in touch|update|let you know|email|write|look into)\b/u;
const OTHERS =
  /专员|专人|同事|师傅|工程师|司机|厂家|经理|主管|老师|同仁|快递|顾问|财务|\b(?:someone|somebody|colleague|team|they|manager|engineer|driver|specialist|technician|department)\b/u;
const OURS = /\p{Script=Han}|^(?!.*\b(?:hear|update)\b).*\b(?:i|we|i'll|we'll|let me)\b/u;
/** What goes with a vague word and not with a time. */
const AGAIN = /^(?:有空了?|得空|有时间)?(?:之?内|的?(?:空)?[档檔](?=就|会|會|再))?(?:再(?![说议谈看])|就|才(?=会|會|能))?/u;
/** When something done before shows: no time can be named for it. Whenever it suits us: words that no time beside them mends. */
const THEN = /^(?:到时候?|届时)/u;
const IDLE = /^(?:等?我?(?:有空|得空|有时间|忙完))/u;
/** What is put off to be talked of: no time can stand in front of it. */
const PUT_OFF = /^(?:咱们?|我们?)?再(?:来)?(?:说|议|谈)([^,。!?;~\n]{0,8}?)[吧呗啦哈哦喔呢]*(?=[,。!?;~]|$)/u;
/** What we wait for: the time stands behind it. Done already: it is no time that is wanted in front. Nothing comes behind that could be. */
const UPON = /^(?:一[有到补来修查批弄做审腾空]|等)/u;
const UNDER_WAY = /正在?$/u;
const STANDS_ALONE = /^[哈哦喔吧啦的]?(?:$|[,。!~])/u;
/** Something done before, and whoever does what comes then. */
const DONE = /(?:[完好了后]|一[到出有来好],?)$/u;
const WE = /^(?:我|我们|会有|由)/u;
const ENDING = /[。.!?;~\u2026\s]+$/u;
/** Words that say what is promised, not when: the time goes behind them. */
const PROMISED =
  /^(?:in touch|be |keep |drop |call |ring |hear |email |write |notify |update |tell |reach |contact |circle |follow |let |have |look )|^(?:get|come|report) (?:back|on|a|your|to)\b/u;
const GOES_ON = /^(?:\s*(?:[.!,;)~\u2026]|$)|\s(?:with|about|regarding|on|at|to|and|but|so|for|from|via|by)\b)/u;
