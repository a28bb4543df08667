import type { Finding, Fix, Locale, Reason, Span } from '../../core/index.ts';
import type { FileResult } from '../fileResult.ts';
import { fingerprints } from '../fingerprint.ts';
import { type Places, placesFor } from '../relatedPlaces.ts';

/** The JSON of one file, in pieces, as the contract of the command line has it. */
export function* jsonFile(file: FileResult, locale: Locale, shows: ReadonlySet<string> = new Set()): Generator<string> {
  const { path, format, lang } = file;
  yield `${JSON.stringify({ path, format, lang }).slice(0, -1)},`;
  yield* jsonFindings(file, locale, shows);
  yield `,"suppressed":${file.suppressed}}`;
}

/** The property that holds the findings of a text. */
export function* jsonFindings(file: FileResult, locale: Locale, shows: ReadonlySet<string>): Generator<string> {
  const fingerprint = fingerprints(file);
  let comma = '';
  yield '"findings":[';
  for (const finding of file.findings) {
    yield comma + JSON.stringify(jsonFinding(file, finding, fingerprint(finding), locale, shows));
    comma = ',';
  }
  yield ']';
}

function jsonFinding(file: FileResult, finding: Finding, fingerprint: string, locale: Locale, shows: ReadonlySet<string>): object {
  const { rule, severity, source, span, speaker, scene, turn } = finding;
  return {
    rule,
    severity,
    message: finding.message[locale],
    source,
    range: range(file, span),
    text: file.text.slice(span.start, span.end),
    speaker,
    scene,
    turn,
    related: finding.related.map((r) => ({
      path: r.path ?? file.path,
      range: range(placesFor(r, file), r.span),
      message: r.message[locale],
    })),
    fixes: finding.fixes().map((fix) => jsonFix(file, fix, locale)),
    fingerprint,
    ...(shows.has('why') ? { why: (finding.why?.() ?? []).map((reason) => jsonReason(file, reason, locale)) } : {}),
  };
}

function jsonReason(file: FileResult, { depth, holds, message, span }: Reason, locale: Locale): object {
  return { message: message[locale], depth, holds, ...(span ? { range: range(file, span) } : {}) };
}

function jsonFix(file: FileResult, { title, kind, edits, slots }: Fix, locale: Locale): object {
  return { title: title[locale], kind, edits: edits.map(({ span, text }) => ({ range: range(file, span), text })), slots };
}

function range({ lines }: Places, { start, end }: Span): object {
  const at = (offset: number): object => {
    const { line, column } = lines.placeAt(offset);
    return { line: line + 1, column: column + 1, offset };
  };
  return { start: at(start), end: at(end) };
}
