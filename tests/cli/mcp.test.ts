import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, it } from 'mocha';
import { asChild, CLI, inFolder } from './hosts.ts';

const SCRIPT = '客户：能退吗？\n客服：是的，但是我们不能退。\n';

/** A client of the SDK and the server in a folder of its own. */
async function withClient(files: Readonly<Record<string, string>>, use: (client: Client, folder: string) => Promise<void>): Promise<void> {
  await inFolder(files, async (folder) => {
    const client = new Client({ name: 'test', version: '1' });
    const errors: Error[] = [];
    client.onerror = (error) => errors.push(error);
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', '--locale', 'en'], cwd: folder }));
    try {
      await client.listTools();
      await use(client, folder);
    } finally {
      await client.close();
    }
    assert.deepEqual(errors, [], 'nothing but the protocol on standard output');
  });
}

interface Result {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
}

async function call(client: Client, name: string, args: Record<string, unknown>): Promise<Result> {
  return (await client.callTool({ name, arguments: args })) as unknown as Result;
}

/** Lines as a client writes them. */
const GREETING = [
  {
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
];
const calling = (id: number, text: string): object => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'lint', arguments: { text } },
});
const lines = (...messages: readonly object[]): string => messages.map((message) => `${JSON.stringify(message)}\n`).join('');

describe('huashu mcp', () => {
  it('tells of its tools: they read, and stay in the workspace', () =>
    withClient({}, async (client) => {
      const { tools } = await client.listTools();
      assert.deepEqual(tools.map(({ name }) => name).sort(), ['explain', 'lint', 'reframe', 'search']);
      for (const { annotations, outputSchema } of tools) {
        assert.equal(annotations?.readOnlyHint, true);
        assert.equal(annotations.openWorldHint, false);
        assert.ok(outputSchema);
      }
      assert.match(client.getInstructions() ?? '', /lint/u);
    }));

  it('answers in text and in the structure it has promised', () =>
    withClient({ 'kb/a.huashu': SCRIPT }, async (client) => {
      const { content, structuredContent } = await call(client, 'lint', { path: 'kb/a.huashu', severity: 'warning' });
      assert.match(content[0]!.text, /kb\/a\.huashu: \d found\.\n2:7 warning bare-but “但是”/u);
      assert.equal(structuredContent?.['path'], 'kb/a.huashu');
      const again = await call(client, 'reframe', {
        text: '是的，但是我们不能退。',
        conversation: [{ speaker: 'customer', text: '能退吗？' }],
      });
      assert.match(again.content[0]!.text, /^1\. /mu);
      assert.match((await call(client, 'explain', { rule: 'bare-but' })).content[0]!.text, /^# /u);
    }));

  it('finds approved phrases of the workspace, and none from elsewhere', () =>
    withClient({ 'kb/a.huashu': '# 退款\n- 让您久等了，退款的进度我现在就为您查。\n' }, async (client, folder) => {
      await inFolder({ 'b.huashu': '# 退款\n- 退款已经在路上了。\n' }, async (elsewhere) => {
        symlinkSync(join(elsewhere, 'b.huashu'), join(folder, 'b.huashu'));
        const { structuredContent } = await call(client, 'search', { words: '退款' });
        assert.deepEqual(
          (structuredContent as unknown as { phrases: { path: string }[] }).phrases.map(({ path }) => path),
          ['kb/a.huashu'],
        );
      });
    }));

  it('goes by the config that is there at the time of asking', () =>
    withClient(
      {
        'huashu.yaml': 'rules: {bare-but: off, flat-refusal: off}\n',
        'kb/huashu.yaml': 'rules: {flat-refusal: error}\n',
        'a.huashu': SCRIPT,
        'kb/a.huashu': SCRIPT,
      },
      async (client) => {
        const clean = async (args: Record<string, unknown>): Promise<unknown> =>
          (await call(client, 'lint', args)).structuredContent?.['clean'];
        assert.equal(await clean({ path: 'a.huashu', severity: 'warning' }), true);
        assert.equal(await clean({ path: 'kb/a.huashu', severity: 'warning' }), false);
        assert.equal(await clean({ text: '是的，但是我们不能退。' }), true);
      },
    ));

  it('refuses what it may not read, and says so', () =>
    withClient({ 'a.huashu': SCRIPT }, async (client, folder) => {
      symlinkSync(CLI, join(folder, 'out.huashu'));
      for (const path of ['../a.huashu', '/etc/hosts', 'out.huashu', 'b.huashu']) {
        const { isError, content } = await call(client, 'lint', { path });
        assert.equal(isError, true, path);
        assert.match(content[0]!.text, /not inside the workspace/u);
      }
      assert.equal((await call(client, 'lint', { text: 5 })).isError, true);
      assert.equal((await call(client, 'nothing', {})).isError, true);
    }));

  it('answers what was asked before its input ended, then ends, and has said nothing else', () =>
    inFolder({}, async (folder) => {
      const { code, stdout, stderr } = await asChild(folder, {
        argv: ['mcp'],
        stdin: lines(...GREETING, calling(1, '好的。'), calling(2, '我们不能退。')),
      });
      assert.equal(code, 0);
      assert.equal(stderr, '');
      const answers = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: number });
      assert.deepEqual(
        answers.map(({ id }) => id),
        [0, 1, 2],
      );
    }));

  it('does not answer what has been cancelled, and goes on', () =>
    inFolder({}, async (folder) => {
      const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
      const { stdout } = await asChild(folder, {
        argv: ['mcp'],
        stdin: lines(...GREETING, calling(1, '我们不能退。'), cancelled, calling(2, '好的。')),
      });
      assert.deepEqual(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).id),
        [0, 2],
      );
    }));

  it('survives input that is no message', () =>
    inFolder({}, async (folder) => {
      const { code, stdout } = await asChild(folder, {
        argv: ['mcp'],
        stdin: `${lines(...GREETING)}nonsense\n{"a":1}\n${lines(calling(1, '好的。'))}`,
      });
      assert.equal(code, 0);
      assert.ok(stdout.includes('"id":1'));
    }));

  it('says in plain words what it does not take, and goes on', () =>
    inFolder({}, async (folder) => {
      const asking = (params: unknown): object => ({ ...calling(7, ''), params });
      const taken: readonly (readonly [line: string, code: number, id: number | null, message: RegExp])[] = [
        ['nonsense', -32700, null, /not JSON/u],
        ['x'.repeat(34_000_000), -32600, null, /longer than \d+ bytes/u],
        [JSON.stringify([calling(7, '')]), -32600, null, /^Batches are not taken/u],
        [JSON.stringify({ ...calling(7, ''), id: {} }), -32600, null, /an id that is a string or a whole number/u],
        [JSON.stringify({ id: 7, method: 'ping' }), -32600, 7, /no message of JSON-RPC/u],
        [JSON.stringify(asking(undefined)), -32602, 7, /^tools\/call needs params\.name/u],
        [JSON.stringify(asking({ name: 'lint', arguments: null })), -32602, 7, /params\.arguments, an object$/u],
        [JSON.stringify(asking({ name: 5 })), -32602, 7, /^tools\/call needs params\.name/u],
      ];
      const stdin = `${lines(...GREETING)}${taken.map(([line]) => `${line}\n`).join('')}\r\n${lines(calling(2, 'x'.repeat(11_000_000)), calling(1, '好的。'))}`;
      const { code, stdout } = await asChild(folder, { argv: ['mcp'], stdin });
      assert.equal(code, 0);
      const answers = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: number | null; error?: { code: number; message: string } });
      const errors = answers.filter(({ error }) => error);
      assert.equal(errors.length, taken.length, stdout.slice(0, 2000));
      for (const [i, [, wanted, id, message]] of taken.entries()) {
        assert.equal(errors[i]!.error!.code, wanted);
        assert.equal(errors[i]!.id, id);
        assert.match(errors[i]!.error!.message, message);
      }
      assert.ok(answers.some(({ id, error }) => id === 1 && !error));
      assert.match(stdout, /text is too long: 11000000 characters/u);
    }));

  it('goes quietly when told to', () =>
    inFolder({}, async (folder) => {
      const child = spawn(process.execPath, [CLI, 'mcp'], { cwd: folder });
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      child.stdin.write(lines(...GREETING));
      await once(child.stdout, 'data');
      child.kill('SIGTERM');
      await once(child, 'exit');
      assert.equal(said, '');
    }));

  it('stays in the folder that is named', () =>
    inFolder({ 'kb/a.huashu': SCRIPT, 'b.huashu': SCRIPT }, async (folder) => {
      const asking = (path: string, id: number): object => ({ ...calling(id, ''), params: { name: 'lint', arguments: { path } } });
      const stdin = lines(...GREETING, asking('a.huashu', 1), asking('../b.huashu', 2));
      const { stdout } = await asChild(folder, { argv: ['mcp', 'kb'], stdin });
      const answers = new Map(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => [JSON.parse(line).id, line]),
      );
      assert.match(answers.get(1)!, /flat-refusal/u);
      assert.match(answers.get(2)!, /not inside the workspace/u);
      assert.equal((await asChild(folder, { argv: ['mcp', 'nowhere'] })).code, 2);
    }));
});
