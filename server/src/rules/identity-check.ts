import { acts } from '../engine/acts.ts';
import type { Moment } from '../engine/moment.ts';
import type { FlowState } from '../engine/rule.ts';
import type { CodeRule } from './registry.ts';

const UNKNOWN: FlowState = { key: 'unknown' };
/** The customer wants to know what is on the account. */
const WANTED: FlowState = { key: 'wanted' };
const ASKED: FlowState = { key: 'asked' };

/** What belongs to one customer is told or changed before it is known who asks. */
export const identityCheck: CodeRule = (meta, packs) => {
  const account = acts(packs, 'agent', 'account');
  const identify = acts(packs, 'agent', 'identify');
  const verified = acts(packs, 'agent', 'verified');
  const own = acts(packs, 'customer', 'own');
  const question = acts(packs, 'customer', 'question');
  const enquiry = acts(packs, 'customer', 'enquiry');
  const upset = acts(packs, 'customer', 'complaint', 'sensitive', 'anger');
  const specific = acts(packs, 'agent', 'specific');
  const event = acts(packs, 'event', 'verified');
  const asksForData = (moment: Moment): boolean =>
    !moment.does(upset) && (moment.does(enquiry) || (moment.does(own) && moment.does(question)));
  return {
    scope: 'flow',
    meta,
    start: () => UNKNOWN,
    step(state, moment, tell) {
      if (moment.kind === 'event') return moment.does(event) ? undefined : state;
      if (moment.kind === 'customer') {
        if (state === ASKED) return undefined;
        return asksForData(moment) ? WANTED : UNKNOWN;
      }
      if (moment.kind !== 'agent') return state;
      if (moment.does(verified)) return undefined;
      const told = moment.find(state === WANTED ? account | specific : account)[0];
      if (told) {
        tell({ speech: told.speech, span: told.span });
        return undefined;
      }
      return moment.does(identify) ? ASKED : state;
    },
  };
};
