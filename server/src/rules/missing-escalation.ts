import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { FlowState, Tell } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { isAnswered, refusals } from './flat-refusal.ts';
import { insertions } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

/** How often the customer was refused, and whether somebody above was asked for. */
interface Refused extends FlowState {
  readonly times: number;
  readonly demanded: Moment | undefined;
  readonly last: Words | undefined;
}

const NOT_YET: Refused = { key: 'not yet', times: 0, demanded: undefined, last: undefined };
/** From so many refusals on somebody else should be brought in. */
const ENOUGH = 2;

/** The customer is refused again, or asks for a supervisor, and is handed over to nobody. */
export const missingEscalation: CodeRule = (meta, packs) => {
  const demand = acts(packs, 'customer', 'supervisor');
  const refusal = acts(packs, 'agent', 'refusal');
  const handover = acts(packs, 'agent', 'handover');
  const withheld = acts(packs, 'agent', 'withheld');
  const end = ({ times, demanded, last }: Refused, tell: Tell): void => {
    if (!last || (times < ENOUGH && !demanded)) return;
    tell({ ...last, because: demanded ? [demanded] : [] });
  };
  return {
    scope: 'flow',
    meta,
    start: () => NOT_YET,
    step(state: Refused, moment) {
      if (moment.kind === 'narrator') return state === NOT_YET ? state : undefined;
      if (moment.kind === 'customer') return state.demanded || !moment.does(demand) ? state : refused(state.times, moment, state.last);
      if (moment.kind !== 'agent') return state;
      if (moment.does(handover)) return NOT_YET === state ? state : undefined;
      const said = moment.does(refusal) ? refusalIn(moment) : moment.find(withheld)[0];
      if (!said && state !== NOT_YET && !state.demanded && isGranted(moment)) return NOT_YET;
      return said ? refused(Math.min(state.times + 1, ENOUGH), state.demanded, said) : state;
    },
    end,
    reframes: (speech, report) => insertions(speech, report, packs.reframes['missing-escalation/behind'] ?? []),
  };
};

function refused(times: number, demanded: Moment | undefined, last: Words | undefined): Refused {
  return { key: `${times} ${demanded !== undefined}`, times, demanded, last };
}

/** The first refusal of a turn that offers nothing instead. */
function refusalIn(moment: Moment): Words | undefined {
  for (const speech of moment.speeches()) {
    const found = refusals(speech).filter(({ kind, match }) => kind === 'refusal' && !isInformation(speech, match.span));
    if (found[0] && !isAnswered(speech, found)) return { speech, span: found[0].match.span };
  }
  return undefined;
}

/** True when a refusal only tells what somebody else's house has, or that a question was not understood. */
function isInformation(speech: Speech, span: Span): boolean {
  const { start, end } = speech.sentence(span);
  return OTHERS.test(speech.text.slice(start, Math.min(end, span.end + AFTER))) || PUZZLED.test(speech.text.slice(start, end));
}

/** True when the customer gets what was refused before. */
function isGranted(moment: Moment): boolean {
  return (
    moment.isWritten(GRANTED) &&
    moment.speeches().some((speech) =>
      speech.sentences().some(({ start, end }) => {
        const words = speech.text.slice(start, end);
        return GRANTED.test(words) && !/\?\W*$/u.test(words);
      }),
    )
  );
}

/** So far behind a refusal it is said what is not to be had. */
const AFTER = 12;
/** What a place is said to have no such thing of, as information. */
const OTHERS =
  /(?:酒店|餐厅|餐馆|饭店|宾馆|民宿|景区|景点|影院|剧院|[他它她]家?|这家|那家|该店)[^,。!?]{0,8}(?:不提供|没有(?!办法|权)|不设|不允许|不接待|不能(?:带|抽|吸)|不可以(?:带|抽|吸))|\b(?:they|it|(?:the|this|that) (?:hotel|restaurant|property|place|venue|apartment|bar|cafe|salon|theater|theatre|airport)) (?:do|does)(?: not|n't) (?:serve|offer|have|provide|allow|accept|take|permit)\b|\b(?:smoking|pets?|dogs?|children|parking|outside food) (?:is|are)(?: not|n't) (?:allowed|permitted)\b/u;
const PUZZLED = /\bdo(?: not|n't) (?:\w+ )?understand\b|没(?:太)?(?:听懂|明白|看懂|理解)/u;
const GRANTED =
  /(?:预[订定约]|办理|退款|换货|改签|修改|取消|申请|下单|续住)成功|(?:已经?|成功)(?:帮|给|为|替)?[您你]?[^,。!?不没]{0,6}(?:[订定退换改办约][好成妥]|安排好|处理好|批下来|恢复)|(?:[订定退换改办约弄搞])(?:好|成)了|\b(?:is|are|has been|have been|'s|it's) (?:now |all |already |been )?(?:confirmed|booked|reserved|scheduled|approved|refunded)\b|\b(?:was|were) able to (?:book|confirm|reserve|get|refund|change|find you)\b|\bi(?:'ve| have) (?:now |just |successfully )?(?:booked|reserved|scheduled|refunded|confirmed|changed|rebooked|approved)\b/iu;
