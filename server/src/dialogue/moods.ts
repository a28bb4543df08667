/** The moods a scene may say its customer is in: `@customer angry`. */
export const MOODS = ['angry', 'hesitant', 'assertive', 'cheerful'] as const;

export type Mood = (typeof MOODS)[number];

/** The mood that words name, in any language and script; undefined where they name none. */
export function moodOf(words: string): Mood | undefined {
  const plain = words.normalize('NFKC');
  return MOODS.find((mood) => NAMES[mood].test(plain));
}

/** The moods that a list of them names, undefined for each part that names none. */
export function moodsIn(value: string): (Mood | undefined)[] {
  return value.split(/[,\uff0c\u3001;\uff1b/]/u).map(moodOf);
}

const NAMES: Readonly<Record<Mood, RegExp>> = {
  cheerful: /\bcheerful\b|(?<!不)(?:开朗|開朗|愉快|爽快)/iu,
  assertive: /\bassertive\b|(?<!不)(?:强势|強勢|果断|果斷)/iu,
  hesitant: /\bhesitant\b|犹豫|猶豫|迟疑|遲疑/iu,
  angry: /\bangry\b|愤怒|憤怒|生气|生氣|暴躁|激动|激動/iu,
};
