import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LspClient } from '../support/lspClient.ts';
import { SERVER } from './workspace.ts';

const PIECES = [
  '# 退款\r\n',
  '客服\uff1a我们不能退。\n',
  '旁白\uff1a😀钱呢\uff1f\r',
  '  这个没办法\n',
  '// huashu-disable\n',
  '<!--',
  '-->',
  '---\n',
  '? 好 -> 退款\n',
  '😀',
  '\r',
  '\n',
  '服務(wù)',
  '| 客服 |\n|---|\n',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join(''));
const place = fc.record({ line: fc.nat(24), character: fc.nat(12) });
const change = fc.record({
  range: fc.record({ start: place, end: place }),
  text: fc.oneof(fc.constantFrom('', ...PIECES), fc.string({ maxLength: 3 })),
});
const events = fc.array(fc.array(change, { minLength: 1, maxLength: 10 }), { maxLength: 6 });

describe('whatever is typed', () => {
  it('leaves the server with the text of the editor, and with what a fresh look at it finds', async () => {
    const client = await LspClient.start(SERVER);
    let opened = 0;
    const found = async (uri: string): Promise<unknown> =>
      JSON.parse(JSON.stringify(await client.diagnostics(uri)).replaceAll(uri, 'here'));
    await fc.assert(
      fc.asyncProperty(text, events, fc.constantFrom('huashu', 'markdown', 'plaintext'), async (start, edits, language) => {
        const [edited, fresh] = [`untitled:edited${++opened}`, `untitled:fresh${opened}`];
        const mirror = TextDocument.create(edited, language, 1, start);
        await client.open(edited, start, language);
        for (const changes of edits) {
          TextDocument.update(mirror, structuredClone(changes), mirror.version + 1);
          await client.change(edited, ...changes);
          await client.pull(edited);
        }
        await client.open(fresh, mirror.getText(), language);
        assert.deepEqual(await found(edited), await found(fresh));
        await client.close(edited);
        await client.close(fresh);
      }),
      { numRuns: 150 },
    );
    assert.equal(await client.stop(), 0);
  });
});
