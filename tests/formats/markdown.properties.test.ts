import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isTurn } from '../../server/src/dialogue/model.ts';
import { type Block, type InlineLine, wordsOf } from '../../server/src/formats/markdown/block.ts';
import { markdownBlocks } from '../../server/src/formats/markdown/blocks.ts';
import { escapeCell, escapeMarkdown } from '../../server/src/formats/markdown/escape.ts';
import { read } from '../support/conversation.ts';
import { runs } from '../support/runs.ts';

/** Lines that mean something to Markdown, and lines that nearly do. */
const LINES = [
  '',
  '',
  '',
  '',
  '客服:您好,请稍等',
  '客户: 在吗',
  'Agent: Hello there',
  '普通的一段话',
  '# 标题',
  '## 会话 1',
  '####### seven',
  '#话题',
  '# 关闭 #',
  '  缩进',
  '    代码',
  '\t代码',
  '　　全角缩进',
  '　',
  ' ',
  '- 项目',
  '- 客服:项目',
  '* 星',
  '*斜*',
  '+ 加',
  '1. 第一',
  '12) 客服:十二',
  '2026年',
  '10.5 元',
  '> 引用',
  '> 客服:引用',
  '>',
  '```',
  '~~~',
  '```js',
  '---',
  '***',
  '===',
  '- - -',
  '| a | 客服 |',
  '|---|---|',
  '| x | 您好 |',
  'a | b',
  '<div>',
  '</div>',
  '<!-- 注释 -->',
  '<!-- 开',
  '关 -->',
  '<!-- 一 --> 二',
  '<script>',
  '</script>',
  '<?php',
  '?>',
  '**客服:** 您好',
  '`码`',
  '[链接](http://x)',
  '[电话中断]',
  '[r]: http://x',
  '好~',
  '~~删~~',
  'a_b',
  '_a_',
  'A & B',
  '&amp;',
  '客服:两个空格  ',
  '客服:反斜杠\\',
  '行尾 ',
  '(电话中断)',
  '反例:',
  '\u200b',
  '\ufeff客服:好',
  '!',
  '![图](u)',
  '{order_id}',
  'a\u0000b',
  ': x',
  '=',
  '\ud800',
];
const source = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }),
      fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    ),
    { maxLength: 30, size: 'max' },
  )
  .map((lines) => lines.map(([line, end]) => line + end).join(''));

function described(text: string, blocks: Iterable<Block>): unknown[] {
  const lines = (all: readonly InlineLine[]): unknown[] => all.map((line) => [wordsOf(text, line), line.start, line.end, line.hard]);
  return [...blocks].map((block) => {
    if (block.kind === 'heading') return [block.kind, block.level, block.span.start, lines(block.lines)];
    if (block.kind === 'text') return [block.kind, block.as, lines(block.lines)];
    if (block.kind === 'table') return [block.kind, block.rows.map((row) => [...row].map(([column, cell]) => [column, lines(cell.lines)]))];
    return [block.kind, block.span];
  });
}

describe('Markdown read from its lines', () => {
  it('comes to the same blocks as Markdown read by the parser', () => {
    fc.assert(
      fc.property(source, (text) => {
        assert.deepEqual(described(text, markdownBlocks(text, 0)), described(text, markdownBlocks(text, 0, 'parsed')));
      }),
      { numRuns: runs(400) },
    );
  });

  it('stands in the file where it says, in order', () => {
    fc.assert(
      fc.property(source, (text) => {
        let at = 0;
        for (const block of markdownBlocks(text, 0)) {
          if (block.kind !== 'text') continue;
          for (const { start, end } of block.lines) {
            assert.ok(at <= start && start <= end && end <= text.length);
            at = end;
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('words written into Markdown', () => {
  const words = fc.string({
    unit: fc.constantFrom(
      '好',
      'a',
      '1',
      ' ',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '&',
      ';',
      '#',
      '~',
      '|',
      '\\\\',
      '!',
      '{',
      '}',
      'amp',
      'br',
      '/',
      ':',
      '.',
      '-',
    ),
    minLength: 1,
    maxLength: 14,
    size: 'max',
  });
  const first = (source: string): string => {
    for (const scene of read('markdown', source).scenes)
      for (const item of scene.items) if (isTurn(item)) return item.utterances[0]!.body.text;
    return '';
  };

  it('read as they were meant, in a paragraph and in a cell', () => {
    fc.assert(
      fc.property(words, (any) => {
        assert.equal(first(`客服:甲${escapeMarkdown(any)}乙`), `甲${any}乙`);
        assert.equal(first(`|客服|\n|---|\n|甲${escapeCell(any)}乙|\n`), `甲${any}乙`);
      }),
      { numRuns: runs(500) },
    );
  });
});
