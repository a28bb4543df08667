import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Edit, LintCache, type Source } from '../../server/src/core/index.ts';
import { isTurn, type ScriptDocument, type Utterance } from '../../server/src/dialogue/model.ts';
import { sourceExtent } from '../../server/src/text/mappedText.ts';
import { broken } from './arbitraries.ts';
import { linter, plain, property, STRICT, within } from './linting.ts';

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
      const said = utterances(linter.parse(source, STRICT));
      // Comments are nobody's words: their fix takes them away.
      for (const finding of before.findings.filter(({ rule }) => rule !== 'unused-suppression').slice(0, 8)) {
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

function utterances(document: ScriptDocument): Utterance[] {
  return [...document.scenes].flatMap((scene) => scene.items.filter(isTurn).flatMap((turn) => turn.utterances));
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: by }) => all.slice(0, span.start) + by + all.slice(span.end), text);
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
