import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { FlowState } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { isDoneByUs, isImperative, OF_TALK, recommending } from './flow/advice.ts';
import { AT_YOUR_SERVICE } from './flow/asking.ts';
import { behindGreeting, insertions } from './flow/saying.ts';
import { isUpsetScene, soothing } from './flow/soothing.ts';
import { mending, tellsSomething, tellsTrouble, wishesForGoods } from './flow/troubles.ts';
import type { CodeRule } from './registry.ts';

/** Nothing wrong so far, something and nobody has looked into it, a thing wished for, or something told that may be wrong. */
interface Trouble extends FlowState {
  readonly key: 'none' | 'begun' | 'trouble' | 'wish' | 'told';
  readonly because: readonly Moment[];
}

const NONE: Trouble = { key: 'none', because: [] };
const BEGUN: Trouble = { key: 'begun', because: [] };

/** A fault is answered with advice before anybody has asked, looked or judged. */
export const suggestionWithoutDiagnosis: CodeRule = (meta, packs) => {
  const fault = acts(packs, 'customer', 'fault');
  const how = acts(packs, 'customer', 'how');
  const need = acts(packs, 'customer', 'need');
  const sensitive = acts(packs, 'customer', 'sensitive');
  const change = acts(packs, 'customer', 'change');
  const gives = acts(packs, 'customer', 'gives-thing');
  const { substance } = soothing(packs);
  const isTrouble = (moment: Moment): boolean =>
    !isUpsetScene(moment) &&
    // Somebody in need, a threat or a leak is for those who are trained for it: there is nothing to look into first.
    !moment.does(sensitive) &&
    !(moment.does(how) && !moment.isWritten(HELPLESS)) &&
    (moment.does(fault) || (moment.does(need) && !(moment.does(change) && moment.does(gives)) && !moment.isWritten(LISTED)));
  const isTold = tellsSomething(packs);
  const advice = acts(packs, 'agent', 'instruction');
  const asking = acts(packs, 'agent', 'question');
  const looking = acts(packs, 'agent', 'check', 'diagnosis', 'paraphrase', 'verified');
  const greeting = acts(packs, 'agent', 'greeting');
  return {
    scope: 'flow',
    meta,
    start: () => NONE,
    step(state: Trouble, moment, tell) {
      if (moment.kind === 'customer') {
        if (isTrouble(moment) && state.key !== 'trouble') return { key: 'trouble', because: [moment] };
        if (state === BEGUN) return state;
        if (state === NONE && wishesForGoods(moment)) return { key: 'wish', because: [moment] };
        if (state === NONE) return isTold(moment) ? { key: 'told', because: [moment] } : state;
        return !moment.does(fault) && moment.isWritten(LISTED) ? NONE : state;
      }
      if (moment.kind === 'narrator') return state === NONE ? state : undefined;
      if (moment.kind !== 'agent') return state;
      if (moment.does(looking)) return undefined;
      const asked = moment.find(asking).find(({ speech, span }) => !AT_YOUR_SERVICE.test(textAt(speech, span)));
      if (state.because.length === 0) return state === NONE && moment.does(greeting) && !asked && !substance(moment) ? NONE : BEGUN;
      if (state.key === 'wish') {
        const early = asked ? undefined : recommending(moment);
        if (early) tell({ ...early, because: state.because });
        return undefined;
      }
      const isSure = state.key !== 'told' || state.because.some(tellsTrouble);
      const told =
        moment
          .find(advice)
          .find((one) => !isOurs(one) && !(state.key === 'told' && isLeave(one) && !(isSure && moment.isWritten(ADJUST)))) ??
        (moment.isWritten(OF_TALK) ? undefined : imperative(moment));
      const mended = told || asked ? undefined : mending(moment);
      const early = isUrgent(moment) ? undefined : (told ?? (mended && isOurs(mended) ? undefined : mended));
      if (asked && !(early && early.speech === asked.speech && early.span.start < asked.span.start)) return undefined;
      if (!early) return asked || substance(moment) ? undefined : state;
      if (!isSure && !moment.isWritten(REPAIR)) return undefined;
      tell({ speech: early.speech, span: early.span, because: state.because });
      return undefined;
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['suggestion-without-diagnosis/before'] ?? []),
  };
};

/** The first English sentence that tells the customer to do something: a bare verb with what it is done to. */
function imperative(moment: Moment): Words | undefined {
  for (const speech of moment.speeches()) {
    if (speech.lang !== 'en') continue;
    const span = speech
      .sentences()
      .map((sentence) => behindGreeting(speech, sentence))
      .find(({ start, end }) => isImperative(speech.text.slice(start, end)));
    if (span) return { speech, span };
  }
  return undefined;
}

/** True for words that say what the customer may do. */
function isLeave({ speech, span }: Words): boolean {
  return MAY.test(speech.text.slice(span.start, span.end));
}

/** True for words that say what we do. */
function isOurs({ speech, span }: Words): boolean {
  const { start } = speech.sentence(span);
  const before = speech.text.slice(start, span.end);
  return (FOR_YOU.test(before) || isDoneByUs(before)) && !ADVISED.test(before);
}

/** Sets something otherwise. */
const ADJUST = /[\u60a8\u4f60](?:\u4e5f|\u8fd8|\u9084)?(?:\u53ef\u4ee5|\u80fd)(?:\u5148|\u8bd5\u7740|\u8a66\u8457)?[\u628a\u5c06\u5c07]/u;
const MAY = /^(?:you (?:can|could|may)|[\u60a8\u4f60](?:\u4e5f|\u8fd8)?(?:\u53ef\u4ee5|\u80fd))/u;
const ADVISED = /\u5efa\u8bae|\u63a8\u8350/u;
/** Done for the customer. */
const FOR_YOU = /[\u5e2e\u7ed9\u4e3a\u66ff](?:[\u60a8\u4f60](?![\u7684\u8bf4\u8bb2\u4e2a])|$)/u;

/** What nobody is told to do with a thing that works. */
const REPAIR =
  /[\u91cd](?:[\u542f\u555f\u7f6e\u88c5\u88dd\u958b]|\u65b0[\u542f\u555f]|\u704c)|[\u6062\u56de][\u590d\u5fa9][\u51fa\u539f][\u5382\u5ee0]|(?:\u7f13|\u5feb)[\u5b58\u53d6]|[\u65ad\u65b7][\u7535\u96fb]|[\u5378]\u8f7d|\u62e7[\u7d27\u7dca]|[\u9664\u53bb]\u57a2|\u758f\u901a|\b(?:reset|restart|reboot|reinstall|uninstall|unplug|descale|bleed|tighten|unclog|factory|power[- ]cycle|cache|cookies|off and on again|update (?:the|your) (?:app|firmware|drivers?|software|maps))\b/iu;

/** True where what is told comes first because somebody may be in danger. */
function isUrgent(moment: Moment): boolean {
  return moment.isWritten(URGENT);
}

/** Asks what to do about a trouble, not how something is done. */
const HELPLESS =
  /怎[么麼]?(?:办|辦|弄|搞|解决|解決|修|处理|處理|回事|才[能会會]|会|會|又|还|還)|如何(?:解决|解決|处理|處理|改善|修)|\bhow (?:do|can|should) (?:i|we) (?:fix|solve|sort|stop|repair|deal|get (?:it|this|that|rid)|make it)|\bwhat (?:should|can|do) (?:i|we) do\b|\bhow come\b|\bhow to (?:fix|solve|stop|repair)\b/iu;
const URGENT =
  /[瓦煤燃天][斯气氣]|[总總][开開][关關]|[离離][开開]|人[先都]|安全|[冒]?[烟煙]|(?<![上恼惱发發大小中文慢把])火(?![大气氣调調候力锅鍋])|[触觸][电電]|漏[电電]|(?:call|dial|ring|phone|[打拨撥])[^.\u3002]{0,4}(?:911|999|11[029]|120)(?!\d)|\b(?:gas|safe|safety|evacuate|outside|ambulance|smoke|fire|mains|doctor|emergency)\b/iu;

/** What is found on a list, and needs no diagnosis. */
const LISTED = /餐[馆館厅廳]|酒店|[饭飯]店|旅[馆館]|景[点點]|玩的地方|地[铁鐵]|restaurant|hotel|ticket|attraction|flight/iu;

function textAt(speech: Speech, span: Span): string {
  const { start, end } = speech.sentence(span);
  return speech.text.slice(start, end);
}
