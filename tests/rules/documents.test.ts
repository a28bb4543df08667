import docs from 'huashu:docs';
import packs from 'huashu:packs';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter, type Finding, type Fix, lineIndex, type Settings } from '../../server/src/core/index.ts';
import { DEFAULT_PLACEHOLDERS, placeholderPattern } from '../../server/src/engine/mask.ts';
import { tokens } from '../../server/src/engine/tokens.ts';
import { lintParts, mainPart } from '../support/exampleProject.ts';
import { mark, unmark } from '../support/markers.ts';
import { type Example, examplesOf } from '../support/ruleDocument.ts';

const linter = createLinter();
const PLACEHOLDERS = placeholderPattern(DEFAULT_PLACEHOLDERS);
const LANGS = ['zh-Hans', 'zh-Hant', 'en'];
/** Rules about the file itself have no wording to show in three languages. */
const FILE_RULES = new Set(['syntax', 'unused-suppression', 'internal']);

describe('rule documents', () => {
  it('exist for every rule, and every document has its rule', () => {
    assert.deepEqual(Object.keys(docs()).sort(), packs.rules.map((rule) => rule.id).sort());
  });

  for (const [rule, document] of Object.entries(docs())) describe(rule, () => documentTests(rule, document));
});

function documentTests(rule: string, document: string): void {
  const examples = examplesOf(document);

  it('explains itself in three languages', () => {
    for (const heading of ['## English', '## 简体中文', '## 繁體中文']) assert.ok(document.includes(`\n${heading}\n`), heading);
  });

  if (!FILE_RULES.has(rule)) {
    it('shows what it flags and what it leaves alone in every language', () => {
      for (const lang of LANGS) {
        for (const section of ['Flagged', 'Accepted']) {
          assert.ok(
            examples.some((e) => e.lang === lang && e.section === section),
            `${section} in ${lang}`,
          );
        }
      }
    });
  }

  for (const example of examples) {
    const name = `${example.section} ${example.lang}, line ${example.line}`;
    if (example.section === 'Flagged') {
      it(name, () => flagged(rule, example));
      it(`${name}: every fix lints clean`, () => fixesAreClean(rule, example));
    } else if (example.section === 'Fixed') it(name, () => fixed(rule, example));
    else it(name, () => accepted(rule, example));
  }
}

/** As the fence says; else a rule that whispers by default is heard aloud. */
function presetOf(rule: string, preset: string | undefined): string {
  const { strict, severity } = packs.rules.find((r) => r.id === rule)!;
  return preset ?? (strict || severity === 'hint' ? 'strict' : 'recommended');
}

function lintExample(rule: string, text: string, { lang, preset }: Example): readonly Finding[] {
  const settings: Settings = { lang: lang as 'en', preset: presetOf(rule, preset) as 'strict' };
  return lintParts(linter, text, settings);
}

function flagged(rule: string, example: Example): void {
  const { source, findings } = unmark(example.text);
  const expected = findings.filter((m) => m.rule === rule);
  const found = lintExample(rule, source, example)
    .filter((f) => f.rule === rule)
    .map((f, i) => ({ rule, severity: expected[i]?.severity ? f.severity : undefined, start: f.span.start, end: f.span.end }));
  assert.equal(mark(source, found), mark(source, expected));
}

function accepted(rule: string, example: Example): void {
  const { text } = example;
  const found = lintExample(rule, text, example).filter((f) => f.rule === rule && f.severity !== 'hint');
  assert.equal(
    mark(
      text,
      found.map((f) => ({ rule, start: f.span.start, end: f.span.end })),
    ),
    text,
  );
}

function fixed(rule: string, example: Example): void {
  const [before, after] = example.text.split(/^===\n/mu);
  assert.ok(before !== undefined && after !== undefined, 'before and after are set apart by a line ===');
  let source = before;
  for (let pass = 0; pass < 10; pass++) {
    const next = lintExample(rule, source, example).find((f) => f.rule === rule && f.fixes().length > 0);
    if (!next) break;
    source = apply(source, next.fixes()[0]!);
  }
  assert.equal(mainPart(source), after);
}

function fixesAreClean(rule: string, example: Example): void {
  const { source } = unmark(example.text);
  const before = lintExample(rule, source, example);
  for (const finding of before.filter((f) => f.rule === rule)) {
    const fixes = finding.fixes();
    if (linter.rules.all.get(rule) && 'reframes' in linter.rules.all.get(rule)! && finding.severity !== 'hint') {
      assert.ok(
        fixes.length > 0,
        `no better sentence for ${JSON.stringify(source.slice(finding.span.start, finding.span.end))} in ${JSON.stringify(lineOf(source, finding))}`,
      );
    }
    for (const fix of fixes) cleanFix(rule, source, example, before, finding, fix);
  }
}

function cleanFix(rule: string, source: string, example: Example, before: readonly Finding[], finding: Finding, fix: Fix): void {
  const after = apply(source, fix);
  const grow = after.length - source.length;
  const edit = fix.edits[0]!;
  const inPlace = { start: edit.span.start, end: edit.span.end + grow };
  const found = lintExample(rule, after, example);
  const context = `${lineOf(source, finding)} → ${after.slice(inPlace.start, inPlace.end)}`;
  assert.ok(!found.some((f) => f.rule === rule && f.span.start < inPlace.end && f.span.end > inPlace.start), `still there: ${context}`);
  assert.deepEqual(surplus(grave(found), grave(before)), [], `new finding: ${context}`);
  const ruleOf = linter.rules.all.get(rule);
  if ((ruleOf?.scope === 'typing' && ruleOf.reads === 'placeholders') || rule === 'conflicting-fact') return;
  if (ruleOf?.scope === 'flow' && ruleOf.withholds) return;
  // What another customer's case is goes.
  if (rule === 'disclosure') return;
  assert.deepEqual(surplus(tokens(source, PLACEHOLDERS), tokens(after, PLACEHOLDERS)), [], `lost: ${context}`);
}

function grave(findings: readonly Finding[]): string[] {
  return findings.filter((f) => f.severity === 'error' || f.severity === 'warning').map((f) => f.rule);
}

/** What `a` has more often than `b`. */
function surplus(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function apply(source: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), source);
}

function lineOf(source: string, finding: Finding): string {
  const lines = lineIndex(source);
  const { line } = lines.placeAt(finding.span.start);
  return source.slice(lines.lineStart(line), lines.lineEnd(line));
}
