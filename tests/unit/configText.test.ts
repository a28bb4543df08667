import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createProject } from '../../server/src/core/project.ts';

const WRONG = '# 注释\nlang: klingon\nallow:\n  - >\n    一\n    二\n  - 三\nrules:\n  bare-butt: off # 说明\nruls: 1\n';
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  CR: (text) => text.replaceAll('\n', '\r'),
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'all kinds of line ends': (text) => text.replace(/\n/u, '\r').replace(/\n(?=ruls)/u, '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
};

describe('the text of a config file', () => {
  const seen = (source: string): unknown => {
    const known = { rules: new Map([['bare-but', {}]]), formats: ['huashu'] };
    const project = createProject({ read: (path) => (path === '/w/huashu.yaml' ? source : undefined) }, '/w', known);
    const { problems, settings } = project.settingsFor('/w/a.huashu');
    return [problems.map(({ at, message }) => [at, message.en]), settings.allow];
  };

  for (const [name, write] of Object.entries(WAYS)) {
    it(`with ${name} is read like one with LF`, () => assert.deepEqual(seen(write(WRONG)), seen(WRONG)));
  }
});

describe('config files that extend one another', () => {
  it('are read to a depth, and the last one says so', () => {
    const read = (path: string): string | undefined => {
      const [, number = '-1'] = /(\d*)\.yaml$/u.exec(path) ?? [];
      return path.startsWith('/w/') ? `extends: ./${Number(number) + 1}.yaml` : undefined;
    };
    const { problems } = createProject({ read }, '/w', { rules: new Map(), formats: [] }).settingsFor('/w/a.huashu');
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [['/w/100.yaml', 'deep-extends']],
    );
  });
});
