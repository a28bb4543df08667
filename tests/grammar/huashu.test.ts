import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { check, has } from './scopes.ts';
import { loadGrammar, type Token } from './tokenizer.ts';

let tokenize: (text: string) => Token[][];
before(async () => {
  tokenize = await loadGrammar('source.huashu');
});

describe('grammar: structure', () => {
  it('reads front matter as YAML, at the beginning only', () => {
    check(tokenize('---\nlang: zh-Hans\n---\n# 甲').flat(), [
      ['---', 'punctuation.definition.frontmatter.begin'],
      ['lang', 'entity.name.tag.yaml'],
      ['---', 'punctuation.definition.frontmatter.end'],
      ['甲', 'entity.name.section'],
    ]);
    assert.ok(
      !tokenize('客服:好\n---\nlang: en\n---')
        .flat()
        .some((token) => has(token, 'meta.embedded')),
    );
  });

  for (const heading of ['# 退款迟迟不到账 {#refund-late}', '＃＃ 退款迟迟不到账 ｛＃refund-late｝']) {
    it(`reads the scene ${heading}`, () => {
      check(tokenize(heading).flat(), [
        ['退款迟迟不到账', 'entity.name.section'],
        ['refund-late', 'constant.other.scene-id'],
      ]);
    });
  }

  it('reads directives', () => {
    check(tokenize('@type complaint\n@tags 退款，安抚\n@until 2026-12-31\n＠mood angry').flat(), [
      ['@type', 'keyword.control.directive'],
      ['complaint', 'constant.language'],
      ['@tags', 'keyword.control.directive'],
      ['退款', 'entity.name.tag'],
      ['安抚', 'entity.name.tag'],
      ['@until', 'keyword.control.directive'],
      ['2026-12-31', 'constant.numeric.date'],
      ['＠mood', 'keyword.other.directive.unknown'],
    ]);
  });

  for (const arrow of ['->', '-＞', '→']) {
    it(`reads branches and jumps with ${arrow}`, () => {
      check(tokenize(`? 客户同意 ${arrow} 退款成功\n？不同意${arrow}升级主管\n${arrow} 升级主管`).flat(), [
        ['?', 'keyword.control.branch'],
        ['客户同意', 'string.unquoted.label'],
        [arrow, 'keyword.operator.arrow'],
        ['退款成功', 'entity.name.label.target'],
        ['？', 'keyword.control.branch'],
        ['不同意', 'string.unquoted.label'],
        ['升级主管', 'entity.name.label.target'],
        [arrow, 'keyword.operator.arrow'],
        ['升级主管', 'entity.name.label.target'],
      ]);
    });
  }

  it('reads stage directions in any brackets', () => {
    for (const line of ['(电话中断)', '（电话中断）', '[call dropped]', '［中断］', '【挂断】'])
      check(tokenize(line).flat(), [[line, 'support.other.stage-direction']]);
    assert.ok(
      !tokenize('（电话中断）之后')
        .flat()
        .some((token) => has(token, 'support.other')),
    );
  });

  it('reads phrases and their continuation', () => {
    const [first, second] = tokenize('- 感谢您，{姓氏}先生。\n  “再见”。');
    assert.ok(first?.every((token) => has(token, 'meta.phrase')) && first.some((token) => has(token, 'variable.parameter')));
    assert.ok(second?.some((token) => has(token, 'string.quoted')));
  });

  it('reads comments and suppressions', () => {
    check(tokenize('// 备注\n<!-- 备注 -->\n// huashu-disable-next-line bare-but flat-refusal -- 法务要求\n客服:好').flat(), [
      ['备注', 'comment.line'],
      ['备注', 'comment.block'],
      ['huashu-disable-next-line', 'keyword.other.suppression'],
      ['bare-but', 'entity.name.tag.rule'],
      ['flat-refusal', 'entity.name.tag.rule'],
      ['法务要求', 'string.unquoted.reason'],
      ['客服', 'entity.name.function'],
    ]);
  });

  it('reads a comment over several lines', () => {
    check(tokenize('<!-- 备注\n客服：不是话术 -->\n客服：好').flat(), [
      ['备注', 'comment.block'],
      ['客服：不是话术', 'comment.block'],
      ['客服', 'entity.name.function'],
    ]);
  });
});

describe('grammar: examples of what not to say', () => {
  for (const label of ['反例：', '错误示范:', '錯誤示範：', '**反例**：', '反例1：', '错误示例：', 'Bad:', 'Bad example 2:', '✗']) {
    it(`marks the block after ${label}`, () => {
      const lines = tokenize(`${label}\n客服：没办法，\n  公司规定。\n\n客服：我来想办法。`);
      const inside = lines.map((line) => line.some((token) => has(token, 'meta.counter-example')));
      assert.deepEqual(inside, [true, true, true, false, false]);
    });
  }

  it('ends the block at a heading or at a good example', () => {
    for (const end of ['# 下一个', '正例：', 'Good: 好的', '✓']) {
      const lines = tokenize(`反例：\n客服：没办法。\n${end}`);
      assert.ok(!lines[2]?.some((token) => has(token, 'meta.counter-example')), end);
    }
  });
});

describe('grammar: placeholders', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder's own notation
  for (const placeholder of ['{姓氏}', '{order.id}', '{{name}}', '${name}', '[[name]]', '%name%']) {
    it(`knows ${placeholder}`, () => {
      const tokens = tokenize(`- 您好${placeholder}先生`).flat();
      const marked = tokens.filter((token) => has(token, 'variable.parameter.placeholder'));
      assert.equal(marked.map((token) => token.text).join(''), placeholder);
    });
  }

  it('leaves a percentage alone', () => {
    assert.ok(
      !tokenize('- 优惠 50% 到 60% 都有')
        .flat()
        .some((token) => has(token, 'variable.parameter')),
    );
  });
});
