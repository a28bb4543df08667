import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { FlowState, Tell } from '../engine/rule.ts';
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
    const found = refusals(speech).filter(({ kind }) => kind === 'refusal');
    if (found[0] && !isAnswered(speech, found)) return { speech, span: found[0].match.span };
  }
  return undefined;
}
