import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isTurn, type Utterance } from '../../server/src/dialogue/model.ts';
import { FORMATS } from '../../server/src/formats/registry.ts';
import { sourceEdit } from '../../server/src/text/mappedText.ts';
import { golden, read, roleOf, spoken } from '../support/conversation.ts';

const parsed = (source: string): string[] => golden(read('markdown', source), source);
const unplaced = (line: string): string => line.replace(/ \d+-\d+/u, '');
const said = (source: string): string[] => spoken(read('markdown', source));

describe('turns in Markdown', () => {
  it('stand in paragraphs, lists and quotes', () => {
    assert.deepEqual(said('客户:在吗\n客服:在\n\n- 客服:列表\n1. Agent (Ann): Hi\n\n> 客服:引用\n'), [
      'customer 在吗',
      'agent 在',
      'agent 列表',
      'agent Hi',
      'agent 引用',
    ]);
  });

  for (const line of ['**客服:** 您好', '**客服**:您好', '__客服__: 您好', '*客服:* 您好', '**客服(小张)**:您好']) {
    it(`are labelled ${line}`, () => assert.deepEqual(said(line), ['agent 您好']));
  }

  it('go on over the lines of a paragraph, the paragraphs of an item or quote', () => {
    assert.deepEqual(said('客服:您好,\n请稍等\n\n散文\n'), ['agent 您好,请稍等']);
    assert.deepEqual(said('Agent: Thanks\nfor waiting'), ['agent Thanks for waiting']);
    assert.deepEqual(said('- 客服:一\n  二\n\n  三\n- 四\n'), ['agent 一二', 'agent 三']);
    assert.deepEqual(said('> 客服:一\n> 二\n>\n> 三\n\n> 四\n'), ['agent 一二', 'agent 三']);
    assert.deepEqual(said('**客服:**\n\n您好\n\n散文'), ['agent 您好']);
    assert.deepEqual(said('**客服:**\n\n> 您好\n> 在的\n'), ['agent 您好在的']);
  });

  it('name what stands in a list right below', () => {
    assert.deepEqual(said('客服:两种方式:\n1. 换货\n2. 退款\n\n客户:好\n\n- 散文\n'), [
      'agent 两种方式:',
      'agent 换货',
      'agent 退款',
      'customer 好',
    ]);
    assert.deepEqual(said('- 客服:两种方式:\n  - 换货\n  - 退款\n- 散文\n'), ['agent 两种方式:', 'agent 换货', 'agent 退款']);
    assert.deepEqual(said('客服:好\n\n- 散文\n'), ['agent 好']);
  });

  it('stand in a list right behind a speaker', () => {
    for (const source of [
      '客服:\n- 您好\n- 在的\n',
      '客服:\n\n- 您好\n\n- 在的\n',
      '**客服**:\n1. 您好\n2. 在的\n',
      '- 客服:\n  - 您好\n  - 在的\n',
    ]) {
      assert.deepEqual(parsed(`客户:在吗\n\n${source}\n散文\n`).slice(2).map(unplaced), ['agent 您好', 'agent 在的'], source);
    }
    assert.deepEqual(said('> 客服:\n> - 您好\n\n- 散文\n'), ['agent 您好']);
    assert.deepEqual(said('- 客服:\n\n  您好\n- 散文\n'), ['agent 您好']);
    assert.deepEqual(said('客服:\n- 语气:温和\n- 散文\n\n客服:好\n'), ['agent 好']);
  });

  it('end where somebody else speaks', () => assert.deepEqual(said('客服:您好\n主管:不行\n不行'), ['agent 您好']));

  it('keep a line break that was meant', () => {
    assert.deepEqual(said('客服:一  \n二\\\n三'), ['agent 一\\n二\\n三']);
    assert.deepEqual(said('客服:一 \r\n二'), ['agent 一二']);
  });

  it('are nobody\u2019s in prose, code, HTML and comments', () => {
    const source =
      '散文里说我们不能退。\n\n```\n客服:代码\n```\n\n    客服:缩进\n\n<div>\n客服:标记\n</div>\n\n<!-- 客服:注释 -->\n\n[客服]: http://x\n';
    assert.deepEqual(said(source), []);
  });

  it('leave out code, pictures, addresses and comments, and keep the words of links', () => {
    assert.deepEqual(said('客服:按 `不能` 看[这里](http://不能)与![不能](u)<http://a.b>或 <b>粗</b>~~不能~~<!-- 不能 -->完'), [
      'agent 按 \ufffc 看这里与\ufffc\ufffc或 粗完',
    ]);
  });

  it('keep brackets that link nothing', () => {
    assert.deepEqual(said('客服:[[姓名]]您好[注]'), ['agent [[姓名]]您好[注]']);
    assert.deepEqual(parsed('[call dropped]\n\n(电话中断)\n'), ['# 0', 'event call dropped', 'event 电话中断']);
    assert.deepEqual(parsed('(电话中断(信号差))\n'), ['# 0', 'event 电话中断(信号差)']);
  });

  it('are read as they read: entities, escapes and emphasis', () => {
    assert.deepEqual(said('客服:A&amp;B &lt;&#x4f60;&gt; \\*好\\* **不**能&unknown;'), ['agent A&B <你> *好* 不能&unknown;']);
  });

  it('stand exactly where they are written', () => {
    const source = '\ufeff客服:😀好\r\n\r\n- 客服:**不能**退\r\n';
    assert.deepEqual(parsed(source), ['# 0', 'agent 4-7 😀好', 'agent 18-23 不能退']);
  });

  it('belong to the scene of their heading', () => {
    assert.deepEqual(parsed('# 一 {#a}\n客服:好\n\n二 **粗**\n---\n客服:行\n\n### 三 ###\n'), [
      '# 1 一 {a}',
      'agent 12-13 好',
      '# 2 二 粗',
      'agent 30-31 行',
      '# 3 三',
    ]);
  });
});

describe('tables in Markdown', () => {
  const table = (header: string, ...rows: string[]): string => [header, header.replace(/[^|]+/gu, '---'), ...rows, ''].join('\n');

  it('speak in columns headed by a speaker', () => {
    const source = table('| 场景 | 客户 | 客服 |', '| 退款 | 钱呢 | 我来查 |', '| 换货 | | 可以换 |');
    assert.deepEqual(said(source), ['customer 钱呢', 'agent 我来查', 'agent 可以换']);
    assert.deepEqual(said(source.replaceAll('\n', '\r\n')), said(source));
  });

  for (const head of [
    '话术',
    '話術',
    '回复',
    '回覆',
    '答案',
    '参考话术',
    'Answer',
    'response',
    'Reply',
    'script',
    'Suggested response',
    '**话术**',
  ]) {
    it(`hold phrases under ${head}`, () => assert.deepEqual(said(table(`| 问题 | ${head} |`, '| 钱呢 | 我来查 |')), ['phrase 我来查']));
  }

  for (const head of ['问题', '错误话术', '备注', 'Question', '反例']) {
    it(`hold nothing under ${head}`, () => assert.deepEqual(said(table(`| ${head} | 说明 |`, '| 不能退 | 客服说明 |')), []));
  }

  it('name the speaker of each row', () => {
    assert.deepEqual(said(table('| 角色 | 话术 |', '| 客户 | 钱呢 |', '| 客服 | 我来查 |', '| 系统 | 通知 |')), [
      'customer 钱呢',
      'agent 我来查',
      'narrator 通知',
    ]);
  });

  it('hold turns of their own, broken by <br>, and examples of what not to say', () => {
    assert.deepEqual(said(table('| 话术 |', '| 客户:钱呢<br>客服:我来查<br/>请稍等 |', '| \u274c 没办法 |', '| a\\|b |')), [
      'customer 钱呢',
      'agent 我来查\\n请稍等',
      'phrase a|b',
    ]);
  });
});

describe('a phrasebook in Markdown', () => {
  const blocks = '段落一\n接着\n\n- 项目\n\n> 引用一\n>\n> 引用二\n\n```\n栅栏一\n\n栅栏二\n```\n';

  it('says so in its front matter', () => {
    assert.deepEqual(said(`---\nhuashu: phrasebook\n---\n${blocks}`), ['phrase 段落一接着', 'phrase 项目']);
    assert.deepEqual(said(`---\nhuashu: phrasebook\nblocks: [quote, fence]\n---\n${blocks}`), [
      'phrase 引用一',
      'phrase 引用二',
      'phrase 栅栏一',
      'phrase 栅栏二',
    ]);
  });

  it('holds a phrase an item, whatever stands above', () => {
    assert.deepEqual(spoken(read('markdown', '常用:\n- 一\n- 二\n', ['list', 'paragraph'])), ['phrase 常用:', 'phrase 一', 'phrase 二']);
  });

  it('or is mapped as one', () => assert.deepEqual(spoken(read('markdown', blocks, ['list'])), ['phrase 项目']));

  it('takes ticks and brackets amid a reply for its words, and joins the lines of a wrapped letter', () => {
    const fence = (words: string): string[] => spoken(read('markdown', `\`\`\`\n${words}\n\`\`\`\n`, ['fence']));
    assert.deepEqual(fence('很百搭\n\u2705 日常\n\u274c 婚礼\n[色号]'), ['phrase 很百搭\\n\u2705 日常\\n\u274c 婚礼\\n[色号]']);
    assert.deepEqual(fence('We will contact you\nas agreed.\nBest'), ['phrase We will contact you as agreed.\\nBest']);
  });

  it('keeps the paragraphs of one reply together', () => {
    const [scene] = read('markdown', blocks, ['quote']).scenes;
    assert.deepEqual(
      scene!.items.map((item) => isTurn(item) && item.utterances.length),
      [2],
    );
  });
});

describe('fixes in Markdown', () => {
  const first = (source: string): Utterance['body'] => {
    for (const scene of read('markdown', source).scenes) for (const item of scene.items) if (isTurn(item)) return item.utterances[0]!.body;
    throw new Error('nothing is said');
  };
  const fixed = (source: string, words: string, by: string): string | undefined => {
    const body = first(source);
    const start = body.text.indexOf(words);
    const edit = sourceEdit(body, { start, end: start + words.length }, by);
    return edit && source.slice(0, edit.span.start) + edit.text + source.slice(edit.span.end);
  };

  it('stay within the markup', () => {
    assert.equal(fixed('客服:我们**不能**退', '不能', '可以'), '客服:我们**可以**退');
    assert.equal(fixed('客服:我们**不能**退', '不能退', '可以换'), undefined);
    assert.equal(fixed('客服:见 `不能` 退', '见 \ufffc 退', '好'), undefined);
    assert.equal(fixed('客服:不能<!-- 注 -->退', '不能退', '好'), undefined);
  });

  it('may run over the lines of a paragraph', () => {
    assert.equal(fixed('> 客服:我们不\n> 能退', '不能', '可以'), '> 客服:我们可以退');
  });

  it('are written so that they read as they are meant', () => {
    for (const words of ['*好*', 'a_b', '_a_', '<b>', 'A&amp;B', '[x](y)', '`x`', '{order_id}', '~~x~~', '[[姓名]]', 'C:\\*']) {
      assert.equal(first(fixed('客服:旧的', '旧的', words)!).text, words);
    }
    assert.equal(fixed('|客服|\n|-|\n|不能退|\n', '不能', 'a|b'), '|客服|\n|-|\n|a\\|b退|\n');
  });
});

describe('which Markdown is read in a folder', () => {
  const recognises = (source: string): boolean => FORMATS.find((f) => f.id === 'markdown')!.recognises!(source, { roleOf });
  for (const source of [
    '客服:好',
    '# 一\n\n- **Agent:** hi',
    '| 问题 | 话术 |\n|---|---|\n| a | b |\n',
    '---\nhuashu: phrasebook\n---\n好',
    '> 1. 客服:好',
    '---\nhuashu: phrasebook\nblocks: [list\n---\n- 好\n',
    '---\r\ntitle: x\r\nhuashu: phrasebook\r\n\r\n- 好\r\n',
  ]) {
    it(`holds ${JSON.stringify(source)}`, () => assert.equal(recognises(source), true));
  }
  for (const source of [
    '',
    '# README\n\nWe cannot.\n',
    '```\n客服:好\n```',
    '| a | b |\n|---|---|\n| c | d |\n',
    '客户:只有客户',
    '---\ntitle: x\n---\n好',
    '---\ntitle: [x\n---\n好',
    '---\n\nhuashu: a note\n',
    '---\nHere is what we say.\nhuashu: a note\n',
  ]) {
    it(`does not hold ${JSON.stringify(source)}`, () => assert.equal(recognises(source), false));
  }
});
