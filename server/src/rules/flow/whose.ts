import type { Words } from '../../engine/moment.ts';

/** Whose the thing is that a question asks for, as it is written: the sender's, the recipient's; empty where it is not said. */
export function ownerIn({ speech, span }: Words): string {
  const { start, end } = speech.sentence(span);
  return WHOSE.exec(speech.text.slice(start, end))?.[0] ?? '';
}

/** True when a thing is asked for of one person or place, and was asked for of another. */
export function isAnothers(before: string | undefined, now: string): boolean {
  return before !== undefined && now !== '' && before !== now;
}

const WHOSE =
  /寄件|取件|发件|寄货|取货|收件|收货|配送|送货|送到|账单|发票|公司|家里|出发|上车|下车|目的|户籍|通讯|联系人|乘客|入住人|\b(?:delivery|billing|shipping|home|work|office|pick-?up|drop-?off|collection|sender|recipient|return|company|invoice|correspondence|guest|passenger)\b/u;
