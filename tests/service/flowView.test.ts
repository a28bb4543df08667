import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { layoutFlow } from '../../server/src/picture/layout.ts';
import { flowMermaid } from '../../server/src/picture/mermaid.ts';
import { flowSvg } from '../../server/src/picture/svg.ts';
import { FLOW_WORDS } from '../../server/src/picture/words.ts';
import { MOST_BOXES, MOST_CROSSED, MOST_DRAWN } from '../../server/src/service/views/flowLinks.ts';
import { flowOf } from './pictured.ts';

const read = (name: string): string => readFileSync(`tests/service/golden/${name}`, 'utf8');
const golden = (name: string, made: string): string => {
  if (process.env['HUASHU_UPDATE']) writeFileSync(`tests/service/golden/${name}`, made);
  return read(name);
};
const branching = read('branching.huashu');
const words = FLOW_WORDS['zh-CN'];

describe('a script as a flow', () => {
  const flow = flowOf(branching);
  const box = (title: string) => flow.boxes.find((one) => one.title === title)!;

  it('has a box for each scene, with its turns and what is found in it', () => {
    assert.deepEqual(
      flow.boxes.map(({ title, turns }) => `${title} ${turns}`),
      ['退款迟迟不到账 4', '退回银行卡 2', '退到余额 1', '升级主管 2', '结束语 3', '忘了的一段 1'],
    );
    assert.ok(box('退款迟迟不到账').counts.warning > 0);
    assert.deepEqual(box('退到余额').range.start, { line: 20, character: 3 });
  });

  it('has an arrow for each link, by heading or id', () => {
    assert.deepEqual(
      flow.arrows.map(({ from, to, label, target }) => `${from} ${label || '-'} ${to ?? target}`),
      [
        '0 退回银行卡 1',
        '0 退到余额 2',
        '0 要求主管接听，而且已经很生气了 3',
        '0 问别的 其他问题',
        '1 - 4',
        '2 - 4',
        '3 客户同意 4',
        '3 客户还在生气 3',
      ],
    );
  });

  it('marks where it begins, what nothing leads to, and what leads nowhere', () => {
    assert.deepEqual(
      flow.boxes.filter(({ starts }) => starts).map(({ title }) => title),
      ['退款迟迟不到账'],
    );
    assert.deepEqual(
      flow.boxes.filter(({ unreachable }) => unreachable).map(({ title }) => title),
      ['忘了的一段'],
    );
    assert.deepEqual(
      flow.arrows.filter(({ broken }) => broken).map(({ target }) => target),
      ['其他问题'],
    );
  });

  it('leaves out headings with nothing under them, and links behind a jump', () => {
    const { boxes, arrows } = flowOf('# 手册\n## a\n- 好。\n-> b\n? 是 -> a\n## b\n- 嗯。\n');
    assert.deepEqual(
      boxes.map(({ title }) => title),
      ['a', 'b'],
    );
    assert.equal(arrows.length, 1);
  });

  it('is there for empty files and for what stands before the first heading', () => {
    assert.deepEqual(flowOf('').boxes, []);
    assert.deepEqual(
      flowOf('客服：您好。\n').boxes.map(({ title, turns, range }) => [title, turns, range.start.line]),
      [['', 1, 0]],
    );
  });

  it('of very many scenes holds those about a line, in little time', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `# 场景${i}\n- 好。\n? 下一个 -> 场景${i + 1}\n-> 场景0\n`).join('');
    const { boxes, total } = flowOf(many, 4000 * 4);
    assert.equal(boxes.length, MOST_BOXES);
    assert.equal(total, 5000);
    assert.ok(boxes.some(({ scene }) => scene === 4000));
  });

  it('has one arrow for links that lead to the same scene, with all their labels', () => {
    const { arrows, linked } = flowOf('# a\n- 好。\n? 是 -> b\n? 行 -> b\n? 是 -> b\n? 不 -> 别处\n? 没 -> 别处\n# b\n- 嗯。\n? 回 -> a\n');
    assert.deepEqual(
      arrows.map(({ from, to, label }) => `${from} ${to} ${label}`),
      ['0 1 是 / 行', '0 null 不 / 没', '1 0 回'],
    );
    assert.equal(linked, 3);
    const [many] = flowOf(`# a\n- 好。\n${Array.from({ length: 50 }, (_, i) => `? 第${i} -> b\n`).join('')}# b\n- 嗯。\n`).arrows;
    assert.equal(many?.label, '第0 / 第1 / 第2 / 第3 / …');
  });

  const scenes = (n: number, to: (i: number) => number[]): string =>
    Array.from(
      { length: n },
      (_, i) =>
        `# 场景${i}\n- 好。\n${to(i)
          .map((j) => `? 去${j} -> 场景${j}\n`)
          .join('')}`,
    ).join('');

  it('of very many links holds as many as can be drawn, and how many there are', () => {
    const every = Array.from({ length: 60 }, (_, i) => i);
    const { boxes, arrows, linked } = flowOf(scenes(60, () => every));
    assert.equal(linked, 3600);
    assert.ok(arrows.length > 0 && boxes.length + arrows.length <= MOST_DRAWN);
    assert.deepEqual(new Set(arrows.map(({ to }) => to)).size, 60);
  });

  it('leaves out what leads far before what leads on', () => {
    const { arrows, linked } = flowOf(scenes(150, (i) => [0, i + 1].filter((to) => to < 150)));
    assert.equal(linked, 299);
    assert.equal(arrows.filter(({ from, to }) => to === from + 1).length, 149);
    assert.ok(arrows.reduce((sum, { from, to }) => sum + Math.abs((to ?? 0) - from), 0) <= MOST_CROSSED);
  });
});

describe('the flow picture', () => {
  const flow = flowOf(branching);

  it('as Mermaid is as it was', () => {
    const made = flowMermaid(flow, words);
    assert.equal(made, golden('branching.mmd', made));
  });

  it('as SVG is as it was', () => {
    const made = flowSvg(flow, words);
    assert.equal(made, golden('branching.svg', made));
  });

  it('has no two boxes on top of each other', () => {
    const { boxes, width, height } = layoutFlow(flowOf(`${branching}\n${'# x\n- 好。\n'.repeat(9)}`), words);
    for (const a of boxes) {
      assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height);
      for (const b of boxes)
        assert.ok(a === b || a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y);
    }
  });

  const evil = `# <script>alert(1)</script>"]; click s0 call x() {#x}\n- {a}</text><script>\n? <img src=x onerror=1>|"--> & \u0001 -> no]]> "where'\n`;

  it('as SVG takes nothing that is said for markup', () => {
    const svg = flowSvg(flowOf(evil), words);
    assert.doesNotMatch(svg, /<(?:script|img)|\u0001/u);
    assert.equal(svg.match(/<svg/gu)?.length, 1);
    assert.doesNotMatch(svg, /&(?!#\d+;)/u);
  });

  it('as Mermaid takes nothing that is said for its own', () => {
    const lines = flowMermaid(flowOf(evil), words).split('\n');
    for (const line of lines.slice(1).filter((one) => !/^\s+class(?:Def)? /u.test(one) && one !== ''))
      assert.match(
        line,
        /^ {2}(?:[st]\d+(?:\(\[|\[)"[^"<>]*(?:<br\/>[^"<>]*)?"(?:\]\)|\])(?::::\w+)?|s\d+ -\.?->(?:\|"[^"<>|]*"\|)? [st]\d+)$/u,
      );
  });

  it('as Mermaid numbers no heading for it', () =>
    assert.match(flowMermaid(flowOf('# 1. 退款\n- 好。\n'), words), /s0\["1#46; 退款<br\/>1 轮"\]/u));

  it('says so when arrows are left out', () => {
    const every = Array.from({ length: 40 }, (_, i) => `? 去${i} -> 场景${i}\n`).join('');
    const view = flowOf(Array.from({ length: 40 }, (_, i) => `# 场景${i}\n- 好。\n${every}`).join(''));
    const note = `连接太多，只画出 1600 条中的 ${view.arrows.length} 条`;
    assert.ok(flowSvg(view, words).includes(note) && flowMermaid(view, words).includes(`%% ${note}\n`));
  });

  it('as SVG says so when it is a part', () => {
    const many = Array.from({ length: MOST_BOXES + 1 }, (_, i) => `# 场景${i}\n- 好。\n`).join('');
    assert.match(flowSvg(flowOf(many), words), /只画出一部分：301 个场景中的 300 个/u);
  });
});
