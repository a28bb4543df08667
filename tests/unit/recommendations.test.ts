import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter, phraseTopic, type Situation } from '../../server/src/core/index.ts';

/** A small phrasebook; each phrase is called by the placeholder in it. */
const BOOK = `# 接听
@tags 问候
- 您好，这里是青禾家电客服，很高兴为您服务，请问怎么称呼您？{hello}

# 退款
@tags 退款
- 您的退款今天已经提交，三个工作日内原路退回，到账后我给您发短信。{refund}

# 退款，客户着急
@customer angry
@tags 退款, 安抚
- 让您等了这么久，真的非常抱歉，换作我也会着急，我现在就盯着退款这一步，下班前给您回电。{refund-angry}

# 物流
@tags 物流
- 包裹现在停在转运中心，预计明天送到，我会继续帮您留意。{parcel}

# 缺货
- 这个颜色下周三到货，我可以先为您预留一件，或者换成现货的米色，您更喜欢哪一种？{stock}

# 发票
- 电子发票会在今天发到您的邮箱，抬头请您再核对一下。{invoice}

# 转接
- 这个问题需要技术同事看后台记录，我现在为您转接，前面的情况我会先跟他说明。{transfer}

# 断线
- 您好，刚才通话中断了，我给您回拨过来，我们接着说。{dropped}

# 结束
- 请问还有其他需要我帮忙的吗？祝您生活愉快，再见。{bye}

# 寬頻
@tags 報修
- 我先幫您檢查線路，請您看一下數據機的燈號是什麼顏色？{broadband}

# 拒絕
- 合約期間內可以為您改成較低的方案，也可以保留門號半年，您比較希望哪一種？{contract}

# Returns
@tags returns
- I have emailed you a prepaid label, so the return costs you nothing. Would you rather have a refund or a replacement?{return}

# Delays
- I'm so sorry your parcel is late. I have asked the courier for a new date and will call you by five today.{delay}
`;

const TABLE: readonly (readonly [Situation, string])[] = [
  [{ words: '退款 安抚' }, 'refund-angry'],
  [{ words: '退款' }, 'refund'],
  [{ words: '退钱要多久' }, 'refund'],
  [{ words: '问候' }, 'hello'],
  [{ words: '開場白' }, 'hello'],
  [{ words: '快递' }, 'parcel'],
  [{ words: '婉拒 缺货' }, 'stock'],
  [{ words: '发票' }, 'invoice'],
  [{ words: '轉接主管' }, 'transfer'],
  [{ words: '通话断线' }, 'dropped'],
  [{ words: '收尾' }, 'bye'],
  [{ words: '網路 報修' }, 'broadband'],
  [{ words: '拒絕 合約' }, 'contract'],
  [{ words: 'return' }, 'return'],
  [{ words: 'late delivery apology' }, 'delay'],
  [{ said: '都一个星期了，退款还没到，你们太离谱了！' }, 'refund-angry'],
  [{ said: '请问退款几天到账？', mood: 'hesitant' }, 'refund'],
  [{ said: '我的包裹到哪里了？' }, 'parcel'],
  [{ said: '蓝色的还有货吗？', instead: '没货了，买不了。' }, 'stock'],
  [{ said: '我要找你们经理！' }, 'transfer'],
  [{ said: '好的，没别的事了，谢谢。' }, 'bye'],
  [{ said: '合約還沒到期可以取消嗎？' }, 'contract'],
  [{ said: 'Where is my parcel? It was due on Monday.' }, 'delay'],
  [{ said: 'Can I send these boots back?', tags: ['returns'] }, 'return'],
  [{ acts: ['handover'], lang: 'zh-Hans' }, 'transfer'],
];

describe('the phrase for a situation', () => {
  const linter = createLinter({ gathers: [phraseTopic()] });
  const book = linter.phrasebook();
  book.put('book', linter.lint({ text: BOOK, format: 'huashu' }, {}));

  it('is chosen among all of them', () => assert.equal(book.size, 13));

  for (const [situation, expected] of TABLE) {
    it(`${Object.values(situation).flat().join(' | ')} → ${expected}`, () => {
      const found = book.recommend(situation);
      assert.equal(
        /\{(.+)\}/u.exec(found[0]?.text ?? '')?.[1],
        expected,
        found.map(({ score, text, why }) => `${score} ${text} ${why.en}`).join('\n'),
      );
    });
  }
});
