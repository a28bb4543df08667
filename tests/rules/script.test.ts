import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';

/** One refusal in each script, in a file that says it is in one of them. */
const SAID: Readonly<Record<string, { readonly line: string; readonly answer: RegExp }>> = {
  simplified: { line: '- 这个订单我们不能退。', answer: /^关于.*替代方案/u },
  traditional: { line: '- 這個訂單我們不能退。', answer: /^關於.*替代方案/u },
  English: { line: '- We cannot refund this order.', answer: /\{alternative\}/u },
};

describe('a rewording answers in the script of what it rewords', () => {
  for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
    for (const [script, { line, answer }] of Object.entries(SAID)) {
      it(`${script} in a file of ${lang}`, () => {
        const text = `---\nlang: ${lang}\n---\n${line}\n`;
        const [finding] = createLinter().lint({ text, format: 'huashu' }, {}).findings;
        assert.match(finding!.fixes()[0]!.edits[0]!.text, answer);
      });
    }
  }
});
