import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linter, settingsOf } from '../support/packs.ts';

/** Milliseconds to lint a text: the best of three, since a machine that does other things as well only adds to it. */
function time(when: string, text: string): number {
  const settings = settingsOf(`rules:\n  - id: r\n    when: ${when}\n`);
  linter.lint({ text: '客服:x', format: 'huashu' }, settings);
  const once = (): number => {
    const from = performance.now();
    linter.lint({ text, format: 'huashu' }, settings);
    return performance.now() - from;
  };
  return Math.min(once(), once(), once());
}

describe('patterns of people we do not know', () => {
  const hard: readonly (readonly [pattern: string, unit: string])[] = [
    ["{pattern: '(a+)+b'}", 'a'],
    ["{pattern: '(?:a|aa)+$x'}", 'a'],
    ["{pattern: '(x+x+)+y'}", 'x'],
    ["{pattern: 'a.*b|a'}", 'a'],
    ["{pattern: '(?:.*,){11}P'}", ','],
    ["{any: [aa], except: [aaa, {pattern: 'a+b'}]}", 'aa '],
    ["{in: sentence, all: [退款, {pattern: '(款+)+退'}]}", '退款'],
    ['{in: dialogue, any: [退款], count: 3}', '退款,'],
    ['{any: [退款], after: {any: [退款]}, not: {before: {any: [款退]}}}', '退款退。'],
  ];
  for (const [when, unit] of hard) {
    it(`take time linear in the text: ${when}`, () => {
      const text = (units: number): string => `客户:嗯\n客服:${unit.repeat(units)}\n`;
      time(when, text(2000));
      const short = time(when, text(5000));
      const long = time(when, text(40_000));
      assert.ok(long < Math.max(400, short * 40), `${short} ms, eight times the text ${long} ms`);
    });
  }

  it('in every sentence of an endless utterance', () => {
    const text = (n: number): string => `客服:${'退款,原路。'.repeat(n)}\n`;
    const when = '{in: sentence, all: [退款, 原路], none: [收费]}';
    const short = time(when, text(1000));
    const long = time(when, text(8000));
    assert.ok(long < Math.max(600, short * 40), `${short} ms, eight times the text ${long} ms`);
  });

  it('and over many turns', () => {
    const turns = (n: number): string => '客户:我要投诉\n客服:建议您退款。\n'.repeat(n);
    const when = '{any: [退款], after: {speaker: customer, act: complaint, within: 3}, not: {around: {any: [抱歉]}}}';
    const short = time(when, turns(500));
    const long = time(when, turns(4000));
    assert.ok(long < Math.max(600, short * 40), `${short} ms, eight times the text ${long} ms`);
  });
});
