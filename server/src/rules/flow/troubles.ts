import { acts } from '../../engine/acts.ts';
import type { Moment, Words } from '../../engine/moment.ts';
import type { CompiledPacks } from '../../engine/pack.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { advising, isDoneByUs } from './advice.ts';
import { isUpsetScene } from './soothing.ts';

/** Tells what may be a trouble in words nobody foresaw: a customer who states something at some length, and asks for nothing. */
export function reports(packs: CompiledPacks): (moment: Moment) => boolean {
  const busy = acts(
    packs,
    'customer',
    'question',
    'how',
    'request',
    'need',
    'thanks',
    'complaint',
    'anger',
    'nothing-more',
    'change',
    'sensitive',
  );
  const gives = acts(packs, 'customer', 'gives-thing');
  const tellsWho = (moment: Moment): boolean =>
    moment.does(gives) && moment.speeches().some((speech) => WHO.some((thing) => speech.has(`repeated-question/gives-${thing}`)));
  return (moment) =>
    !moment.does(busy) && !isUpsetScene(moment) && moment.isWritten(STATED) && !moment.isWritten(ASKED) && !tellsWho(moment);
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

/** What is given to be looked up by, not to tell of a trouble. */
const WHO = ['order', 'phone', 'name', 'address', 'email', 'card', 'tail', 'card-tail', 'postcode', 'plate', 'party', 'budget'];
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
/** Asks, if without a mark. */
const ASKED = /哪[里裡儿兒个個家天间間种種]|去哪|[吗嗎]$|多少[钱錢]|怎[么麼样樣](?:办|辦|去|走|收|算|弄)/u;
const STATED = /[\u3400-\u9fff][^\n?\uff1f]{5,}|(?:[a-z'\u2019]+ ){3}[a-z]+/iu;
