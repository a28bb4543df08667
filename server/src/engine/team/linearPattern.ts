import { type Matcher, RE2JS } from 're2js';
import { whyNot } from '../config/linear.ts';
import type { Match, Pattern, PatternData } from '../pattern.ts';
import { alternativesOf, requiredLiterals } from '../requiredLiterals.ts';

/** A pattern of people we do not know is matched by an engine whose time is linear in the text, and found this often at most in one utterance. */
const MOST_HITS = 64;
/** The largest pattern, in the instructions it comes to: matching costs so much for each unit of text at worst. */
const MOST_INSTRUCTIONS = 3000;
const FLAGS = RE2JS.LOOKBEHINDS | RE2JS.MULTILINE | RE2JS.CASE_INSENSITIVE;

/** A pattern ready for use, or why it is none: a few words, or `empty` where it matches without any text, or `large`. */
export type LinearPattern = { readonly patterns: readonly PatternData[] } | { readonly why: string } | { readonly why: 'empty' | 'large' };

/** Makes a pattern ready; its alternatives each wake by their own words where they can be told. */
export function linearPattern(source: string): LinearPattern {
  const whole = compile(source);
  if ('why' in whole) return whole;
  const parts = known(() => alternativesOf(source)) ?? [source];
  const each = parts.map((part) => (part === source ? whole : compile(part)));
  const split = each.every((one) => 'regex' in one) && !/\(\?[a-zA-Z-]+\)/u.test(source);
  const sources = split ? parts : [source];
  return {
    patterns: sources.map((part, i) => {
      const one = split ? each[i]! : whole;
      const literals = known(() => requiredLiterals(part)) ?? [];
      return { source: part, literals: usable(literals), make: () => pattern(part, (one as { regex: RE2JS }).regex) };
    }),
  };
}

function compile(source: string): { readonly regex: RE2JS } | { readonly why: string } {
  try {
    const regex = RE2JS.compile(source, FLAGS);
    if (regex.programSize() > MOST_INSTRUCTIONS) return { why: 'large' };
    return regex.matches('') ? { why: 'empty' } : { regex };
  } catch (error) {
    return { why: whyNot(error) };
  }
}

/** Literals that the scan can look for in folded text; with others the pattern is tried wherever it is asked for. */
function usable(literals: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return literals.map((group) => group.map((literal) => literal.toLowerCase()));
}

/** What the reader of JavaScript's patterns makes of one; undefined where it cannot read it. */
function known<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function pattern(source: string, regex: RE2JS): Pattern {
  const names = Object.keys(regex.namedGroups());
  let last: string | undefined;
  let matcher: Matcher | undefined;
  let hits = 0;
  return {
    source,
    exec(text, from) {
      if (text !== last || from === 0) hits = 0;
      if (text !== last) {
        last = text;
        matcher = regex.matcher(text);
      }
      if (++hits > MOST_HITS || !matcher!.find(from)) return undefined;
      return matchOf(matcher!, names);
    },
  };
}

function matchOf(matcher: Matcher, names: readonly string[]): Match {
  const whole = { start: matcher.start(), end: matcher.end() };
  const groups: Record<string, { start: number; end: number }> = {};
  for (const name of names) if (matcher.start(name) >= 0) groups[name] = { start: matcher.start(name), end: matcher.end(name) };
  return { span: groups['at'] ?? whole, whole, groups };
}
