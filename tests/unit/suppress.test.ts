import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { removal, suppressions, type Unused, unusedParts, withoutSuppressed } from '../../server/src/engine/suppress.ts';
import { type LineIndex, lineIndex } from '../../server/src/text/lineIndex.ts';

/** What of some findings comments leave, and what of the comments did nothing. */
function applied<F extends { rule: string; span: { start: number; end: number } }>(
  findings: readonly F[],
  all: ReturnType<typeof suppressions>,
  lines: LineIndex,
): { kept: readonly F[]; suppressed: number; unused: Unused[] } {
  const { kept, used } = withoutSuppressed(findings, all, (offset) => lines.placeAt(offset).line);
  return { kept, suppressed: findings.length - kept.length, unused: all.flatMap((one, i) => unusedParts(one, used[i]!)) };
}

describe('suppressions', () => {
  const settle = (source: string, at: readonly [number, string][]) => {
    const lines = lineIndex(source);
    const comments = [...source.matchAll(/\/\/.*|<!--[\s\S]*?-->/gu)].map((m) => ({
      span: { start: m.index, end: m.index + m[0].length },
      text: m[0],
    }));
    const findings = at.map(([line, rule]) => ({ rule, span: { start: lines.lineStart(line), end: lines.lineStart(line) } }));
    const { kept, suppressed, unused } = applied(findings, suppressions(comments, lines), lines);
    return { kept: kept.map((f) => f.rule), suppressed, unused: unused.map((u) => [source.slice(u.span.start, u.span.end), u.words]) };
  };

  it('cover the next line, their own line, a stretch or the rest of the file', () => {
    assert.deepEqual(
      settle('// huashu-disable-next-line a\nx\ny', [
        [1, 'a'],
        [2, 'a'],
      ]),
      { kept: ['a'], suppressed: 1, unused: [] },
    );
    assert.deepEqual(settle('x // huashu-disable-line', [[0, 'a']]), { kept: [], suppressed: 1, unused: [] });
    assert.deepEqual(
      settle('<!-- huashu-disable a -->\nx\n<!-- huashu-enable a -->\ny', [
        [1, 'a'],
        [3, 'a'],
      ]),
      { kept: ['a'], suppressed: 1, unused: [] },
    );
    assert.deepEqual(
      settle('// huashu-disable\nx\ny', [
        [1, 'a'],
        [2, 'b'],
      ]),
      { kept: [], suppressed: 2, unused: [] },
    );
  });

  it('end rule by rule', () => {
    const found: [number, string][] = [1, 3, 5].flatMap((line) => ['a', 'b', 'c'].map((rule): [number, string] => [line, rule]));
    const left = (...comments: string[]): string[] => {
      const [first, second, third] = comments;
      return settle(`// huashu-${first}\nx\n// huashu-${second}\nx\n// huashu-${third}\nx`, found).kept;
    };
    assert.deepEqual(left('disable a b', 'enable a', 'enable'), ['c', 'a', 'c', 'a', 'b', 'c']);
    assert.deepEqual(left('disable', 'enable a', 'enable c'), ['a', 'a', 'c']);
    assert.deepEqual(left('disable', 'enable a', 'disable a'), ['a']);
    assert.deepEqual(left('disable a b', 'enable b a', 'enable b'), ['c', 'a', 'b', 'c', 'a', 'b', 'c']);
    assert.deepEqual(left('disable a', 'enable b', 'enable c'), ['b', 'c', 'b', 'c', 'b', 'c']);
  });

  it('name rules before the reason, and are told when they suppress nothing', () => {
    assert.deepEqual(settle('// huashu-disable-next-line a b-c -- on purpose\nx', [[1, 'a']]), {
      kept: [],
      suppressed: 1,
      unused: [['b-c', 'b-c']],
    });
    assert.deepEqual(settle('<!-- huashu-disable-line a-->', []), {
      kept: [],
      suppressed: 0,
      unused: [['<!-- huashu-disable-line a-->', 'huashu-disable-line']],
    });
    assert.deepEqual(
      settle('<!-- huashu-disable-next-line\n     a b\n  c -- on\n purpose -->\nx', [
        [4, 'a'],
        [4, 'b'],
        [4, 'd'],
      ]),
      { kept: ['d'], suppressed: 2, unused: [['c', 'c']] },
    );
    assert.deepEqual(settle('// huashu-disabled x', [[0, 'a']]), { kept: ['a'], suppressed: 0, unused: [] });
  });

  it('that do nothing go with their line, but for what else stands there', () => {
    const without = (source: string): string[] => {
      const lines = lineIndex(source);
      const comment = /(?:\/\/|<!--)[^\n]*/u.exec(source)!;
      const all = suppressions([{ span: { start: comment.index, end: comment.index + comment[0].length }, text: comment[0] }], lines);
      const { unused } = applied([{ rule: 'a', span: { start: source.length, end: source.length } }], all, lines);
      return unused.map((one) => {
        const { span, text } = removal(one, source, lines);
        return source.slice(0, span.start) + text + source.slice(span.end);
      });
    };
    assert.deepEqual(without('\ufeff// huashu-disable-next-line b\r\nx\r\ny'), ['\ufeffx\r\ny']);
    assert.deepEqual(without('x // huashu-disable-line b\ny'), ['x\ny']);
    assert.deepEqual(without('// huashu-disable-next-line b, a -- why\nx'), ['// huashu-disable-next-line, a -- why\nx']);
    assert.deepEqual(without('// huashu-disable b'), ['']);
  });
});
