import { SLOT_NAMES } from '../engine/rule.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { marksOf, mayHoldMarks } from './knowledge/placeholderMarks.ts';
import type { CodeRule } from './registry.ts';

/** Names that are always known: those of the slots that fixes leave for the writer to fill in. */
const RESERVED: ReadonlySet<string> = new Set(Object.values(SLOT_NAMES).flatMap((names) => Object.values(names)));

export const unknownPlaceholder: CodeRule = (meta) => ({
  scope: 'typing',
  meta,
  reads: 'placeholders',
  mayApply: (source, settings) => settings.declared.known !== undefined && mayHoldMarks(source, settings),
  *check(text, settings) {
    const { known = [] } = settings.declared;
    if (!mayHoldMarks(text, settings)) return;
    for (const found of fold(settings.reading.lexicon.folds, text).matchAll(settings.placeholders)) {
      const span = { start: found.index, end: found.index + found[0].length };
      const marks = marksOf(found[0], settings);
      const name = text.slice(span.start + marks.open.length, span.end - marks.close.length).trim();
      if (name === '' || isKnown(name, known)) continue;
      const near = nearest(name, known);
      const suggestions = near === undefined ? [] : [marks.open + near + marks.close];
      yield { span, data: near === undefined ? {} : { near }, suggestions };
    }
  },
});

/** Names are compared as the desk's software compares them: case counts, width does not. */
function isKnown(name: string, known: readonly string[]): boolean {
  if (known.includes(name) || RESERVED.has(name)) return true;
  const plain = name.normalize('NFKC');
  return known.some((other) => other.normalize('NFKC') === plain) || RESERVED.has(plain);
}
