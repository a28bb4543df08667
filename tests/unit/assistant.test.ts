import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FINDING } from '../../server/src/assistant/finding.ts';
import { runTool } from '../../server/src/assistant/registry.ts';
import type { ValueOf } from '../../server/src/assistant/shape.ts';
import { Refusal } from '../../server/src/assistant/shape.ts';
import type { Settings } from '../../server/src/core/index.ts';
import { desk, linter, metas } from '../support/desk.ts';

type FindingData = ValueOf<typeof FINDING>;

async function ask<T>(tool: string, args: unknown, settings?: Settings): Promise<T> {
  return (await runTool(desk(settings), tool, args)).data as T;
}

interface Linted {
  readonly clean: boolean;
  readonly format: string;
  readonly lang: string;
  readonly findings: readonly FindingData[];
}

interface Reworded {
  readonly findings: readonly { readonly rule: string }[];
  readonly candidates: readonly {
    readonly text: string;
    readonly clean: boolean;
    readonly slots: readonly { readonly name: string; readonly text: string; readonly start: number; readonly end: number }[];
  }[];
}

const rulesOf = ({ findings }: { readonly findings: readonly { readonly rule: string }[] }): string[] => findings.map(({ rule }) => rule);

describe('the lint tool', () => {
  it('takes bare words for a reply, and says what is wrong with it where', async () => {
    const found = await ask<Linted>('lint', { text: '您好。\n这个我们不能退。' });
    assert.equal(found.format, 'reply');
    assert.equal(found.lang, 'zh-Hans');
    assert.deepEqual(rulesOf(found), ['flat-refusal']);
    const [{ words, range, fixes }] = found.findings as [FindingData];
    assert.equal(words, '不能');
    assert.deepEqual(
      [range.start, range.end],
      [
        { line: 2, column: 5, offset: 8 },
        { line: 2, column: 7, offset: 10 },
      ],
    );
    assert.ok(fixes.length > 0);
    assert.ok(fixes.every(({ edits, slots }) => slots.every(({ text }) => edits.some((edit) => edit.text.includes(text)))));
  });

  it('takes words with speakers for a script', async () => {
    const found = await ask<Linted>('lint', { text: 'Customer: Can I return it?\nAgent: No, you cannot.\n', severity: 'error' });
    assert.equal(found.format, 'huashu');
    assert.deepEqual(rulesOf(found), ['flat-refusal']);
    assert.equal(found.findings[0]!.range.start.line, 2);
  });

  it('reads nothing into the words of a reply', async () => {
    for (const text of [
      '- 我们马上为您处理。',
      '# 1 的问题我们马上为您处理。',
      '// 我们马上为您处理。',
      '@all 我们马上为您处理。',
      '{订单号}：我们马上为您处理。',
    ]) {
      assert.ok((await ask<Linted>('lint', { text, conversation: [{ speaker: 'agent', text: '您好！' }] })).clean, text);
    }
  });

  it('hears the conversation, and reports the reply alone', async () => {
    const conversation = [
      { speaker: 'agent', text: '您好，请问有什么可以帮您？' },
      { speaker: 'customer', text: '我要投诉你们，等了一个月都没有人理我！' },
    ];
    const text = '您好，已经为您查到了。';
    assert.ok(!rulesOf(await ask('lint', { text })).includes('ignored-complaint'));
    const found = await ask<Linted>('lint', { text, conversation });
    assert.ok(rulesOf(found).includes('ignored-complaint'), rulesOf(found).join());
    assert.ok(found.findings.every(({ range }) => range.start.offset >= 0 && range.end.offset <= text.length));
    const rude = [{ speaker: 'agent', text: '我们不能退。' }, conversation[1]];
    assert.ok(!rulesOf(await ask('lint', { text: '非常抱歉，我马上为您登记这个投诉。', conversation: rude })).includes('flat-refusal'));
  });

  it('misses what a finished conversation lacks only when it is over', async () => {
    const conversation = [
      { speaker: 'agent', text: 'Good morning, how can I help you?' },
      { speaker: 'customer', text: 'When are you open?' },
    ];
    const text = 'We are open from nine to six, every day.';
    assert.ok((await ask<Linted>('lint', { text, conversation })).clean);
    assert.ok(rulesOf(await ask('lint', { text, conversation, over: true })).includes('missing-closing'));
  });

  it('goes by what the project decides, and by the severity asked for', async () => {
    const text = '是的，但是这款没有红色。';
    assert.ok(rulesOf(await ask('lint', { text })).includes('bare-but'));
    assert.ok(!rulesOf(await ask('lint', { text }, { rules: { 'bare-but': { level: 'off' } } })).includes('bare-but'));
    assert.ok(!rulesOf(await ask('lint', { text, severity: 'error' })).includes('bare-but'));
  });

  it('lists so many findings, and says how many more there are', async () => {
    const many = Array.from({ length: 80 }, (_, i) => `客服：第${i}件我们不能退。`).join('\n');
    const { data, text } = await runTool(desk(), 'lint', { text: many, format: 'huashu' });
    const { findings, omitted } = data as unknown as { findings: unknown[]; omitted: number };
    assert.equal(findings.length, 50);
    assert.ok(omitted >= 30);
    assert.match(text, new RegExp(`and ${omitted} more`, 'u'));
  });
});

describe('the reframe tool', () => {
  const TURNS = [
    '是的，但是按照公司规定我们不能退。',
    '很抱歉，訂單{訂單號}不能取消，這是公司規定。',
    "Yes, but I can't refund order 12345, that's our policy.",
    '您自己看说明书吧，我也不清楚。',
  ];
  for (const text of TURNS) {
    it(`rewords “${text}” so that it passes and loses nothing`, async () => {
      const { candidates } = await ask<Reworded>('reframe', { text });
      assert.ok(candidates.length > 0);
      assert.equal(new Set(candidates.map((one) => one.text)).size, candidates.length);
      const held = linter.tokens(text, {});
      for (const { text: words, clean, slots } of candidates) {
        assert.ok(clean, words);
        const grave = await ask<Linted>('lint', { text: words, severity: 'warning' });
        assert.deepEqual(rulesOf(grave), []);
        const kept = linter.tokens(words, {});
        assert.ok(
          held.every((token) => kept.includes(token)),
          words,
        );
        for (const slot of slots) assert.equal(words.slice(slot.start, slot.end), slot.text);
      }
    });
  }

  it('has nothing to say about a turn that is well', async () => {
    const { text, data } = await runTool(desk(), 'reframe', { text: '我马上为您查询。' });
    assert.deepEqual((data as Reworded).candidates, []);
    assert.match(text, /Nothing to reword/u);
  });

  it('rewords for one rule alone where asked, and gives as many as are wanted', async () => {
    const text = '是的，但是按照公司规定我们不能退。';
    assert.deepEqual([...new Set(rulesOf(await ask<Reworded>('reframe', { text, rule: 'bare-but' })))], ['bare-but']);
    assert.equal((await ask<Reworded>('reframe', { text, most: 1 })).candidates.length, 1);
    await assert.rejects(ask('reframe', { text, rule: 'nothing' }), Refusal);
  });
});

describe('the explain tool', () => {
  it('lists the rules, gives the page of one, and helps with a misspelt name', async () => {
    const list = await ask<{ rules: { id: string; title: string }[]; page?: string }>('explain', { locale: 'zh-TW' });
    assert.equal(list.rules.length, metas.length);
    assert.equal(list.page, undefined);
    const one = await ask<{ rules: { id: string }[]; page: string }>('explain', { rule: 'bare-but' });
    assert.deepEqual(
      one.rules.map(({ id }) => id),
      ['bare-but'],
    );
    assert.match(one.page, /Why it is there/u);
    await assert.rejects(ask('explain', { rule: 'bare-butt' }), /Did you mean bare-but\?/u);
  });
});

describe('the search tool', () => {
  const BOOK =
    '# 退款迟迟不到账\n- 让您久等了，退款的进度我现在就为您查。\n- 是的，但是按照公司规定我们不能退。\n# 发票\n- 发票会在开好后发到您的邮箱。\n';
  interface Searched {
    readonly phrases: readonly { readonly text: string; readonly path: string; readonly why: string; readonly scene?: string }[];
    readonly searched: number;
  }

  it('gives the approved phrases that fit, and none that would be found fault with', async () => {
    for (const args of [{ words: '退款 安抚' }, { said: '我的退款怎么还没到？' }, { words: '退款', most: 1 }]) {
      const { phrases, searched } = (await runTool(desk({}, BOOK), 'search', args)).data as Searched;
      assert.equal(searched, 2);
      assert.equal(phrases[0]?.text, '让您久等了，退款的进度我现在就为您查。');
      assert.equal(phrases[0].scene, '退款迟迟不到账');
      assert.ok(phrases[0].why.length > 0);
    }
  });

  it('says so where nothing fits, and asks to be asked something', async () => {
    assert.match((await runTool(desk(), 'search', { words: '退款' })).text, /holds no approved phrases/u);
    assert.match((await runTool(desk({}, BOOK), 'search', { words: 'zebra' })).text, /None of the 2/u);
    await assert.rejects(runTool(desk(), 'search', { words: ' ' }), Refusal);
  });
});
