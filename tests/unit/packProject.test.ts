import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createProject, type Project } from '../../server/src/core/project.ts';
import { linter } from '../support/packs.ts';

const known = {
  rules: new Map([...linter.rules.all].map(([id, { meta }]) => [id, meta])),
  formats: ['huashu'],
  vocabulary: linter.vocabulary,
};
const pack = (id: string, words: string): string => `pack: p\nrules:\n  - {id: ${id}, when: {any: [${words}]}}\n`;

/** A project over files that are nowhere but here. */
function project(files: Readonly<Record<string, string>>): Project {
  return createProject(
    {
      read: (path) => files[path],
      list: (folder) => {
        const inside = Object.keys(files).flatMap((path) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : []));
        const names = new Map(inside.map((rest) => [rest.split('/')[0]!, rest.includes('/') ? ('folder' as const) : ('file' as const)]));
        return [...names].map(([name, kind]) => ({ name, kind }));
      },
    },
    '/w',
    known,
  );
}

function found(files: Readonly<Record<string, string>>, path = '/w/a.huashu', text = '客服:丙方好,丁方好,不能退。'): string[] {
  const { settings, problems } = project(files).settingsFor(path);
  const wrong = problems.map((p) => `${p.path}:${p.at.line + 1}:${p.at.column + 1} ${p.severity} ${p.message.en}`);
  const { findings } = linter.lint({ text, format: 'huashu' }, settings);
  return [...findings.map((f) => `${f.severity} ${f.rule} ${text.slice(f.span.start, f.span.end)}`), ...wrong];
}

const REFUSED = 'error flat-refusal 不能';

describe('packs in config', () => {
  it('by glob, from the folder of the config', () => {
    const files = {
      '/w/huashu.yaml': 'packs: [./rules/*.yaml]',
      '/w/rules/a.yaml': pack('no-c', '丙方'),
      '/w/rules/b.yaml': pack('no-d', '丁方'),
    };
    assert.deepEqual(found(files), ['warning no-c 丙方', 'warning no-d 丁方', REFUSED]);
    assert.deepEqual(found(files, '/w/kb/deep/a.huashu'), ['warning no-c 丙方', 'warning no-d 丁方', REFUSED]);
  });

  it('by glob, whatever the name of their folder', () => {
    const files: Readonly<Record<string, string>> = { '/w [x] (y)/huashu.yaml': 'packs: [./rules/*.yaml, z/**/*.yml, own.yaml]' };
    const there = createProject({ read: (path) => files[path], list: () => [] }, '/w [x] (y)', known);
    const named = ['rules/a.yaml', 'rules/b/a.yaml', 'own.yaml', 'a.yaml', 'z/deep/a.yml', 'z/a.yaml'].map((path) =>
      there.isPack(`/w [x] (y)/${path}`),
    );
    assert.deepEqual(named, [true, false, true, false, true, false]);
  });

  it('by path, and below folders', () => {
    assert.deepEqual(found({ '/w/huashu.yaml': 'packs: rules/deep/a.yaml', '/w/rules/deep/a.yaml': pack('no-c', '丙方') }), [
      'warning no-c 丙方',
      REFUSED,
    ]);
    assert.deepEqual(found({ '/w/huashu.yaml': 'packs: "**/*.pack.yaml"', '/w/rules/deep/a.pack.yaml': pack('no-c', '丙方') }), [
      'warning no-c 丙方',
      REFUSED,
    ]);
  });

  it('by extends: a file, a file of a package, a package that brings its own', () => {
    assert.deepEqual(found({ '/w/huashu.yaml': 'extends: [recommended, ./a.yaml]', '/w/a.yaml': pack('no-c', '丙方') }), [
      'warning no-c 丙方',
      REFUSED,
    ]);
    const home = '/w/node_modules/huashu-pack-c';
    assert.deepEqual(found({ '/w/huashu.yaml': 'extends: huashu-pack-c/c.yaml', [`${home}/c.yaml`]: pack('no-c', '丙方') }), [
      'warning no-c 丙方',
      REFUSED,
    ]);
    const files = {
      '/w/huashu.yaml': 'extends: huashu-pack-c',
      [`${home}/package.json`]: '{"huashu": {"packs": ["./r/*.yaml"]}}',
      [`${home}/r/c.yaml`]: pack('no-c', '丙方'),
    };
    assert.deepEqual(found(files), ['warning no-c 丙方', REFUSED]);
  });

  it('their rules have levels like any other, in overrides, too', () => {
    const config = 'packs: a.yaml\nrules: {no-c: error}\noverrides: [{files: "old/**", rules: {no-c: off}}]';
    const files = { '/w/huashu.yaml': config, '/w/a.yaml': pack('no-c', '丙方') };
    assert.deepEqual(found(files), ['error no-c 丙方', REFUSED]);
    assert.deepEqual(found(files, '/w/old/a.huashu'), [REFUSED]);
    assert.deepEqual(found({ ...files, '/w/huashu.yaml': 'packs: a.yaml\nrules: {no-cc: error}' }), [
      'warning no-c 丙方',
      REFUSED,
      '/w/huashu.yaml:2:9 error There is no rule “no-cc”. Did you mean “no-c”?',
    ]);
  });

  it('comments suppress them', () => {
    const files = { '/w/huashu.yaml': 'packs: a.yaml', '/w/a.yaml': pack('no-c', '丙方') };
    assert.deepEqual(found(files, '/w/a.huashu', '// huashu-disable-next-line no-c -- 试点\n客服:丙方好'), []);
  });

  it('an id twice is an error at the second', () => {
    const files = { '/w/huashu.yaml': 'packs: [a.yaml, b.yaml]', '/w/a.yaml': pack('no-c', '丙方'), '/w/b.yaml': pack('no-c', '丁方') };
    assert.deepEqual(found(files), [
      'warning no-c 丙方',
      REFUSED,
      '/w/b.yaml:3:10 error There is a rule “no-c” already; call this one something else.',
    ]);
  });

  it('the id of a built-in rule is an error at its place', () => {
    const files = { '/w/huashu.yaml': 'packs: a.yaml', '/w/a.yaml': pack('bare-but', '丙方') };
    assert.deepEqual(found(files), [REFUSED, '/w/a.yaml:3:10 error There is a rule “bare-but” already; call this one something else.']);
  });

  it('a folder is named for what it is, with what was meant', () => {
    const config = 'packs:\n  - ./rules/\n  - ./none\nextends:\n  - recommended\n  - ./rules\n';
    assert.deepEqual(found({ '/w/huashu.yaml': config, '/w/rules/a.yaml': pack('no-c', '丙方') }), [
      REFUSED,
      '/w/huashu.yaml:6:5 error “./rules” is a folder, not a file.',
      '/w/huashu.yaml:2:5 error “./rules/” is a folder, not a file. Did you mean “./rules/*.yaml”?',
      '/w/huashu.yaml:3:5 error “./none” was not found.',
    ]);
  });

  it('are no scripts', () => {
    const made = project({ '/w/huashu.yaml': 'packs: rules/a.md', '/w/rules/a.md': pack('no-c', '丙方') });
    assert.deepEqual(
      ['/w/rules/a.md', '/w/rules/b.md'].map((path) => made.settingsFor(path).ignored),
      [true, false],
    );
  });

  it('may have marks of globs in their names', () => {
    const files = { '/w/huashu.yaml': 'packs: ["{a.yaml"]', '/w/{a.yaml': pack('no-c', '丙方') };
    assert.deepEqual(found(files), ['warning no-c 丙方', REFUSED]);
    assert.deepEqual([project(files).isPack('/w/{a.yaml'), project(files).isPack('/w/a.yaml')], [true, false]);
  });

  it('knows which files are packs', () => {
    const made = project({ '/w/huashu.yaml': 'packs: [./rules/*.yaml]\nextends: ./x.yaml', '/w/x.yaml': pack('no-c', '丙方') });
    assert.deepEqual(
      ['/w/rules/new.yaml', '/w/x.yaml', '/w/rules/a/b.yaml', '/w/kb.yaml'].map((path) => made.isPack(path)),
      [true, true, false, false],
    );
  });
});
