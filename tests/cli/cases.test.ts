import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { asChild, type Host, inFolder, inProcess } from './hosts.ts';

interface Case {
  readonly name: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
  /** What files hold afterwards. */
  readonly after?: Readonly<Record<string, string>>;
}

const BAD = '旁白:能退吗?\n客服:我们不能退。\n';
const GOOD = '旁白:能退吗?\n客服:您好,马上为您查询。\n';
const NOISY = '客服:請您稍等,服務(wù)中心會處理。\n';
const NOTHING = /^$/u;
const EMPTY: Readonly<Record<string, string>> = {};

const CASES: readonly Case[] = [
  // Exit codes
  { name: 'nothing found is 0', files: { 'a.huashu': GOOD }, argv: ['lint'], code: 0, stdout: /No problems in 1 file/u, stderr: NOTHING },
  {
    name: 'an error is 1',
    files: { 'a.huashu': BAD },
    argv: ['lint', 'a.huashu'],
    code: 1,
    stdout: /2:6 {2}error {2}.*flat-refusal/u,
    stderr: NOTHING,
  },
  { name: 'a name no file can have is no file', argv: ['x'.repeat(400)], code: 2, stderr: /^huashu: There is no command or file “x+”/u },
  { name: 'lint is the default command', files: { 'a.huashu': BAD }, argv: ['a.huashu'], code: 1 },
  { name: 'no argument lints the folder', files: { 'kb/a.huashu': BAD }, argv: [], code: 1, stdout: /kb\/a\.huashu/u },
  { name: '--fail-on never is 0', files: { 'a.huashu': BAD }, argv: ['lint', '--fail-on', 'never'], code: 0 },
  { name: '--fail-on warning counts warnings', files: { 'a.huashu': NOISY }, argv: ['lint', '--fail-on=warning'], code: 1 },
  { name: 'a warning alone is 0', files: { 'a.huashu': NOISY }, argv: ['lint'], code: 0 },
  {
    name: '--max-warnings is a limit',
    files: { 'a.huashu': NOISY },
    argv: ['lint', '--max-warnings', '0'],
    code: 1,
    stderr: /^huashu: Warnings: 1, more than --max-warnings 0\.\n$/u,
  },
  {
    name: '--quiet shows errors alone',
    files: { 'a.huashu': NOISY + BAD },
    argv: ['lint', '--quiet', '--format', 'compact'],
    code: 1,
    stdout: /^(?!.*pinyin-noise)a\.huashu: line 3, col 6, Error - .+ \(flat-refusal\)\n\n1 problem\n$/u,
  },
  {
    name: '--min-severity',
    files: { 'a.huashu': NOISY },
    argv: ['lint', '--min-severity', 'error', '--format=compact'],
    code: 0,
    stdout: NOTHING,
  },
  {
    name: 'what fails and is not shown is said',
    files: { 'a.huashu': NOISY },
    argv: ['lint', '--quiet', '--fail-on', 'warning'],
    code: 1,
    stdout: /^\nNothing to show in 1 file\.\n {2}1 not shown \(see --quiet and --min-severity\)\n$/u,
  },
  // Wrong command lines
  {
    name: 'an empty path',
    files: { 'a.huashu': BAD },
    argv: ['lint', ''],
    code: 2,
    stdout: NOTHING,
    stderr: /^huashu: A path is empty\.\n$/u,
  },
  {
    name: '--config that is a folder',
    files: { 'a.huashu': GOOD, 'd/x.huashu': GOOD },
    argv: ['lint', '--config', 'd', 'a.huashu'],
    code: 2,
    stderr: /^huashu: d: a folder, where --config takes a config file\.\n$/u,
  },
  {
    name: 'standard input of no known kind',
    argv: ['lint', '--stdin', '--stdin-filename', 'x.unknown'],
    stdin: GOOD,
    code: 2,
    stderr: /x\.unknown: not a kind/u,
  },
  {
    name: 'a broken JSON config',
    files: { 'a.huashu': GOOD, 'huashu.json': '{"rules": {' },
    argv: ['lint'],
    code: 2,
    stderr: /huashu\.json:\d+: This is not valid JSON/u,
  },
  {
    name: 'a config of two documents',
    files: { 'a.huashu': GOOD, 'huashu.yaml': 'lang: en\n---\nlang: en\n' },
    argv: ['lint'],
    code: 2,
    stderr: /huashu\.yaml:2: A config is one document/u,
  },
  {
    name: 'an unknown flag',
    argv: ['lint', '--formt', 'json'],
    code: 2,
    stdout: NOTHING,
    stderr: /^huashu: Unknown option --formt\. Did you mean “--format”\?\n$/u,
  },
  {
    name: 'an unknown command',
    argv: ['explian'],
    code: 2,
    stderr: /^huashu: There is no command or file “explian”\. Did you mean “explain”\? See huashu --help\.\n$/u,
  },
  { name: 'a value that is none', argv: ['lint', '--format', 'jsn'], code: 2, stderr: /cannot be “jsn”.*Did you mean “json”\?\n$/u },
  { name: 'a value that is missing', argv: ['lint', '--format'], code: 2, stderr: /^huashu: --format needs a value/u },
  { name: 'a value that is another option', argv: ['lint', '--format', '--fix'], code: 2, stderr: /^huashu: --format needs a value/u },
  { name: 'a value where none is taken', argv: ['lint', '--fix=yes'], code: 2, stderr: /^huashu: --fix takes no value/u },
  { name: 'no thread', argv: ['lint', '--concurrency', '0'], code: 2, stderr: /needs a whole number from 1 on, or auto, not “0”/u },
  { name: 'not a number', argv: ['lint', '--max-warnings', 'few'], code: 2, stderr: /needs a whole number, not “few”/u },
  {
    name: 'an unknown rule',
    argv: ['lint', '--rule', 'bare-butt=off'],
    code: 2,
    stderr: /no rule “bare-butt”\. Did you mean “bare-but”\?/u,
  },
  { name: 'an unknown rule in --only', argv: ['lint', '--only', 'nonsense'], code: 2, stderr: /no rule “nonsense”/u },
  { name: 'an unknown level', argv: ['lint', '--rule', 'bare-but=loud'], code: 2, stderr: /--rule bare-but cannot be “loud”/u },
  { name: 'a rule without a level', argv: ['lint', '--rule', 'bare-but'], code: 2, stderr: /--rule needs ID=LEVEL/u },
  {
    name: 'two that exclude each other',
    argv: ['lint', '--config', 'x.yaml', '--no-config'],
    code: 2,
    stderr: /--config and --no-config do not go together/u,
  },
  { name: 'an option of another command', argv: ['explain', '--fix'], code: 2, stderr: /The command explain has no option --fix/u },
  {
    name: 'an option of a later version',
    argv: ['lint', '--cache'],
    code: 2,
    stderr: /The option --cache is not available in this version/u,
  },
  {
    name: 'a format of a later version',
    argv: ['lint', '--format', 'junit'],
    code: 2,
    stderr: /junit is not available in this version\. These are: stylish, compact, json, ndjson, sarif\./u,
  },
  { name: 'a command of a later version', argv: ['stats'], code: 2, stderr: /The command stats is not available in this version\./u },
  { name: 'too many arguments', argv: ['explain', 'bare-but', 'syntax'], code: 2, stderr: /“syntax” is too many/u },
  { name: 'an unknown locale', argv: ['lint', '--locale', 'klingon'], code: 2, stderr: /--locale cannot be “klingon”/u },
  {
    name: 'complaints in the language asked for',
    argv: ['lint', '--formt', '--locale', 'zh-TW'],
    code: 2,
    stderr: /^huashu: 不認識的選項 --formt。是不是「--format」？\n$/u,
  },
  {
    name: 'complaints in the language of the environment',
    argv: ['lint', '--formt'],
    env: { LANG: 'zh_CN.UTF-8' },
    code: 2,
    stderr: /不认识的选项/u,
  },
  // Files
  {
    name: 'a missing path, the others still linted',
    files: { 'a.huashu': BAD },
    argv: ['lint', 'nope.huashu', 'a.huashu'],
    code: 2,
    stdout: /flat-refusal/u,
    stderr: /^huashu: nope\.huashu: no such file or folder\.\n$/u,
  },
  {
    name: 'a missing path that may be missing',
    files: { 'a.huashu': GOOD },
    argv: ['lint', 'nope.huashu', 'a.huashu', '--no-error-on-unmatched-pattern'],
    code: 0,
    stderr: NOTHING,
  },
  {
    name: 'a folder with nothing to lint',
    files: { 'x/pic.png': 'x' },
    argv: ['lint', 'x'],
    code: 2,
    stderr: /^huashu: x: no file to check here\.\n$/u,
  },
  {
    name: 'a named file of no known kind',
    files: { 'pic.png': 'x' },
    argv: ['lint', 'pic.png'],
    code: 2,
    stderr: /^huashu: pic\.png: not a kind of file/u,
  },
  {
    name: 'bytes that are no text, the others still linted',
    files: { 'a.huashu': BAD, 'b.huashu': new Uint8Array([0x41, 0, 0xff, 0xfe]) },
    argv: ['lint'],
    code: 2,
    stdout: /flat-refusal/u,
    stderr: /^huashu: b\.huashu: not a text file\.\n$/u,
  },
  {
    name: 'broken UTF-8',
    files: { 'a.huashu': Buffer.concat([Buffer.from('客服:您好\n客服:'), Buffer.from([0xe6, 0x88]), Buffer.from('我们都在\n')]) },
    argv: ['lint'],
    code: 2,
    stderr: /^huashu: a\.huashu: the UTF-8 is broken on line 2\.\n/u,
  },
  {
    name: 'ignore files and node_modules',
    files: {
      'a.huashu': GOOD,
      '.gitignore': 'drafts/\n',
      '.huashuignore': '*.old.huashu\n',
      'drafts/b.huashu': BAD,
      'c.old.huashu': BAD,
      'node_modules/x/d.huashu': BAD,
    },
    argv: ['lint'],
    code: 0,
    stdout: /1 file/u,
  },
  {
    name: 'a nested ignore file that takes back',
    files: { '.gitignore': '*.huashu\n', 'kb/.gitignore': '!*.huashu\n', 'kb/a.huashu': BAD, 'b.huashu': BAD },
    argv: ['lint', '--format', 'compact'],
    code: 1,
    stdout: /^kb\/a\.huashu: [^\n]+\n\n1 problem\n$/u,
  },
  {
    name: 'a folder that is left out stays so, whatever an ignore file inside says',
    files: { '.gitignore': 'out/\n', 'out/.gitignore': '!a.huashu\n', 'out/a.huashu': BAD, 'b.huashu': GOOD },
    argv: ['lint', 'out/a.huashu', 'b.huashu'],
    code: 0,
    stderr: /out\/a\.huashu/u,
  },
  { name: '--no-ignore', files: { '.gitignore': 'drafts/\n', 'drafts/b.huashu': BAD }, argv: ['lint', '--no-ignore'], code: 1 },
  { name: '--ignore-pattern', files: { 'a.huashu': GOOD, 'b.huashu': BAD }, argv: ['lint', '--ignore-pattern', 'b.*'], code: 0 },
  {
    name: 'a named file that is ignored',
    files: { '.gitignore': 'b.huashu\n', 'b.huashu': BAD },
    argv: ['lint', 'b.huashu'],
    code: 0,
    stderr: /^huashu: warning: b\.huashu: ignored/u,
  },
  {
    name: 'a glob',
    files: { 'kb/x/a.huashu': BAD, 'kb/b.huashu': GOOD },
    argv: ['lint', 'kb/**/a.*', '--format', 'compact'],
    code: 1,
    stdout: /^kb\/x\/a\.huashu: /u,
  },
  {
    name: 'a glob as shells alone read it',
    files: { 'kb/a.huashu': GOOD },
    argv: ['lint', '@(kb)/*'],
    code: 2,
    stderr: /^huashu: \u201c@\(kb\)\/\*\u201d holds a list of patterns[^\n]*\{a,b\}\.\n$/u,
  },
  {
    name: 'a file named twice is linted once',
    files: { 'a.huashu': BAD },
    argv: ['lint', 'a.huashu', './a.huashu', '.', '--format', 'compact'],
    code: 1,
    stdout: /\n1 problem\n$/u,
  },
  {
    name: 'GBK and Big5',
    files: { 'g.huashu': Buffer.from('bfcdbba73ac4fabac30d0abfcdb7fe3aced2c3c7b2bbc4dccdcb0d0a', 'hex') },
    argv: ['lint', '--format', 'compact'],
    code: 1,
    stdout: /^g\.huashu: line 2, col 6, Error - .*“不能”/mu,
  },
  // Config
  {
    name: 'a broken config: one line, the files still linted',
    files: { 'huashu.yaml': 'rules: {flat-refusal: [', 'a.huashu': BAD },
    argv: ['lint'],
    code: 2,
    stdout: /flat-refusal/u,
    stderr: /^huashu: huashu\.yaml:1: This is not valid YAML: [^\n]+\n$/u,
  },
  {
    name: 'an unknown key in a config',
    files: { 'huashu.yaml': 'lang: zh-Hans\nruls: {}\n', 'a.huashu': GOOD },
    argv: ['lint'],
    code: 2,
    stderr: /^huashu: huashu\.yaml:2: Unknown key “ruls”\. Did you mean “rules”\?\n$/u,
  },
  { name: 'a config that switches off', files: { 'huashu.yaml': 'rules: {flat-refusal: off}', 'a.huashu': BAD }, argv: ['lint'], code: 0 },
  {
    name: '--rule over the config',
    files: { 'huashu.yaml': 'rules: {flat-refusal: off}', 'a.huashu': BAD },
    argv: ['lint', '--rule', 'flat-refusal=error'],
    code: 1,
  },
  { name: '--no-config', files: { 'huashu.yaml': 'rules: {flat-refusal: off}', 'a.huashu': BAD }, argv: ['lint', '--no-config'], code: 1 },
  {
    name: '--config',
    files: { 'x/other.yaml': 'rules: {flat-refusal: off}', 'huashu.yaml': 'nonsense: 1', 'a.huashu': BAD },
    argv: ['lint', '--config', 'x/other.yaml'],
    code: 0,
    stderr: NOTHING,
  },
  {
    name: '--config that is not there',
    files: { 'a.huashu': BAD },
    argv: ['lint', '--config', 'no.yaml'],
    code: 2,
    stderr: /^huashu: no\.yaml: no such file/u,
  },
  {
    name: '--only',
    files: { 'a.huashu': BAD + NOISY },
    argv: ['lint', '--only', 'pinyin-noise,bare-but'],
    code: 0,
    stdout: /1 problem \(1 warning\)/u,
  },
  {
    name: 'a glob that names no pack is a warning',
    files: { 'huashu.yaml': 'packs: [./rules/*.yaml]', 'a.huashu': GOOD },
    argv: ['lint'],
    code: 0,
    stderr: /^huashu: warning: huashu\.yaml:1: No file matches “\.\/rules\/\*\.yaml”\.\n$/u,
  },
  { name: 'a mapped file', files: { 'huashu.yaml': 'files: {"*.script": huashu}', 'a.script': BAD }, argv: ['lint'], code: 1 },
  {
    name: 'config shows where values come from',
    files: { 'huashu.yaml': 'extends: strict\nrules:\n  bare-but: off\n', 'kb/huashu.json': '{"lang": "en"}' },
    argv: ['config', 'kb/a.huashu', '--no-color'],
    code: 0,
    stdout:
      /^# In force for kb\/a\.huashu\nextends: strict +# huashu\.yaml:1\nlang: en +# kb\/huashu\.json:1\nrules:\n {2}bare-but: off +# huashu\.yaml:3\n$/u,
  },
  {
    name: 'config shows every place that says what counts together',
    files: { 'huashu.yaml': 'allow: [甲]\nignore: ["drafts/**"]\n', 'kb/huashu.yaml': 'ignore: ["*.old"]\nallow: [乙]\n' },
    argv: ['config', 'kb/a.huashu', '--no-color'],
    code: 0,
    stdout:
      /\nallow: \["甲","乙"\] +# huashu\.yaml:1, kb\/huashu\.yaml:2\nignore: \["drafts\/\*\*","\*\.old"\] +# huashu\.yaml:2, kb\/huashu\.yaml:1\n$/u,
  },
  // Fixes
  {
    name: '--fix applies what is safe',
    files: { 'a.huashu': NOISY },
    argv: ['lint', '--fix'],
    code: 0,
    stdout: /Fixed 1 in 1 file\.\n$/u,
    after: { 'a.huashu': '客服:請您稍等,服務中心會處理。\n' },
  },
  {
    name: 'fix is the same',
    files: { 'a.huashu': NOISY },
    argv: ['fix'],
    code: 0,
    after: { 'a.huashu': '客服:請您稍等,服務中心會處理。\n' },
  },
  {
    name: '--diff writes nothing',
    files: { 'a.huashu': NOISY },
    argv: ['fix', '--diff'],
    code: 0,
    stdout:
      /^--- a\/a\.huashu\n\+\+\+ b\/a\.huashu\n@@ -1 \+1 @@\n-客服:請您稍等,服務\(wù\)中心會處理。\n\+客服:請您稍等,服務中心會處理。\n$/u,
    after: { 'a.huashu': NOISY },
  },
  {
    name: '--diff has the mark that the file begins with',
    files: { 'a.huashu': `\ufeff${NOISY}` },
    argv: ['fix', '--diff'],
    code: 0,
    stdout: /\n-\ufeff客服:請您稍等,服務\(wù\)中心會處理。\n\+\ufeff客服:請您稍等,服務中心會處理。\n$/u,
  },
  {
    name: '--fix from standard input to standard output',
    argv: ['lint', '--stdin', '--fix'],
    stdin: NOISY,
    code: 0,
    stdout: /^客服:請您稍等,服務中心會處理。\n$/u,
  },
  {
    name: '--stdin shows a diff like any other file',
    argv: ['lint', '--stdin', '--diff'],
    stdin: NOISY,
    code: 0,
    stdout: /^--- a\/stdin\.huashu\n/u,
  },
  {
    name: '--stdin of a name that is ignored',
    files: { '.huashuignore': 'ig*' },
    argv: ['lint', '--stdin', '--stdin-filename', 'ig.huashu', '--format', 'compact'],
    stdin: BAD,
    code: 0,
    stdout: NOTHING,
    stderr: /^huashu: warning: ig\.huashu: ignored/u,
  },
  {
    name: '--stdin of a name that is ignored is given back as it is',
    argv: ['fix', '--stdin', '--stdin-filename', 'ig.huashu', '--ignore-pattern', 'ig*'],
    stdin: NOISY,
    code: 0,
    stdout: /^客服:請您稍等,服務\(wù\)中心會處理。\n$/u,
  },
  {
    name: 'a rule alone is seen though the preset leaves it out',
    files: { 'a.huashu': '- 请您不要担心。\n' },
    argv: ['lint', '--preset', 'minimal', '--only', 'negative-form', '--format', 'compact', '--fail-on', 'info'],
    code: 1,
    stdout: /negative-form/u,
  },
  {
    name: 'reports of ours are no scripts',
    files: {
      'a.huashu': GOOD,
      'report.json': '{"tool":{"name":"huashu"},"files":[{"findings":[{"speaker":"agent","text":"我们不能退。"}]}]}',
      'report.ndjson': '{"path":"a.huashu","findings":[{"speaker":"agent","text":"我们不能退。"}]}\n',
    },
    argv: ['lint'],
    code: 0,
    stdout: /No problems in 1 file/u,
  },
  {
    name: 'records of unknown shape are told of where they are named',
    files: { 'a.json': '{"x":"不能退"}' },
    argv: ['lint', 'a.json', '--format', 'compact'],
    code: 0,
    stderr: /^huashu: warning: a\.json: nothing that anybody says was found\./u,
  },
  {
    name: 'init where package.json holds the config',
    files: { 'package.json': '{"huashu":{}}' },
    argv: ['init'],
    code: 2,
    stderr: /package\.json/u,
  },
  {
    name: 'a bar is never drawn in a pipe',
    files: { 'a.huashu': GOOD, 'b.huashu': GOOD },
    argv: ['lint', '--progress', '--format', 'compact'],
    code: 0,
    stderr: NOTHING,
  },
  {
    name: '--stdin with a name',
    argv: ['lint', '--stdin', '--stdin-filename', 'kb/x.huashu', '--format', 'compact'],
    stdin: BAD,
    code: 1,
    stdout: /^kb\/x\.huashu: line 2/u,
  },
  {
    name: '-o writes a file',
    files: { 'a.huashu': BAD },
    argv: ['lint', '--format', 'compact', '-o', 'out.txt'],
    code: 1,
    stdout: NOTHING,
  },
  {
    name: '-o into a folder that is not there',
    files: { 'a.huashu': BAD },
    argv: ['lint', '-o', 'made/for/it/out.txt'],
    code: 1,
    stdout: NOTHING,
    stderr: NOTHING,
  },
  {
    name: '-o that names a folder',
    files: { 'a.huashu': BAD },
    argv: ['lint', '-o', 'out/'],
    code: 2,
    stderr: /^huashu: out\/: cannot be written/u,
  },
  {
    name: '-o into what is no folder',
    files: { 'a.huashu': BAD },
    argv: ['lint', '-o', 'a.huashu/out.txt'],
    code: 2,
    stderr: /^huashu: a\.huashu\/out\.txt: cannot be written/u,
  },
  // The rest
  { name: '--version', argv: ['--version'], code: 0, stdout: /^\d+\.\d+\.\d+\n$/u },
  { name: '--help lists what works', argv: ['--help'], code: 0, stdout: /^Usage: huashu(?![\s\S]*huashu stats)[\s\S]*--fail-on/u },
  {
    name: 'help of a command',
    argv: ['explain', '--help'],
    code: 0,
    stdout: /^Usage: huashu explain \[RULE\]\n[\s\S]*--lang zh-CN\|zh-TW\|en/u,
  },
  { name: 'help in Chinese', argv: ['lint', '--help', '--locale', 'zh-CN'], code: 0, stdout: /^用法: huashu lint/u },
  { name: 'explain lists the rules', argv: ['explain'], code: 0, stdout: /flat-refusal +error +Flat refusal/u },
  { name: 'explain shows a page', argv: ['explain', 'pinyin-noise', '--lang', 'zh-CN'], code: 0, stdout: /pinyin-noise · 警告/u },
  { name: 'explain of no rule', argv: ['explain', 'flat-refsal'], code: 2, stderr: /Did you mean “flat-refusal”\?/u },
  { name: 'init', files: { 'a.huashu': BAD }, argv: ['init'], code: 0, stdout: /Wrote huashu\.yaml/u },
  { name: 'init where there is one', files: { 'huashu.json': '{}' }, argv: ['init'], code: 2, stderr: /huashu\.json is there already/u },
  {
    name: '--statistics',
    files: { 'a.huashu': BAD + BAD },
    argv: ['lint', '--statistics', '--only', 'flat-refusal'],
    code: 1,
    stdout: / {6}2 {2}flat-refusal\n$/u,
  },
  {
    name: 'colours when asked for',
    files: { 'a.huashu': BAD },
    argv: ['lint', '--color'],
    code: 1,
    stdout: /\u001b\[31merror\u001b\[39m/u,
  },
  {
    name: 'FORCE_COLOR and NO_COLOR',
    files: { 'a.huashu': BAD },
    argv: ['lint'],
    env: { FORCE_COLOR: '1', NO_COLOR: '1' },
    code: 1,
    stdout: /^[^\u001b]*$/u,
  },
  {
    name: 'nothing that a terminal would obey',
    files: { 'a.huashu': '客服:我们不能\u001b[2J退。\n' },
    argv: ['lint'],
    code: 1,
    stdout: /^[^\u001b]*$/u,
  },
];

const HOSTS: Readonly<Record<string, Host>> = { 'in process': inProcess, 'as a child': asChild };

for (const [host, run] of Object.entries(HOSTS)) {
  describe(`cli ${host}`, () => {
    for (const { name, files = EMPTY, argv, stdin, env, code, stdout, stderr, after = EMPTY } of CASES) {
      it(name, () =>
        inFolder({ '.git/HEAD': '', ...files }, async (folder) => {
          const ran = await run(folder, { argv, ...(stdin === undefined ? {} : { stdin }), ...(env ? { env } : {}) });
          assert.equal(ran.code, code, ran.stdout + ran.stderr);
          if (stdout) assert.match(ran.stdout, stdout);
          if (stderr) assert.match(ran.stderr, stderr);
          for (const [file, text] of Object.entries(after)) assert.equal(readFileSync(join(folder, file), 'utf8'), text);
        }),
      );
    }
  });
}
