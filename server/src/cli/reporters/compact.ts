import type { Locale } from '../../core/index.ts';
import { harmless } from '../cells.ts';
import { countOf } from '../counts.ts';
import type { Reporter } from '../fileResult.ts';

/** A finding a line, as ESLint's format of that name has it: editors have matchers for it. */
export function compact(locale: Locale): Reporter {
  return {
    showsFixes: false,
    start: () => '',
    *file({ path, findings, lines }) {
      for (const { span, severity, message, rule } of findings) {
        const { line, column } = lines.placeAt(span.start);
        const word = severity[0]!.toUpperCase() + severity.slice(1);
        yield `${path}: line ${line + 1}, col ${column + 1}, ${word} - ${harmless(message[locale])} (${rule})\n`;
      }
    },
    end: (summary) => {
      const total = summary.error + summary.warning + summary.info + summary.hint;
      return total === 0 ? '' : `\n${countOf(total, 'problems', locale)}\n`;
    },
  };
}
