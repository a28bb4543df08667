import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createProject, type Known, type Project } from '../../server/src/core/project.ts';
import type { OptionTable } from '../../server/src/engine/ruleOptions.ts';

const DECLARED: OptionTable = { most: { type: 'count', default: 3, description: { en: '', 'zh-CN': '', 'zh-TW': '' } } };
const RULES: Known['rules'] = new Map([
  ['bare-but', {}],
  ['flat-refusal', { options: DECLARED }],
  ['syntax', {}],
  ['vague-time', {}],
  ['long-sentence', { options: { zh: { type: 'count', default: 60, description: { en: '', 'zh-CN': '', 'zh-TW': '' } } } }],
]);
const KNOWN: Known = { rules: RULES, formats: ['huashu', 'markdown', 'text'] };

function project(files: Readonly<Record<string, string>>, root = '/w'): Project {
  return createProject({ read: (path) => files[path] }, root, KNOWN);
}

/** Each problem as `path:line:column code words`. */
function problems(files: Readonly<Record<string, string>>, path = '/w/a.huashu'): string[] {
  return project(files)
    .settingsFor(path)
    .problems.map((p) => `${p.path}:${p.at.line + 1}:${p.at.column + 1} ${p.severity} ${p.message.en}`);
}

describe('project: the chain of config files', () => {
  it('has no settings where there is no config', () => {
    const found = project({}).settingsFor('/w/kb/a.huashu');
    assert.deepEqual([found.settings, found.format, found.mapped, found.ignored, found.problems], [{}, undefined, false, false, []]);
  });

  it('merges upwards, the nearer winning, lists adding up', () => {
    const { settings, sources } = project({
      '/w/huashu.yaml':
        'extends: strict\nlang: zh-Hans\nrules: {bare-but: off, flat-refusal: [warning, {most: 1}]}\nallow: [x]\nroles: {agent: [小蜜]}\n',
      '/w/kb/huashu.json': '{"lang": "zh-Hant", "rules": {"flat-refusal": "info"}, "allow": ["y"], "roles": {"agent": ["小美"]}}',
    }).settingsFor('/w/kb/a.huashu');
    assert.deepEqual(settings, {
      preset: 'strict',
      lang: 'zh-Hant',
      rules: { 'bare-but': { level: 'off', options: undefined }, 'flat-refusal': { level: 'info', options: { most: 1 } } },
      allow: ['x', 'y'],
      roles: { agent: ['小蜜', '小美'] },
    });
    assert.deepEqual(sources, ['/w/kb/huashu.json', '/w/huashu.yaml']);
  });

  it('stops at root: true and at the workspace root', () => {
    const files = { '/huashu.yaml': 'lang: en', '/w/huashu.yaml': 'extends: strict', '/w/kb/huashu.yaml': 'root: true\nlang: zh-Hant' };
    assert.deepEqual(project(files).settingsFor('/w/kb/a.huashu').settings, { lang: 'zh-Hant' });
    assert.deepEqual(project(files).settingsFor('/w/a.huashu').settings, { preset: 'strict' });
  });

  it('reads the key huashu of a package.json, and passes over one without it', () => {
    const files = {
      '/w/package.json': '{\n\t"name": "x",\n\t"huashu": {"extends": "minimal"}\n}',
      '/w/kb/package.json': '{"name": "huashu"}',
    };
    assert.deepEqual(project(files).settingsFor('/w/kb/a.huashu').settings, { preset: 'minimal' });
  });

  it('extends a file beside it and a package as data', () => {
    const files = {
      '/w/huashu.yaml': 'extends: [./style.yaml, "@team/style"]\nrules: {bare-but: info}',
      '/w/style.yaml': 'extends: strict\nrules: {bare-but: off, flat-refusal: hint}',
      '/w/node_modules/@team/style/package.json': '{"huashu": {"lang": "en"}}',
    };
    const { settings, problems } = project(files).settingsFor('/w/a.huashu');
    assert.deepEqual(problems, []);
    assert.equal(settings.preset, 'strict');
    assert.equal(settings.lang, 'en');
    assert.equal(settings.rules?.['bare-but']?.level, 'info');
    assert.equal(settings.rules?.['flat-refusal']?.level, 'hint');
  });

  it('counts what several files extend once, however often it is reached', () => {
    const links = Array.from({ length: 40 }, (_, i) => [`/w/c${i}.yaml`, `extends: [./c${i + 1}.yaml, ./c${i + 1}.yaml]\nlang: zh-Hant`]);
    const files = { '/w/huashu.yaml': 'extends: ./c0.yaml', ...Object.fromEntries(links), '/w/c40.yaml': 'lang: en' };
    assert.equal(project(files).settingsFor('/w/a.huashu').settings.lang, 'zh-Hant');
  });

  it('gives files that are treated alike the same settings object', () => {
    const found = project({ '/w/huashu.yaml': 'lang: en\noverrides: [{files: "*.md", lang: zh-Hans}]' });
    assert.equal(found.settingsFor('/w/a.huashu').settings, found.settingsFor('/w/b.huashu').settings);
    assert.notEqual(found.settingsFor('/w/a.huashu').settings, found.settingsFor('/w/b.md').settings);
  });
});

describe('project: one file', () => {
  it('applies overrides and mappings by glob from the config folder, ignores as git does', () => {
    const found = project({
      '/w/huashu.yaml': [
        'files: {"kb/**/*.md": phrasebook, "*.script": huashu, "bad/*.txt": {format: text, blocks: [quote]}}',
        'ignore: [drafts, "!drafts/keep.huashu", "*.tmp.huashu"]',
        'overrides:',
        '  - {files: "archive/**", extends: minimal, rules: {bare-but: off}}',
      ].join('\n'),
    });
    assert.deepEqual(found.settingsFor('/w/kb/x/a.md').settings.phrasebook, { blocks: ['paragraph', 'list'] });
    assert.equal(found.settingsFor('/w/kb/x/a.md').mapped, true);
    assert.equal(found.settingsFor('/w/deep/down/a.script').format, 'huashu');
    assert.deepEqual(found.settingsFor('/w/bad/a.txt').settings.phrasebook, { blocks: ['quote'] });
    assert.equal(found.settingsFor('/w/other/a.md').mapped, false);
    assert.equal(found.settingsFor('/w/drafts/a.huashu').ignored, true);
    assert.equal(found.settingsFor('/w/kb/b.tmp.huashu').ignored, true);
    assert.equal(found.settingsFor('/w/archive/2020/a.huashu').settings.preset, 'minimal');
    assert.equal(found.settingsFor('/w/archive/2020/a.huashu').origin('rules.bare-but')?.line, 3);
  });
});

describe('project: problems stand at their place', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['unknown key', 'lang: en\nruls: {}\n', ['/w/huashu.yaml:2:1 error Unknown key “ruls”. Did you mean “rules”?']],
    ['unknown rule', 'rules:\n  bare-butt: off\n', ['/w/huashu.yaml:2:3 error There is no rule “bare-butt”. Did you mean “bare-but”?']],
    [
      'unknown level',
      'rules:\n  bare-but: waring\n',
      ['/w/huashu.yaml:2:13 error “waring” is not one of off, hint, info, warning, error. Did you mean “warning”?'],
    ],
    [
      'level in a pair',
      'rules: {bare-but: [eror, {}]}',
      ['/w/huashu.yaml:1:20 error “eror” is not one of off, hint, info, warning, error. Did you mean “error”?'],
    ],
    ['unknown preset', 'extends: recomended', ['/w/huashu.yaml:1:1 error “recomended” was not found. Did you mean “recommended”?']],
    [
      'wrong kind',
      'ignore: drafts\nroot: maybe',
      ['/w/huashu.yaml:1:9 error ignore must be a list.', '/w/huashu.yaml:2:7 error root must be true or false.'],
    ],
    ['two unknown keys', 'one: 1\ntwo: 2', ['/w/huashu.yaml:1:1 error Unknown key “one”.', '/w/huashu.yaml:2:1 error Unknown key “two”.']],
    ['missing key', 'overrides: [{rules: {}}]', ['/w/huashu.yaml:1:13 error “files” is missing here.']],
    [
      'not YAML',
      'lang: [en\nx: 1',
      ['/w/huashu.yaml:2:1 error This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    [
      'a name of every object',
      'constructor: {}\n__proto__: {}\n',
      ['constructor', '__proto__'].map((name, i) => `/w/huashu.yaml:${i + 1}:1 error Unknown key “${name}”.`),
    ],
    ['a rule of that name', 'rules: {__proto__: off}', ['/w/huashu.yaml:1:9 error There is no rule “__proto__”.']],
    ['two documents', 'lang: en\n---\nroot: true\n', ['/w/huashu.yaml:2:1 error A config is one document. Remove the line with ---.']],
    [
      'globs without a mark',
      'files: {"": phrasebook}\noverrides: [{files: ["./"]}]',
      [
        '/w/huashu.yaml:2:14 error “./” names no files. Write a glob like kb/**/*.md.',
        '/w/huashu.yaml:1:9 error “” names no files. Write a glob like kb/**/*.md.',
      ],
    ],
    ['not a table', '- a', ['/w/huashu.yaml:1:1 error config must be a table of keys.']],
    [
      'placeholder syntax that prose is full of',
      'placeholders: {syntax: ["{ … }", "，…，", " … ", "a…b", "$name$"]}',
      ['，…，', ' … ', 'a…b'].map(
        (words, i) =>
          `/w/huashu.yaml:1:${[34, 41, 48][i]} error “${words}” does not show what stands around a placeholder. Write it like {…} or %name%.`,
      ),
    ],
    [
      'placeholder syntax',
      'placeholders: {syntax: ["{"]}',
      ['/w/huashu.yaml:1:25 error “{” does not show what stands around a placeholder. Write it like {…} or %name%.'],
    ],
    [
      'look-around',
      "facts: {a: {match: '(?=x)y', value: 1}}",
      ['/w/huashu.yaml:1:20 error This pattern cannot be matched in linear time: invalid or unsupported Perl syntax: `(?=`'],
    ],
    ['packs that are not there', 'packs: [./rules/*.yaml]', ['/w/huashu.yaml:1:9 warning No file matches “./rules/*.yaml”.']],
    ['an alias of nothing', 'rules: *nope\nlang: en', ['/w/huashu.yaml:1:8 error Nothing above is marked &nope.']],
    [
      'packs with marks of globs that make no glob',
      'packs: ["[", "{", "!", "./!", ""]',
      ['[', '{', '!', './!', ''].map((words, i) => `/w/huashu.yaml:1:${9 + 5 * i + (i > 3 ? 2 : 0)} error “${words}” was not found.`),
    ],
    [
      'globs that cannot be matched quickly',
      `files: {"*.@(md|txt)": phrasebook}\nignore: ["+(a)", "${'x'.repeat(1001)}"]\npacks: ["+(a|a?)+(b)", "*a*a*a*a*a"]\noverrides: [{files: ["!(a)/**", "**/a/**/a/**/a/**/b", "**/*客服*话术*2024*.md"]}]`,
      [
        '/w/huashu.yaml:1:9 error “*.@(md|txt)” holds a list of patterns that is not read here. Write what may stand there in braces: {a,b}.',
        `/w/huashu.yaml:2:18 error “${'x'.repeat(60)}…” is too long, or has too many * and {, to be matched quickly. Write several globs instead.`,
        '/w/huashu.yaml:3:9 error “+(a|a?)+(b)” holds a list of patterns that is not read here. Write what may stand there in braces: {a,b}.',
        '/w/huashu.yaml:3:24 error “*a*a*a*a*a” is too long, or has too many * and {, to be matched quickly. Write several globs instead.',
        '/w/huashu.yaml:4:22 error “!(a)/**” holds a list of patterns that is not read here. Write what may stand there in braces: {a,b}.',
        '/w/huashu.yaml:4:33 error “**/a/**/a/**/a/**/b” is too long, or has too many * and {, to be matched quickly. Write several globs instead.',
      ],
    ],
    ['a pack that is not there', 'packs: ./a.yaml', ['/w/huashu.yaml:1:8 error “./a.yaml” was not found.']],
    [
      'a format to come',
      'files: {"*.csv": csv}',
      ['/w/huashu.yaml:1:9 warning This version does not read csv files yet; they are skipped.'],
    ],
    [
      'alias bomb',
      `terms: {a: &a [${'x,'.repeat(300)}], ${Array.from({ length: 200 }, (_, i) => `b${i}: *a`).join(', ')}}`,
      ['/w/huashu.yaml:1:76 error This config holds too much, or repeats itself too often, to be read from here on.'],
    ],
  ];
  for (const [name, source, expected] of table) {
    it(name, () => assert.deepEqual(problems({ '/w/huashu.yaml': source }), expected));
  }

  it('does not pass over a key huashu of a package.json that is no table', () =>
    assert.deepEqual(problems({ '/w/package.json': '{"huashu": 3}' }), ['/w/package.json:1:12 error config must be a table of keys.']));

  it('reports a cycle once, at the file that closes it', () => {
    const found = problems({ '/w/huashu.yaml': 'extends: ./a.yaml', '/w/a.yaml': 'lang: en\nextends: ./huashu.yaml' });
    assert.deepEqual(found, ['/w/a.yaml:2:1 error “./huashu.yaml” extends this file in turn.']);
  });

  it('keeps what is right in a config with mistakes', () => {
    const { settings } = project({ '/w/huashu.yaml': 'extends: strict\nlang: klingon\nrules: {bare-but: off, nonsense: off}' }).settingsFor(
      '/w/a.huashu',
    );
    assert.deepEqual(settings, { preset: 'strict', rules: { 'bare-but': { level: 'off', options: undefined } } });
  });

  it('reads the whole example of the contract without an error', () => {
    const source = [
      'extends: recommended',
      'lang: zh-Hans',
      'rules: {vague-time: off, long-sentence: [warning, {zh: 50}]}',
      'files:',
      '  "kb/**/*.md": phrasebook',
      '  "export/*.csv": {format: csv, columns: {text: 回复内容, speaker: 角色, conversation: 会话ID}}',
      '  "bot/*.json": {format: json, text: "/items/*/answer", speaker: agent}',
      'ignore: ["drafts/**"]',
      'roles: {agent: [小蜜], customer: [会员]}',
      'placeholders: {syntax: ["{…}", "{{…}}"], known: {姓氏: {example: 王}, order.id: {example: "SF1234"}}}',
      'tags: [退款, 安抚, 投诉]',
      'allow: ["尽快为您核实"]',
      'terms: {退款: [退钱, 返款]}',
      'facts: {refund-days: {match: \'退款.{0,6}?(\\d+)\\s*个?工作日\', value: "3"}}',
      'settings: {disclosure: {terms: [外包], identity: 合作伙伴}, sensitive: [起诉, 曝光], jargon: {SLA: 处理时限}}',
      'packs: [./rules/*.yaml]',
      'overrides: [{files: "archive/**", rules: {bare-but: off}}]',
    ].join('\n');
    const found = project({ '/w/huashu.yaml': source }).settingsFor('/w/a.huashu');
    assert.deepEqual(
      found.problems.filter((p) => p.severity === 'error').map((p) => p.message.en),
      [],
    );
    assert.equal(found.settings.known?.['order.id']?.example, 'SF1234');
  });
});
