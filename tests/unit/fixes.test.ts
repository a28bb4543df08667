import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';
import { read, spoken } from '../support/conversation.ts';

const linter = createLinter();

/** A Markdown file once for each rewording of what a rule finds in it. */
function reworded(source: string, rule: string): string[] {
  const { findings } = linter.lint({ text: source, format: 'markdown' }, { only: [rule] });
  return findings.flatMap((finding) =>
    finding.fixes().map(({ edits: [edit] }) => source.slice(0, edit!.span.start) + edit!.text + source.slice(edit!.span.end)),
  );
}

describe('a rewording', () => {
  const note = '情况是这样的：';
  const but = '是的，但是仓库今天在盘点。';
  for (const [place, before] of Object.entries({
    'behind a line break': '客服:您好。<br>',
    'on a line of a paragraph': '客服:您好，\n',
    'in a paragraph of an item': '- 客服:您好。\n\n  ',
    'in a list that a speaker names': '客服:您好：\n- ',
  })) {
    it(`${place} does not read as a note, or somebody else's words`, () => {
      const all = reworded(`客户:快递呢？\n\n${before}${but}\n`, 'bare-but');
      assert.ok(all.length > 0);
      for (const one of all) assert.ok(spoken(read('markdown', one)).join('').includes('盘点'), one);
    });
  }

  it('amid a line may sound like a note', () => {
    for (const before of ['客服:', '客服:您好。', '**客服:**\n\n']) {
      const all = reworded(`客户:快递呢？\n\n${before}${but}\n`, 'bare-but');
      assert.ok(
        all.some((one) => one.includes(note)),
        before,
      );
      for (const one of all) assert.ok(spoken(read('markdown', one)).join('').includes('盘点'), one);
    }
  });

  it('of what is said twice is read where it stands', () => {
    const twice = '您先等一下，我这边查询一下订单的物流情况。';
    for (const one of reworded(`客户:我的快递到哪了？\n\n客服:${twice}<br>${twice}\n`, 'repeated-phrase')) {
      const [, agent] = spoken(read('markdown', one));
      assert.match(agent!, /\\n/u, one);
    }
  });
});
