import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { configTemplate } from '../../server/src/core/configTemplate.ts';
import { createLinter, type RuleMeta } from '../../server/src/core/index.ts';
import { createProject } from '../../server/src/core/project.ts';
import { configShape } from '../../server/src/engine/config/configShape.ts';

const PATH = 'schemas/config.json';
const RULES = new Map<string, RuleMeta>([...createLinter().rules.all].map(([id, { meta }]) => [id, meta]));

describe('the schema of huashu.yaml', () => {
  it('says what the reader reads (UPDATE=1 writes it)', () => {
    const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'huashu.yaml', ...configShape(RULES).schema };
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env['UPDATE'] || !existsSync(PATH)) writeFileSync(PATH, text);
    assert.deepEqual(JSON.parse(readFileSync(PATH, 'utf8')), JSON.parse(text));
  });

  it('takes what the reader takes and refuses what it refuses', () => {
    const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(PATH, 'utf8')) as object);
    const table: readonly (readonly [string, boolean])[] = [
      ['extends: strict\nlang: en\nrules: {bare-but: off, flat-refusal: [warning, {}]}', true],
      ['extends: [recommended, ./a.yaml]\npacks: ./x.yaml', true],
      ['files: {"*.md": phrasebook, "*.txt": {format: text, blocks: [quote]}}', true],
      ['facts: {a: {match: "x", value: 3}}', true],
      ['rules: {bare-but: [warning, {zh: 50}]}', false],
      ['ruls: {}', false],
      ['rules: {bare-but: loud}', false],
      ['lang: klingon', false],
      ['facts: {a: {match: "x"}}', false],
      ['overrides: [{rules: {}}]', false],
      ['ignore: drafts', false],
    ];
    for (const [source, expected] of table) {
      const project = createProject(
        { read: (path) => (path === '/w/huashu.yaml' ? source : path === '/w/a.yaml' ? '' : path === '/w/x.yaml' ? 'pack: x' : undefined) },
        '/w',
        { rules: RULES, formats: [] },
      );
      const errors = project.settingsFor('/w/x.huashu').problems.filter((p) => p.severity === 'error');
      assert.equal(errors.length === 0, expected, `${source}: reader`);
      assert.equal(valid(parse(source)), expected, `${source}: schema`);
    }
  });

  it('fits the template in every language, with its comments taken as settings, too', () => {
    for (const locale of ['en', 'zh-CN', 'zh-TW'] as const) {
      const template = configTemplate(locale, { lang: 'zh-Hans', silent: ['kb'] });
      for (const source of [template, template.replace(/^# ?(?=(?: *[\w"-][^:]*: ?(?:[[{"\w]|$))(?!huashu))/gmu, '')]) {
        const project = createProject({ read: (path) => (path === '/w/huashu.yaml' ? source : undefined) }, '/w', {
          rules: RULES,
          formats: [],
        });
        const { problems } = project.settingsFor('/w/x.huashu');
        const known = problems.filter((p) => !(source !== template && p.code === 'not-yaml'));
        assert.deepEqual(known, [], source);
      }
    }
  });
});
