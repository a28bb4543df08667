import type { Parsed } from '../parsed.ts';
import type { Change } from '../textEdits.ts';
import { isTurn, lineEnd, lineText, type Place, wordsOf } from './refactoring.ts';

/** Longest title taken from what the customer says, in Chinese characters; words of English are counted by their letters. */
const LONGEST = 12;

/**
 * The heading that makes a scene of its own of a turn and what follows it. Undefined where a scene begins already, and in
 * files whose scenes link, for there a new scene would be one that nothing leads to.
 */
export function newScene(parsed: Parsed, { scene, turn }: Place, untitled: string): Change | undefined {
  const { lines, document } = parsed;
  if (document.linked || (scene.level > 0 && scene.items.find(isTurn) === turn)) return undefined;
  let line = lines.placeAt(turn.span.start).line;
  if (lines.lineStart(line) !== turn.span.start) return undefined;
  while (line > 0 && /^\s*(?:\/\/|<!--.*-->\s*$)/u.test(lineText(parsed, line - 1))) line--;
  const end = lineEnd(parsed);
  const at = Math.max(lines.lineStart(line), parsed.text.startsWith('\ufeff') ? 1 : 0);
  const before = line > 0 && lineText(parsed, line - 1).trim() !== '' ? end : '';
  const marks = `${before}${'#'.repeat(Math.max(scene.level, 1))} `;
  const title = titleFrom({ scene, turn }) ?? untitled;
  const text = `${marks}${title}${end}${parsed.format === 'markdown' ? end : ''}`;
  const slot = { edit: 0, start: marks.length, end: marks.length + title.length };
  return { edits: [{ span: { start: at, end: at }, text }], slots: [slot] };
}

/** The first words of the first thing the customer says from here on. */
function titleFrom({ scene, turn }: Place): string | undefined {
  const rest = scene.items.slice(scene.items.indexOf(turn)).filter(isTurn);
  const customer = rest.find(({ role }) => role === 'customer');
  const clause = customer && /^[^\p{P}\n]+/u.exec(wordsOf(customer).replace(/^[\p{P}\s]+/u, ''))?.[0].trim();
  if (!clause) return undefined;
  if (/\p{Script=Han}/u.test(clause)) return Array.from(clause).slice(0, LONGEST).join('').trim();
  return /^.{1,36}(?=\s|$)/u.exec(clause)?.[0];
}
