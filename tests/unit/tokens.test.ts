import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placeholderPattern, placeholderSyntax } from '../../server/src/engine/mask.ts';
import { keepsTokens } from '../../server/src/engine/tokens.ts';

describe('what a rewording must carry over', () => {
  const SYNTAXES = ['{…}', '[[…]]', '<…>'].map((written) => placeholderSyntax(written)!);
  const table: readonly [string, string, boolean][] = [
    ['退 {金额} 给您', '{金额} 会退给您', true],
    ['退 {金额} 给您', '会退给您', false],
    ['3 天或 3 次', '3 天', false],
    ['\uff13 天', '3 天', true],
    ['订单 SF1234', '您的 SF1234', true],
    ['按《条款》第 3 条', '按第 3 条', false],
    ['七天過了', '過了', false],
    ['两个工作日到账', '两个工作日内到账', true],
    ['再等一下,问过两遍', '再等等', true],
    ['这是规定，陳小姐。', '我来为您处理。', false],
    ['这是规定，陳小姐。', '陳小姐，我来为您处理。', true],
    ['Mr. Brown never said that.', 'Let me check.', false],
    ['We miss you.', 'Come back soon.', true],
    ['退 [[amount]] 给您', '退给您', false],
    ['给 <name> 退款', '退款', false],
    ['好', '好的', true],
    ['跟您说了3遍了，明天到。', '明天到。', true],
    ['请您按3遍开关。', '请您按开关。', false],
    ['I told you 3 times it is shipped.', 'It is shipped.', true],
    ['Press it 3 times.', 'Press it.', false],
  ];
  for (const [before, after, keeps] of table)
    it(`${before} → ${after}`, () => assert.equal(keepsTokens(before, after, placeholderPattern(SYNTAXES)), keeps));
});
