import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding, Stretch } from '../core/index.ts';
import type { Checked, Presentation } from './checked.ts';
import { diagnosticsIn, lowerRelated } from './diagnostics.ts';

/**
 * Writes the diagnostics of one document as JSON, as the protocol sends them, and keeps what it has written of each stretch: an edit
 * costs the stretches it touches, and of those it moves to other lines the line numbers. Belongs to one presentation.
 */
export class DiagnosticsJson {
  private readonly written = new WeakMap<readonly Finding[], Written>();
  private readonly encoder = new TextEncoder();

  /** The array of diagnostics in UTF-8, in pieces. */
  of({ uri, stretches }: Checked, presentation: Presentation): readonly Uint8Array[] {
    const pieces = [OPEN];
    for (const stretch of stretches) {
      if (stretch.findings.length === 0) continue;
      if (pieces.length > 1) pieces.push(COMMA);
      pieces.push(this.stretch(stretch, uri, presentation));
    }
    pieces.push(CLOSE);
    return pieces;
  }

  private stretch(stretch: Stretch, uri: string, presentation: Presentation): Uint8Array {
    const { findings, line } = stretch;
    const before = this.written.get(findings);
    if (before?.line === line) return before.bytes;
    const items = before?.items ?? diagnosticsIn(stretch, uri, presentation).map(template);
    const bytes = this.encoder.encode(items.map((item) => textOf(item, line, uri)).join());
    this.written.set(findings, { line, items, bytes });
    return bytes;
  }
}

/** What was written of a stretch when it began at a line. */
interface Written {
  readonly line: number;
  readonly items: readonly Template[];
  readonly bytes: Uint8Array;
}

/** A diagnostic with all that does not depend on its line written already. */
interface Template extends Pick<Diagnostic, 'range'> {
  /** What follows the range. */
  readonly rest: string;
  readonly related: readonly DiagnosticRelatedInformation[] | undefined;
}

function template({ range, relatedInformation: related, ...rest }: Diagnostic): Template {
  return { range, rest: JSON.stringify(rest).slice(1, -1), related };
}

function textOf({ range: { start, end }, rest, related }: Template, by: number, uri: string): string {
  const from = `{"line":${start.line + by},"character":${start.character}}`;
  const to = `{"line":${end.line + by},"character":${end.character}}`;
  const more = related ? `,"relatedInformation":${JSON.stringify(lowerRelated(related, by, uri))}` : '';
  return `{"range":{"start":${from},"end":${to}},${rest}${more}}`;
}

const [OPEN, COMMA, CLOSE] = ['[', ',', ']'].map((mark) => new TextEncoder().encode(mark)) as [Uint8Array, Uint8Array, Uint8Array];
