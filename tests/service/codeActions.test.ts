import assert from 'node:assert/strict';
import type { CodeAction, SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import { codeActions, editOfRule, FIX_ALL } from '../../server/src/service/codeActions.ts';
import { toRange } from '../../server/src/service/convert.ts';
import { snippet, together } from '../../server/src/service/textEdits.ts';
import { unmark } from '../support/markers.ts';
import { ALL, actionsAt, apply, checkedOf, PLAIN, PRESENTATION } from './subject.ts';

const REFUSAL = '旁白:我要退款。\n客服:我们不<|>能给您退款。\n';
const NOISE = '客服:服務(w<|>ù)很好,互聯(lián)網很快。\n客服:您好。\n';

/** The snippet of an action's only edit, which is made for the version that was checked. */
function snippetOf(action: CodeAction | undefined): string {
  const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  assert.equal(change?.textDocument.version, 1);
  return (change.edits[0] as SnippetTextEdit).snippet.value;
}

describe('code actions', () => {
  it('offer each rewording, the first of them preferred', () => {
    const { checked, actions } = actionsAt(REFUSAL, PLAIN, ['quickfix']);
    const [finding] = checked.findings;
    const rewordings = actions.filter((action) => action.title.startsWith('改为'));
    assert.deepEqual(
      rewordings.map((action) => action.title),
      finding!.fixes().map((fix) => fix.title['zh-CN']),
    );
    assert.deepEqual(
      rewordings.map((action) => action.isPreferred ?? false),
      rewordings.map((_, i) => i === 0),
    );
    assert.ok(rewordings.every((action) => action.diagnostics?.[0]?.code === 'flat-refusal'));
  });

  it('begin with the gravest of what stands at the cursor, and with what points at it most closely', () => {
    const { actions } = actionsAt('客户:能退吗?\n客服:是的,但<|>是按照公司规定不能退。\n', PLAIN, ['quickfix']);
    assert.equal(actions[0]?.diagnostics?.[0]?.code, 'bare-but');
  });

  it('make of a slot a placeholder in plain text and a tab stop in a snippet', () => {
    const plain = actionsAt(REFUSAL, PLAIN);
    assert.match(apply(plain.checked, plain.actions[0]?.edit), /\{替代方案\}/);
    const { actions } = actionsAt(REFUSAL, ALL);
    assert.match(snippetOf(actions[0]), /\$\{1:\{替代方案\\\}\}/);
  });

  it('fix all of a rule in phrases alike, for each is said to somebody else', () => {
    const checked = checkedOf('# 客服用语\n- 我不清楚。\n- 我不清楚。\n- 我不清楚。\n');
    const slotless = checked.findings
      .filter(({ rule }) => rule === 'fob-off')
      .map((one) => one.fixes().find(({ slots }) => slots.length === 0));
    assert.equal(slotless.filter((fix) => fix !== undefined).length, 3);
    const fixed = apply(checked, editOfRule(checked, 'fob-off', PLAIN));
    assert.ok(!fixed.includes('我不清楚'), fixed);
  });

  it('put no comment into front matter, which is no place for one', () => {
    for (const [fixture, format] of [
      ['---\ntags: [<|>其他]\n---\n客服:您好。\n', 'huashu'],
      ['---\nhuashu: phrasebook\ntags: [<|>其他]\n---\n您好。\n', 'markdown'],
    ] as const) {
      const { source, cursor = 0 } = unmark(fixture);
      const checked = checkedOf(source, format, { tags: ['退款'] });
      assert.deepEqual(
        checked.findings.map(({ rule }) => rule),
        ['unknown-tag'],
      );
      const at = toRange(checked.lines, { start: cursor, end: cursor });
      const request = { range: at, context: { diagnostics: [] }, support: PLAIN, presentation: PRESENTATION };
      assert.deepEqual(codeActions(checked, request), []);
    }
  });

  it('fix all of a rule without saying the same to a customer twice', () => {
    const checked = checkedOf('客户:我要投诉!\n客服:马上就好。\n客户:太差了,投诉!\n客服:它就这样。\n');
    const fixed = apply(checked, editOfRule(checked, 'ignored-complaint', PLAIN));
    const said = [...fixed.matchAll(/客服:([^。]+)。/gu)].map(([, first]) => first);
    assert.notEqual(said[0], '马上就好');
    assert.notEqual(said[1], '它就这样');
    assert.notEqual(said[0], said[1]);
  });

  it('escape what means something in a snippet', () => {
    let stop = 0;
    const text = 'pay $5 \\ {name} or {time}';
    assert.equal(text.slice(19, 25), '{time}');
    assert.equal(
      snippet(text, [{ start: 19, end: 25 }], () => ++stop),
      `pay \\$5 \\\\ {name\\} or $\{1:{time\\}}`,
    );
  });

  it('offer a rewording once where it answers several findings', () => {
    const { actions } = actionsAt('客服:是的,但是<|>按照公司规定我们不能退。\n', PLAIN, ['quickfix']);
    const edits = actions.filter((action) => action.edit && action.title.startsWith('改为')).map((action) => JSON.stringify(action.edit));
    assert.equal(new Set(edits).size, edits.length);
  });

  it('fix all of a rule in the file, worked out when chosen where the client can ask', () => {
    const now = actionsAt(NOISE, PLAIN);
    const action = now.actions.find(({ title }) => title.includes('全部'));
    assert.equal(apply(now.checked, action?.edit), '客服:服務很好,互聯網很快。\n客服:您好。\n');
    const later = actionsAt(NOISE, ALL).actions.find(({ title }) => title.includes('全部'));
    assert.equal(later?.edit, undefined);
    assert.deepEqual(later?.data, { uri: 'file:///t', version: 1, rule: 'pinyin-noise' });
    assert.equal(apply(now.checked, editOfRule(now.checked, 'pinyin-noise', ALL)), '客服:服務很好,互聯網很快。\n客服:您好。\n');
  });

  it('offer no fix of a whole file that would leave slots in it', () => {
    const { actions } = actionsAt(REFUSAL + REFUSAL.replace('<|>', ''), PLAIN);
    assert.ok(actions.every(({ title }) => !title.includes('全部')));
  });

  it('apply safe fixes alone when all is to be fixed, and only when asked', () => {
    const fixture = `${NOISE}客服:我们不能给您退款。\n`;
    for (const only of [[FIX_ALL], ['source.fixAll'], ['source']]) {
      const { checked, actions } = actionsAt(fixture, PLAIN, only);
      assert.equal(actions.length, 1);
      assert.equal(actions[0]?.kind, FIX_ALL);
      assert.equal(apply(checked, actions[0]?.edit), '客服:服務很好,互聯網很快。\n客服:您好。\n客服:我们不能给您退款。\n');
    }
    assert.ok(actionsAt(fixture, PLAIN).actions.every(({ kind }) => kind === 'quickfix'));
    assert.deepEqual(actionsAt(fixture, PLAIN, ['refactor']).actions, []);
    assert.deepEqual(actionsAt(fixture, PLAIN, ['source.fixAll.other']).actions, []);
    assert.deepEqual(actionsAt(REFUSAL, PLAIN, [FIX_ALL]).actions, []);
  });

  it('open the page of the rule where the client can', () => {
    const action = actionsAt(REFUSAL, ALL).actions.at(-1);
    assert.equal(action?.command?.command, 'huashu.openRule');
    assert.deepEqual(action?.command?.arguments, ['flat-refusal']);
    assert.ok(actionsAt(REFUSAL, PLAIN).actions.every(({ command }) => command === undefined));
  });

  it('are none where nothing was found', () => {
    assert.deepEqual(actionsAt('客服:您<|>好。\n客服:我们不能给您退款。\n', ALL).actions, []);
  });

  it('put together only what does not overlap', () => {
    const edit = (start: number, end: number) => ({ edits: [{ span: { start, end }, text: '' }] });
    assert.deepEqual(
      together([edit(4, 6), edit(0, 2), edit(5, 9), edit(6, 8), edit(0, 0)]).map(({ span }) => [span.start, span.end]),
      [
        [0, 2],
        [4, 6],
        [6, 8],
      ],
    );
  });
});

describe('allowing a finding on its line', () => {
  const cases: readonly (readonly [name: string, before: string, after: string, format?: string])[] = [
    ['a turn', '客服:我们不<|>能给您退款。\n', '// huashu-disable-next-line flat-refusal -- 原因\n客服:我们不能给您退款。\n'],
    [
      'a later line',
      '旁白:好\r\n客服:我们不<|>能给您退款。\r\n',
      '旁白:好\r\n// huashu-disable-next-line flat-refusal -- 原因\r\n客服:我们不能给您退款。\r\n',
    ],
    [
      'a line that goes on',
      '客服:请稍等,\n  我们不<|>能给您退款。\n',
      '客服:请稍等,\n  // huashu-disable-next-line flat-refusal -- 原因\n  我们不能给您退款。\n',
    ],
    ['a phrase', '- 我们不<|>能给您退款。\n', '// huashu-disable-next-line flat-refusal -- 原因\n- 我们不能给您退款。\n'],
    [
      'a line that is allowed something already',
      '// huashu-disable-next-line pinyin-noise -- 样例\n客服:我们的服務(wù)不<|>能给您退款。\n',
      '// huashu-disable-next-line pinyin-noise flat-refusal -- 样例\n客服:我们的服務(wù)不能给您退款。\n',
    ],
    ['plain text', '客服:我们不<|>能给您退款。\n', '// huashu-disable-next-line flat-refusal -- 原因\n客服:我们不能给您退款。\n', 'text'],
    [
      'a Markdown turn',
      '# 退款\n\n客服:我们不<|>能给您退款。\n',
      '# 退款\n\n<!-- huashu-disable-next-line flat-refusal -- 原因 -->\n客服:我们不能给您退款。\n',
      'markdown',
    ],
    [
      'a Markdown turn below another',
      '旁白:退款\n客服:我们不<|>能给您退款。  \n旁白:哦\n',
      '旁白:退款\n客服:我们不能给您退款。 <!-- huashu-disable-line flat-refusal -- 原因 -->  \n旁白:哦\n',
      'markdown',
    ],
    [
      'the last cell of a Markdown row',
      '| 问 | 回复 |\n|---|---|\n| 退款 | 我们不<|>能给您退款。 |\n',
      '| 问 | 回复 |\n|---|---|\n| 退款 | 我们不能给您退款。 <!-- huashu-disable-line flat-refusal -- 原因 --> |\n',
      'markdown',
    ],
  ];
  for (const [name, before, after, format = 'huashu'] of cases) {
    it(name, () => {
      const { checked, actions } = actionsAt(before, PLAIN, ['quickfix'], format);
      const allow = actions.find(({ title }) => title.startsWith('允许') && title.includes('flat-refusal'));
      const text = apply(checked, allow?.edit);
      assert.equal(text, after);
      const left = checkedOf(text, format).findings.map(({ rule }) => rule);
      const expected = checked.findings.map(({ rule }) => rule).filter((rule) => rule !== 'flat-refusal');
      assert.deepEqual(left, expected);
    });
  }

  it('lets the writer type over the reason', () => {
    const allow = actionsAt('客服:我们不<|>能给您退款。\n', ALL).actions.find(({ title }) => title.startsWith('允许'));
    assert.equal(snippetOf(allow), `// huashu-disable-next-line flat-refusal -- $\{1:原因}\n`);
  });

  it('is not offered for faults of the file, or where the user does not want it', () => {
    assert.ok(actionsAt('@no<|>thing\n', PLAIN).actions.every(({ title }) => !title.startsWith('允许')));
    const support = { ...PLAIN, disableComment: false };
    assert.ok(actionsAt('客服:我们不<|>能给您退款。\n', support).actions.every(({ title }) => !title.startsWith('允许')));
  });
});
