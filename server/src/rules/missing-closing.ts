import { acts } from '../engine/acts.ts';
import type { Moment } from '../engine/moment.ts';
import type { FlowState } from '../engine/rule.ts';
import { lastWords } from './flow/lastWords.ts';
import { insertions } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

/** The last words of the agent: thanks, an apology, an offer of more help or good wishes. */
export const missingClosing: CodeRule = (meta, packs) => {
  const closing = acts(packs, 'agent', 'thanks', 'apology', 'resolution-check', 'more-help', 'farewell');
  const cut = acts(packs, 'event', 'drop', 'hung-up');
  return lastWords<FlowState>(meta, {
    start: BEGUN,
    learn: (known, moment) => (moment.kind === 'event' ? (moment.does(cut) ? CUT : known) : OPEN),
    lacks: (known, last) => known !== CUT && !last.some((moment) => moment.does(closing) && !moment.isWritten(BARE)) && !isOpen(last),
    reframes: (speech, report) => insertions(speech, report, packs.reframes['missing-closing/behind'] ?? []),
  });
};

/** True where the conversation breaks off at a question of the agent's: it goes on, and its last words are not there. */
function isOpen(last: readonly Moment[]): boolean {
  return last.at(-1)?.isWritten(ASKS_LAST) ?? false;
}

/** Nothing but a goodbye, which thanks nobody and wishes nothing. */
const BARE =
  /^(?:(?:好(?:的|嘞)?|嗯|行|那|[对對]|可以|ok(?:ay)?|right|all right|alright|fine|great|sure|well)[呀啊喔哦\s,\uff0c.\u3002!\uff01]*){0,2}(?:(?:那)?(?:再[见見]|拜拜|掰掰|再[会會]|(?:[周週禮礼]拜?[一二三四五六日]|[明後后]天|下[周週次回]|回[头頭]|[到待][时時会會])[^,\uff0c\u3002!\uff01]?[见見])[啦囉喽哦喔\s]*|(?:good)?bye(?: now| then|-bye)?|(?:i'll )?see you(?: (?:then|later|there|soon|on \w+|\w+day))?)[\s.\u3002!\uff01~\uff5e]*$/iu;
/** Ends in a question that is left open. */
const ASKS_LAST = /[?\uff1f][\s"'\u201d\u2019)\u300d\uff09~]*$/u;
const BEGUN: FlowState = { key: 'begun' };
/** The line went dead. */
const CUT: FlowState = { key: 'cut' };
const OPEN: FlowState = { key: 'open' };
