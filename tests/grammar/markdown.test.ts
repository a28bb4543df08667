import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { loadGrammar, type Token } from './tokenizer.ts';

let tokenize: (text: string) => Token[][];
before(async () => {
  tokenize = await loadGrammar('text.html.markdown');
});

const role = (line: readonly Token[] | undefined): string | undefined =>
  line
    ?.flatMap((token) => token.scopes)
    .map((scope) => /^meta\.turn\.(\w+)/.exec(scope)?.[1])
    .find((one) => one !== undefined);

describe('grammar: turns in Markdown', () => {
  it('marks turns in paragraphs, lists and quotations', () => {
    const lines = tokenize('客户：钱呢？\n**客服**：马上查。\n\n- 客服:您好\n- Customer: hi\n\n> 坐席：您好');
    assert.deepEqual(lines.map(role), ['customer', 'agent', undefined, 'agent', 'customer', undefined, 'agent']);
  });

  it('leaves prose, headings and code alone', () => {
    const lines = tokenize('要点：先道歉。\n# 客服：标题\n```\n客服：代码\n```\n我们的客服：很好');
    assert.deepEqual(
      lines.map(role),
      lines.map(() => undefined),
    );
  });

  it('marks placeholders inside turns only, and keeps what Markdown says of the rest', () => {
    const [turn, , prose] = tokenize('客服：{姓氏}先生，**您好**，`{code}`\n\n说明 {姓氏}');
    const scopesOf = (text: string) => turn?.find((token) => token.text === text)?.scopes.join(' ') ?? '';
    assert.match(scopesOf('姓氏'), /variable\.parameter\.placeholder/);
    assert.match(scopesOf('**您好**'), /markup\.bold/);
    assert.doesNotMatch(scopesOf('`{code}`'), /placeholder/);
    assert.ok(!prose?.some((token) => token.scopes.some((scope) => scope.startsWith('variable'))));
  });
});
