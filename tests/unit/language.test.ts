import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';

const linter = createLinter();
const langOf = (lang: string, text: string): string =>
  linter.lint({ text: `---\nlang: ${lang}\n---\n${text}\n`, format: 'huashu' }, { only: [] }).lang;

describe('the language of a file that says it', () => {
  const table: readonly (readonly [tags: readonly string[], text: string, expected: string])[] = [
    [['en', 'EN', 'en-US', 'en_GB'], '客服:您好', 'en'],
    [['zh-Hant', 'zh_Hant', 'zh-TW', 'zh-hk', 'zh-Hant-CN'], '客服:您好', 'zh-Hant'],
    [['zh-Hans', 'zh-cn', 'ZH-SG', 'zh-Hans-HK'], '客服:這個', 'zh-Hans'],
    [['zh', 'ZH', 'fr', 'auto', '[en]', '1'], '客服:這個', 'zh-Hant'],
  ];
  for (const [tags, text, expected] of table) {
    for (const tag of tags) it(`${tag} in “${text}” is ${expected}`, () => assert.equal(langOf(tag, text), expected));
  }
});

describe('a JSON file whose characters are written as escapes', () => {
  const said = [
    { role: 'user', content: '都十天了！' },
    { role: 'agent', content: '服務(wù)升級了，這個我們不能退，请您问快递。' },
  ];
  const plain = JSON.stringify(said);
  const escaped = plain.replace(/[^\x00-\x7f]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const found = (text: string): unknown => {
    const { lang, findings } = linter.lint({ text, format: 'json' }, { preset: 'strict' });
    return [lang, ...findings.map(({ rule }) => rule)];
  };

  it('is linted like one with the characters themselves', () => {
    assert.match(String(found(plain)), /^zh-Hant,.*pinyin-noise.*mixed-script/u);
    assert.deepEqual(found(escaped), found(plain));
  });
});
