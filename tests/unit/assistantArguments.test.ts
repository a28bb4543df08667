import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { openFile, type Shelf } from '../../server/src/assistant/openFile.ts';
import { runTool, toolCards } from '../../server/src/assistant/registry.ts';
import { Refusal } from '../../server/src/assistant/shape.ts';
import { desk } from '../support/desk.ts';

/** A tool as the manifest of the editor's extension has it. */
interface Manifested {
  readonly name: string;
  readonly modelDescription: string;
  readonly inputSchema: unknown;
}

describe('arguments of tools', () => {
  const REFUSED: readonly [string, string, unknown, RegExp][] = [
    ['an unknown tool', 'mend', {}, /there are lint, reframe/u],
    ['neither text nor path', 'lint', {}, /either text or path/u],
    ['both', 'lint', { text: 'a', path: 'b' }, /either text or path/u],
    ['an unknown field', 'lint', { tekst: 'a' }, /no field "tekst": it has text/u],
    ['a field of every object', 'lint', { constructor: 'a', text: 'a' }, /no field "constructor"/u],
    ['a missing field', 'reframe', {}, /arguments\.text is missing/u],
    ['a wrong kind', 'lint', { text: 5 }, /arguments\.text must be text/u],
    [
      'a wrong turn',
      'lint',
      { text: 'a', conversation: [{ speaker: 'boss', text: 'b' }] },
      /conversation\[0\]\.speaker must be one of customer/u,
    ],
    ['a text beyond bounds', 'lint', { text: 'a'.repeat(500_001) }, /too long: 500001/u],
    ['a format that is none', 'lint', { text: 'a', format: 'xlsx' }, /format must be one of reply, huashu/u],
    ['a conversation around a script', 'lint', { text: 'a', format: 'huashu', conversation: [] }, /go with a reply/u],
    ['a conversation around a file', 'lint', { path: 'a', conversation: [] }, /go with text/u],
    ['a list for arguments', 'lint', [], /arguments must be an object/u],
  ];
  for (const [name, tool, args, message] of REFUSED) {
    it(`are refused by name: ${name}`, () =>
      assert.rejects(runTool(desk(), tool, args), (error) => error instanceof Refusal && message.test(error.message)));
  }

  it('are described as the manifest of the editor needs them', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { languageModelTools: Manifested[] } };
    assert.deepEqual(
      manifest.contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({ name, modelDescription, inputSchema })),
      toolCards().map(({ name, description, inputSchema }) => ({ name: `huashu_${name}`, modelDescription: description, inputSchema })),
    );
    for (const { inputSchema, outputSchema, description } of toolCards()) {
      for (const schema of [inputSchema, outputSchema]) assert.equal(schema['type'], 'object');
      assert.ok(description.length > 60);
    }
  });
});

describe('files that tools may read', () => {
  const FILES: Readonly<Record<string, string>> = {
    '/w/a.huashu': '客服：好的。',
    '/w/kb/b.huashu': 'b',
    '/w/image.png': 'x',
    '/w/pipe.huashu': '',
    '/secret.huashu': 's',
  };
  const LINKS: Readonly<Record<string, string>> = {
    '/w/out.huashu': '/secret.huashu',
    '/w/in.huashu': '/w/a.huashu',
    '/w/up/secret.huashu': '/secret.huashu',
  };
  const read: string[] = [];
  const shelf: Shelf = {
    roots: ['/w'],
    real: (path) => LINKS[path] ?? (path in FILES || ['/w', '/w/kb'].includes(path) ? path : undefined),
    kind: (path) => (path in FILES ? 'file' : 'folder'),
    size: (path) => FILES[path]?.length,
    read: (path) => {
      read.push(path);
      return FILES[path];
    },
    settingsFor: (path) => ({
      settings: {},
      format: undefined,
      mapped: false,
      ignored: path.includes('kb'),
      problems: [],
      sources: [],
      ignore: [],
      origin: () => undefined,
      origins: () => [],
    }),
  };
  const open = (path: string) => openFile(shelf, path, (settings) => settings);

  for (const path of ['a.huashu', './a.huashu', 'kb/../a.huashu', '/w/a.huashu', 'in.huashu', '.\\a.huashu']) {
    it(`are opened by ${path}`, () => assert.equal(open(path).text, FILES['/w/a.huashu']));
  }

  for (const path of [
    '../secret.huashu',
    '/secret.huashu',
    'out.huashu',
    'up/secret.huashu',
    'kb/../../secret.huashu',
    'no.huashu',
    '',
    'a.huashu\0',
    'kb',
    'image.png',
    'kb/b.huashu',
    '..\\secret.huashu',
    '.',
    '/w',
  ]) {
    it(`are not opened by ${JSON.stringify(path)}`, () => {
      assert.throws(() => open(path), Refusal);
      assert.ok(!read.includes('/secret.huashu'));
    });
  }

  it('are not waited for where they have no end', () => {
    const before = read.length;
    assert.equal(open('pipe.huashu').text, '');
    assert.equal(read.length, before);
  });
});
