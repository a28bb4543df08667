import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fixText } from '../../server/src/cli/fixText.ts';
import { style } from '../../server/src/cli/style.ts';
import { unifiedDiff } from '../../server/src/cli/unifiedDiff.ts';
import type { Finding, Fix } from '../../server/src/core/index.ts';

const SAME = { en: '', 'zh-CN': '', 'zh-TW': '' };

/** A finding for every occurrence of some words, with a fix that replaces them. */
function findings(text: string, words: string, by: string, kind: Fix['kind'] = 'safe', slots: Fix['slots'] = []): Finding[] {
  const out: Finding[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const span = { start: at, end: at + words.length };
    const fixes = [{ kind, title: SAME, edits: [{ span, text: by }], slots }];
    out.push({
      rule: 'x',
      severity: 'warning',
      message: SAME,
      source: '',
      span,
      related: [],
      speaker: 'agent',
      scene: undefined,
      turn: undefined,
      fixes: () => fixes,
      ...(kind === 'safe' ? { safe: fixes[0]! } : {}),
    });
  }
  return out;
}

describe('fixing', () => {
  it('applies what does not overlap together, and goes on until nothing is left', () => {
    let rounds = 0;
    const look = (text: string): Finding[] => {
      rounds++;
      return findings(text, 'aa', 'a');
    };
    assert.deepEqual(fixText('aaaa b aa', look, 'safe'), { text: 'a b a', applied: 4 });
    assert.equal(rounds, 3);
  });

  it('does not say the same sentence twice at once in a scene, and takes up the rest when the first stands', () => {
    const sentence = '非常抱歉让您久等了。';
    const look = (text: string): Finding[] =>
      findings(text, 'a', sentence).map((finding, i) => ({
        ...finding,
        scene: text.indexOf('|') < finding.span.start ? '二' : '一',
        turn: i + 1,
      }));
    const once = fixText('a a | a', (text) => (text.startsWith('a') ? look(text) : []), 'safe');
    assert.deepEqual(once, { text: `${sentence} a | ${sentence}`, applied: 2 });
    assert.equal(fixText('a a | a', look, 'safe').applied, 3);
  });

  it('gives up after ten rounds of a fix that brings itself back', () => {
    assert.deepEqual(
      fixText('a', (text) => findings(text, 'a', 'aa').slice(0, 1), 'safe'),
      { text: 'a'.repeat(11), applied: 10 },
    );
  });

  it('takes suggestions only when asked, and none with something left to fill in', () => {
    const slots: Fix['slots'] = [{ name: 'time', edit: 0, start: 0, end: 1 }];
    assert.equal(fixText('a', (text) => findings(text, 'a', 'b', 'suggestion'), 'safe').text, 'a');
    assert.equal(fixText('a', (text) => findings(text, 'a', 'b', 'suggestion'), 'suggestions').text, 'b');
    assert.equal(fixText('a', (text) => findings(text, 'a', 'b', 'suggestion', slots), 'suggestions').text, 'a');
  });
});

describe('the diff', () => {
  const text = fc
    .tuple(fc.array(fc.constantFrom('', 'a', 'b', 'c', '\r'), { maxLength: 30 }), fc.constantFrom('', '\n'))
    .map(([lines, end]) => lines.join('\n') + end);

  it('turns one text into the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        if (before !== after) assert.equal(patched(before, unifiedDiff('x', before, after, style('plain'))), after);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Applies a unified diff, minding its line numbers. */
function patched(before: string, diff: string): string {
  const endsInLine = before.endsWith('\n') || before === '';
  const old = before.split('\n').slice(0, endsInLine ? -1 : undefined);
  const rows = diff.split('\n').slice(2, -1);
  const out: string[] = [];
  let at = 0;
  for (const row of rows) {
    const [, first, count] = /^@@ -(\d+)(?:,(\d+))? /u.exec(row) ?? [];
    if (first !== undefined) while (at < Number(first) - (count === '0' ? 0 : 1)) out.push(old[at++]!);
    else if (!row.startsWith('\\')) {
      if (row[0] !== '+') assert.equal(old[at++], row.slice(1));
      if (row[0] !== '-') out.push(row.slice(1));
    }
  }
  const reachesEnd = at === old.length;
  const unended = rows.some((row, i) => row.startsWith('\\') && !rows[i - 1]!.startsWith('-'));
  out.push(...old.slice(at));
  return out.length === 0 ? '' : out.join('\n') + ((reachesEnd ? !unended : endsInLine) ? '\n' : '');
}
