import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read, spoken } from '../support/conversation.ts';

function cost(format: string, source: string): number {
  const start = performance.now();
  spoken(read(format, source));
  return performance.now() - start;
}

describe('a long file', () => {
  const shapes: Readonly<Record<string, (size: number) => string>> = {
    'of turns': (size) => '客服:您好,请稍等。\n'.repeat(size),
    'with CR alone': (size) => '客服:您好,请稍等。\r'.repeat(size),
    'of one line': (size) => `客服:${'您好,请稍等。'.repeat(size)}`,
    'of spaces': (size) => `# ${' '.repeat(size * 8)}x\n客服:${' '.repeat(size * 8)}好\n`,
    'of addresses': (size) => '客服:https://a.b <!-- x -->\n'.repeat(size),
    'of open comments': (size) => '客服:好 <!-- x\n'.repeat(size),
    'of long comments': (size) => '客服:好 <!-- x\n\ny --> 的\n'.repeat(size / 4),
    'of brackets': (size) => `${'('.repeat(size * 8)}\n`,
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`${name} is read in linear time`, () => {
      cost('huashu', shape(20_000));
      assert.ok(cost('huashu', shape(100_000)) < 2_000);
    });
  }
});

describe('a long Markdown file', () => {
  const shapes: Readonly<Record<string, (size: number) => string>> = {
    'of turns': (size) => '客服:您好,请稍等。\n'.repeat(size),
    'of bold turns': (size) => '**客服:** 您好,请稍等。\n\n'.repeat(size),
    'of items': (size) => '- 客服:您好\n'.repeat(size),
    'of open comments': (size) => '<!-- x\n'.repeat(size),
    'of open comments in paragraphs': (size) => '客服:好 <!-- x\n\n'.repeat(size),
    'of open comments in items': (size) => '- <!-- x\n'.repeat(size),
    'of open comments in a quote': (size) => '> <!-- x\n'.repeat(size),
    'of open comments in nested quotes': (size) => '> a\n> > <!-- x\n> - <!-- y\n\n'.repeat(size),
    'of comments': (size) => '<!-- x\n\ny -->\n\n'.repeat(size),
    'of fences': (size) => '```\n\nx\n\n```\n\ny\n\n'.repeat(size),
    'of open fences in items': (size) => '- ```\n\ny\n\n'.repeat(size),
    'of rows': (size) => `| 客服 |\n|---|\n${'| 您好 |\n'.repeat(size)}`,
    'of stars': (size) => `客服:${'*a **b '.repeat(size)}${'c** d*'.repeat(size)}`,
    'of opening brackets': (size) => `客服:${'[a]('.repeat(size)}`,
    'of nested items': (size) => `${'- '.repeat(size)}客服:好`,
    'of open tags': (size) => `客服:${'<http://a'.repeat(size)}`,
    'of CR alone': (size) => '客服:*您好*\r'.repeat(size),
    'of spaces': (size) => `客服:${' '.repeat(size * 8)}好\n`,
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`${name} is read in linear time`, () => {
      cost('markdown', shape(2_000));
      assert.ok(cost('markdown', shape(40_000)) < 4_000);
    });
  }

  it('that nests deeper than the parser can go is read as plain words', () => {
    const source = `${'客服:*a **b\n'.repeat(8_000)}${'客服:c** d*\n'.repeat(8_000)}`;
    assert.ok(spoken(read('markdown', source)).length >= 16_000);
  });
});

describe('a long file of records', () => {
  const message = '{"role":"agent","content":"您好,请稍等。"}';
  const shapes: Readonly<Record<string, readonly [format: string, (size: number) => string]>> = {
    'of JSON strings without a mark': ['json', (size) => `[${Array(size).fill(message).join(',\n')}]`],
    'of lines of JSON': ['jsonl', (size) => `{"messages":[${message}]}\n`.repeat(size)],
  };
  for (const [name, [format, shape]] of Object.entries(shapes)) {
    it(`${name} is read in linear time`, () => {
      cost(format, shape(2_000));
      assert.ok(cost(format, shape(100_000)) < 6_000);
    });
  }
});
