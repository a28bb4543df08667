import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter, type Finding } from '../../server/src/core/index.ts';

const linter = createLinter();

describe('repeated-phrase', () => {
  it('points at where it was said first', () => {
    const source = '客服:好的，{称呼}的退款会原路退回。\n客户:嗯。\n客服:您放心，{姓名}的退款会原路退回哦。\n';
    const [finding] = repeats(source);
    assert.equal(words(source, finding!.span), '{姓名}的退款会原路退回哦');
    assert.equal(words(source, finding!.related[0]!.span), '{称呼}的退款会原路退回');
  });

  it('joins sentences that repeat neighbours', () => {
    const turn = '客服:您的订单已经打包完成。快递员下午来取件。\n';
    const source = `${turn}客户:嗯。\n${turn}`;
    assert.deepEqual(
      repeats(source).map((f) => words(source, f.span)),
      ['您的订单已经打包完成。快递员下午来取件'],
    );
  });

  it('finds words through noise, exactly', () => {
    const source = '客服:您的貨物已經從倉庫發出。\n客戶:嗯。\n客服:您的貨(huò)物\u200b已經從倉庫發出。\n';
    assert.deepEqual(
      repeats(source).map((f) => words(source, f.span)),
      ['您的貨(huò)物\u200b已經從倉庫發出'],
    );
  });

  it('offers no sentence that is said elsewhere in the conversation', () => {
    const taken = '这一点和刚才说的一样，您还想了解哪一部分？';
    const source = `客服:${taken}\n客户:嗯。\n客服:退款会原路回到您付款的账户。\n客户:啊？\n客服:退款会原路回到您付款的账户。\n`;
    const offered = repeats(source).flatMap((f) => f.fixes().map((fix) => fix.edits[0]!.text));
    assert.ok(offered.length > 0);
    assert.ok(!offered.includes(taken));
  });

  it('keeps to one scene where nothing links', () => {
    assert.equal(repeats('# 一\n客服:您的包裹已经从仓库发出。\n# 二\n客服:您的包裹已经从仓库发出。\n').length, 0);
  });

  it('finds the near ones among many', () => {
    const other = (i: number): string =>
      `客服:${[...'退换货安装预约保修发票会员积分'].map((_, j, all) => all[(i * (j + 3) + j * j) % all.length]).join('')}第${i}项。\n`;
    const fill = Array.from({ length: 200 }, (_, i) => other(i)).join('');
    const source = `客服:新的路由器这个周末之前会送到您家门口。\n${fill}客服:新的路由器这个周末之前就会送到您家的门口。\n`;
    assert.ok(repeats(source).some((f) => words(source, f.span).startsWith('新的路由器')));
  });
});

function repeats(source: string): Finding[] {
  const { findings } = linter.lint({ text: source, format: 'huashu' }, { only: ['repeated-phrase'] });
  return findings.filter((f) => f.rule === 'repeated-phrase');
}

function words(source: string, { start, end }: { start: number; end: number }): string {
  return source.slice(start, end);
}
