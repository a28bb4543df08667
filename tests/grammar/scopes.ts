import assert from 'node:assert/strict';
import type { Token } from './tokenizer.ts';

/** True when the token carries the scope, or one below it. */
export function has(token: Token, scope: string): boolean {
  return token.scopes.some((one) => one === scope || one.startsWith(`${scope}.`));
}

/** Every word of `expected`, in order, carries the scope beside it. */
export function check(tokens: readonly Token[], expected: readonly (readonly [word: string, scope: string])[]): void {
  let from = 0;
  for (const [word, scope] of expected) {
    const at = tokens.findIndex((token, index) => index >= from && token.text.trim() === word);
    const found = tokens[at];
    assert.ok(found, `no token “${word}” in ${JSON.stringify(tokens.slice(from), undefined, 1)}`);
    assert.ok(has(found, scope), `“${word}” is ${found.scopes.join(' ')}, expected ${scope}`);
    from = at + 1;
  }
}
