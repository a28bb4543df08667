import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { Finding, Related, Severity, Stretch } from '../core/index.ts';
import type { Checked, Presentation } from './checked.ts';
import { toRange } from './convert.ts';

/** What the editor files our diagnostics under. */
export const SOURCE = 'huashu';

/** The findings of a document as diagnostics, in order of place. Fixes are not computed. */
export function diagnosticsOf({ uri, stretches }: Checked, presentation: Presentation): Diagnostic[] {
  return stretches.flatMap((stretch) =>
    diagnosticsIn(stretch, uri, presentation).map((diagnostic) => lower(diagnostic, stretch.line, uri)),
  );
}

/** The findings of a stretch of a document as diagnostics, by the stretch's own lines. */
export function diagnosticsIn({ findings, lines: linesOf }: Stretch, uri: string, presentation: Presentation): Diagnostic[] {
  if (findings.length === 0) return [];
  const lines = linesOf();
  return findings.map((finding) => toDiagnostic(finding, { uri, lines }, presentation));
}

/** The same diagnostic so many lines further down. */
export function lower(diagnostic: Diagnostic, by: number, uri: string): Diagnostic {
  if (by === 0) return diagnostic;
  const { range, relatedInformation: related } = diagnostic;
  const lowered = { ...diagnostic, range: lowerRange(range, by) };
  return related ? { ...lowered, relatedInformation: lowerRelated(related, by, uri) } : lowered;
}

/** The same places so many lines further down, but for those in other files. */
export function lowerRelated(related: readonly DiagnosticRelatedInformation[], by: number, uri: string): DiagnosticRelatedInformation[] {
  return related.map(({ location, message }) =>
    location.uri === uri ? { location: { uri, range: lowerRange(location.range, by) }, message } : { location, message },
  );
}

export function toDiagnostic(finding: Finding, { uri, lines }: Pick<Checked, 'uri' | 'lines'>, presentation: Presentation): Diagnostic {
  const message = finding.message[presentation.locale];
  const diagnostic: Diagnostic = {
    range: toRange(lines, finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: presentation.singleLine ? message.replace(/\s*[\r\n]+\s*/gu, ' ') : message,
  };
  const href = presentation.pageOf(finding.rule);
  if (href !== undefined) diagnostic.codeDescription = { href };
  if (finding.rule === 'unused-suppression') diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (presentation.related && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, path, range, message: words }) => ({
      location:
        path === undefined || !range ? { uri, range: toRange(lines, span) } : { uri: presentation.uriOf(path), range: placed(range) },
      message: words[presentation.locale],
    }));
  }
  return diagnostic;
}

function lowerRange({ start, end }: Range, by: number): Range {
  return { start: { line: start.line + by, character: start.character }, end: { line: end.line + by, character: end.character } };
}

function placed({ start, end }: NonNullable<Related['range']>): Range {
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
