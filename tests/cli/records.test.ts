import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { LineSplitter } from '../../server/src/cli/lineSplitter.ts';
import { encode } from '../../server/src/host/encode.ts';
import { asChild, CLI, type Host, inFolder, inProcess } from './hosts.ts';

interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
interface Answer {
  readonly index: number;
  readonly id?: string | number | null;
  readonly error?: string;
  readonly findings?: readonly {
    readonly rule: string;
    readonly text: string;
    readonly range: { readonly start: Place; readonly end: Place };
  }[];
}

const ARGV = ['lint', '--stdin', '--stdin-filename', 'x.jsonl', '--format', 'ndjson', '--only', 'flat-refusal'];
const REFUSAL = '我们不能退。';
const GOOD = '您好，马上为您查询。';
const chat = (id: string | number, words: string): object => ({
  id,
  messages: [
    { role: 'user', content: '能退吗？' },
    { role: 'assistant', content: words },
  ],
});
const row = (id: string | number, role: string, words: string): object => ({ id: 99, conversation_id: id, role, content: words });
const lines = (...rows: readonly (object | string)[]): string =>
  rows.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const schema = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
ajv.addSchema(schema('schemas/report.json'), 'report.json');
const isAnswer = ajv.compile(schema('schemas/record-line.json'));

/** The answers, each of which fits the schema and its place. */
function answers(stdout: string): Answer[] {
  const all = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
  all.forEach((answer, i) => {
    assert.ok(isAnswer(answer), JSON.stringify(isAnswer.errors));
    assert.equal(answer.index, i);
  });
  return all;
}

/** An answer in short: the id with the words found, or the error. */
const short = ({ id, findings, error }: Answer): string => error ?? [JSON.stringify(id), ...findings!.map(({ text }) => text)].join(' ');

const HOSTS: Readonly<Record<string, Host>> = { 'in process': inProcess, 'as a child': asChild };

for (const [host, run] of Object.entries(HOSTS)) {
  describe(`cli records ${host}`, () => {
    const lint = (stdin: string | Uint8Array, more: readonly string[] = [], files: Readonly<Record<string, string>> = {}) =>
      inFolder({ '.git/HEAD': '', ...files }, async (folder) => {
        const ran = await run(folder, { argv: [...ARGV, ...more], stdin });
        return { ...ran, answers: answers(ran.stdout), short: answers(ran.stdout).map(short) };
      });

    it('answers a conversation a line, in order, with its id', async () => {
      const ran = await lint(lines(chat('a', GOOD), chat(7, REFUSAL), { messages: [] }, [['客服', '这个不能退。']]));
      assert.deepEqual(ran.short, ['"a"', '7 不能', 'null', 'null 不能']);
      assert.equal(ran.code, 1);
      assert.equal(ran.stderr, '');
    });

    it('keeps adjacent rows of a conversation together; ranges are those of the rows joined by a line feed', async () => {
      const rows = [row('c1', 'user', '能退吗？'), row('c1', 'agent', REFUSAL), row('c2', 'agent', GOOD), row('c1', 'agent', REFUSAL)];
      const ran = await lint(lines(rows[0]!, '', rows[1]!, rows[2]!, rows[3]!));
      assert.deepEqual(ran.short, ['"c1" 不能', '"c2"', '"c1" 不能']);
      const record = lines(rows[0]!, rows[1]!);
      const { start, end } = ran.answers[0]!.findings![0]!.range;
      assert.equal(start.line, 2);
      assert.equal(record.slice(start.offset, end.offset), '不能');
      assert.equal(start.offset, record.indexOf('不能'));
      assert.equal(start.column, JSON.stringify(rows[1]).indexOf('不能') + 1);
    });

    it('answers a bad record with its error and goes on', async () => {
      const ran = await lint(lines(chat('a', GOOD), '{"id": "b", ', '5', `{"id":${'['.repeat(20_000)}`, chat('c', REFUSAL)));
      assert.deepEqual(ran.short.slice(0, 3), [
        '"a"',
        'x.jsonl: line 2 is not valid JSON (column 13).',
        'x.jsonl: line 3 is no record: neither an object nor a list.',
      ]);
      assert.match(ran.short[3]!, /^x\.jsonl: line 4 is not valid JSON/u);
      assert.equal(ran.short[4], '"c" 不能');
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, /^huashu: x\.jsonl: records that could not be checked: 3, the first on line 2\. [^\n]+\n$/u);
    });

    it('reads a byte order mark, CRLF, blank lines, and a last line that nothing ends', async () => {
      const ran = await lint(`\ufeff${lines(chat('a', REFUSAL), '', ' \t').replaceAll('\n', '\r\n')}${JSON.stringify(chat('b', REFUSAL))}`);
      assert.deepEqual(ran.short, ['"a" 不能', '"b" 不能']);
    });

    it('reads UTF-16 with a mark', async () => {
      for (const encoding of ['utf-16le', 'utf-16be'] as const) {
        const ran = await lint(encode(lines(chat('a', REFUSAL), chat('b😀', GOOD), chat('c', REFUSAL)), encoding)!);
        assert.deepEqual([ran.short, ran.stderr], [['"a" 不能', '"b😀"', '"c" 不能'], '']);
      }
    });

    it('reads characters outside the plane, as they are and escaped, and takes broken bytes for that record alone', async () => {
      const escaped = JSON.stringify(chat('😀b', `😀${REFUSAL}`)).replace('"content":"😀', '"content":"\\ud83d\\ude00');
      const bytes = Buffer.concat([
        Buffer.from(lines(chat('😀a', `😀${REFUSAL}`))),
        Buffer.from([0x7b, 0x22, 0xe6, 0x88, 0x22, 0x7d, 0x0a]),
        Buffer.from(lines(escaped)),
      ]);
      const ran = await lint(bytes);
      assert.deepEqual([ran.short[0], ran.short[2]], ['"😀a" 不能', '"😀b" 不能']);
      assert.match(ran.short[1]!, /line 2 is not/u);
      assert.equal(ran.code, 2);
    });

    it('reads a line of a megabyte, and keeps numbers as they are written', async () => {
      const ran = await lint(lines({ pad: 'x'.repeat(1_000_000), ...chat(1, REFUSAL) }, '{"id": 12345678901234567890}', chat('b', GOOD)));
      assert.deepEqual(
        ran.answers.map(({ findings }) => findings!.length),
        [1, 0, 0],
      );
      assert.match(ran.stdout, /^\{"index":1,"id":12345678901234567890,"findings":\[\]\}$/mu);
    });

    it('heeds what is asked and what config says', async () => {
      const input = lines(chat('a', REFUSAL));
      assert.equal((await lint(input, ['--fail-on', 'never'])).code, 0);
      assert.deepEqual((await lint(input, ['--rule', 'flat-refusal=off'])).short, ['"a"']);
      const mild = await lint(input, ['--rule', 'flat-refusal=info', '--min-severity', 'warning', '--fail-on', 'info']);
      assert.deepEqual([mild.short, mild.code], [['"a"'], 1]);
      assert.deepEqual((await lint(input, [], { 'huashu.yaml': 'rules: {flat-refusal: off}\n' })).short, ['"a"']);
      const config = { 'huashu.yaml': 'files:\n  "*.jsonl": {format: jsonl, text: /reply, speaker: agent}\n' };
      assert.deepEqual((await lint(lines({ id: 'p', reply: REFUSAL }), [], config)).short, ['"p" 不能']);
    });

    it('says when no record holds anything that anybody says', async () => {
      const ran = await lint(lines({ id: 'p', reply: REFUSAL }));
      assert.deepEqual([ran.short, ran.code], [['"p"'], 0]);
      assert.match(ran.stderr, /^huashu: warning: x\.jsonl: nothing that anybody says/u);
    });

    it('reads .ndjson alike, no input as no record, and other report formats over the whole', () =>
      inFolder({}, async (folder) => {
        const argv = ['lint', '--stdin', '--stdin-filename', 'x.ndjson', '--format'];
        assert.deepEqual(await run(folder, { argv: [...argv, 'ndjson'], stdin: '' }), { code: 0, stdout: '', stderr: '' });
        assert.deepEqual(answers((await run(folder, { argv: [...argv, 'ndjson'], stdin: lines(chat('a', GOOD)) })).stdout).length, 1);
        const whole = await run(folder, { argv: [...argv, 'json'], stdin: lines(chat('a', REFUSAL), chat('b', REFUSAL)) });
        assert.equal((JSON.parse(whole.stdout) as { files: unknown[] }).files.length, 1);
      }));

    it('refuses a line beyond all measure, and cuts a conversation that does not end', async () => {
      const long = await lint(lines(`"${'x'.repeat(8_000_000)}"`, chat('a', REFUSAL)));
      assert.deepEqual(long.short, ['x.jsonl: line 1 is longer than 8000000 bytes.', '"a" 不能']);
      const endless = await lint(lines(...Array.from({ length: 1001 }, () => row('c', 'agent', GOOD))));
      assert.deepEqual(endless.short, ['"c"', '"c"']);
    });
  });
}

describe('cli records while they come', () => {
  it('answers before its input has ended, and ends with it', () =>
    inFolder({}, async (folder) => {
      const child = spawn(process.execPath, [CLI, ...ARGV], { cwd: folder });
      const read = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      for (const id of ['a', 'b']) {
        child.stdin.write(lines(chat(id, REFUSAL)));
        assert.equal(short(JSON.parse((await read.next()).value as string) as Answer), `"${id}" 不能`);
      }
      child.stdin.write(lines(row('c', 'agent', REFUSAL), row('d', 'agent', GOOD)));
      assert.equal(short(JSON.parse((await read.next()).value as string) as Answer), '"c" 不能');
      child.stdin.end();
      const [code] = (await once(child, 'close')) as [number];
      assert.equal(code, 1);
    }));

  it('ends quietly when nobody reads any more, and when it is told to', () =>
    inFolder({}, async (folder) => {
      for (const stop of ['pipe', 'signal'] as const) {
        const child = spawn(process.execPath, [CLI, ...ARGV], { cwd: folder });
        let stderr = '';
        child.stderr.on('data', (data: Buffer) => {
          stderr += data.toString();
        });
        child.stdin.on('error', () => {});
        child.stdin.write(lines(chat('a', REFUSAL)));
        await once(child.stdout, 'data');
        const closed = once(child, 'close');
        if (stop === 'signal') child.kill('SIGTERM');
        else {
          child.stdout.destroy();
          child.stdin.write(lines(chat('b', REFUSAL)));
        }
        const [code] = (await closed) as [number | null];
        assert.deepEqual([code, stderr], [stop === 'signal' ? null : 0, '']);
      }
    }));
});

describe('the line splitter', () => {
  it('makes the same lines of any pieces, and forgets what is too long', () => {
    const line = fc.array(fc.constantFrom('a', '退', '😀', '\r', ' '), { maxLength: 6 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 1, max: 9 }), (all, size) => {
        const bytes = new TextEncoder().encode(all.map((one) => `${one}\n`).join(''));
        const splitter = new LineSplitter(12);
        const found: (string | undefined)[] = [];
        const keep = (some: ReturnType<LineSplitter['take']>): void => {
          for (const { bytes: held } of some) found.push(held && new TextDecoder('utf-8', { ignoreBOM: true }).decode(held));
        };
        for (let at = 0; at < bytes.length; at += size) keep(splitter.take(bytes.subarray(at, at + size)));
        keep(splitter.end());
        const length = (one: string): number => new TextEncoder().encode(one).length;
        assert.deepEqual(
          found,
          all.map((one) => (length(one) > 12 ? undefined : one.replace(/\r$/u, ''))),
        );
      }),
    );
  });
});
