import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
const read = (language: string): Readonly<Record<string, Snippet>> => JSON.parse(readFileSync(`snippets/${language}.json`, 'utf8'));

/** What the editor inserts when no tab stop is filled in. */
function expand({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '');
}

describe('snippets', () => {
  const phrases = 21;

  for (const language of languages) {
    const snippets = Object.entries(read(language));

    it(`${language}: are as many as in the other languages, phrases first`, () => {
      assert.equal(snippets.length, Object.keys(read('en')).length);
      assert.equal(snippets.filter(([, snippet]) => /^(?:简体|繁體|English)/.test(snippet.description)).length, phrases);
    });

    it(`${language}: have prefixes of their own`, () => {
      const prefixes = snippets.flatMap(([, snippet]) => snippet.prefix);
      assert.equal(new Set(prefixes).size, prefixes.length);
    });

    it(`${language}: end at $0 and leave nothing unexpanded`, () => {
      for (const [name, snippet] of snippets) {
        assert.match(snippet.body.join('\n'), /\$0$/, name);
        assert.doesNotMatch(expand(snippet), /\$/, name);
      }
    });

    it(`${language}: keep to their script and their punctuation`, () => {
      const foreign = {
        'zh-Hans': /[這說為個還問題請與對應後]|[\u4e00-\u9fff][,?!;:]/,
        'zh-Hant': /[这说为个还问题请与对应后]|[\u4e00-\u9fff][,?!;:]/,
        en: /[\u3000-\u9fff\uff00-\uffef]/,
      }[language];
      for (const [name, snippet] of snippets) assert.doesNotMatch(expand(snippet), foreign, name);
    });

    it(`${language}: lint clean as they are, with every rule on`, () => {
      const linter = createLinter();
      for (const [name, snippet] of snippets.slice(0, phrases)) {
        const text = `---\nlang: ${language}\n---\n- ${expand(snippet)}\n`;
        const { findings } = linter.lint({ text, format: 'huashu' }, { preset: 'strict' });
        assert.deepEqual(
          findings.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`),
          [],
          name,
        );
      }
    });
  }
});
