import type { InlayHint } from 'vscode-languageserver';
import type { Locale, Span } from '../../core/index.ts';
import { isTurn } from '../../core/reading.ts';
import { toPosition } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { ACT_WORDS, SHOWN_ACTS } from './acts.ts';
import type { ActsOf } from './semanticTokens.ts';

/** What the agent does by each turn that ends within a part of the file, behind its words. */
export function inlayHints(parsed: Parsed, part: Span, actsOf: ActsOf, locale: Locale): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const { span, items } of parsed.document.scenes) {
    if (span.end < part.start || span.start > part.end) continue;
    for (const item of items) {
      if (!isTurn(item) || item.role !== 'agent' || item.span.end < part.start || item.span.end > part.end) continue;
      const done = new Set(item.utterances.flatMap(({ body }) => actsOf(body.text)));
      if (done.has('farewell')) done.delete('greeting');
      const shown = SHOWN_ACTS.filter((act) => done.has(act)).map((act) => ACT_WORDS[act][locale]);
      if (shown.length === 0) continue;
      hints.push({ position: toPosition(parsed.lines, item.span.end), label: `\u00ab${shown.join(' \u00b7 ')}\u00bb`, paddingLeft: true });
    }
  }
  return hints;
}
