import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isTurn } from '../../server/src/dialogue/model.ts';
import { FORMATS } from '../../server/src/formats/registry.ts';
import { sourceEdit } from '../../server/src/text/mappedText.ts';
import { golden, read, roleOf, spoken } from '../support/conversation.ts';
import { runs } from '../support/runs.ts';

const recognises = (format: string, source: string): boolean => FORMATS.find((f) => f.id === format)!.recognises!(source, { roleOf });

describe('tables of separated values', () => {
  it('are conversations where a column names the speaker, by the id of each', () => {
    const source = '\ufeff会话ID,角色,消息内容\r\n1,客户,"要退,""马上"""\r\n1,系统,转人工\r\n2,Customer,hi\r\n1,坐席小王,  好的 \r\n';
    assert.deepEqual(golden(read('csv', source), source), [
      '# 1 1',
      'customer 21-30 要退,"马上"',
      'narrator 38-41 转人工',
      'agent 67-69 好的',
      '# 1 2',
      'customer 54-56 hi',
    ]);
  });

  it('are phrases where a column holds replies, and turns where speakers head the columns', () => {
    assert.deepEqual(spoken(read('tsv', '问题\t标准话术\n怎么退?\t请您放心,\n')), ['phrase 请您放心,']);
    assert.deepEqual(spoken(read('csv', 'Question;Answer\r"a;b";"Sure; now"\rx;y')), ['phrase Sure; now', 'phrase y']);
    assert.deepEqual(spoken(read('csv', '客户,客服\n在吗,在\n,您好\n')), ['customer 在吗', 'agent 在', 'agent 您好']);
  });

  it('are conversations also where the column beside the speakers is called replies', () => {
    for (const head of ['角色,回复内容', '发言人,客服回复', 'speaker,reply text', '角色,话术内容'])
      assert.deepEqual(spoken(read('csv', `${head}\n客服,必须\n客户,退钱\n`)), ['agent 必须', 'customer 退钱'], head);
  });

  it('may begin with a line that names the separator', () => {
    assert.deepEqual(spoken(read('csv', '\ufeffsep=;\r\n角色;话术\r\n客服;在,的\r\n')), ['agent 在,的']);
    assert.equal(recognises('csv', 'sep=|\nanswer|x\n'), true);
  });

  it('are what config says of their columns', () => {
    const source = 'who,a,b,c\nagent,1,2,3\n';
    assert.deepEqual(spoken(read('csv', 'a,b\n1,2\n', undefined, { columns: { text: ['b'] } })), ['phrase 2']);
    assert.deepEqual(spoken(read('csv', source, undefined, { columns: { text: ['b', 'c'] } })), ['agent 2', 'agent 3']);
    assert.deepEqual(spoken(read('csv', source, undefined, { columns: { text: ['b'], speaker: 'who' } })), ['agent 2']);
    assert.deepEqual(golden(read('csv', source, undefined, { columns: { text: ['x'] } }), source), ['! not-parsed who,a,b,c']);
  });

  it('are known by their header', () => {
    assert.equal(recognises('csv', 'name,price\na,1\n'), false);
    assert.equal(recognises('csv', ''), false);
    assert.equal(recognises('csv', '话术'), true);
    assert.equal(recognises('tsv', 'speaker\ttext\n'), true);
  });

  it('tell of a quote that nothing closes, and read the rest', () => {
    assert.deepEqual(golden(read('csv', 'answer\n"好的\n再见'), 'answer\n"好的\n再见'), [
      '# 1',
      'phrase 8-13 好的\\n再见',
      '! not-parsed "',
    ]);
  });

  const cell = fc.string({ unit: fc.constantFrom('不', '能', ',', '"', '\n', '\r', ' ', 'a', '\u{1f600}'), maxLength: 12 });

  it('give back every cell as it was meant, and take new words in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 6 }), cell, (cells, words) => {
        const written = cells.map(([text, quoted]) => (quoted || /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
        const source = `x,answer\r\n${written.map((one) => `1,${one}\r\n`).join('')}`;
        const document = read('csv', source);
        const bodies = [...document.scenes].flatMap(({ items }) =>
          items.filter(isTurn).flatMap((turn) => turn.utterances.map(({ body }) => body)),
        );
        const meant = cells.map(([text]) => text.replace(/^[ ]+|[ ]+$/gu, '')).filter((text) => text.trim() !== '');
        assert.deepEqual(
          bodies.map(({ text }) => text.trim()),
          meant.map((text) => text.trim()),
        );
        for (const [i, body] of bodies.entries()) {
          if (words.trim() === '') continue;
          const edit = sourceEdit(body, { start: 0, end: body.text.length }, words)!;
          const after = source.slice(0, edit.span.start) + edit.text + source.slice(edit.span.end);
          const said = [...read('csv', after).scenes].flatMap(({ items }) =>
            items.filter(isTurn).map((turn) => turn.utterances[0]!.body.text),
          );
          assert.equal(said[i]!.trim(), words.trim(), JSON.stringify({ source, after }));
          assert.equal(said.length, bodies.length);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
