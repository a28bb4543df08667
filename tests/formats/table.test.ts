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

  it('may have several columns of replies; what is called content beside them is the question', () => {
    for (const head of ['标题,话术,回复', 'q,回复1,回复2', 'q,Answer 1,Answer 2', 'q,reply_1,reply_2'])
      assert.deepEqual(spoken(read('csv', `${head}\na,b,c\n`)), ['phrase b', 'phrase c'], head);
    assert.deepEqual(spoken(read('csv', '标题,内容,回复\na,b,c\n')), ['phrase c']);
    assert.deepEqual(spoken(read('csv', '标题,内容\na,b\n')), ['phrase b']);
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
    for (const columns of [{ text: ['x'] }, { text: ['b'], speaker: 'x' }, { text: ['b'], conversation: 'x' }, { speaker: 'x' }])
      assert.deepEqual(golden(read('csv', source, undefined, { columns }), source), ['! not-parsed who,a,b,c']);
  });

  it('go by the speakers that the lines of a reply name, and leave out what they show not to say', () => {
    const source =
      '问题,话术\na,"客户:公司规定""不能""退吗?\n客服:您好,\n请稍等\n经理:必须\n转接"\nb,反例:公司规定\nc,"好的:\n反例:必须\n\n请稍等"\nd,客服:在\n';
    assert.deepEqual(golden(read('csv', source), source), [
      '# 1',
      'customer 12-25 公司规定"不能"退吗?',
      'agent 29-36 您好,\\n请稍等',
      '# 1',
      'agent 81-82 在',
      '# 1',
      'phrase 60-63 好的:',
      'phrase 71-74 请稍等',
    ]);
    assert.deepEqual(spoken(read('csv', '角色,内容\n客户,客服:必须\n客服,"客户:在吗\n客服:在"\n')), [
      'customer 客服:必须',
      'customer 在吗',
      'agent 在',
    ]);
  });

  it('hold words behind a closing quote', () => {
    const source = '角色,内容\n客服,"您""好"公司"规定"不能退 ,x\n客户,"好" ,\n';
    assert.deepEqual(golden(read('csv', source), source), ['# 1', 'agent 10-24 您"好公司"规定"不能退', 'customer 32-33 好']);
    const [turn] = [...read('csv', source).scenes][0]!.items.filter(isTurn);
    const { body } = turn!.utterances[0]!;
    const edited = (start: number, end: number, words: string): string | undefined => {
      const edit = sourceEdit(body, { start, end }, words);
      return edit && source.slice(0, edit.span.start) + edit.text + source.slice(edit.span.end);
    };
    assert.equal(edited(9, 11, '可以'), source.replace('不能', '可以'));
    assert.equal(edited(9, 11, '能,'), source.replace('"您""好"公司"规定"不能退 ', '"您""好公司""规定""能,退"'));
    assert.equal(edited(2, 4, '我'), undefined);
  });

  it('keep rows of a conversation together that stand far apart, however large the file is', () => {
    const row = (id: number, at: number): string => `${id % 1000},${at % 2 ? '客服' : '客户'},第${at}句 ${'好'.repeat(30)}\n`;
    const source = `会话ID,角色,内容\n${Array.from({ length: 20_000 }, (_, i) => row(i, Math.floor(i / 1000))).join('')}`;
    assert.ok(source.length > 500_000);
    const scenes = [...read('csv', source).scenes];
    assert.equal(scenes.length, 1000);
    for (const { items } of scenes) assert.equal(items.length, 20);
    assert.deepEqual(
      scenes.map(({ title }) => title),
      Array.from({ length: 1000 }, (_, i) => `${i}`),
    );
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
