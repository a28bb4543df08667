import type { Moment, Words } from '../../engine/moment.ts';
import type { Draft, FlowRule, FlowState, Report, RuleMeta, Tell } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { latestAnd } from './turns.ts';

/** What a conversation lacks when it is over, as a rule that stands on the last words of the agent. */
export interface LastWords<S extends FlowState> {
  /** What is known before anybody speaks. As long as nothing more is, nothing can be lacking. */
  readonly start: S;
  /** What is known after a moment; undefined once nothing can be lacking any more. */
  learn(known: S, moment: Moment): S | undefined;
  /** True when it is lacking; `last` is what the agent says after the customer last spoke. */
  lacks(known: S, last: readonly Moment[]): boolean;
  reframes?(speech: Speech, report: Report): Iterable<Draft>;
}

/** A flow rule that looks at a conversation once it is over. */
export function lastWords<S extends FlowState>(meta: RuleMeta, what: LastWords<S>): FlowRule<Ending<S>> {
  const begun = new Ending(what, what.start, []);
  return {
    scope: 'flow',
    meta,
    start: () => begun,
    step: (state, moment) => state.after(moment),
    end(state, tell) {
      state.tell(tell);
    },
    ...(what.reframes ? { reframes: what.reframes } : {}),
  };
}

/** What is known of a conversation so far, and what the agent said last. */
class Ending<S extends FlowState> implements FlowState {
  private readonly what: LastWords<S>;
  private readonly known: S;
  private readonly last: readonly Moment[];
  private readonly isOpen: boolean;

  constructor(what: LastWords<S>, known: S, last: readonly Moment[], isOpen = false) {
    this.what = what;
    this.known = known;
    this.last = last;
    this.isOpen = isOpen;
  }

  get key(): string {
    return `${this.known.key}${this.last.length > 0 && this.what.lacks(this.known, this.last) ? '' : ' and well'}`;
  }

  after(moment: Moment): Ending<S> | undefined {
    const { what, last } = this;
    const known = what.learn(this.known, moment);
    if (!known) return undefined;
    if (known === what.start) return this;
    if (moment.kind === 'agent') return new Ending(what, known, this.isOpen ? latestAnd(last, moment) : [moment], true);
    if (moment.kind === 'customer') return this.isOpen || known !== this.known ? new Ending(what, known, last) : this;
    return known === this.known ? this : new Ending(what, known, last, this.isOpen);
  }

  tell(tell: Tell): void {
    const words = this.words();
    if (words && this.what.lacks(this.known, this.last)) tell(words);
  }

  private words(): Words | undefined {
    return this.last.at(-1)?.ending();
  }
}
