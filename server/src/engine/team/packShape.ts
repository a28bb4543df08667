import type { ConditionSource, ItemSource, NearSource } from '../condition.ts';
import { LEVELS } from '../config/configShape.ts';
import { recursive } from '../config/recursive.ts';
import { about, count, either, flag, listOf, oneOf, type Shape, table, tableOf, text, type Value } from '../config/shape.ts';
import type { Localised } from '../finding.ts';

/** What there is already, for a pack to name or to keep clear of. */
export interface PackKnown {
  /** Ids of the rules that come with huashu. */
  readonly rules: ReadonlySet<string>;
}

const SEVERITIES = LEVELS.filter((level) => level !== 'off');
const MOST = 1000;

const words = listOf(text());
const textOrTexts = either(text(), words);
const localised: Shape<Partial<Localised>> = table({ en: text(), 'zh-CN': text(), 'zh-TW': text() });
const sentence = either(text(), localised);

const condition: Shape<ConditionSource> = recursive('condition', 'map', () => table(fields()));
const item: Shape<ItemSource> = either(text(), condition);
const items = listOf(item);
const nearby: Shape<NearSource> = recursive('nearby', 'map', () =>
  table({
    ...fields(),
    within: about('So many turns away at most; left out: anywhere in the dialogue.', count(0, MOST)),
  }),
);

/** What a condition may say; what is said together must hold together. */
function fields() {
  return {
    speaker: about('Who says it (default: agent).', oneOf('agent', 'customer', 'anyone')),
    in: about('Where the parts must come together (default: turn).', oneOf('sentence', 'turn', 'dialogue')),
    any: about('One of these: words, or conditions.', items),
    or: about('The same as any.', items),
    all: about('All of these.', items),
    and: about('The same as all.', items),
    none: about('None of these.', items),
    of: about('With atLeast: so many of these.', items),
    atLeast: about('How many of the items of “of”.', count(1, MOST)),
    pattern: about('Regular expressions, matched in linear time. {name} stands for a word class.', textOrTexts),
    act: about('What the words do: apology, offer, question \u2026', textOrTexts),
    list: about('Lists of patterns by name.', textOrTexts),
    like: about('Sentences; what is much like one of them counts.', textOrTexts),
    similarity: about('How like, in percent (default 70).', count(40, 100)),
    not: about('This must not hold.', condition),
    except: about('Words or patterns which, over the same words, take the hit back.', items),
    first: about('Only in the first turns of the speaker, so many.', count(1, MOST)),
    last: about('Only in the last turns of the speaker, so many.', count(1, MOST)),
    nth: about('Only the hit of that number in the dialogue.', count(1, MOST)),
    count: about(
      'How often, where the parts must come together.',
      either(count(1, MOST), table({ atLeast: count(1, MOST), atMost: count(0, MOST) })),
    ),
    after: about('Behind a hit of this condition.', nearby),
    before: about('In front of a hit of this condition.', nearby),
    around: about('Behind or in front of a hit of this condition.', nearby),
  };
}

const scripts = table({
  when: text(),
  replaces: about(
    'What it stands for instead of the sentence: the words found, or the clauses that they are in.',
    oneOf('words', 'clause'),
  ),
  otherwise: about('Offered only where none before it stands.', flag()),
  another: about('Offered only behind the one candidate that stands before it.', flag()),
  place: about('Only where the agent goes on behind it, or does not.', oneOf('ahead', 'last')),
  near: about('A list that must match elsewhere in what the agent says there.', text()),
  unlessNear: about('A list that must not match elsewhere in what the agent says there.', text()),
  withholds: about('True where what the offending clauses name must not be said again, and need not be carried over.', flag()),
  'zh-Hans': text(),
  'zh-Hant': text(),
  en: text(),
});

const examples = listOf(
  either(
    text(),
    table(
      {
        text: about('A reply, or a dialogue with speakers.', text()),
        lang: about('Where the words do not tell.', oneOf('zh-Hans', 'zh-Hant', 'en')),
        fixed: about('What the first rewording makes of it.', text()),
      },
      ['text'],
    ),
  ),
);

function ruleShape({ rules }: PackKnown) {
  const id = text((value) => {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(value)) return { code: 'bad-rule-id', words: value };
    return rules.has(value) ? { code: 'rule-taken', words: value } : undefined;
  });
  return table(
    {
      id: about('The name of the rule: small letters, digits and hyphens.', id),
      severity: about('How grave it is (default warning).', oneOf(...SEVERITIES)),
      strict: about('Only in force under the preset strict.', flag()),
      source: about('Where it comes from: a guideline, a chapter.', text()),
      title: about('What the rule is, in a few words.', sentence),
      message: about('What is said of a finding; {words} are the words found.', sentence),
      about: about('Why the rule is there, for huashu explain and the editor.', sentence),
      when: about('What is reported.', condition),
      unless: about('What takes a finding back.', either(condition, listOf(item))),
      grades: about(
        'The first whose condition holds decides the severity.',
        listOf(table({ when: either(condition, words), severity: oneOf(...SEVERITIES) }, ['when', 'severity'])),
      ),
      reframes: about(
        'Sentences to say instead of the one found; <alternative> is for the writer to fill in.',
        listOf(either(text(), scripts)),
      ),
      replace: about('Words to put in place of those found.', listOf(either(text(), scripts))),
      reach: about('clause: a finding runs on to the end of its clause.', oneOf('clause')),
      once: about('sentence: one finding a sentence; run: one for neighbouring clauses.', oneOf('sentence', 'run')),
      bad: about('What must be found. Tests.', examples),
      good: about('What must not be found. Tests.', examples),
      any: about('Lists, any of which makes a finding.', words),
      outright: about('Lists like “any” that nothing said around them takes back.', words),
      aside: about('Lists that count only in sentences where nothing of “any” does.', words),
      unlessInSentence: about('Lists that, in the same sentence, take it back.', words),
      unlessInTurn: about('Lists that, in the turn or what the agent says next, take it back.', words),
      idle: about('Lists of what takes nothing back wherever it stands in the turn.', words),
      idleBefore: about('Lists of what takes nothing back where it stands in a sentence before the words.', words),
      reframe: about('A list of reframes by name.', text()),
      keeps: about('Lists of what may stay in front of a reframe.', words),
      tells: about('Lists of what a sentence may say beside the offence that a reframe leaves out.', words),
      joins: about('Lists of what is said again together with an offence where it stands in the sentence beside it.', words),
      beside: about('Puts what the other clauses of the sentence state in front of a reframe.', flag()),
    },
    ['id'],
  );
}

/** The whole of a pack file. */
export function packShape(known: PackKnown) {
  return table(
    {
      $schema: text(),
      pack: about('The name of the pack.', text()),
      source: about('Where its rules come from, unless they say.', text()),
      classes: about('Word classes: {name} in words and patterns stands for any of them.', tableOf(words)),
      lists: about('Lists of patterns by name.', tableOf(words)),
      rules: about('The rules.', listOf(ruleShape(known))),
      reframes: about('Sentences to say instead, by name.', tableOf(listOf(scripts))),
    },
    ['pack'],
  );
}

/** The JSON Schema of a pack file. */
export function packSchema(known: PackKnown): object {
  const definition = (extra: object): object => {
    const { properties, ...rest } = table(fields()).schema as { properties: object };
    return { ...rest, properties: { ...properties, ...extra } };
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'huashu rule pack',
    ...packShape(known).schema,
    definitions: { condition: definition({}), nearby: definition({ within: count(0, MOST).schema }) },
  };
}

export type PackData = Value<ReturnType<typeof packShape>>;
export type PackRuleData = NonNullable<PackData['rules']>[number];
