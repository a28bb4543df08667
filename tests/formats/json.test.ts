import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isTurn } from '../../server/src/dialogue/model.ts';
import { FORMATS } from '../../server/src/formats/registry.ts';
import { sourceEdit, toSource } from '../../server/src/text/mappedText.ts';
import { golden, read, roleOf, spoken } from '../support/conversation.ts';
import { runs } from '../support/runs.ts';

const recognises = (format: string, source: string): boolean => FORMATS.find((f) => f.id === format)!.recognises!(source, { roleOf });

describe('JSON', () => {
  it('holds chat messages, wherever they stand, by conversation', () => {
    const source =
      '\ufeff{"data":[{"id":1,"messages":[{"role":"user","content":"\\u9000\\u6b3e"},{"role":"system","content":"x"},{"role":"assistant","content":"a\\"b"}]}]}';
    assert.deepEqual(golden(read('json', source), source), ['# 1', 'customer 56-68 退款', 'narrator 99-100 x', 'agent 134-138 a"b']);
    const rows = [
      { conversationId: 'a', sender: '客服', text: '1' },
      { conversationId: 'b', sender: '客服', text: '2' },
      { conversationId: 'a', sender: '客户', text: '3' },
    ];
    assert.deepEqual(spoken(read('json', JSON.stringify(rows))), ['agent 1', 'customer 3', 'agent 2']);
    assert.deepEqual(spoken(read('json', '[["客户","在吗"],["客服","在"]]')), ['customer 在吗', 'agent 在']);
  });

  it('holds canned responses, macros and responses of bots as phrases', () => {
    assert.deepEqual(spoken(read('json', '[{"short_code":"hi","content":"Hello"},{"short_code":"bye","content":"Bye"}]')), [
      'phrase Hello',
      'phrase Bye',
    ]);
    const macro = {
      macros: [
        {
          title: 't',
          actions: [
            { field: 'status', value: 'open' },
            { field: 'comment_value', value: ['web', 'Sorry'] },
          ],
        },
      ],
    };
    assert.deepEqual(spoken(read('json', JSON.stringify(macro))), ['phrase Sorry']);
    assert.deepEqual(spoken(read('json', '{"responses":{"utter_hi":[{"text":"a"},{"text":"b"}]}}')), ['phrase a', 'phrase b']);
  });

  it('goes by the speakers that the lines of a reply name', () => {
    const source =
      '[{"short_code":"a","content":"\\u5ba2户:公司规定\\n客服:您\\"好\\n\\n请稍等"},{"short_code":"b","content":"反例:公司规定"}]';
    assert.deepEqual(golden(read('json', source), source), ['# 1 a', 'customer 38-42 公司规定', 'agent 47-58 您"好\\n\\n请稍等']);
    const chat = [
      { role: 'user', content: '客服:不行' },
      { role: 'assistant', content: '客户:在吗\n\n客服:\n在' },
    ];
    assert.deepEqual(spoken(read('json', JSON.stringify(chat))), ['customer 客服:不行', 'customer 在吗', 'agent 在']);
  });

  it('takes the last of keys that stand twice', () => {
    assert.deepEqual(spoken(read('json', '[{"role":"agent","content":"a","content":"b"}]')), ['agent b']);
  });

  it('holds what config points at', () => {
    const source = '{"items":[{"q":"x","answer":"a"},{"answer":"b"},{"answer":3}],"a/b":"c"}';
    const mapping = { pointers: { text: ['/items/*/answer', '/a~1b'], speaker: 'agent' } };
    assert.deepEqual(spoken(read('json', source, undefined, mapping)), ['phrase a', 'phrase b', 'phrase c']);
    assert.deepEqual(spoken(read('json', '["x",{"y":"z"}]', undefined, { pointers: { text: ['/0', '/1/y'], speaker: 'customer' } })), [
      'customer x',
      'customer z',
    ]);
  });

  it('is passed by where no known shape is', () => {
    assert.equal(recognises('json', '{"name":"x","version":"1","content":{"text":"y"}}'), false);
    assert.equal(recognises('json', '{"messages":[{"role":"user","content":"x"}]}'), false);
    assert.equal(recognises('json', '{"messages":[{"role":"agent","content":"x"}]}'), true);
  });

  it('is known by its marks where it is broken and nothing said is left', () => {
    for (const source of [
      '{"messages":[{"role":"assistant" "content" "公司规定"}]}',
      '{"messages":[{"role":"assistant","content":"公司规定}]}',
      '{"messages":[{"role":"user","content":"在吗"},{"role":"assistant","content":',
      '[{"short_code":"hi","content":"公司规定}]',
      '{"macros":[{"actions":[{"field":"comment_value","value":公司规定}]}]}',
      '{"responses":{"utter_hi":[{"text":公司规定}]}}',
      '[["客服","公司规定],["客户" "b"]]',
    ])
      assert.equal(recognises('json', source), true, source);
    assert.equal(recognises('jsonl', '{"role":"assistant" "content":"公司规定不能退"}\n'), true);
    assert.equal(recognises('jsonl', '{"id":1,"sender":"客服" "text":"公司规定"}\n{"id":2,"sender":"客服" "text":"公司规定"}\n'), true);
    for (const source of [
      '{"name":"x","author":"Agent Smith" "description":"text","text":{"a":"b"}',
      '{"name":"x","author":{"name":"user"},"scripts":{"text":"y"',
      '{"responses":{"200":{"description":"ok","content":{}',
      '{"enum":[["user","assistant","x"',
      '{"actions":[{"type":"click","text":"comment"}',
      '{"contributes":{"role":"button","content":"y"',
      '[["a","b"],["c" "d"]]',
      '{"text":',
    ])
      assert.equal(recognises('json', source), false, source);
  });

  it('tells where it goes wrong, and reads the rest', () => {
    const source = '[{"role":"agent","content":"a"},{"role":"agent","content":"b" "x"}]';
    const [scene, said, ...problems] = golden(read('json', source), source);
    assert.deepEqual([scene, said], ['# 1', 'agent 28-29 a']);
    assert.ok(problems.some((line) => line.startsWith('! not-parsed')));
    assert.doesNotThrow(() => golden(read('json', '['.repeat(100_000)), ''));
    assert.doesNotThrow(() => golden(read('json', '[{"role":"agent","content":"\\u00'), ''));
  });

  it('tells that there is nothing in it', () => {
    for (const source of ['', ' \n'])
      assert.deepEqual(
        read('json', source).problems.map(({ code }) => code),
        ['no-value'],
      );
    assert.deepEqual(read('jsonl', ' \n').problems, []);
  });

  it('comes a line at a time: messages of one conversation in a row, conversations, broken lines', () => {
    const source = [
      '{"session_id":1,"role":"user","content":"q"}',
      '{"session_id":1,"role":"agent","content":"a"}',
      '',
      '{"session_id":2,"role":"agent","content":"b"}',
      '{"x":',
      '[["Customer","c"],["Agent","d"]]',
    ].join('\r\n');
    const lines = golden(read('jsonl', source), source);
    assert.deepEqual(
      lines.map((line) => line.replace(/ \d+-\d+/u, '')),
      ['# 1 1', 'customer q', 'agent a', '# 1 2', 'agent b', '# 1', 'customer c', 'agent d', '! not-parsed :'],
    );
    assert.equal(recognises('jsonl', source), true);
  });

  it('gives back every string as it was meant, at its place, and takes new words in its place', () => {
    const words = fc.string({
      unit: fc.constantFrom('不', '能', '"', '\\', '\n', '\u{1f600}', 'a', '\t', '/'),
      minLength: 1,
      maxLength: 12,
    });
    const escaped = (text: string): string =>
      [...text].map((char) => (char === 'a' ? '\\u0061' : JSON.stringify(char).slice(1, -1))).join('');
    fc.assert(
      fc.property(words, words, (said, instead) => {
        if (said.trim() === '' || instead.trim() === '') return;
        const source = `[{"role":"agent","content":"${escaped(said)}"}]`;
        const bodyOf = (text: string) => [...read('json', text).scenes][0]!.items.filter(isTurn)[0]!.utterances[0]!.body;
        const body = bodyOf(source);
        assert.equal(body.text, said);
        const { start, end } = toSource(body, { start: 0, end: said.length });
        assert.equal(JSON.parse(`"${source.slice(start, end)}"`), said);
        const edit = sourceEdit(body, { start: 0, end: said.length }, instead)!;
        assert.equal(bodyOf(source.slice(0, edit.span.start) + edit.text + source.slice(edit.span.end)).text, instead);
      }),
      { numRuns: runs(300) },
    );
  });
});
