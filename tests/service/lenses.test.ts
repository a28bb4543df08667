import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Locale, Settings } from '../../server/src/core/index.ts';
import { goToFindingsCommand } from '../../server/src/protocol.ts';
import { codeLenses, type LensData, lensCommand, sceneOfLens } from '../../server/src/service/navigation/codeLens.ts';
import { inlayHints } from '../../server/src/service/navigation/inlayHints.ts';
import { difference, semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/service/navigation/semanticTokens.ts';
import { actsOf, parsedOf } from './parsed.ts';
import { checkedOf } from './subject.ts';

describe('a code lens', () => {
  function titles(text: string, locale: Locale = 'zh-CN'): string[] {
    const [parsed, checked] = [parsedOf(text), checkedOf(text)];
    return codeLenses(parsed).map(({ range, data }) => {
      const scene = sceneOfLens(parsed, data as LensData)!;
      return `${range.start.line} ${lensCommand(scene, parsed, checked, { locale, actsOf: actsOf(parsed), command: true }).title}`;
    });
  }
  const SCENE = '# 退款\n客户:我要退款。\n客服:您好,这个退不了,没办法。\n客服:您还有别的问题吗?\n客户:没有。\n客服:谢谢您的来电,再见。\n';

  it('tells of each scene what is found, how much the agent says, and whether it begins and ends well', () => {
    const [, found, rest] = /^0 (.+?) · (3 句客服话 · 问候 ✓ 结束语 ✓)$/u.exec(titles(SCENE)[0]!)!;
    assert.match(found!, /个(?:错误|警告)/u);
    assert.ok(rest);
    assert.match(titles('客户:在吗?\n客服:我看一下订单。\n')[0]!, /1 句客服话 · 问候 ✗ 结束语 ✗$/u);
  });

  it('speaks three languages, of one and of several', () => {
    const text = '# 一\n- 感谢您的耐心等待。\n# 二\n- 感谢您的支持。\n- 很高兴为您服务。\n';
    assert.deepEqual(titles(text, 'en'), ['0 no findings · 1 phrase', '2 no findings · 2 phrases']);
    assert.deepEqual(titles(text, 'zh-CN'), ['0 没有问题 · 1 条话术', '2 没有问题 · 2 条话术']);
    assert.deepEqual(titles(text, 'zh-TW'), ['0 沒有問題 · 1 則話術', '2 沒有問題 · 2 則話術']);
  });

  it('tells of no lack where scenes link, and nothing where nobody speaks', () => {
    const text = '# 开场\n客户:在吗?\n客服:您好。\n-> 二\n# 二\n客户:好。\n客服:我看一下订单。\n# 空\n';
    const [first, second, ...none] = titles(text);
    assert.match(first!, /问候 ✓$/u);
    assert.doesNotMatch(second!, /✗/u);
    assert.deepEqual(none, []);
  });

  it('goes to the gravest finding, where the client can', () => {
    const [parsed, checked] = [parsedOf(SCENE), checkedOf(SCENE)];
    const scene = [...parsed.document.scenes][0]!;
    const words = { locale: 'en', actsOf: actsOf(parsed) } as const;
    const command = lensCommand(scene, parsed, checked, { ...words, command: true });
    assert.equal(command.command, goToFindingsCommand);
    const [uri, range] = command.arguments as [string, { start: { line: number } }];
    assert.deepEqual([uri, range.start.line], [parsed.uri, 2]);
    assert.equal(lensCommand(scene, parsed, checked, { ...words, command: false }).command, '');
  });
});

describe('inlay hints', () => {
  it('tell behind each turn of the agent what it does, in the part on the screen', () => {
    const text = '客户:钱呢?\n客服:非常抱歉,让您久等了。\n客服:请问是哪一天买的?\n客服:嗯。\n';
    const parsed = parsedOf(text);
    const told = (start: number, end: number, locale: Locale = 'zh-CN') =>
      inlayHints(parsed, { start, end }, actsOf(parsed), locale).map(
        ({ position, label }) => `${position.line}:${position.character} ${label}`,
      );
    const all = told(0, text.length);
    assert.equal(all.length, 2);
    assert.match(all[0]!, /^1:14 «.*道歉.*»$/u);
    assert.match(all[1]!, /^2:12 «.*询问.*»$/u);
    assert.deepEqual(told(text.indexOf('客服:请'), text.length), all.slice(1));
    assert.match(told(0, text.length, 'en')[1]!, /«.*question.*»/u);
  });
});

describe('semantic tokens', () => {
  function tokens(text: string, { settings = {} as Settings, format = 'huashu' } = {}): string[] {
    const parsed = parsedOf(text, { settings, format });
    return read(semanticTokens(parsed, actsOf(parsed)), text);
  }

  function read(data: readonly number[], text: string): string[] {
    const lines = text.split(/\r\n|\r|\n/u);
    const out: string[] = [];
    for (let i = 0, line = 0, at = 0; i < data.length; i += 5) {
      const [down, along, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number];
      [line, at] = [line + down, down === 0 ? at + along : along];
      const modifiers = TOKEN_MODIFIERS.filter((_, bit) => (bits & (1 << bit)) !== 0);
      out.push([lines[line]!.slice(at, at + length), TOKEN_TYPES[type], ...modifiers].join(' '));
    }
    return out;
  }

  it('tell who speaks and what the agent does, placeholders, directives, branches and stage directions', () => {
    const text = '# 退款 {#refund}\n@type complaint\n客户:{姓氏}是我。\n客服:非常抱歉。\n(电话中断)\n? 满意 -> 结束\n';
    assert.deepEqual(tokens(text), [
      '退款 namespace declaration',
      '@type decorator',
      '客户 type customer',
      '姓氏 parameter',
      '客服 function agent apology',
      '(电话中断) event',
      '满意 enumMember',
      '结束 label',
    ]);
  });

  it('know the words of the project', () => {
    const settings: Settings = { roles: { agent: ['小二'] }, placeholders: ['%…%'] };
    assert.deepEqual(tokens('小二:%姓氏%{x}\n', { settings }), ['小二 function agent', '姓氏 parameter']);
  });

  it('leave emphasis alone, and what runs over lines', () => {
    assert.deepEqual(tokens('**客服**：您的{订\n\n', { format: 'markdown' }), ['客服 function agent']);
  });

  it('are sent as what has changed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 12 }), fc.array(fc.nat(3), { maxLength: 12 }), (before, now) => {
        const after = [...before];
        for (const { start, deleteCount, data = [] } of difference(before, now)) after.splice(start, deleteCount, ...data);
        assert.deepEqual(after, now);
      }),
    );
  });

  it('of a part are those of the whole that stand there', () => {
    const text = Array.from({ length: 30 }, (_, i) => `# 场景${i}\n@type sales\n客服:{姓氏}您好。\n\n`).join('');
    const parsed = parsedOf(text);
    const start = text.indexOf('# 场景10');
    const end = text.indexOf('# 场景12');
    const words = read(
      semanticTokens(parsed, () => [], { start, end: end - 1 }),
      text,
    );
    assert.deepEqual(
      words.filter((word) => word.includes('namespace')),
      ['场景10 namespace declaration', '场景11 namespace declaration'],
    );
  });
});
