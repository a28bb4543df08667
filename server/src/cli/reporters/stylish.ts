import type { Finding, Locale, Severity } from '../../core/index.ts';
import { harmless } from '../cells.ts';
import { countOf } from '../counts.ts';
import { excerpt } from '../excerpt.ts';
import type { FileResult, Reporter, Summary } from '../fileResult.ts';
import { placesFor } from '../relatedPlaces.ts';
import type { Style } from '../style.ts';
import { reasonLines } from '../testReport.ts';
import { say } from '../wording.ts';
import { wrapped } from '../wrapped.ts';

/** For people: the line, the words underlined in place, what is wrong, and what to say instead. */
export function stylish(locale: Locale, style: Style, columns: number | undefined, shows: ReadonlySet<string> = new Set()): Reporter {
  const room = Math.min(columns ?? DEFAULT_COLUMNS, MOST_COLUMNS) - INDENT.length;
  return {
    showsFixes: true,
    start: () => '',
    *file(file) {
      if (file.findings.length === 0) return;
      yield `\n${style.underline(style.bold(harmless(file.path)))}\n`;
      for (const finding of file.findings) yield one(file, finding, locale, style, room, shows);
    },
    end: (summary) => (summary.files === 0 ? '' : `\n${closing(summary, locale, style)}\n`),
  };
}

const DEFAULT_COLUMNS = 100;
const MOST_COLUMNS = 120;
const INDENT = '    ';

function one(file: FileResult, finding: Finding, locale: Locale, style: Style, room: number, shows: ReadonlySet<string>): string {
  const { span, severity, rule } = finding;
  const { line, column } = file.lines.placeAt(span.start);
  const colour = style[COLOURS[severity]];
  const { before, words, after, indent, width } = excerpt(file.text, file.lines, span, room);
  const fix = finding.fixes()[0];
  const place = style.dim(`${line + 1}:${column + 1}`);
  return [
    '',
    `  ${place}  ${colour(severityWord(severity, locale))}  ${harmless(finding.message[locale])}  ${style.dim(rule)}`,
    `${INDENT}${before}${colour(words)}${after}`,
    `${INDENT}${' '.repeat(indent)}${colour('^'.repeat(width))}`,
    ...(shows.has('why') ? reasonLines(finding.why?.() ?? [], locale, style).map((reason) => INDENT + reason) : []),
    ...finding.related.slice(0, 2).map((r) => {
      const place = `${r.path ?? file.path}:${placesFor(r, file).lines.placeAt(r.span.start).line + 1}`;
      return `${INDENT}${style.dim(`${place}  ${harmless(r.message[locale])}`)}`;
    }),
    ...(fix ? behindArrow(`${harmless(fix.edits.map((e) => e.text).join(' \u2026 ')) || fix.title[locale]}`, room - 2, style) : []),
    '',
  ].join('\n');
}

/** The better wording behind its arrow. */
function behindArrow(text: string, room: number, style: Style): string[] {
  return wrapped(text, room).map((row, i) => `${INDENT}${i === 0 ? style.green('\u2192') : ' '} ${style.green(row)}`);
}

function closing(summary: Summary, locale: Locale, style: Style): string {
  const { files, bad, fixable, suppressed, skipped, hidden } = summary;
  const total = summary.error + summary.warning + summary.info + summary.hint;
  const checked = countOf(files, 'files', locale);
  const notes = [
    ...(fixable > 0 ? [say(locale, 'withFix', { n: fixable })] : []),
    ...(suppressed > 0 ? [say(locale, 'suppressed', { n: suppressed })] : []),
    ...(hidden > 0 ? [say(locale, 'hidden', { n: hidden })] : []),
    ...(skipped > 0 ? [say(locale, skipped === 1 ? 'skippedOne' : 'skipped', { n: skipped })] : []),
  ].map((note) => `\n  ${style.dim(note)}`);
  if (total === 0 && hidden > 0) return `${style.bold(say(locale, 'noneShown', { files: checked }))}${notes.join('')}`;
  if (total === 0) return style.green(`\u2714 ${say(locale, 'clean', { files: checked })}`) + notes.join('');
  const problems = countOf(total, 'problems', locale);
  const counts = (['error', 'warning', 'info', 'hint'] as const)
    .filter((s) => summary[s] > 0)
    .map((s) => style[COLOURS[s]](count(s, summary[s], locale)));
  const head = say(locale, files === 1 ? 'foundInOne' : 'found', { problems, bad, files: checked });
  return `${style.bold(`\u2716 ${head}`)} (${counts.join(locale === 'en' ? ', ' : '\u3001')})${notes.join('')}`;
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' } as const satisfies Record<Severity, keyof Style>;

function count(severity: Severity, n: number, locale: Locale): string {
  return say(locale, n === 1 ? `count-${severity}` : `counts-${severity}`, { n });
}

function severityWord(severity: Severity, locale: Locale): string {
  return say(locale, severity === 'warning' ? 'warningLevel' : severity);
}
