import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Settings } from '../../server/src/core/index.ts';
import { broken } from './arbitraries.ts';
import { linter, property, within } from './linting.ts';

/** Everything a project can declare. */
const DECLARED: Settings = {
  preset: 'strict',
  known: { 姓氏: {}, name: {} },
  tags: ['退款'],
  terms: { 退款: ['退钱', 'refund'], 您: ['你'] },
  facts: { days: { match: '(\\d+)', value: '3' } },
  today: '2026-11-22',
};

describe('whatever is in the files of a workspace', () => {
  it('is compared without a failure, and every finding and fix stands in its file', () => {
    property(fc.array(broken, { minLength: 1, maxLength: 4 }), 60, (sources) => {
      const workspace = linter.workspace();
      const linted = sources.map((source, i) => ({ path: `/${i}`, source, result: linter.lint(source, DECLARED) }));
      for (const { path, result } of linted) workspace.update(path, result);
      for (const { path, source, result } of linted) {
        const file = { start: 0, end: source.text.length };
        for (const { rule, message, span, related, fixes } of workspace.complete(path, result).findings) {
          assert.notEqual(rule, 'internal', message.en);
          assert.ok(within(span, file));
          for (const place of related) {
            const other = place.path === undefined ? source : sources[Number(place.path.slice(1))]!;
            assert.ok(within(place.span, { start: 0, end: other.text.length }));
          }
          if (!KNOWLEDGE.has(rule)) continue;
          for (const { edits } of fixes()) for (const edit of edits) assert.ok(within(edit.span, file));
        }
      }
    });
  });
});

/** The rules that are about what a project knows. */
const KNOWLEDGE = new Set([
  'unknown-placeholder',
  'raw-placeholder',
  'unclosed-placeholder',
  'unknown-tag',
  'inconsistent-term',
  'broken-link',
  'conflicting-fact',
]);
