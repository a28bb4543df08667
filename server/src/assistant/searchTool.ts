import type { Recommendation, Situation } from '../core/index.ts';
import { LANG, LOCALE, MOST_REPLY } from './said.ts';
import { count, listOf, Refusal, record, text, type ValueOf } from './shape.ts';
import type { Desk, Tool } from './tool.ts';

const INPUT = record(
  {},
  {
    words: text('What is looked for: topic, tags, kind of phrase (退款 安抚; refund apology)', 500),
    said: text('What the customer just said', MOST_REPLY),
    instead: text('What the agent was about to say', MOST_REPLY),
    tags: listOf('Only phrases with all of these tags', text('A tag', 100), 20),
    mood: text('The customer’s mood: angry, hesitant, assertive, cheerful, 愤怒, 犹豫 …', 100),
    most: count('Phrases wanted (default 5)', 1, 20),
    lang: LANG,
    locale: LOCALE,
  },
);

const PHRASE = record(
  {
    text: text('The phrase, placeholders as they are written'),
    why: text('What speaks for it'),
    path: text('The file it is from'),
    lang: text('The language it is written in'),
    tags: listOf('Its tags', text('A tag')),
  },
  { scene: text('Heading it stands under'), mood: text('The mood of the customer it is for') },
);
const OUTPUT = record(
  { phrases: listOf('Approved phrases that fit, best first', PHRASE), searched: count('Phrases there are in the workspace', 0) },
  {},
);

type Input = ValueOf<typeof INPUT>;
type Output = ValueOf<typeof OUTPUT>;

const USUAL = 5;

/** Finds what the team has approved for a situation. */
export const searchTool: Tool<Input, Output> = {
  name: 'search',
  title: 'Find an approved phrase',
  description:
    'Finds the team’s own approved phrases for a situation in the scripts and phrasebooks of the workspace, best first, each with the reason. ' +
    'Ask it before you write a reply of your own: by topic, by what the customer just said, by mood, or with the sentence you were about to send.',
  input: INPUT,
  output: OUTPUT,
  async run(desk: Desk, input) {
    const { words, said, instead, tags, mood, most = USUAL, locale = desk.locale } = input;
    if (![words, said, instead, mood].some((one) => one !== undefined && one.trim() !== '') && !tags?.length) {
      throw new Refusal('Give words, said, instead, tags or mood');
    }
    const shelf = await desk.phrases();
    const situation: Situation = {
      ...(words === undefined ? {} : { words }),
      ...(said === undefined ? {} : { said }),
      ...(instead === undefined ? {} : { instead }),
      ...(tags === undefined ? {} : { only: { tags } }),
      ...(mood === undefined ? {} : { mood }),
      ...(input.lang === undefined || input.lang === 'zh' ? {} : { lang: input.lang }),
    };
    const phrases = shelf.recommend(situation, most).map((one) => phraseData(one, locale));
    const data = { phrases, searched: shelf.size };
    return { text: saidOf(data), data };
  },
};

function phraseData({ text: words, lang, why, path, scene, mood, tags }: Recommendation, locale: Desk['locale']): ValueOf<typeof PHRASE> {
  return { text: words, why: why[locale], path, lang, tags, ...(scene === '' ? {} : { scene }), ...(mood ? { mood } : {}) };
}

function saidOf({ phrases, searched }: Output): string {
  if (searched === 0) return 'The workspace holds no approved phrases.';
  if (phrases.length === 0) return `None of the ${searched} approved phrases fits.`;
  return phrases
    .map(({ text: words, why, path, scene }, i) => `${i + 1}. ${words}\n   ${path}${scene === undefined ? '' : ` # ${scene}`} (${why})`)
    .join('\n');
}
