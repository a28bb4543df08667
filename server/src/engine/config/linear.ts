import { RE2JS } from 're2js';
import type { FactFinder } from '../declared.ts';

/** Why a pattern from a config file cannot be matched in time linear in the text; undefined when it can. */
export function whyNotLinear(source: string): string | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    return whyNot(error);
  }
}

/** Finds what a pattern says of a fact, in linear time; letters match in either case. */
export function linearFinder(source: string): FactFinder {
  const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  return function* (text) {
    const matcher = pattern.matcher(text);
    while (matcher.find()) {
      const group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
      yield { start: matcher.start(group), end: matcher.end(group) };
    }
  };
}

/** What is wrong with a pattern, without the flags that it was given. */
export function whyNot(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/^error parsing regexp: /u, '').replace(/`(?:\(\?[a-z]\))+/u, '`');
}
