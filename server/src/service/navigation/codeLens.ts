import type { CodeLens, Command, Range } from 'vscode-languageserver';
import { compareLevels, type Finding, type Locale, type Severity } from '../../core/index.ts';
import { placeholderFinder } from '../../core/naming.ts';
import { isTurn, type Scene } from '../../core/reading.ts';
import { goToFindingsCommand } from '../../protocol.ts';
import type { Checked } from '../checked.ts';
import { toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { fill } from '../words.ts';
import type { ActsOf } from './semanticTokens.ts';
import { NAVIGATION_WORDS, SEVERITY_WORDS } from './words.ts';

/** What is left to count of a lens when it comes into view: the scene that begins there. */
export interface LensData {
  readonly uri: string;
  readonly start: number;
}

/** What a lens is written with. */
export interface LensWords {
  readonly locale: Locale;
  readonly actsOf: ActsOf;
  /** False for clients that do not know the command: to them the lens only tells. */
  readonly command: boolean;
}

/** One lens for each scene in which somebody speaks, still without words. */
export function codeLenses({ uri, document, lines }: Parsed): CodeLens[] {
  const lenses: CodeLens[] = [];
  for (const { span, titleSpan, items, level } of document.scenes) {
    const [first] = items.filter(isTurn);
    if (!first) continue;
    const at = level > 0 ? titleSpan.start : first.span.start;
    lenses.push({ range: toRange(lines, { start: at, end: at }), data: { uri, start: span.start } satisfies LensData });
  }
  return lenses;
}

/** What a scene comes to: its findings by severity, what the agent says in it, and whether it is begun and ended well. */
export function lensCommand(scene: Scene, parsed: Parsed, checked: Checked, words: LensWords): Command {
  const findings = checked.findings.filter(({ span }) => scene.span.start <= span.start && span.start < scene.span.end);
  const parts = [findingsOf(findings, words.locale), spoken(scene, words.locale), coverage(scene, parsed, words)];
  const title = parts.filter((part) => part !== '').join(' · ');
  if (!words.command || findings.length === 0) return { title, command: '' };
  const graver = [...findings].sort((a, b) => compareLevels(b.severity, a.severity) || a.span.start - b.span.start)[0]!;
  const range: Range = toRange(checked.lines, graver.span);
  return { title, command: goToFindingsCommand, arguments: [parsed.uri, range] };
}

/** The scene that a lens was made for; undefined where the text has changed since. */
export function sceneOfLens({ document }: Parsed, { start }: LensData): Scene | undefined {
  return [...document.scenes].find(({ span }) => span.start === start);
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

function findingsOf(findings: readonly Finding[], locale: Locale): string {
  const counts = SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const [one, several] = SEVERITY_WORDS[severity][locale];
    return count === 0 ? '' : count === 1 ? one : fill(several, { count: String(count) });
  }).filter((part) => part !== '');
  return counts.length === 0 ? NAVIGATION_WORDS.noFindings[locale] : counts.join(' · ');
}

function spoken({ items }: Scene, locale: Locale): string {
  const said = items.filter(isTurn).filter(({ role }) => role === 'agent');
  const phrases = said.filter(({ kind }) => kind === 'phrase').length;
  return [
    counted(said.length - phrases, NAVIGATION_WORDS.oneAgentTurn[locale], NAVIGATION_WORDS.agentTurns[locale]),
    counted(phrases, NAVIGATION_WORDS.onePhrase[locale], NAVIGATION_WORDS.phrases[locale]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function counted(count: number, one: string, several: string): string {
  return count === 0 ? '' : count === 1 ? one : fill(several, { count: String(count) });
}

/** A scene that is a conversation begins with a greeting and ends with a farewell; where scenes link, others may hold them, and no lack is told. */
function coverage({ items }: Scene, { document, settings }: Parsed, { locale, actsOf }: LensWords): string {
  const turns = items.filter(isTurn).filter(({ kind }) => kind === 'turn');
  const said = turns.filter(({ role }) => role === 'agent');
  if (said.length === 0 || said.length === turns.length) return '';
  const acts = said.map(({ utterances }) => utterances.flatMap(({ body }) => actsOf(body.text)));
  const [byName] = placeholderFinder(settings)(said[0]!.utterances[0]?.body.text.slice(0, 80) ?? '');
  const greets = acts.some((done) => done.includes('greeting') && !done.includes('farewell'));
  const last = acts.at(-1)!;
  return [
    mark(NAVIGATION_WORDS.greeting[locale], greets || (byName !== undefined && byName.span.start <= NAME_WITHIN), document.linked),
    mark(
      NAVIGATION_WORDS.closing[locale],
      last.some((act) => CLOSING.has(act)),
      document.linked || last.includes('apology'),
    ),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function mark(words: string, done: boolean, mayLack: boolean): string {
  return done ? `${words} \u2713` : mayLack ? '' : `${words} \u2717`;
}

/** A slot so near the beginning is the customer's name, which is a greeting too. */
const NAME_WITHIN = 6;
/** What the last words of a conversation do to end it well. */
const CLOSING: ReadonlySet<string> = new Set(['thanks', 'resolution-check', 'more-help', 'farewell']);
