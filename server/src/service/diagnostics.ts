import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/index.ts';
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
  const related = finding.related.filter((place) => place.path === undefined);
  if (presentation.related && related.length > 0) {
    diagnostic.relatedInformation = related.map(({ span, message: words }) => ({
      location: { uri, range: toRange(lines, span) },
      message: words[presentation.locale],
    }));
  }
  return diagnostic;
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
