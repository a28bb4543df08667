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
        const found = createLinter()
          .lint({ text, format: 'huashu' }, {})
          .findings.find((f) => f.rule === 'flat-refusal');
        assert.match(found!.fixes()[0]!.edits[0]!.text, answer);
      });
    }
  }
});

describe('an agreement that begins a later sentence', () => {
  for (const said of ['我看过了。是的，但是这个不能退。', '查過了！對，可是這個沒有。', 'I checked. Sure, but no.']) {
    it(`is cancelled all the same: ${said}`, () => {
      const found = createLinter().lint({ text: `- ${said}\n`, format: 'huashu' }, {}).findings;
      assert.ok(found.some((f) => f.rule === 'bare-but'));
    });
  }
});

describe('a picture before a word', () => {
  for (const said of ['😀是的，但是这个不能退。', '👍🏽對，可是這個沒有。', '❤️ Sure, but no.', '😅抱歉，但是名額滿了']) {
    it(`hides nothing: ${said}`, () => {
      const found = createLinter().lint({ text: `- ${said}\n`, format: 'huashu' }, {}).findings;
      assert.ok(found.some((f) => f.rule === 'bare-but'));
    });
  }
});
