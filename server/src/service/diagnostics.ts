import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { Finding, Related, Severity } from '../core/index.ts';
import type { Checked, Presentation } from './checked.ts';
import { toRange } from './convert.ts';

/** What the editor files our diagnostics under. */
export const SOURCE = 'huashu';

/** The findings of a document as diagnostics, in order of place. Fixes are not computed. */
export function diagnosticsOf(checked: Checked, presentation: Presentation): Diagnostic[] {
  return checked.findings.map((finding) => toDiagnostic(finding, checked, presentation));
}

export function toDiagnostic(finding: Finding, { uri, lines }: Checked, presentation: Presentation): Diagnostic {
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

function placed({ start, end }: NonNullable<Related['range']>): Range {
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
