import { type AST, RegExpParser } from '@eslint-community/regexpp';

/**
 * Literals of which at least one occurs in every match of a pattern; undefined when there are none (the pattern could
 * match almost anything, so it cannot be woken by a scan).
 */
export function requiredLiterals(source: string): string[] | undefined {
  const tree = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  const best = ofAlternatives(tree.alternatives).best;
  return best ? minimal(best.map(cut)) : undefined;
}

/** What a part of a pattern says of its matches: all the strings it can be, when few; and the best required set seen. */
interface Known {
  readonly exact: readonly string[] | undefined;
  readonly best: readonly string[] | undefined;
}

const MOST_STRINGS = 96;
const MOST_LITERALS = 600;
const UNKNOWN: Known = { exact: undefined, best: undefined };
const EMPTY: Known = { exact: [''], best: undefined };

function ofAlternatives(alternatives: readonly AST.Alternative[]): Known {
  const parts = alternatives.map((a) => ofSequence(a.elements));
  const exact = parts.every((p) => p.exact) ? parts.flatMap((p) => p.exact!) : undefined;
  const best = parts.every((p) => p.best) ? parts.flatMap((p) => p.best!) : undefined;
  return {
    exact: exact && exact.length <= MOST_STRINGS ? exact : undefined,
    best: best && best.length <= MOST_LITERALS ? best : undefined,
  };
}

function ofSequence(elements: readonly AST.Element[]): Known {
  let run: readonly string[] = [''];
  let whole = true;
  let best: readonly string[] | undefined;
  for (const element of elements) {
    const known = ofElement(element);
    best = better(best, known.best);
    const joined = known.exact && run.length * known.exact.length <= MOST_STRINGS ? join(run, known.exact) : undefined;
    if (joined) run = joined;
    else {
      best = better(best, usable(run));
      run = known.exact ?? [''];
      whole = false;
    }
    best = better(best, usable(run));
  }
  return { exact: whole ? run : undefined, best: better(best, usable(run)) };
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
      return EMPTY;
    default:
      return UNKNOWN;
  }
}

function ofQuantifier({ element, min, max }: AST.Quantifier): Known {
  const inner = ofElement(element);
  if (min === 1 && max === 1) return inner;
  if (min === 0 && max === 1 && inner.exact && inner.exact.length < MOST_STRINGS) return { exact: ['', ...inner.exact], best: undefined };
  return min === 0 ? UNKNOWN : { exact: undefined, best: inner.best };
}

function ofClass(element: AST.CharacterClass): Known {
  if (element.negate) return UNKNOWN;
  const chars: string[] = [];
  for (const part of element.elements) {
    if (part.type === 'Character') chars.push(String.fromCodePoint(part.value));
    else if (part.type === 'CharacterClassRange' && part.max.value - part.min.value < MOST_STRINGS) {
      for (let unit = part.min.value; unit <= part.max.value; unit++) chars.push(String.fromCodePoint(unit));
    } else return UNKNOWN;
  }
  return chars.length <= MOST_STRINGS ? exactly(chars) : UNKNOWN;
}

function exactly(strings: readonly string[]): Known {
  return { exact: strings, best: usable(strings) };
}

function join(heads: readonly string[], tails: readonly string[]): string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

function usable(strings: readonly string[]): readonly string[] | undefined {
  return strings.every((s) => s.trim() !== '') ? strings : undefined;
}

/** The set whose weakest literal says most; of equals, the smaller set. */
function better(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  if (!a || !b) return a ?? b;
  const difference = weight(b) - weight(a);
  return difference > 0 || (difference === 0 && b.length < a.length) ? b : a;
}

/** A Chinese character says about as much as three Latin letters; beyond four characters nothing is gained. */
function weight(strings: readonly string[]): number {
  return Math.min(
    ...strings.map((s) =>
      Math.min(
        4,
        [...s].reduce((sum, c) => sum + (c > '\u2e80' ? 1 : 0.34), 0),
      ),
    ),
  );
}

function cut(literal: string): string {
  const trimmed = literal.trim();
  return trimmed.slice(0, trimmed.charCodeAt(0) > 0x2e80 ? 4 : 10).trim();
}

/** Drops literals that contain another of the set. */
function minimal(literals: readonly string[]): string[] {
  const unique = [...new Set(literals)].sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const literal of unique) if (!kept.some((k) => literal.includes(k))) kept.push(literal);
  return kept;
}
