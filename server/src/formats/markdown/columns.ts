import type { RoleOf } from '../../dialogue/speakers.ts';
import type { Speaker } from '../openTurn.ts';

/** What a table says by its header. */
export interface Columns {
  /** Columns of speech, by number. */
  readonly speech: ReadonlyMap<number, Speaker>;
  /** The column that names the speaker of each row. */
  readonly speaker: number | undefined;
}

const PHRASE: Speaker = { kind: 'phrase', role: 'agent', speaker: '' };
const NOTED =
  '(?:标准|標準|参考|參考|推荐|推薦|建议|建議|客服|坐席|正确|正確|优秀|優秀|示例|示范|示範|常用|快捷|应对|應對|回应|回應|安抚|安撫|开场|開場|结束|結束)';
/** Headings of replies, of which a table may number several. */
const REPLY_HAN = new RegExp(
  `^${NOTED}{0,2}(?:话术|話術|回复|回覆|回復|答案)(?:内容|內容|示例|范例|範例|模板|範本|参考|參考)?\\s?\\d{0,2}$`,
  'u',
);
const REPLY_LATIN =
  /^(?:(?:agent|suggested|standard|recommended|sample|approved|model|canned|good|our|official) )?(?:answer|response|reply|script)s?(?: (?:text|template|example))?(?:[ _-]?\d{1,2})?$/iu;
const SPEAKER = /^(?:角色|说话人|說話人|发言人|發言人|说话者|說話者|身份|身分|speaker|role|who)$/iu;

/** Reads a header: `words[i]` heads column i. */
export function columnsOf(words: ReadonlyMap<number, string>, roleOf: RoleOf): Columns {
  const speech = new Map<number, Speaker>();
  let speaker: number | undefined;
  for (const [column, written] of words) {
    const head = written.trim();
    const role = roleOf(head);
    if (role === 'agent' || role === 'customer') speech.set(column, { kind: 'turn', role, speaker: head });
    else if (REPLY_HAN.test(head) || REPLY_LATIN.test(head)) speech.set(column, PHRASE);
    else if (SPEAKER.test(head)) speaker ??= column;
  }
  return { speech, speaker };
}
