import type { Moment } from '../../engine/moment.ts';
import type { Draft, FlowRule, FlowState, Report, RuleMeta, Tell } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { andNext } from './turns.ts';

/** How the agent answers something the customer says, as a rule. */
export interface Answers {
  /** True for words of the customer that ask for the answer; `last` is what the agent said just before. */
  asks(moment: Moment, before: Before, last: Moment | undefined): boolean;
  /** Looks at an answer: what the agent says until the customer speaks again, of very many turns the first and the last. `asked` holds what asked for it. */
  judge(asked: readonly Moment[], answer: readonly Moment[], tell: Tell): void;
  reframes?(speech: Speech, report: Report): Iterable<Draft>;
}

/** Whether the agent had spoken before. */
export type Before = 'the agent spoke' | 'the agent was silent';

/** A flow rule about answers. */
export function answers(meta: RuleMeta, what: Answers): FlowRule<Exchange> {
  const silent: Exchange = { key: 'silent', before: 'the agent was silent', asked: [], answer: [] };
  const settle = ({ asked, answer }: Exchange, tell: Tell): void => {
    if (answer.length > 0) what.judge(asked, answer, tell);
  };
  return {
    scope: 'flow',
    meta,
    start: () => silent,
    step(state, moment, tell) {
      const { asked, answer } = state;
      if (moment.kind === 'agent') return asked.length === 0 ? spoken(moment) : exchange(asked, andNext(answer, moment));
      if (moment.kind === 'scene') return state;
      if (moment.kind !== 'customer') return asked.length === 0 ? state : spoken(answer.at(-1) ?? state.last);
      if (answer.length > 0) settle(state, tell);
      const before = answer.length > 0 ? 'the agent spoke' : state.before;
      const pending = answer.length > 0 ? [] : asked;
      const last = answer.at(-1) ?? state.last;
      if (what.asks(moment, before, last)) return exchange(andNext(pending, moment), [], before);
      if (pending.length > 0) return state;
      return before === 'the agent spoke' ? spoken(last) : silent;
    },
    end: settle,
    ...(what.reframes ? { reframes: what.reframes } : {}),
  };
}

/** What the customer asked for and what the agent has answered so far. */
export interface Exchange extends FlowState {
  readonly before: Before;
  readonly asked: readonly Moment[];
  readonly answer: readonly Moment[];
  /** What the agent said last, where nothing is asked; where paths meet, on one of them. */
  readonly last?: Moment | undefined;
}

function spoken(last: Moment | undefined): Exchange {
  return { key: 'spoken', before: 'the agent spoke', asked: [], answer: [], last };
}

function exchange(asked: readonly Moment[], answer: readonly Moment[], before: Before = 'the agent spoke'): Exchange {
  return {
    before,
    asked,
    answer,
    get key() {
      return `asked ${before} ${answer.reduce((bits, moment) => bits | moment.acts, 0)}/${answer.length > 0}`;
    },
  };
}
