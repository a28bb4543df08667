import { placeholderSyntax } from '../mask.ts';
import type { OptionTable, RuleOption } from '../ruleOptions.ts';
import { globFault, lengthFault } from './globFault.ts';
import { whyNotLinear } from './linear.ts';
import type { ConfigFault } from './problem.ts';
import {
  about,
  count,
  either,
  flag,
  listOf,
  near,
  nothing,
  oneOf,
  pairOf,
  rowsOf,
  type Shape,
  table,
  tableOf,
  text,
  type Value,
} from './shape.ts';

export const PRESETS = ['minimal', 'recommended', 'strict'] as const;
export const LEVELS = ['off', 'hint', 'info', 'warning', 'error'] as const;
export const LANGS = ['zh-Hans', 'zh-Hant', 'en', 'auto'] as const;
/** What a file can be read as. A mapping may name any; a version that cannot read one says so. */
export const FORMATS = ['huashu', 'markdown', 'text', 'csv', 'tsv', 'json', 'jsonl', 'yaml', 'html', 'xlsx', 'docx'] as const;
const BLOCKS = ['paragraph', 'list', 'quote', 'fence'] as const;

const words = listOf(text());
const wordOrWords = either(text(), words);
const globs = either(text(globFault), listOf(text(globFault)));

const columns = table({
  text: about('The column, or columns, of words to lint.', wordOrWords),
  speaker: about('The column that says who speaks.', text()),
  conversation: about('The column whose value is the same throughout one conversation.', text()),
});

const mapping = table({
  format: about('What the file is read as, where its name does not tell.', oneOf('phrasebook', ...FORMATS)),
  blocks: about('The blocks of a phrasebook that hold phrases (default paragraph and list).', listOf(oneOf(...BLOCKS))),
  columns: about('The columns of a spreadsheet, by heading.', columns),
  text: about('Where the words stand in JSON or YAML: a pointer in which * is any key or index.', wordOrWords),
  speaker: about('Who speaks them.', text()),
});

const roles = table({ agent: about('More words for the agent.', words), customer: about('More words for the customer.', words) });

const placeholders = table({
  syntax: about(
    'What placeholders look like: {\u2026}, {{\u2026}}, %name%. The first is the one that fixes insert.',
    listOf(text((value) => (placeholderSyntax(value) ? undefined : { code: 'bad-syntax', words: value }))),
  ),
  known: about(
    'Placeholders that exist, each with a description and an example.',
    tableOf(table({ example: text(), description: text() })),
  ),
});

const facts = tableOf(
  table(
    {
      match: about(
        'The sentence that states the fact; the first group is its value. Matched in linear time: no look-around, no back-references.',
        text((value) => {
          const why = whyNotLinear(value);
          return why === undefined ? undefined : { code: 'bad-pattern', words: why };
        }),
      ),
      value: about('What is true.', text()),
    },
    ['match', 'value'],
  ),
);

const settings = table({
  disclosure: table({
    terms: about('Internal names that no customer should hear.', words),
    identity: about('How we are to be called instead.', text()),
  }),
  sensitive: about('More matters that call for a record and a call back.', words),
  jargon: about('Terms that customers do not use, each with what to say instead.', tableOf(text())),
  honorific: about('Whether \u4f60 is reported wherever it stands, or only beside \u60a8.', oneOf('auto', 'always')),
});

/** The rules that exist, by id, each with the options it declares. */
export type KnownRules = ReadonlyMap<string, { readonly options?: OptionTable }>;

function ruleTable(rules: KnownRules) {
  const settings = new Map([...rules].flatMap(([id, { options }]) => (options ? [[id, setting(options)] as const] : [])));
  const plain = setting({});
  const schema = {
    type: 'object',
    // A team's own rules may be named as well: which there are, the schema cannot know.
    propertyNames: { anyOf: [{ enum: [...rules.keys()].sort() }, { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }] },
    properties: Object.fromEntries([...settings].map(([id, shape]) => [id, shape.schema])),
    additionalProperties: plain.schema,
  };
  const unknown = setting(undefined);
  return rowsOf(schema, (name) => settings.get(name) ?? (rules.has(name) ? plain : unknown));
}

const ANYTHING: Shape<unknown> = { kind: 'scalar', schema: {}, read: () => undefined };

/** What is wrong with naming a rule in a config, where anything is. `team` are the ids of the team's own rules. */
export function ruleFault(name: string, rules: KnownRules, team: ReadonlySet<string>): Omit<ConfigFault, 'span'> | undefined {
  if (rules.has(name) || team.has(name)) return undefined;
  return { code: 'unknown-rule', data: { words: name, ...near(name, new Set([...rules.keys(), ...team])) } };
}

/** What may be said of a rule: a level, alone or with its options; of one that is not there, whatever is said. */
function setting(options: OptionTable | undefined) {
  const level = oneOf(...LEVELS);
  if (!options) return either(level, pairOf(level, tableOf(ANYTHING)));
  const fields = Object.entries(options).map(([name, option]) => [name, optionShape(option)] as const);
  return either(level, pairOf(level, fields.length > 0 ? table(Object.fromEntries(fields)) : nothing('no-options')));
}

function optionShape(option: RuleOption): Shape<unknown> {
  const shapes: Readonly<Record<RuleOption['type'], Shape<unknown>>> = { count: count(), flag: flag(), text: text(), words };
  return about(`${option.description.en} Default: ${JSON.stringify(option.default)}.`, shapes[option.type]);
}

/** What may be said of some files as well as of all. */
function common(rules: KnownRules) {
  return {
    lang: about('The language of the scripts; auto finds out.', oneOf(...LANGS)),
    rules: about('Levels by rule: a level, or [level, {options}].', ruleTable(rules)),
    roles: about('More words for who speaks.', roles),
    placeholders: about('What is filled in before the customer reads it.', placeholders),
    allow: about('Phrases never reported.', words),
    terms: about('Preferred words, each with those it stands in for.', tableOf(words)),
    settings: about('Words of the house that rules take into account.', settings),
  };
}

/** The whole config. */
export function configShape(rules: KnownRules) {
  const shared = common(rules);
  const override = table(
    { files: about('The files this is about.', globs), extends: about('The preset for them.', oneOf(...PRESETS)), ...shared },
    ['files'],
  );
  return table({
    $schema: text(),
    root: about('Config files of the folders above are not looked at.', flag()),
    extends: about('minimal, recommended or strict; another config file; a pack of rules; or an npm package that holds one.', wordOrWords),
    ...shared,
    files: about(
      'Formats of files, by glob. A glob without a slash counts in every folder.',
      tableOf(either(oneOf('phrasebook', ...FORMATS), mapping), (glob) => {
        const wrong = globFault(glob);
        return wrong && { fault: { code: wrong.code, data: { words: wrong.words } } };
      }),
    ),
    ignore: about('Files not to lint, as in .gitignore.', listOf(text(lengthFault))),
    tags: about('The tags that exist. Other tags are reported once there are some here.', words),
    facts: about('Facts that must be stated alike everywhere.', facts),
    packs: about("Files of the team's own rules, by path or glob from this file.", globs),
    overrides: about('Settings for some files alone; later ones win.', listOf(override)),
  });
}

export type ConfigData = Value<ReturnType<typeof configShape>>;
export type OverrideData = NonNullable<ConfigData['overrides']>[number];
export type MappingData = NonNullable<ConfigData['files']>[string];
export type ConfigShape = Shape<ConfigData>;
