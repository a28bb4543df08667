import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLinter, type Edit, type Finding, LintCache, type Settings, type Source } from '../../server/src/core/index.ts';
import { isTurn, type ScriptDocument, type Utterance } from '../../server/src/dialogue/model.ts';
import { sourceExtent } from '../../server/src/text/mappedText.ts';
import { runs } from '../support/runs.ts';
import { broken, whole } from './arbitraries.ts';

const linter = createLinter();
const STRICT: Settings = { preset: 'strict' };

function utterances(document: ScriptDocument): Utterance[] {
  return [...document.scenes].flatMap((scene) => scene.items.filter(isTurn).flatMap((turn) => turn.utterances));
}

/** Everything about findings that can be compared. */
function plain(findings: readonly Finding[]): unknown[] {
  return findings.map(({ fixes: _, ...rest }) => rest);
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
}

function property<T>(arbitrary: fc.Arbitrary<T>, usual: number, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), {
    numRuns: runs(usual),
    seed: process.env['HUASHU_SEED'] ? Number(process.env['HUASHU_SEED']) : 20_261_122,
  });
}

describe('whatever is in a file', () => {
  it('the readers and the linter never throw, and no rule fails', () => {
    property(broken, 150, (source) => {
      const { findings } = linter.lint(source, STRICT);
      assert.deepEqual(
        findings.filter((f) => f.rule === 'internal').map((f) => f.message.en),
        [],
      );
    });
  });

  it('what is read stands in the file, in order, and each run that stands for itself is the file\u2019s', () => {
    property(broken, 150, (source) => {
      const document = linter.parse(source, STRICT);
      let scene = 0;
      for (const { span } of document.scenes) {
        assert.ok(scene <= span.start && span.start <= span.end && span.end <= source.text.length);
        scene = span.end;
      }
      let at = 0;
      for (const { body } of utterances(document)) {
        const { start, end } = sourceExtent(body);
        assert.ok(at <= start && start < end && end <= source.text.length, `${at} ${start} ${end}`);
        at = end;
        if (!body.segments) assert.equal(source.text.slice(start, end), body.text);
        for (const s of body.segments ?? []) {
          if (s.kind === 'linear') {
            assert.equal(source.text.slice(s.source, s.source + s.sourceLength), body.text.slice(s.decoded, s.decoded + s.decodedLength));
          }
        }
      }
    });
  });

  it('findings stand in the file, in order', () => {
    property(broken, 100, (source) => {
      let at = 0;
      for (const { span, related } of linter.lint(source, STRICT).findings) {
        assert.ok(at <= span.start && span.start <= span.end && span.end <= source.text.length);
        at = span.start;
        for (const place of related) assert.ok(0 <= place.span.start && place.span.end <= source.text.length);
      }
    });
  });

  it('a cache that has seen another version gives what a cold run gives', () => {
    property(broken, 80, (after) => {
      const cache = new LintCache();
      const cold = plain(linter.lint(after, STRICT).findings);
      for (const text of [after.original, after.text, after.text, after.original, after.text]) {
        const warm = plain(linter.lint({ ...after, text }, STRICT, cache).findings);
        if (text === after.text) assert.deepEqual(warm, cold);
      }
    });
  });

  it('a fix stays within what is said, and leaves the rest of the file as it was read', () => {
    property(broken, 40, (source) => {
      const before = linter.lint(source, STRICT);
      const said = utterances(before.document);
      for (const finding of before.findings.slice(0, 8)) {
        for (const fix of finding.fixes().slice(0, 2)) {
          const touched = new Set(fix.edits.flatMap(({ span }) => said.filter(({ body }) => within(span, sourceExtent(body)))));
          assert.equal(touched.size, fix.edits.length, `${finding.rule} edits what nobody says`);
          const after = utterances(linter.parse({ ...source, text: apply(source.text, fix.edits) }, STRICT));
          assert.deepEqual(
            words(after.filter((_, i) => !touched.has(said[i]!))),
            words(said.filter((one) => !touched.has(one))),
            finding.rule,
          );
        }
      }
    });
  });

  it('safe fixes come to an end', () => {
    property(broken, 60, (source) => {
      let { text } = source;
      for (let pass = 0; ; pass++) {
        assert.ok(pass < 10);
        const edits = safeEdits({ ...source, text });
        if (edits.length === 0) break;
        text = apply(text, edits);
      }
    });
  });
});

describe('in a sample', () => {
  it('nothing is found in what the customer says, or in comments', () => {
    property(whole, 30, (source) => {
      const { findings, document } = linter.lint(source, STRICT);
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

function within(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function words(all: readonly Utterance[]): string[] {
  return all.map(({ body }) => body.text);
}

function safeEdits(source: Source): Edit[] {
  const edits: Edit[] = [];
  for (const finding of linter.lint(source, STRICT).findings) {
    for (const fix of finding
      .fixes()
      .filter((f) => f.kind === 'safe')
      .slice(0, 1)) {
      if (fix.edits.every(({ span }) => edits.every((other) => span.end <= other.span.start || other.span.end <= span.start)))
        edits.push(...fix.edits);
    }
  }
  return edits;
}
