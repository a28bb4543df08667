import { acts } from '../../engine/acts.ts';
import type { Moment, Words } from '../../engine/moment.ts';
import type { CompiledPacks } from '../../engine/pack.ts';
import type { Speech } from '../../engine/speech.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { advising, isDoneByUs } from './advice.ts';
import { isUpsetScene } from './soothing.ts';

/** Tells turns that may tell of a trouble in words that no list of faults foresaw: nothing is wished, and if anything is asked, what is behind it. */
export function tellsSomething(packs: CompiledPacks): (moment: Moment) => boolean {
  const wishes = acts(packs, 'customer', 'how', 'request', 'need', 'thanks', 'complaint', 'anger', 'nothing-more', 'change', 'sensitive');
  const question = acts(packs, 'customer', 'question');
  return (moment) => !moment.does(wishes) && (!moment.does(question) || moment.isWritten(WHY)) && !isUpsetScene(moment);
}

/** True for a turn that tells of a trouble by how it is told. Looked for only where it was answered with advice. */
export function tellsTrouble(moment: Moment): boolean {
  return moment.speeches().some(ailing);
}

/** How to mend something, in words that mean nothing else where a trouble was told. */
export function mending(moment: Moment): Words | undefined {
  for (const speech of moment.speeches()) {
    const match = [...speech.find('agent-acts/fix'), ...speech.find('agent-acts/remedy')].find(({ span }) => {
      const { start, end } = clauseAt(speech, span);
      return !isDoneByUs(speech.text.slice(speech.sentence(span).start, end)) && !DONE.test(speech.text.slice(start, end));
    });
    if (match) return { speech, span: clauseAt(speech, match.span) };
  }
  return advising(moment);
}

/** True when the customer wishes for some thing of a kind, and has not said which: a figure tells the model, the size. */
export function wishesForGoods(moment: Moment): boolean {
  return (moment.isWritten(GOODS) || moment.isWritten(GOODS_ZH)) && !moment.isWritten(FIGURE);
}

/** The clause some words stand in. */
function clauseAt(speech: Speech, { start, end }: Span): Span {
  const last = Math.max(start, end - 1);
  return (
    speech.clauses(speech.sentence({ start: last, end })).find((clause) => clause.end >= last && clause.start <= last) ?? { start, end }
  );
}

function ailing(speech: Speech): boolean {
  const sounding = speech.find('customer-acts/no-trouble');
  return speech.find('customer-acts/trouble').some(({ span }) => !sounding.some((other) => overlaps(span, other.span)));
}

/** Asks for the cause. */
const WHY =
  /怎[么麼]回事|怎[么麼]办|怎[么麼]辦|[为為](?:什[么麼]|何|啥)|什[么麼]原因|正常[吗嗎]|咋(?:回事|办|整)|哪[里裡][坏壞有]|有[问問][题題][吗嗎]|有[课課][吗嗎]|有(?:[没沒]有)?(?:什[么麼])?(?:[办辦]法|方法|[药藥])|(?:[能会會得]|的)[修治]|修[得的]?好|\b(?:why|what(?:'s| is) (?:wrong|going on|happening|the matter|up with)|any idea|is (?:that|this|it) normal|what(?:'s| is) causing|how come|can you help|can (?:you|it be|this be) (?:fix|repair|mend|sav)\w*|do you (?:have|do|sell|offer) (?:an? |any |some )?(?:class|course|lesson|cream|something|anything)\w*|what (?:should|do|can) (?:i|we) do)\b/iu;
/** A thing of a kind, not a service, a seat or a call. */
const GOODS =
  /(?:\b(?:i|we)(?:['\u2019]d like| would like|['\u2019]m after|['\u2019]re after| need| want| (?:was|were) hoping for|(?:['\u2019]m| am|['\u2019]re| are) (?:looking|hoping) for| could do with|(?:['\u2019]m| am|['\u2019]re| are) in the market for)|^looking for) (?:to (?:buy|get) )?(?:something for (?:my|our|an?|his|her)\b|(?!(?:[\w-]+ ){0,3}(?:restaurant|place|hotel|movie|film|flight|bus|train|ticket|song|music|event|concert|therapist|dentist|doctor|salon|apartment|attraction|coffee|tea|latte|cappuccino|pizza|burger|taxi|cab|ride|weather|appointment|reservation|table|trivia|room|seat|refund|replacement|copy|word|hand|quote|invoice|receipt|bit|few|bite|one|way|answer|explanation|help|information|info|advice|idea|call|lift|loan|car|slot|meeting|stylist|provider|house|property|home|trip|tour|show|game|drink|meal|dish|lunch|dinner|sandwich|order|review|list|alarm|timer|reminder|update|status|party|spot|bank|account|card|plan|policy|visa|permit|van|engineer|plumber|unit|booking|return|exchange|extension|discount|upgrade|transfer|visit|time|day|date|locker|parking|pass|class|lesson|course|band|message|cruise|holiday|vacation|bike|parcel|label|statement|food|sushi|recommendation|suggestion|option|something|cortado|macchiato|mocha|frapp\w*|americano|espresso|steamer|brew|chai|\w+(?:ist|ician|ologist))s?\b)(?:(?:an?|some) [a-z]+|[a-z]+ing [a-z]+s\b))/iu;
/** The same, with what such things are counted by. */
const GOODS_ZH =
  /[想要](?:买|買|找|看|挑|入|添|换|換)(?:看)?[一个個]?(?:台|臺|款|部|双|雙|件|支|把|辆|輛|床|顶|頂|盏|盞|副|瓶|罐)(?![^,\uff0c。]{0,8}(?:电影|電影|节目|節目|剧|劇))/u;
/** A number, not an anniversary. */
const FIGURE = /\d(?!\d*(?:st|nd|rd|th)\b)/u;
/** Has been done already. */
const DONE = /(?<!就)[好完成掉]了[啦喔哦]?[,\u3002!~]?$/u;
