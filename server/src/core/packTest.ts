import type { Finding, Localised, Reason } from '../engine/finding.ts';
import { neverMatches } from '../engine/team/neverMatches.ts';
import type { TeamExample, TeamPack, TeamRule } from '../engine/team/teamPack.ts';
import type { Linter, Settings } from './index.ts';

/** What an example came to. */
export interface ExampleResult {
  readonly kind: 'bad' | 'good';
  readonly example: TeamExample;
  /** Nothing where it is as it should be. */
  readonly fault: 'not found' | 'found' | 'found elsewhere' | 'not fixed so' | undefined;
  /** The script that was linted: the example, with a speaker where it names none. */
  readonly script: string;
  /** The words found, marked: `<rule|words|>`. */
  readonly marked: string;
  /** What was wanted, where the example says: marked words, or the fixed text. */
  readonly wanted: string | undefined;
  /** What the first rewording made of it. */
  readonly fixed: string | undefined;
  readonly why: readonly Reason[];
}

/** What testing a rule came to. */
export interface RuleResult {
  readonly rule: TeamRule;
  readonly examples: readonly ExampleResult[];
  /** Why it can never find anything. */
  readonly never: readonly Localised[];
  /** Words or patterns in it that never can, while others may. */
  readonly idle: readonly Localised[];
}

/** Runs the examples of a pack, each with the one rule on, and looks for rules that can never match. */
export function testPack(pack: TeamPack, linter: Linter): RuleResult[] {
  const lists = { ...pack.lists };
  const team = [pack];
  return pack.rules.map((rule) => {
    const run = (kind: 'bad' | 'good') => (example: TeamExample) => tried(kind, example, rule, team, linter);
    return { rule, examples: [...rule.bad.map(run('bad')), ...rule.good.map(run('good'))], ...neverMatches(rule.data, lists) };
  });
}

function tried(kind: 'bad' | 'good', example: TeamExample, rule: TeamRule, team: readonly TeamPack[], linter: Linter): ExampleResult {
  const { id } = rule.data;
  const settings: Settings = { team, only: [id], preset: 'strict', ...(example.lang ? { lang: example.lang } : {}) };
  const wantedScript = scriptOf(example.text, linter, settings);
  const script = unmarked(wantedScript);
  const found = linter.lint({ text: script, format: 'huashu' }, settings).findings.filter((finding) => finding.rule === id);
  const marked = marks(script, found);
  const isMarked = script !== wantedScript;
  const fixed = example.fixed === undefined ? undefined : fixOf(script, found);
  const fault = faultOf(kind, found, isMarked && marked !== withoutLevels(wantedScript), example.fixed, fixed);
  const [first] = found;
  const why = fault === undefined ? [] : first ? (first.why?.() ?? []) : linter.miss({ text: script, format: 'huashu' }, settings, id);
  const wanted = fault === 'not fixed so' ? example.fixed : isMarked ? wantedScript : undefined;
  return { kind, example, fault, script, marked, wanted, fixed, why };
}

function faultOf(
  kind: 'bad' | 'good',
  found: readonly Finding[],
  isElsewhere: boolean,
  wanted: string | undefined,
  fixed: string | undefined,
): ExampleResult['fault'] {
  if (kind === 'good') return found.length > 0 ? 'found' : undefined;
  if (found.length === 0) return 'not found';
  if (isElsewhere) return 'found elsewhere';
  return wanted !== undefined && wanted.trim() !== withoutSpeaker(fixed ?? '', wanted) ? 'not fixed so' : undefined;
}

/** An example with nobody speaking is what an agent says. */
function scriptOf(text: string, linter: Linter, settings: Settings): string {
  const { scenes } = linter.parse({ text: unmarked(text), format: 'huashu' }, settings);
  for (const { items } of scenes) if (items.some((item) => item.kind === 'turn' || item.kind === 'phrase')) return text;
  const speaker = /\p{Script=Han}/u.test(text) ? '\u5ba2\u670d\uff1a' : 'Agent: ';
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : speaker + line.trim()))
    .join('\n');
}

const MARK = /<[a-z][a-z0-9-]*(?::[a-z]+)?\||\|>/gu;

function unmarked(text: string): string {
  return text.replace(MARK, '');
}

function withoutLevels(text: string): string {
  return text.replace(/(<[a-z][a-z0-9-]*):[a-z]+\|/gu, '$1|');
}

function marks(script: string, found: readonly Finding[]): string {
  return found
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { rule, span }) => `${text.slice(0, span.start)}<${rule}|${text.slice(span.start, span.end)}|>${text.slice(span.end)}`,
      script,
    );
}

/** The script after the first rewording of the first finding that has one. */
function fixOf(script: string, found: readonly Finding[]): string | undefined {
  const fix = found.flatMap((finding) => finding.fixes().slice(0, 1))[0];
  return fix?.edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((text, e) => text.slice(0, e.span.start) + e.text + text.slice(e.span.end), script);
}

/** The speaker we put in front of an example is taken off again. */
function withoutSpeaker(fixed: string, wanted: string): string {
  const speaker = /^(?:\u5ba2\u670d\uff1a|Agent: )/u;
  return (speaker.test(wanted) ? fixed : fixed.replace(new RegExp(speaker.source, 'gmu'), '')).trim();
}
