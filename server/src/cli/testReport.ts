import type { Locale, Reason } from '../core/index.ts';
import type { ExampleResult, RuleResult } from '../core/packs.ts';
import { harmless } from './cells.ts';
import { sayOfPacks } from './packWording.ts';
import type { Style } from './style.ts';

/** What testing a rule came to, for people: a line where all is well, else each fault with what was expected, what was found, and why. */
export function ruleReport(
  { rule, examples, never, idle }: RuleResult,
  lineOf: (start: number) => number,
  locale: Locale,
  style: Style,
): string {
  const failed = examples.filter(({ fault }) => fault !== undefined);
  const well = failed.length === 0 && never.length === 0;
  const count = sayOfPacks(locale, 'examples', { n: examples.length });
  const mark = well ? style.green('\u2714') : style.red('\u2716');
  const lines = [`  ${mark} ${style.bold(rule.data.id)}  ${style.dim(count)}`];
  for (const words of never) lines.push(`      ${style.red(sayOfPacks(locale, 'never'))}: ${harmless(words[locale])}`);
  for (const words of idle) lines.push(`      ${style.yellow(sayOfPacks(locale, 'idle'))}: ${harmless(words[locale])}`);
  if (rule.bad.length === 0) lines.push(`      ${style.yellow('!')} ${sayOfPacks(locale, 'noBad')}`);
  for (const example of failed) lines.push(...exampleReport(example, lineOf, locale, style));
  return `${lines.join('\n')}\n`;
}

/** Why a rule matched or did not, a line a step. */
export function reasonLines(reasons: readonly Reason[], locale: Locale, style: Style): string[] {
  return reasons.map(({ depth, holds, message }) => {
    const mark = holds ? style.green('\u2714') : style.red('\u2716');
    return `${'  '.repeat(depth)}${mark} ${style.dim(harmless(message[locale]))}`;
  });
}

function exampleReport(
  { kind, example, fault, script, marked, wanted, fixed, why }: ExampleResult,
  lineOf: (start: number) => number,
  locale: Locale,
  style: Style,
): string[] {
  const place = sayOfPacks(locale, 'place', { kind, line: lineOf(example.at.start) });
  const rows = (text: string): string => text.split('\n').map(harmless).join('\n          ');
  const lines = [`      ${place} ${style.red(sayOfPacks(locale, fault!))}`];
  const row = (key: 'expected' | 'actual', text: string): void =>
    void lines.push(`        ${style.dim(sayOfPacks(locale, key))}`, `          ${rows(text)}`);
  if (fault === 'not fixed so') {
    row('expected', wanted!);
    row('actual', fixed ?? sayOfPacks(locale, 'nothing'));
  } else if (fault === 'found elsewhere') {
    row('expected', wanted!);
    row('actual', marked);
  } else {
    row('expected', fault === 'found' ? script : (wanted ?? script));
    row('actual', fault === 'found' ? marked : sayOfPacks(locale, 'nothing'));
  }
  return [...lines, ...reasonLines(why, locale, style).map((line) => `        ${line}`)];
}
