import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Settings, Source } from '../../server/src/core/index.ts';
import { isTurn } from '../../server/src/dialogue/model.ts';
import { whole } from './arbitraries.ts';
import { linter, plain, property, STRICT, within } from './linting.ts';

describe('in a sample', () => {
  it('nothing is found in what the customer says, or in comments', () => {
    property(whole, 30, (source) => {
      const { findings } = linter.lint(source, STRICT);
      const document = linter.parse(source, STRICT);
      const customer = [...document.scenes].flatMap((s) =>
        s.items
          .filter(isTurn)
          .filter((t) => t.role !== 'agent')
          .map((t) => t.span),
      );
      for (const { span, rule } of findings) {
        if (rule === 'syntax' || rule === 'unused-suppression') continue;
        assert.ok(!customer.some((said) => within(span, said)), `${rule} in what the customer says`);
        assert.ok(!document.comments.some((comment) => within(span, comment.span)), `${rule} in a comment`);
      }
    });
  });

  it('a word put in quotes or in a placeholder is no longer found', () => {
    property(
      fc.tuple(whole, fc.nat(), fc.constantFrom(['\u201c', '\u201d'], ['\u300c', '\u300d'], ['{', '}'])),
      60,
      ([source, pick, [open, close]]) => {
        const found = linter
          .lint(source, STRICT)
          .findings.filter((f) => /^(?:flat-refusal|policy-pushing|contradiction|impatience)$/u.test(f.rule));
        const one = found[pick % Math.max(1, found.length)];
        if (!one || /[\n{}"\u201c\u201d\u300c\u300d]/u.test(source.text.slice(one.span.start, one.span.end))) return;
        const text = `${source.text.slice(0, one.span.start)}${open}${source.text.slice(one.span.start, one.span.end)}${close}${source.text.slice(one.span.end)}`;
        const still = linter
          .lint({ ...source, text }, STRICT)
          .findings.filter(
            (f) =>
              f.span.start > one.span.start &&
              f.span.end <= one.span.end + 1 &&
              /^(?:flat-refusal|policy-pushing|contradiction|impatience)$/u.test(f.rule),
          );
        assert.deepEqual(plain(still), []);
      },
    );
  });

  it('a finding goes away behind a comment that disables its rule', () => {
    property(fc.tuple(whole, fc.nat()), 60, ([source, pick]) => {
      const found = linter.lint(source, STRICT).findings.filter((f) => f.rule !== 'unused-suppression' && f.speaker !== undefined);
      const one = found[pick % Math.max(1, found.length)];
      if (!one || source.format === 'markdown') return;
      const lineStart = Math.max(source.text.lastIndexOf('\n', one.span.start - 1), source.text.lastIndexOf('\r', one.span.start - 1)) + 1;
      const comment = `// huashu-disable-next-line ${one.rule} -- on purpose\n`;
      const text = source.text.slice(0, lineStart) + comment + source.text.slice(lineStart);
      const after = linter.lint({ ...source, text }, STRICT);
      assert.ok(!after.findings.some((f) => f.rule === one.rule && f.span.start === one.span.start + comment.length));
      assert.ok(after.suppressed > 0);
    });
  });

  it('the same words are found behind a byte order mark, other line ends and astral characters', () => {
    const words = (source: Source): string[] =>
      linter
        .lint(source, STRICT)
        .findings.map((f) => `${f.rule} ${f.severity} ${source.text.slice(f.span.start, f.span.end)}`.replace(/\r\n?/gu, '\n'));
    property(fc.tuple(whole, fc.constantFrom('\r\n', '\r'), fc.boolean()), 30, ([source, end, mark]) => {
      const text = source.text.replaceAll('客服：', '客服：😀😀').replaceAll('Agent: ', 'Agent: 😀 ').replaceAll('\n', end);
      const plainly = source.text.replaceAll('客服：', '客服：😀😀').replaceAll('Agent: ', 'Agent: 😀 ');
      assert.deepEqual(words({ ...source, text: (mark ? '\ufeff' : '') + text }), words({ ...source, text: plainly }));
    });
  });

  it('nothing is found in a line that is made an example of what not to say', () => {
    property(fc.tuple(whole, fc.nat()), 60, ([source, pick]) => {
      const found = linter.lint(source, STRICT).findings.filter((f) => f.speaker !== undefined);
      const one = found[pick % Math.max(1, found.length)];
      if (!one || source.format === 'markdown') return;
      const start = source.text.lastIndexOf('\n', one.span.start - 1) + 1;
      const end = source.text.indexOf('\n', one.span.start);
      const line = source.text.slice(start, end);
      const text = `${source.text.slice(0, start)}\n反例:\n${line}\n\n${source.text.slice(end)}`;
      const still = linter
        .lint({ ...source, text }, STRICT)
        .findings.filter((f) => f.span.start >= start && f.span.end <= start + line.length + 6 && f.speaker !== undefined);
      assert.deepEqual(plain(still), []);
    });
  });

  it('the same conversation gives the same findings as a script, as Markdown and as plain text', () => {
    property(whole, 30, (source) => {
      const turns = [...linter.parse(source, {}).scenes].map((s) =>
        s.items.filter((i) => i.kind === 'turn' && i.role !== 'narrator').filter(isTurn),
      );
      const lang = linter.lint(source, {}).lang;
      const told = (settings: Settings, format: string): unknown[] => {
        const text = turns
          .map((scene, i) =>
            [
              `# ${i + 1}`,
              '',
              ...scene.map(
                (t) =>
                  `${t.role === 'agent' ? '客服' : '客户'}:${t.utterances.map((u) => u.body.text.replace(/[\s*_`\\<&[\]|~]+/gu, ' ').trim()).join(' ')}`,
              ),
              '',
              '',
            ].join('\n'),
          )
          .join('');
        return linter
          .lint({ text, format }, settings)
          .findings.map((f) => [f.rule, f.severity, text.slice(f.span.start, f.span.end), f.scene, f.turn]);
      };
      const settings: Settings = { preset: 'strict', lang };
      assert.deepEqual(told(settings, 'markdown'), told(settings, 'huashu'));
      assert.deepEqual(told(settings, 'text'), told(settings, 'huashu'));
    });
  });
});
