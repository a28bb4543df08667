import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver';
import { carrying, MessageEncoder } from '../../server/src/lsp/encoded.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } };
const items = fc.array(fc.string({ unit: 'grapheme' }).map((message): Diagnostic => ({ range, message })));

describe('a message in bytes', () => {
  it('is the JSON of the message, whether or not what it carries was written before', () => {
    const encoder = new MessageEncoder();
    const read = (message: object): unknown => JSON.parse(Buffer.from(encoder.encode(message)).toString());
    fc.assert(
      fc.property(items, fc.constantFrom('result', 'params'), fc.integer(), (told, place, id) => {
        const json = (): Uint8Array[] => [Buffer.from(JSON.stringify(told))];
        const carried = carrying({ kind: 'full', resultId: '甲' }, 'items', { items: () => told, json });
        const plain = { kind: 'full', resultId: '甲', items: told };
        assert.deepEqual(JSON.parse(JSON.stringify(carried)), plain);
        assert.deepEqual(read({ jsonrpc: '2.0', id, [place]: carried }), { jsonrpc: '2.0', id, [place]: plain });
        assert.deepEqual(read({ jsonrpc: '2.0', id, [place]: plain }), { jsonrpc: '2.0', id, [place]: plain });
      }),
    );
  });

  it('makes no objects of what was written', () => {
    const told = {
      items: (): Diagnostic[] => assert.fail('nobody looks at them'),
      json: () => [Buffer.from('[]')],
    };
    const bytes = new MessageEncoder().encode({ id: 1, result: carrying({ kind: 'full' }, 'items', told) });
    assert.equal(Buffer.from(bytes).toString(), '{"id":1,"result":{"kind":"full","items":[]}}');
  });
});
