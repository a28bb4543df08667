import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MOST_FINDINGS, MOST_ITEMS, MOST_OPTIONS } from '../../server/src/service/views/chatView.ts';
import { chatOf, inLines } from './pictured.ts';

const branching = readFileSync('tests/service/golden/branching.huashu', 'utf8');

describe('a script as a chat', () => {
  it('shows what each side says, scenes, directions and what is nobody’s to lint', () => {
    const text = '# 开场\n// 备注\n旁白：天黑了。\n(电话响)\n客户：在吗？\n客服：您好。\n  请讲。\n- 感谢您的等待。\n@event disconnect\n';
    assert.deepEqual(inLines(chatOf(text)), [
      '[开场]',
      '(旁白：天黑了。)',
      '(电话响)',
      'customer: 在吗？',
      'agent: 您好。请讲。',
      'agent: 感谢您的等待。',
      '(disconnect)',
    ]);
  });

  it('underlines the words of findings and says what they are', () => {
    const chat = chatOf('客户：退。\n客服：是的，但是我们不能退{金额}。\n');
    const turn = chat.items[1]!;
    assert.ok(turn.kind === 'turn');
    assert.match(inLines(chat)[1]!, /agent: 是的，<bare-but\|但是>我们<flat-refusal\|不能>退/u);
    for (const { title, message, rule, range } of turn.findings) {
      assert.match(title + message, /\p{Script=Han}/u);
      assert.notEqual(title, rule);
      assert.equal(range.start.line, 1);
    }
  });

  it('has every finding at one item or at the head of the file', () => {
    const text = `---\nlang: xx: y\n---\n${branching.slice(branching.indexOf('#'))}`;
    const chat = chatOf(text);
    const at = chat.items.flatMap((item) => item.findings.map(({ rule }) => rule));
    assert.ok(chat.findings.some(({ rule }) => rule === 'syntax'));
    for (const rule of ['bare-but', 'flat-refusal', 'broken-link', 'unreachable-scene']) assert.ok(at.includes(rule), rule);
  });

  it('shows bad examples as such, and not as said', () => {
    const text = '# 话\n客服：您好。\n\n反例：\n客服：没办法。\n客户：哦。\n\n客服：我来想办法。\n反例：不行就是不行。\n';
    assert.deepEqual(inLines(chatOf(text)), [
      '[话]',
      'agent: 您好。',
      '✗ 客服：没办法。 / 客户：哦。',
      'agent: 我来想办法。',
      '✗ 不行就是不行。',
    ]);
    const markdown = '# 话\n\n**客服:** 您好。\n\n反例:\n\n- 没办法。\n\n## 反例\n\n客服: 不行。\n';
    assert.deepEqual(inLines(chatOf(markdown, {}, {}, 'markdown')), ['[话]', 'agent: 您好。', '✗ 没办法。', '[反例]', '✗ 客服: 不行。']);
  });

  it('is there for empty and for broken files', () => {
    for (const text of ['', '\n\n', '---', '客服', '{{{', '->', '? ->', '客服：', '\u0000', '# ', '<!--'])
      assert.ok(Array.isArray(chatOf(text).items), JSON.stringify(text));
    assert.deepEqual(inLines(chatOf('')), []);
  });

  it('says of the scene what its directives say', () => {
    const [scene] = chatOf(branching).items;
    assert.ok(scene?.kind === 'scene');
    assert.deepEqual(
      scene.about.map(({ name, value }) => `${name} ${value}`),
      ['type complaint', 'customer angry'],
    );
  });
});

describe('placeholders of a chat', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{姓氏}先生', '‹王›先生'],
    ['{姓氏}先生，麻煩您稍等，這邊為您查詢。', '‹王›先生，麻煩您稍等，這邊為您查詢。'],
    ['单号{order.id}', '单号‹202611220018›'],
    ['{没听说过的}', '‹没听说过的›'],
    ['Dear {last_name}, it is {date} here.', 'Dear ‹Patel›, it is ‹25 November› here.'],
  ];
  for (const [written, shown] of cases) {
    it(`are filled in: ${written}`, () => assert.deepEqual(inLines(chatOf(`- ${written}\n`)), [`agent: ${shown}`]));
  }

  it('take the example the project gives, in its own notation', () => {
    const settings = { placeholders: ['%…%'], known: { 姓氏: { example: '欧阳' } } };
    assert.deepEqual(inLines(chatOf('- %姓氏%先生，{姓氏}\n', {}, settings)), ['agent: ‹欧阳›先生，{姓氏}']);
  });

  it('take no example from the prototype of objects', () => {
    assert.deepEqual(inLines(chatOf('- {constructor}\n', {}, { known: {} })), ['agent: ‹constructor›']);
  });
});

describe('a walk through a script', () => {
  const walk = (...choices: number[]) => chatOf(branching, { walk: { from: 0, choices } });

  it('stops at the first choice', () => {
    const { items, walk: gone } = walk();
    assert.equal(inLines({ items }).at(-1), '? 退回银行卡 -> 1; 退到余额 -> 2; 要求主管接听，而且已经很生气了 -> 3; 问别的 -> 其他问题');
    assert.deepEqual(gone, { from: 0, choices: [], over: 'choice' });
  });

  it('takes the branch and follows jumps to the end', () => {
    const { items, walk: gone } = walk(1);
    const lines = inLines({ items });
    assert.deepEqual(
      lines.filter((line) => line.startsWith('[')),
      ['[退款迟迟不到账]', '[退到余额]', '[结束语]'],
    );
    assert.equal(lines.at(-1), 'agent: 感谢您的耐心，再见。');
    assert.equal(gone?.over, 'end');
  });

  it('goes in a circle as often as it is asked to, and no more', () => {
    assert.deepEqual(walk(2, 1, 1, 0).walk, { from: 0, choices: [2, 1, 1, 0], over: 'end' });
    assert.equal(chatOf('# a\n- 好。\n-> b\n# b\n-> a\n', { walk: { from: 0, choices: [] } }).walk?.over, 'circle');
  });

  it('says where a link leads out of the file', () => assert.equal(walk(3).walk?.over, 'elsewhere'));

  it('forgets choices that an edit has made impossible', () => {
    assert.deepEqual(walk(9, 1).walk, { from: 0, choices: [], over: 'choice' });
    assert.deepEqual(chatOf(branching, { walk: { from: 99, choices: [] } }).walk, { from: 0, choices: [], over: 'choice' });
  });

  it('passes a choice by where the scene goes on', () => {
    const text = '# a\n- 好。\n? 是 -> b\n- 再见。\n# b\n- 嗯。\n';
    const { items, walk: gone } = chatOf(text, { walk: { from: 0, choices: [-1] } });
    assert.deepEqual(inLines({ items }), ['[a]', 'agent: 好。', '? 是 -> 1 *none', 'agent: 再见。']);
    assert.equal(gone?.over, 'end');
  });
});

describe('a long script', () => {
  const long = Array.from({ length: 300 }, (_, i) => `# 场景${i}\n${'客户：您好。\n客服：您好，请讲。\n'.repeat(5)}`).join('');

  it('is shown in parts, each under the heading of its scene', () => {
    const first = chatOf(long);
    assert.equal(first.items.length, MOST_ITEMS);
    assert.equal(first.total, 300 * 11);
    assert.equal(first.before, null);
    const second = chatOf(long, { line: first.behind! });
    assert.equal(second.first, MOST_ITEMS);
    assert.deepEqual(inLines(second)[0], '[场景90]');
    const last = chatOf(long, { line: 100_000 });
    assert.equal(last.behind, null);
    assert.match(inLines(last).at(-1)!, /您好，请讲。/u);
    assert.equal(chatOf(long, { line: last.before! }).behind !== null, true);
  });
});

describe('what is too much to be shown', () => {
  const many = (count: number, made: (i: number) => string): string => Array.from({ length: count }, (_, i) => made(i)).join('');

  it('is cut in a line of very many clauses, with a word of how much more there is', () => {
    const [item] = chatOf(`客服：${'这个不行，您去找{部门}，'.repeat(5000)}\n`).items;
    assert.ok(item?.kind === 'turn');
    assert.equal(item.findings.length, MOST_FINDINGS);
    assert.ok((item.unshown ?? 0) > 0);
    const runs = item.paragraphs.flat();
    assert.equal(runs.at(-1)?.text.endsWith('…'), true);
    assert.ok(runs.reduce((sum, { text }) => sum + text.length, 0) <= 25_000);
  });

  it('is cut in a turn of very many lines', () => {
    const [item] = chatOf(`客服：您好。\n${many(20_000, () => '  请您稍等，马上就好。\n')}`).items;
    assert.ok(item?.kind === 'turn');
    assert.ok(item.paragraphs.length < 5000);
    assert.deepEqual(item.paragraphs.at(-1), [{ text: '…' }]);
  });

  it('are options of choices gone by; of the open one each can be taken', () => {
    const text = `# a\n客服：好。\n${many(600, (i) => `? 第${i} -> a\n`)}`;
    const { items } = chatOf(text, { walk: { from: 0, choices: Array(700).fill(599) } });
    const choices = items.filter((item) => item.kind === 'choice');
    const [passed, open] = [choices.at(-2), choices.at(-1)];
    assert.equal(open?.options.length, 600);
    assert.equal(passed?.taken, 599);
    assert.deepEqual(passed?.options.map(({ at }) => at).slice(-2), [7, 599]);
    assert.equal(passed?.left, 591);
    assert.ok(choices.reduce((sum, { options }) => sum + options.length, 0) < 3 * MOST_OPTIONS);
  });

  it('is a walk that nobody goes', () => {
    const { walk, total, items } = chatOf('# a\n客服：好。\n? 是 -> a\n', { walk: { from: 0, choices: Array(60_000).fill(0) } });
    assert.equal(walk?.over, 'circle');
    assert.equal(items.length, MOST_ITEMS);
    assert.ok(total > MOST_ITEMS && total < 200_000);
  });
});
