import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FORMATS } from '../../server/src/formats/registry.ts';
import { golden, read, roleOf, spoken } from '../support/conversation.ts';

describe('plain text', () => {
  const recognises = (source: string): boolean => FORMATS.find((f) => f.id === 'text')!.recognises!(source, { roleOf });

  it('reads turns, headings and comments, and takes marks of the script for prose', () => {
    const source = '# 一\n@张三 你好\n客户:在吗 // 备注\n客服:在\n- 列表\n? 什么 -> 哪里\n  缩进';
    assert.deepEqual(golden(read('text', source), source), ['# 1 一', 'customer 14-16 在吗', 'agent 26-27 在']);
  });

  it('says nothing without speakers, and calls nothing in prose a fault', () => {
    const source = '---\n　　从前有一座山,\n\n  山上不能住人。\n<!-- 注 -->';
    assert.deepEqual(golden(read('text', source), source), []);
    assert.equal(recognises(source), false);
    assert.equal(recognises('客服:您好'), true);
    assert.equal(recognises('客户:您好'), false);
  });

  it('holds a phrase a line where it is mapped as a phrasebook', () => {
    const source = '感谢您的等待。\n1. 请稍等。\n- 好的,\n  马上。\n客户:在吗\n\n  缩进的';
    assert.deepEqual(spoken(read('text', source, ['paragraph'])), [
      'phrase 感谢您的等待。',
      'phrase 请稍等。',
      'phrase 好的,马上。',
      'customer 在吗',
      'phrase 缩进的',
    ]);
  });
});
