import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLinter, type Finding } from '../../server/src/core/index.ts';
import { apply } from '../support/goldenReframes.ts';

const linter = createLinter();

function findings(text: string, rule?: string): readonly Finding[] {
  const all = linter.lint({ text, format: 'huashu' }, { lang: 'zh-Hans', preset: 'strict' }).findings;
  return rule ? all.filter((f) => f.rule === rule) : all;
}

/** The words a rule points at. */
function words(text: string, rule: string): string[] {
  return findings(text, rule).map((f) => text.slice(f.span.start, f.span.end));
}

describe('a conversation that runs through scenes', () => {
  const SHARED = [
    '# 开头\n客户:我要退费。\n客服:您好，抱歉，这个我们不能退。\n? 要求主管 -> 主管\n? 算了 -> 结尾\n',
    '# 主管\n客户:叫你们经理来。\n客服:我理解您的心情。\n-> 结尾\n',
    '# 结尾\n客服:感谢您的来电，祝您生活愉快。\n',
  ].join('');

  it('is judged by the whole way, and the finding says which', () => {
    const found = findings(SHARED, 'missing-escalation');
    assert.equal(found.length, 1);
    assert.equal(SHARED.slice(found[0]!.span.start, found[0]!.span.end), '不能');
    assert.match(found[0]!.message['zh-CN'], /路径：开头 → 主管 → 结尾/u);
    assert.deepEqual(
      found[0]!.related.map(({ span }) => SHARED.slice(span.start, span.end)),
      ['叫你们经理来。'],
    );
  });

  it('is reported once where ways meet', () => {
    const text = `# 甲\n客户:几点开门？\n客服:您好，想问哪家店？\n? 东 -> 东店\n? 西 -> 西店\n# 东店\n客服:十点。\n-> 末\n# 西店\n客服:九点。\n-> 末\n# 末\n客服:好的。\n`;
    assert.deepEqual(words(text, 'missing-closing'), ['好的。']);
  });

  it('may go round in circles', () => {
    const text = '# 甲\n客户:在吗？\n客服:您好。\n-> 乙\n# 乙\n客户:喂？\n客服:在的。\n? 再来 -> 甲\n? 完 -> 丙\n# 丙\n客服:好。\n';
    assert.deepEqual(words(text, 'missing-closing'), ['好。']);
    assert.deepEqual(words(text, 'missing-greeting'), []);
  });

  it('falls through a choice that words follow, and ends nowhere at one that leads on', () => {
    const through = '# 甲\n客户:几点？\n客服:您好，十点。\n? 知道了 -> 乙\n客服:好。\n# 乙\n客服:谢谢您。\n';
    assert.deepEqual(words(through, 'missing-closing'), ['好。']);
    const on = '# 甲\n客户:几点？\n客服:您好，十点。\n? 知道了 -> 乙\n# 乙\n客服:谢谢您。\n';
    assert.deepEqual(words(on, 'missing-closing'), []);
  });

  it('says nothing of scenes that nothing leads to', () => {
    const text = '# 甲\n客户:几点？\n客服:您好，十点，谢谢。\n-> 乙\n# 乙\n客服:再见，谢谢您。\n# 忘了\n客户:喂？\n客服:嗯。\n';
    assert.deepEqual(words(text, 'missing-greeting'), []);
  });

  it('takes long chains of scenes in its stride', () => {
    const scenes = Array.from(
      { length: 3000 },
      (_, i) => `# 第${i}场\n客户:怎么回事，${i}？\n客服:请问单号是多少？\n? 给了 -> 第${i + 1}场\n? 没给 -> 第${(i * 7) % 3000}场\n`,
    );
    assert.ok(findings(scenes.join(''), 'missing-greeting').length === 1);
  }).timeout(30_000);
});

describe('flow rules', () => {
  it('keep the lines of a list where more is said before and behind it', () => {
    const text = 'Customer: It came broken.\nAgent: You can:\n  1. get a refund;\n  2. swap it.\nCustomer: Swap it.\n';
    for (const rule of ['options-without-choice', 'suggestion-without-diagnosis']) {
      const { findings: found } = linter.lint({ text, format: 'huashu' }, { lang: 'en', preset: 'strict' });
      const fixes = found.filter((f) => f.rule === rule).flatMap((f) => f.fixes());
      assert.ok(fixes.length > 0, rule);
      for (const fix of fixes) assert.match(apply(text, fix), /You can:\n {2}1\. get a refund;\n {2}2\. swap it\./u);
    }
  });

  it('leave words alone that are no conversation', () => {
    const FLOW = /^(?:missing-(?!placeholder)|identity-check|options-without|question-)/u;
    for (const text of ['客服:十点开门。\n', '- 单号发一下。\n- 好。\n', '旁白:开场\n客服:十点。\n']) {
      assert.deepEqual(
        findings(text).filter((f) => FLOW.test(f.rule)),
        [],
      );
    }
  });

  it('take words of config for sensitive', () => {
    const text = '客户:你们的代理商跑路了。\n客服:您好，知道了。\n';
    const lint = (sensitive: string[]): number =>
      linter
        .lint({ text, format: 'huashu' }, { lang: 'zh-Hans', settings: { sensitive } })
        .findings.filter((f) => f.rule === 'sensitive-topic').length;
    assert.deepEqual([lint([]), lint(['跑路'])], [0, 1]);
  });

  const LINES = [
    '客户:怎么回事，我要投诉！',
    '客户:叫你们主管来。',
    '客户:我的宽带又断了。',
    '客户:试过了，没用。',
    '客户:好的，谢谢。',
    '客户:我的订单号是20391，到哪了？',
    '客服:您好，请问订单号是多少？',
    '客服:抱歉让您久等了。',
    '客服:这个我们不能退。',
    '客服:建议您重启一下试试。',
    '客服:可以换新，也可以退款。',
    '客服:您看哪一种方便？',
    '客服:您的包裹已经到了城西驿站。',
    '客服:明天中午前给您回电，感谢您的来电。',
    '(通话中断)',
  ];

  it('find the same whether a conversation is written in one scene or in several that lead on where the customer speaks', () => {
    const seen = (text: string): string[] =>
      findings(text)
        .filter((f) => linter.rules.all.get(f.rule)?.scope === 'flow')
        .map((f) => `${f.rule} ${text.slice(f.span.start, f.span.end)}`)
        .sort();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...LINES), fc.boolean()), { minLength: 1, maxLength: 14 }), (lines) => {
        const whole = `# 开头\n${lines.map(([line]) => `${line}\n`).join('')}`;
        const cut = `# 开头\n${lines.map(([line, isCut], i) => (isCut && i > 0 && line.startsWith('客户') ? `-> 第${i}场\n# 第${i}场\n${line}\n` : `${line}\n`)).join('')}`;
        assert.deepEqual(seen(cut), seen(whole));
      }),
      { numRuns: 300 },
    );
  });
});
