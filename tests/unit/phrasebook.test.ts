import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLinter, LintCache, type Phrasebook, phraseTopic, type Recommendation, type Situation } from '../../server/src/core/index.ts';

const linter = createLinter({ gathers: [phraseTopic()] });
const SETTINGS = { today: '2026-11-22' };

/** A phrasebook of files. */
function bookOf(files: Readonly<Record<string, string>>): Phrasebook {
  const book = linter.phrasebook();
  for (const [path, text] of Object.entries(files)) put(book, path, text);
  return book;
}

function put(book: Phrasebook, path: string, text: string, cache?: LintCache): void {
  const format = path.endsWith('.md') ? 'markdown' : 'huashu';
  book.put(path, linter.lint({ text, format }, SETTINGS, cache));
}

function textsFor(book: Phrasebook, situation: Situation, limit = 10): string[] {
  return book.recommend(situation, { limit }).map(({ text }) => text);
}

const REFUND = `# 退款迟迟不到账
@type complaint
@customer angry
@tags 退款, 安抚

- {姓氏}先生，让您等了这么多天，真的很抱歉，我现在就为您催办退款。
- 您的退款预计{时间}到账，到账后我给您发短信。

# 物流
@tags 物流

- 包裹今天从{城市}发出，物流单号稍后短信发给您。
- 感谢您的耐心等待，祝您生活愉快，再见。
`;

describe('the phrasebook', () => {
  it('finds the phrase for a topic and what it is to do, and tells why', () => {
    const [first] = bookOf({ 'a.huashu': REFUND }).recommend({ words: '退款 安抚' });
    assert.match(first?.text ?? '', /真的很抱歉/u);
    assert.equal(first?.scene, '退款迟迟不到账');
    assert.deepEqual(first?.tags, ['退款', '安抚']);
    assert.equal(REFUND.slice(first?.span.start, first?.span.end), first?.text);
    assert.match(first?.why['zh-CN'] ?? '', /标签:退款、安抚 · 共情|标签:退款、安抚 · 致歉/u);
    assert.match(first?.why.en ?? '', /^tagged 退款, 安抚 · .*apologises/u);
    assert.match(first?.why['zh-TW'] ?? '', /^標籤:/u);
  });

  it('finds nothing where nothing speaks for any phrase', () => {
    assert.deepEqual(textsFor(bookOf({ 'a.huashu': REFUND }), { words: '签证' }), []);
    assert.deepEqual(textsFor(bookOf({ 'a.huashu': REFUND }), {}), []);
    assert.deepEqual(textsFor(linter.phrasebook(), { words: '退款' }), []);
  });

  it('finds phrases by what the customer says', () => {
    const book = bookOf({ 'a.huashu': REFUND });
    assert.match(textsFor(book, { said: '我的包裹到底发了没有？' })[0] ?? '', /^包裹今天/u);
    assert.match(textsFor(book, { said: '都多少天了，退款呢？气死我了！' })[0] ?? '', /真的很抱歉/u);
  });

  it('finds phrases in the other script, after those in the same', () => {
    const book = bookOf({
      'a.huashu': '- 您的退款今天已经提交，请您放心。\n',
      'b.huashu': '- 您的退款今天已經送出，請您放心。\n',
      'c.huashu': '- Your refund was sent today.\n',
    });
    assert.deepEqual(
      book.recommend({ words: '退款' }).map(({ lang }) => lang),
      ['zh-Hans', 'zh-Hant', 'en'],
    );
    assert.equal(book.recommend({ words: '退款進度' })[0]?.lang, 'zh-Hant');
    assert.equal(book.recommend({ words: 'refund' })[0]?.lang, 'en');
  });

  it('takes filters at their word', () => {
    const book = bookOf({ 'a.huashu': REFUND });
    assert.ok(textsFor(book, { words: '感谢', only: { tags: ['退款'] } }).every((text) => !text.startsWith('感谢')));
    assert.deepEqual(textsFor(book, { only: { tags: ['物流'] } }).length, 2);
    assert.ok(textsFor(book, { words: '退款', only: { mood: '犹豫' } }).every((text) => text.includes('物流')));
    assert.equal(book.recommend({ words: '退款' }, { limit: 1 }).length, 1);
    assert.deepEqual(book.recommend({ words: '退款' }, { takes: () => false }), []);
  });

  it('holds nothing that lints dirty, has expired, shows what not to say, or is said in a conversation nobody approved', () => {
    const book = bookOf({
      'a.huashu': [
        '# 退款\n- 退款我们不能办理。\n- 退款今天为您提交。',
        '# 旧\n@until 2020-01-01\n- 退款请发邮件给我们。',
        '反例:\n- 退款没办法的。\n',
        '# 对话\n客户:退款呢？\n客服:您好，退款我来为您查询。',
        '# 范本\n@tags 标准话术\n客户:退款呢？\n客服:您好，退款的进度我来为您查询。',
      ].join('\n\n'),
    });
    assert.deepEqual(new Set(textsFor(book, { words: '退款' })), new Set(['退款今天为您提交。', '您好，退款的进度我来为您查询。']));
    assert.equal(book.recommend({ said: '退款呢' })[0]?.said, '退款呢？');
  });

  it('takes phrases from Markdown, with the tags of its front matter', () => {
    const book = bookOf({ 'a.md': '---\nhuashu: phrasebook\ntags: [问候]\n---\n\n# 开场\n\n- 您好，很高兴为您服务。\n' });
    const [first] = book.recommend({ words: '问候' });
    assert.deepEqual(first?.tags, ['问候']);
    assert.deepEqual(first?.acts.includes('greeting'), true);
  });

  it('finds the same when everything has been replaced many times over', () => {
    const texts = (of: string): string => Array.from({ length: 400 }, (_, i) => `- 您的${of}第 ${i} 号今天寄出。\n`).join('');
    const book = bookOf({ 'kept.huashu': REFUND });
    const found = (): unknown[] => book.recommend({ words: '退款 安抚' }).map(({ text, score, span }) => [text, score, span]);
    const [before] = found();
    for (const of of ['发票', '包裹', '礼品', '证书', '配件', '滤芯', '电池']) put(book, 'changing.huashu', texts(of));
    assert.equal(book.size, 404);
    assert.deepEqual((found()[0] as unknown[])[0], (before as unknown[])[0]);
    assert.deepEqual(textsFor(book, { words: '发票' }), []);
    assert.equal(textsFor(book, { words: '电池' }, 999).length, 400);
    book.remove('changing.huashu');
    assert.deepEqual(textsFor(book, { words: '电池' }), []);
    assert.match(textsFor(book, { words: '退款 安抚' })[0] ?? '', /真的很抱歉/u);
  });

  it('follows edits: the same as made anew from the last texts', () => {
    const sentence = fc.constantFrom(
      '您好，退款今天提交。',
      '包裹明天送到。',
      '退款我们不能办理。',
      '感谢您的来电，再见。',
      '物流单号发给您了。',
    );
    const scene = fc.record({
      title: fc.constantFrom('甲', '乙'),
      tag: fc.constantFrom('退款', '物流'),
      lines: fc.array(sentence, { maxLength: 5 }),
    });
    const file = fc
      .array(scene, { maxLength: 4 })
      .map((scenes) =>
        scenes.map(({ title, tag, lines }) => `# ${title}\n@tags ${tag}\n${lines.map((line) => `- ${line}\n`).join('')}\n`).join(''),
      );
    const edit = fc.record({ path: fc.constantFrom('a.huashu', 'b.huashu'), text: fc.option(file, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const book = linter.phrasebook();
        const caches = new Map<string, LintCache>();
        const last = new Map<string, string>();
        for (const { path, text } of edits) {
          last.delete(path);
          if (text === undefined) book.remove(path);
          else {
            const cache = caches.get(path) ?? new LintCache();
            caches.set(path, cache);
            put(book, path, text, cache);
            last.set(path, text);
          }
        }
        const fresh = bookOf(Object.fromEntries(last));
        assert.equal(book.size, fresh.size);
        for (const words of ['退款', '物流 单号', '问候']) {
          const found = (one: Phrasebook): string[] =>
            one
              .recommend({ words }, { limit: 99 })
              .map((r) => `${r.score} ${r.text} ${r.why.en}`)
              .sort();
          assert.deepEqual(found(book), found(fresh));
        }
        for (const { path, span, text } of places(book)) assert.equal(last.get(path)?.slice(span.start, span.end), text);
      }),
      { numRuns: 60 },
    );
  });
});

function places(book: Phrasebook): Recommendation[] {
  return [...book.recommend({ words: '退款 物流 感谢 包裹' }, { limit: 99 })];
}
