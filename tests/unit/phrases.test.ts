import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readNumeral } from '../../server/src/dialogue/numerals.ts';
import { ALIKE, dice, isComparable, mayBeAlike, type Phrase, pairs, saysTheSame } from '../../server/src/dialogue/phrase.ts';
import { PhraseReader } from '../../server/src/dialogue/phraseReader.ts';
import { unitTables } from '../../server/src/dialogue/unitClasses.ts';
import { normalise } from '../../server/src/text/normalise.ts';
import { folds } from '../support/conversation.ts';
import { runs } from '../support/runs.ts';

const tables = unitTables(folds);

describe('numerals', () => {
  const table: Readonly<Record<string, string | undefined>> = {
    三百五十: '350',
    两万: '20000',
    一亿两千万: '120000000',
    十五: '15',
    一千零五: '1005',
    二〇二六: '2026',
    万一: undefined,
    千万: undefined,
  };
  for (const [run, digits] of Object.entries(table)) it(run, () => assert.equal(readNumeral(run, '', ''), digits));

  it('a lone 一 counts only before what is counted', () => {
    assert.equal(readNumeral('一', '', '天内'), '1');
    assert.equal(readNumeral('一', '周', '上'), '1');
    assert.equal(readNumeral('一', '等', '下'), undefined);
    assert.equal(readNumeral('十', '', '分抱'), undefined);
    assert.equal(readNumeral('十', '', '分钟'), '10');
  });
});

describe('phrases', () => {
  const same: readonly (readonly [string, string])[] = [
    ['退款今天下午六点前到您的卡。', '退款今天下午6点前到您的卡哦!'],
    ['您的退款会回到原来的卡', '您的退款會回到原來的卡'],
    ['尊敬的{姓名}，您的包裹已经发出', '尊敬的{{称呼}}，您的包裹已经发出'],
    ['运费是三万元', '运费是3万元'],
    ['好的，您的包裹明天就会送到门口。', '您的包裹明天就会送到门口，谢谢。'],
    ['服務(wù)人員會與您聯繫', '服务人员会与您联系'],
    ['The fee is 1,000 dollars.', 'the fee is 1000 dollars'],
    ['It reaches you by 5 pm', 'It reaches you by 5pm.'],
    ["I'll send the form today", 'I\u2019ll send the form today'],
  ];
  for (const [a, b] of same) {
    it(`the same: ${a} / ${b}`, () => {
      const [first, second] = [whole(a), whole(b)];
      assert.equal(first.phrase.hash, second.phrase.hash);
    });
  }

  const near: readonly (readonly [string, string, boolean])[] = [
    ['这个周末之前我们会把新的充电器寄到您家', '这个周末之前我们就会把新的充电器寄到您家里', true],
    ['这个周末之前我们会把新的充电器寄到您家', '下周三您可以到附近的门店领取新的充电器', false],
    ['维修师傅明天上午会到您家里来安装', '维修师傅明天下午会到您家里来安装', false],
    ['这张券可以和会员折扣一起使用', '这张券不可以和会员折扣一起使用', false],
    ['您的套餐每个月有30个G的流量可以用', '您的套餐每个月有50个G的流量可以用', false],
    ['您是要把地址改成公司的地址吗', '您是要把地址改成公司的地址', false],
    [
      'Your new card will be in your letterbox by the end of the week',
      'So your new card will be in your letterbox by the end of this week',
      true,
    ],
    ['The red jacket is in stock at the shop by the harbour', 'The blue jacket is in stock at the shop by the harbour', false],
    ['The engineer comes to your flat on Monday morning', 'The engineer comes to your flat on Tuesday morning', false],
  ];
  for (const [a, b, expected] of near) it(`${expected ? 'alike' : 'different'}: ${a} / ${b}`, () => assert.equal(isAlike(a, b), expected));

  it('short ones are not compared', () => {
    assert.equal(isComparable(whole('我来处理订单').phrase), false);
    assert.equal(isComparable(whole('我来为您处理这件事').phrase), true);
  });

  it('quotation marks hold a sentence together', () => {
    assert.equal(new PhraseReader(tables).read('请点“我的。订单”再点保存按钮。好').sentences.length, 1);
    assert.equal(new PhraseReader(tables).read('快递员说“已经送到了。然后就挂断电话了').sentences.length, 2);
  });

  it('stand in the normal text, in order, whatever is read', () => {
    const unit = fc.constantFrom(
      '好',
      '一',
      '十',
      '亿',
      'a',
      '5',
      '.',
      ',',
      ' ',
      '。',
      '?',
      '吗',
      '{',
      '}',
      '%',
      '<',
      '>',
      '“',
      '”',
      '"',
      '(',
      'wù',
      ')',
      '\u200b',
      '\n',
      '…',
      '~',
      '\ud842\udfb7',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40, size: 'max' }), (text) => {
        const length = normalise(folds, text).text.length;
        let at = 0;
        const said = new PhraseReader(tables).read(text);
        assert.ok([...said.sorry, ...said.again.map((pair) => pair.again)].every((c) => c.start < c.end && c.end <= length));
        for (const phrase of said.sentences) {
          assert.ok(at <= phrase.start && phrase.start < phrase.end && phrase.end <= length);
          at = phrase.end;
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('nothing alike is turned away by the quick look', () => {
    const text = fc.string({ unit: fc.constantFrom(...'退款今天会到您的卡里请放心我来跟进'), minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(40), fc.constantFrom('再', '也', ''), (words, at, put) => {
        const [a, b] = [whole(words), whole(words.slice(0, at) + put + words.slice(at + 1))];
        const { numbers, days, negations } = a.phrase;
        if (numbers !== b.phrase.numbers || days !== b.phrase.days || negations !== b.phrase.negations) return;
        if (dice(pairs(a.pool, a.phrase), pairs(b.pool, b.phrase)) >= ALIKE) assert.ok(mayBeAlike(a.phrase, b.phrase));
      }),
      { numRuns: runs(300) },
    );
  });
});

function whole(text: string): { phrase: Phrase; pool: Uint16Array } {
  const reader = new PhraseReader(tables);
  const [sentence] = reader.read(text).sentences;
  return { phrase: sentence!, pool: reader.pool };
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [whole(one), whole(other)];
  return (
    mayBeAlike(a.phrase, b.phrase) &&
    dice(pairs(a.pool, a.phrase), pairs(b.pool, b.phrase)) >= ALIKE &&
    saysTheSame(a.pool, a.phrase, b.pool, b.phrase)
  );
}
