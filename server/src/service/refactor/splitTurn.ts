import { type Edit, type Settings, type Span, sentences, sourceSpan, type Turn } from '../../core/index.ts';
import { placeholderFinder } from '../../core/naming.ts';
import type { Parsed } from '../parsed.ts';
import { isSpaced, labelOf, lineEnd } from './refactoring.ts';

/** The edits that put each sentence of a turn on a line of its own; none where that would change how it reads. */
export function sentencesOnLines(parsed: Parsed, turn: Turn): Edit[] {
  if (parsed.format !== 'huashu') return [];
  return joints(parsed, turn)
    .filter(({ start, end }) => {
      const between = parsed.text.slice(start, end);
      const joined = isSpaced(parsed.text[start - 1]!) && isSpaced(parsed.text[end]!) ? ' ' : '';
      return between === joined && !MEANS_MORE.test(parsed.text.slice(end, end + 40));
    })
    .map((span) => ({ span, text: `${lineEnd(parsed)}  ` }));
}

/** The edit that lets a new turn of the same speaker begin at the sentence nearest to an offset. */
export function splitTurn(parsed: Parsed, turn: Turn, offset: number): Edit | undefined {
  const { text, lines } = parsed;
  const label = labelOf(parsed, turn);
  if (label === undefined) return undefined;
  const start = lines.lineStart(lines.placeAt(turn.span.start).line);
  const whole = joints(parsed, turn).filter((joint) => isOutsideMarkup(text.slice(start + label.length, joint.start)));
  const distance = (joint: Span): number => Math.min(Math.abs(joint.start - offset), Math.abs(joint.end - offset));
  const [first, ...rest] = whole;
  if (!first) return undefined;
  const nearest = rest.reduce((best, joint) => (distance(joint) < distance(best) ? joint : best), first);
  const end = lineEnd(parsed);
  return { span: nearest, text: `${parsed.format === 'markdown' ? end : ''}${end}${label}` };
}

/** What an indented line would be besides words. */
const MEANS_MORE = /^(?:\/\/|<!--|[\u2713\u2714\u2705\u2717\u2718\u274c]|[^\s:\uff1a]{1,31}[:\uff1a])/u;

/** Where one sentence of a turn ends and the next begins: the source between them, which is empty in Chinese. */
function joints({ settings }: Parsed, { utterances }: Turn): Span[] {
  const [utterance] = utterances;
  if (!utterance || utterances.length > 1) return [];
  const { body } = utterance;
  const found = sentences(masked(body.text, settings));
  return found.slice(1).flatMap((next, i) => {
    const span = { start: sourceSpan(body, found[i]!).end, end: sourceSpan(body, next).start };
    return span.start <= span.end ? [span] : [];
  });
}

/** A text as sentences are told apart in it: what stands in quotation marks or is a placeholder has no ends. */
function masked(text: string, settings: Settings): string {
  let seen = text;
  for (const { start, end } of placeholderFinder(settings)(text).map(({ whole }) => whole)) {
    seen = seen.slice(0, start) + MASK.repeat(end - start) + seen.slice(end);
  }
  return seen
    .replace(QUOTED, (found) => MASK.repeat(found.length))
    .replace(/[\uff01\uff1f\uff1b]/gu, (mark) => '!?;'['\uff01\uff1f\uff1b'.indexOf(mark)]!);
}

const MASK = '\ufffb';
const QUOTED =
  /"[^"\n]*"|\u201c[^\u201c\u201d]*\u201d|\u2018[^\u2018\u2019]*\u2019|\u300c[^\u300c\u300d]*\u300d|\u300e[^\u300e\u300f]*\u300f/gu;

/** False amid emphasis or code, which a line end between turns would break. */
function isOutsideMarkup(before: string): boolean {
  return (before.match(/\*+|_{2}/gu)?.length ?? 0) % 2 === 0 && (before.match(/`+/gu)?.length ?? 0) % 2 === 0;
}
