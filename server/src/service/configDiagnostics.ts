import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Locale, lineIndex } from '../core/index.ts';
import type { ConfigProblem } from '../core/project.ts';
import { toRange } from './convert.ts';
import { SOURCE } from './diagnostics.ts';

/** What is wrong with a config file, each problem at its place in the file's text. */
export function configDiagnostics(problems: readonly ConfigProblem[], text: string, locale: Locale): Diagnostic[] {
  const lines = lineIndex(text);
  return problems.map(({ span, severity, code, message }) => ({
    range: toRange(lines, span),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    source: SOURCE,
    message: message[locale],
  }));
}
