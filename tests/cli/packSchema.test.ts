import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { packSchema } from '../../server/src/engine/team/packShape.ts';
import { read, WORLD } from '../support/packs.ts';

const PATH = 'schemas/pack.json';
const OURS = 'server/src/rules/packs';

describe('the schema of packs', () => {
  const schema = packSchema(WORLD);

  it('says what the reader reads (UPDATE=1 writes it)', () => {
    if (process.env['UPDATE'] || !existsSync(PATH)) writeFileSync(PATH, `${JSON.stringify(schema, null, 2)}\n`);
    assert.deepEqual(JSON.parse(readFileSync(PATH, 'utf8')), JSON.parse(JSON.stringify(schema)));
  });

  it('takes what the reader takes and refuses what it refuses', () => {
    const valid = new Ajv({ strict: false }).compile(schema);
    const table: readonly (readonly [string, boolean])[] = [
      ['pack: p', true],
      [
        'pack: p\nrules: [{id: r, message: {zh-CN: 好}, when: {any: [退款, {all: [x1, {act: apology}]}], after: {within: 2, speaker: customer, any: [y1]}}}]',
        true,
      ],
      [
        'pack: p\nrules: [{id: r, when: {any: [x1], count: {atLeast: 2}}, unless: [y1], reframes: [好的, {en: Fine}], bad: [a, {text: b, lang: en}]}]',
        true,
      ],
      ['rules: []', false],
      ['pack: p\nruls: []', false],
      ['pack: p\nrules: [{when: {any: [x1]}}]', false],
      ['pack: p\nrules: [{id: r, when: {any: x1}}]', false],
      ['pack: p\nrules: [{id: r, when: {all: [{anny: [x1]}]}}]', false],
      ['pack: p\nrules: [{id: r, when: {any: [x1], first: 0}}]', false],
      ['pack: p\nrules: [{id: r, when: {any: [x1], in: line}}]', false],
    ];
    for (const [source, expected] of table) {
      assert.equal(read(source).problems.length === 0, expected, `${source}: reader ${read(source).problems[0]?.message.en}`);
      assert.equal(valid(parse(source)), expected, `${source}: schema ${JSON.stringify(valid.errors)}`);
    }
  });

  it('takes the packs that come with huashu: theirs and those of a team are one format', () => {
    // A pack of ours may say more: what only the build knows, its own rules' ids, look-arounds, acts.
    const more = new Set(['rule-taken', 'bad-pattern', 'no-list', 'no-condition', 'no-class', 'large-pattern', 'empty-pattern']);
    for (const file of readdirSync(OURS)) {
      const source = readFileSync(`${OURS}/${file}`, 'utf8');
      const wrong = read(source).problems.filter(({ code, message }) => !more.has(code) && !/“(?:options|acts?)”/u.test(message.en));
      assert.deepEqual(
        wrong.map(({ at, message }) => `${file}:${at.line + 1} ${message.en}`),
        [],
      );
    }
  });
});
