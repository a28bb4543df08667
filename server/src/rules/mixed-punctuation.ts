import type { TypingReport } from '../engine/rule.ts';
import type { CodeRule } from './registry.ts';

const HALF = ',;:!?.()';
const FULL = '\uff0c\uff1b\uff1a\uff01\uff1f\u3002\uff08\uff09';
/** A Chinese character or a mark that closes Chinese words. */
const CHINESE = /[\u3400-\u9fff\u300b\u300d\u300f\u3011\uff09\u201d]/;
const HAN = /[\u3400-\u9fff]/;
const LATIN = /[a-z]/i;
const HALF_AMONG_CHINESE = /[\u3400-\u9fff\u3001-\u3017\uff00-\uff0f}\])\u201d]\s?[,;:!?.(]|[,;:!?)]\s?[\u3400-\u9fff]/;
const FULL_AMONG_ENGLISH = /[a-z\d}"')]\s*[\uff0c\uff1b\uff1a\uff01\uff1f\u3002\uff08\u3001]/i;

export const mixedPunctuation: CodeRule = (meta) => ({
  scope: 'typing',
  meta,
  mayApply: (source) => HALF_AMONG_CHINESE.test(source) || FULL_AMONG_ENGLISH.test(source),
  *check(text) {
    let at = 0;
    for (const line of text.split('\n')) {
      for (const report of HAN.test(line) ? amongChinese(line) : LATIN.test(line) ? amongEnglish(line) : []) {
        yield { ...report, span: { start: report.span.start + at, end: report.span.end + at } };
      }
      at += line.length + 1;
    }
  },
});

/** Half-width marks that end or set off Chinese words. */
function* amongChinese(line: string): Generator<TypingReport> {
  const brackets = chineseBrackets(line);
  for (const { 0: marks, index: start } of line.matchAll(/[!?]+|[,;:.()]/gu)) {
    const end = start + marks.length;
    const isBracket = marks === '(' || marks === ')';
    if (isBracket ? !brackets.has(start) : !endsChinese(line, start, end)) continue;
    const space = !isBracket && /^ [\u3400-\u9fff]/u.test(line.slice(end, end + 2)) ? 1 : 0;
    yield { span: { start, end: end + space }, replacement: Array.from(marks, (mark) => FULL[HALF.indexOf(mark)]!).join('') };
  }
}

/** Where round brackets stand that hold Chinese words. */
function chineseBrackets(line: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { 0: words, index } of line.matchAll(/[(\uff08][^()\uff08\uff09]*[)\uff09]/gu)) {
    if (HAN.test(words)) found.add(index).add(index + words.length - 1);
  }
  return found;
}

function endsChinese(line: string, start: number, end: number): boolean {
  const before = line[start - 1] ?? '';
  const after = line[end] ?? '';
  const next = after === ' ' ? (line[end + 1] ?? '') : after;
  const mark = line[start]!;
  if (mark === '.')
    return (
      CHINESE.test(before) &&
      after !== '.' &&
      (next === '' || HAN.test(next) || after === ' ') &&
      !/\.\s?[a-z]/iu.test(line.slice(start, start + 3))
    );
  if ((mark === ':' || mark === ';') && /[-()|DPpOo3*\\/]/u.test(after)) return false;
  if (CHINESE.test(before)) return true;
  return HAN.test(next) && /[\w}%\u00b0\u2103\uff10-\uff19]/u.test(before) && !(mark === ':' && LINK_BEFORE.test(line.slice(0, start)));
}

const LINK_BEFORE = /(?:https?|www\.\S*)$/iu;

/** Full-width marks in a line of English. */
function* amongEnglish(line: string): Generator<TypingReport> {
  for (const { 0: marks, index: start } of line.matchAll(/[\uff01\uff1f]+|[\uff0c\uff1b\uff1a\u3002\uff08\uff09\u3001]/gu)) {
    const end = start + marks.length;
    const plain = Array.from(marks, (mark) => (mark === '\u3001' ? ',' : HALF[FULL.indexOf(mark)]!)).join('');
    const opens = plain === '(' && /[\w}]$/u.test(line.slice(0, start)) ? ' ' : '';
    const follows = plain !== '(' && /^[\w({]/u.test(line.slice(end)) ? ' ' : '';
    yield { span: { start, end }, replacement: opens + plain + follows };
  }
}
