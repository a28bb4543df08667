import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { chanceOf } from './chance.ts';
import { LINE_END, WORD_EDGE } from './pattern.ts';

/**
 * Groups of literals: every match of the pattern contains at least one literal of each group. Empty when there are none
 * (the pattern could match almost anything, so no scan can wake it).
 */
export function requiredLiterals(source: string): string[][] {
  const tree = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  const groups = ofAlternatives(tree.alternatives).groups.map((group) => minimal(group.map(cut)));
  return strongest(groups);
}

/** The alternatives of a pattern, each a pattern of its own, so that each wakes by its own words; one that counts groups stays whole. */
export function alternativesOf(source: string): string[] {
  if (/\\[1-9]/u.test(source)) return [source];
  const tree = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  return tree.alternatives.map((alternative) => alternative.raw);
}

/** What a part of a pattern says of its matches: all the strings it can be, when few; and the groups it requires. */
interface Known {
  readonly exact: readonly string[] | undefined;
  readonly groups: readonly Group[];
}

type Group = readonly string[];

const MOST_GROUPS = 6;
const MOST_STRINGS = 32;
const MOST_LITERALS = 600;
/** The white space there is in folded text. */
const SPACES = [' ', '\n', '\r', '\t', '\v', '\f'];
const UNKNOWN: Known = { exact: undefined, groups: [] };
const EMPTY: Known = { exact: [''], groups: [] };

function ofAlternatives(alternatives: readonly AST.Alternative[]): Known {
  const parts = alternatives.map((a) => ofSequence(a.elements));
  if (parts.length === 1) return parts[0]!;
  const exact = parts.every((p) => p.exact) ? parts.flatMap((p) => p.exact!) : undefined;
  const sorted = parts.map((p) => strongest(p.groups));
  const groups = Array.from({ length: Math.min(...sorted.map((g) => g.length)) }, (_, i) => sorted.flatMap((g) => g[i]!));
  return {
    exact: exact && exact.length <= MOST_STRINGS ? exact : undefined,
    groups: groups.filter((group) => group.length <= MOST_LITERALS),
  };
}

/** Neighbouring parts that can only be a few strings are read as one run, whose strings are a group of their own. */
function ofSequence(elements: readonly AST.Element[]): Known {
  let run: readonly string[] = [''];
  let whole = true;
  const groups: Group[] = [];
  const endRun = (): void => {
    if (run.every(saysSomething)) groups.push(run);
  };
  for (const element of elements) {
    const known = ofElement(element);
    // What can be nothing says nothing in a run, but what it asks for around it must stand in the text all the same.
    if (!known.exact?.every(saysSomething)) groups.push(...known.groups);
    if (known.exact && run.length * known.exact.length <= MOST_STRINGS) {
      run = join(run, known.exact);
      continue;
    }
    endRun();
    run = known.exact ?? [''];
    whole = false;
  }
  endRun();
  return { exact: whole ? run : undefined, groups };
}

function ofElement(element: AST.Element): Known {
  switch (element.type) {
    case 'Character':
      return exactly([String.fromCodePoint(element.value)]);
    case 'CharacterClass':
      return ofClass(element);
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives);
    case 'Quantifier':
      return ofQuantifier(element);
    case 'Assertion':
      return ofAssertion(element);
    default:
      return UNKNOWN;
  }
}

/** A line's start and end count as line feeds; what a look-around asks for must stand in the text as well. */
function ofAssertion(element: AST.Assertion): Known {
  if (element.kind === 'start' || element.kind === 'end') return { exact: [LINE_END], groups: [] };
  if (element.kind === 'word') return element.negate ? EMPTY : { exact: [WORD_EDGE], groups: [] };
  if (!('alternatives' in element) || element.negate) return EMPTY;
  const inner = ofAlternatives(element.alternatives);
  return { exact: [''], groups: inner.exact ? exactly(inner.exact).groups : inner.groups };
}

function ofQuantifier({ element, min, max }: AST.Quantifier): Known {
  const inner = ofElement(element);
  if (min === 1 && max === 1) return inner;
  if (min === 0 && max === 1 && inner.exact && inner.exact.length < MOST_STRINGS) return { exact: ['', ...inner.exact], groups: [] };
  return min === 0 ? UNKNOWN : { exact: undefined, groups: inner.exact ? exactly(inner.exact).groups : inner.groups };
}

function ofClass(element: AST.CharacterClass): Known {
  if (element.negate) return UNKNOWN;
  const chars: string[] = [];
  for (const part of element.elements) {
    if (part.type === 'Character') chars.push(String.fromCodePoint(part.value));
    else if (part.type === 'CharacterClassRange' && part.max.value - part.min.value < MOST_STRINGS) {
      for (let unit = part.min.value; unit <= part.max.value; unit++) chars.push(String.fromCodePoint(unit));
    } else if (part.type === 'CharacterSet' && part.kind === 'space' && !part.negate) chars.push(...SPACES);
    else return UNKNOWN;
  }
  return chars.length <= MOST_STRINGS ? exactly(chars) : UNKNOWN;
}

function exactly(strings: readonly string[]): Known {
  return { exact: strings, groups: strings.every(saysSomething) ? [strings] : [] };
}

function saysSomething(literal: string): boolean {
  return literal.replaceAll(WORD_EDGE, '').trim() !== '';
}

function join(heads: readonly string[], tails: readonly string[]): string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

/** The groups least likely to occur by chance, best first: only where the first is found are the others asked for. */
function strongest<G extends Group>(groups: readonly G[]): G[] {
  return [...groups].sort((a, b) => chanceOfAny(a) - chanceOfAny(b) || a.length - b.length).slice(0, MOST_GROUPS);
}

function chanceOfAny(strings: Group): number {
  return strings.reduce((sum, literal) => sum + chanceOf(literal.replaceAll(WORD_EDGE, '').trim()), 0);
}

/** At most three Han or eight Latin units, with a word's edge marked where one is known. */
function cut(literal: string): string {
  const words = literal.replaceAll(WORD_EDGE, '');
  const most = words.charCodeAt(1) > 0x2e80 ? 3 : 8;
  const head = literal.startsWith(WORD_EDGE) && /^\w/u.test(words) ? WORD_EDGE : '';
  const tail = literal.endsWith(WORD_EDGE) && words.length <= most && /\w$/u.test(words) ? WORD_EDGE : '';
  return head + words.slice(0, most) + tail;
}

/** Drops literals that contain another of the set. */
function minimal(literals: readonly string[]): string[] {
  const unique = [...new Set(literals)].sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const literal of unique) if (!kept.some((k) => literal.includes(k))) kept.push(literal);
  return kept;
}
