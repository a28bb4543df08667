import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { asChild, type Host, inFolder, inProcess } from './hosts.ts';

const PHRASES = `# 退款进度
@customer angry
@tags 退款, 安抚

- {姓氏}先生，让您等了这么多天，真的很抱歉，我现在就为您催办退款。
- 您的退款预计{时间}到账，到账后我给您发短信。
- 退款我们不能办理。

# 活动
@tags 优惠
@until 2026-01-01

- 活动期间全场九折。
`;
const FILES = {
  'kb/refund.huashu': PHRASES,
  'kb/talk.huashu': '客户:退款呢？\n客服:您好，我来为您查询退款。\n',
  'drafts/old.huashu': '- 退款请您发邮件。\n',
  'huashu.yaml': 'ignore: ["drafts/**"]\n',
};

interface Case {
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly code: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'shows the best phrase first, with the reason and the place',
    argv: ['退款 安抚'],
    code: 0,
    stdout:
      /^\n1\. \{姓氏\}先生，让您等了.+\n {3}tagged 退款, 安抚 · .*apologises.*\n {3}kb\/refund\.huashu:5:3 {2}退款进度\n\n2\. 您的退款预计[\s\S]+\n2 phrases for “退款 安抚”, of 2 phrases in 2 files\n$/u,
    stderr: /^$/u,
  },
  { name: 'takes words that are not quoted, and paths after them', argv: ['退款', '安抚', 'kb'], code: 0, stdout: /in 2 files\n$/u },
  {
    name: 'says that nothing fits',
    argv: ['签证'],
    code: 1,
    stdout: /^No approved phrase fits “签证” \(looked at 2 phrases in 2 files\)\.\n$/u,
  },
  {
    name: 'says what phrases are where there are none',
    files: { 'a.huashu': '客服:您好。\n' },
    argv: ['退款'],
    code: 1,
    stdout: /^No approved phrase fits “退款” \(looked at 0 phrases in 1 file\)\.\nPhrases are lines like “- text”/u,
  },
  { name: 'speaks the language of messages', argv: ['退款', '--locale', 'zh-TW'], code: 0, stdout: /標籤:退款[\s\S]+2 則/u },
  {
    name: 'looks at ignored files when told to',
    argv: ['退款', '--no-ignore', '--format', 'compact'],
    code: 0,
    stdout: /drafts\/old\.huashu:1:3: 退款请您发邮件/u,
  },
  { name: 'leaves out what has expired', argv: ['活动'], code: 1 },
  { name: 'goes by the day it is told', argv: ['活动', '--today', '2025-12-31'], code: 0, stdout: /全场九折/u },
  { name: 'shows so many', argv: ['退款', '--limit', '1', '--format', 'compact'], code: 0, stdout: /^[^\n]+\n$/u },
  { name: 'takes a tag for a filter', argv: ['退款', '--tag', '物流'], code: 1 },
  { name: 'needs no words with a tag', argv: ['--tag', '退款'], code: 0, stdout: /2 phrases for “#退款”/u },
  { name: 'takes a mood for a filter', argv: ['退款', '--mood', 'hesitant'], code: 1 },
  { name: 'takes a mood by its Chinese name', argv: ['退款', '--mood', '憤怒'], code: 0 },
  {
    name: 'refuses a mood that is none',
    argv: ['退款', '--mood', 'furious'],
    code: 2,
    stderr: /--mood cannot be “furious”.*angry, hesitant, assertive, cheerful/u,
  },
  { name: 'needs something to look for', argv: [], code: 2, stderr: /^huashu: Say what to look for/u },
  { name: 'refuses a limit that is none', argv: ['退款', '--limit', 'many'], code: 2, stderr: /--limit needs a whole number/u },
  { name: 'refuses a format that is none of its own', argv: ['退款', '--format', 'sarif'], code: 2, stderr: /--format cannot be “sarif”/u },
  { name: 'a path that is not there is an error', argv: ['退款', 'nowhere/'], code: 2, stderr: /nowhere\/: no such file or folder/u },
  {
    name: 'a file that cannot be read is an error, and the rest is searched',
    files: { 'a.huashu': '- 退款今天提交。\n', 'b.huashu': '\u0000\u0001\u0000\u0002' },
    argv: ['退款'],
    code: 2,
    stdout: /退款今天提交/u,
    stderr: /b\.huashu: not a text file/u,
  },
];

const hosts: readonly (readonly [string, Host])[] = [
  ['in process', inProcess],
  ['as a child', asChild],
];

for (const [name, host] of hosts) {
  describe(`huashu search, ${name}`, () => {
    for (const { name: what, files = FILES, argv, code, stdout, stderr } of CASES) {
      it(what, () =>
        inFolder(files, async (folder) => {
          const ran = await host(folder, { argv: ['search', ...argv] });
          assert.equal(ran.code, code, ran.stdout + ran.stderr);
          if (stdout) assert.match(ran.stdout, stdout);
          if (stderr) assert.match(ran.stderr, stderr);
        }),
      );
    }
  });
}

describe('what search writes for programs', () => {
  it('is as its schema says', () =>
    inFolder(FILES, async (folder) => {
      const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/search.json', 'utf8')) as object);
      const { stdout } = await inProcess(folder, { argv: ['search', '退款 生气', '--mood', 'angry', '--format', 'json'] });
      const report = JSON.parse(stdout) as {
        phrases: { path: string; range: { start: { offset: number }; end: { offset: number } }; text: string }[];
      };
      assert.ok(valid(report), JSON.stringify(valid.errors));
      assert.equal(report.phrases.length, 2);
      for (const { path, range, text } of report.phrases) {
        assert.equal(path, 'kb/refund.huashu');
        assert.equal(PHRASES.slice(range.start.offset, range.end.offset), text);
      }
      const lines = await inProcess(folder, { argv: ['search', '退款 生气', '--mood', 'angry', '--format', 'ndjson'] });
      assert.deepEqual(
        lines.stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as object),
        report.phrases,
      );
    }));
});
