import type { Finding, LineIndex, Locale } from '../../core/index.ts';
import type { ViewFinding } from '../../viewProtocol.ts';
import { toRange } from '../convert.ts';

/** What pictures are put in words with. */
export interface ViewWords {
  readonly locale: Locale;
  /** What a rule is called; undefined for what is no rule. */
  readonly titleOf: (rule: string) => string | undefined;
}

export function viewFinding({ rule, severity, message, span }: Finding, lines: LineIndex, { locale, titleOf }: ViewWords): ViewFinding {
  return { rule, title: titleOf(rule) ?? rule, severity, message: message[locale], range: toRange(lines, span) };
}
