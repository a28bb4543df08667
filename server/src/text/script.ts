/** Frequent characters that only one of the two scripts has. */
const TRADITIONAL = units('們這個為沒說來時會對過還後發開關問題訂單給幫處謝請無嗎麼貨樣應該據確實錯讓話覺間現電聯繫務學經認將從與爲於裡裏');
const SIMPLIFIED = units('们这个为没说来时会对过还后发开关问题订单给帮处谢请无吗么货样应该据确实错让话觉间现电联系务学经认将从与于里');

/** Positive where more of a text is traditional than simplified, negative where less, 0 where it does not tell. */
export function scriptLean(text: string): number {
  let lean = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (TRADITIONAL.has(unit)) lean++;
    else if (SIMPLIFIED.has(unit)) lean--;
  }
  return lean;
}

function units(chars: string): ReadonlySet<number> {
  return new Set(Array.from(chars, (char) => char.charCodeAt(0)));
}
