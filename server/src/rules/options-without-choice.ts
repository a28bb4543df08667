import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { FlowState, Tell } from '../engine/rule.ts';
import { listing, listsQuestions } from './flow/listing.ts';
import { insertions } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

/** Options on the table, or none; whether the customer has just asked what things cost, which lists answer. */
interface Table extends FlowState {
  readonly offered: Moment | undefined;
  readonly isPriced?: boolean;
}

const CLEAR: Table = { key: 'clear', offered: undefined };
const PRICED: Table = { key: 'priced', offered: undefined, isPriced: true };

/** Options are laid out, and the customer is not asked which. */
export const optionsWithoutChoice: CodeRule = (meta, packs) => {
  const options = acts(packs, 'agent', 'options');
  const choice = acts(packs, 'agent', 'choice');
  const report = ({ offered }: Table, tell: Tell): void => {
    if (offered) tell(laidOut(offered)[0]!);
  };
  const laidOut = (moment: Moment): Words[] =>
    moment
      .find(options)
      .map(({ speech, span }) => ({ speech, span: listing(speech, span) }))
      .filter(({ speech, span }) => !speech.text.slice(span.start, span.end).includes('?') && !listsQuestions(speech, span));
  return {
    scope: 'flow',
    meta,
    start: () => CLEAR,
    step(table: Table, moment, tell) {
      if (moment.kind === 'agent') {
        if (moment.does(choice)) return CLEAR;
        if (table.isPriced) return table;
        return laidOut(moment).length > 0 ? { key: 'offered', offered: moment } : table;
      }
      if (moment.kind === 'customer') {
        report(table, tell);
        return moment.isWritten(PRICE) ? PRICED : CLEAR;
      }
      return moment.kind === 'scene' ? table : CLEAR;
    },
    end: report,
    reframes: (speech, found) => insertions(speech, found, packs.reframes['options-without-choice/behind'] ?? []),
  };
};

/** Asks what things cost. */
const PRICE =
  /多少[钱錢]|差多少|(?:什[么麼]|[啥哪]些?)(?:[优優]惠|活[动動])|怎[么麼]收[费費]|\bhow much (?:is|are|do|does|for|would)\b|\bwhat (?:are|is) (?:the|your) (?:price|rate|fee|charge)s?\b/iu;
