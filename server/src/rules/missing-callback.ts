import { acts } from '../engine/acts.ts';
import type { Moment } from '../engine/moment.ts';
import type { FlowState, Tell } from '../engine/rule.ts';
import type { CodeRule } from './registry.ts';

/** On the line, or cut off at a moment. */
interface Line extends FlowState {
  readonly cut: Moment | undefined;
}

const ON: Line = { key: 'on the line', cut: undefined };

/** The line goes dead, and nobody calls back. */
export const missingCallback: CodeRule = (meta, packs) => {
  const drop = acts(packs, 'event', 'drop');
  const rung = acts(packs, 'event', 'callback', 'hung-up');
  const back = acts(packs, 'agent', 'reconnect', 'callback');
  const greeting = acts(packs, 'agent', 'greeting');
  const question = acts(packs, 'agent', 'question');
  const isLost = (moment: Moment): boolean => [...moment.speeches()].some((speech) => speech.has('missing-callback/dead-line'));
  const isNotice = (moment: Moment): boolean =>
    !moment.isWritten(SPEAKING) && [...moment.speeches()].some((speech) => speech.has('missing-callback/notice'));
  const isBack = (moment: Moment): boolean =>
    (moment.does(back) && !isNotice(moment)) || (moment.does(greeting) && moment.does(question) && !isLost(moment));
  return {
    scope: 'flow',
    meta,
    start: () => ON,
    step(line: Line, moment) {
      if (moment.kind === 'event') {
        if (moment.does(rung)) return ON;
        return !line.cut && moment.does(drop) ? { key: 'cut off', cut: moment } : line;
      }
      if (!line.cut || moment.kind === 'scene') return line;
      return moment.kind !== 'agent' || isBack(moment) ? ON : line;
    },
    end: report,
  };
};

/** Words of one who speaks, and no notice. */
const SPEAKING = /\u6211|\b(?:i|i'm|i'll|we're|we'll|we got)\b/iu;

function report({ cut }: Line, tell: Tell): void {
  if (cut) tell({ event: cut });
}
