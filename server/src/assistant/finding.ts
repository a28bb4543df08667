import { type Finding, type Fix, type Locale, lineIndex, type Span } from '../core/index.ts';
import { SEVERITY } from './said.ts';
import { count, listOf, oneOf, record, text, type ValueOf } from './shape.ts';

const PLACE = record(
  { line: count('From 1', 1), column: count('From 1, in UTF-16 units', 1), offset: count('From 0, in UTF-16 units', 0) },
  {},
);
const RANGE = record({ start: PLACE, end: PLACE }, {});
const SLOT = record(
  { name: oneOf('What must be decided', 'alternative', 'time', 'reason', 'name'), text: text('The placeholder that stands for it') },
  {},
);
const FIX = record(
  {
    title: text('What it does'),
    kind: oneOf('safe: only rearranges what is there', 'safe', 'suggestion'),
    edits: listOf('What to put where', record({ range: RANGE, text: text('The new words') }, {})),
    slots: listOf('What a person must still decide', SLOT),
  },
  {},
);

/** A finding as assistants get it. */
export const FINDING = record(
  {
    rule: text('Id of the rule; explain tells more'),
    severity: SEVERITY,
    message: text('What is wrong, and what to say instead'),
    words: text('The words themselves'),
    source: text('Where in the service training the rule comes from'),
    range: RANGE,
    fixes: listOf('Rewordings that pass every check', FIX),
  },
  { scene: text('Heading of the scene'), turn: count('Number of the turn in its scene', 1) },
);
export type FindingData = ValueOf<typeof FINDING>;

/** What makes findings in one text plain data; `part` is the part of it that ranges count in. */
export function findingData(whole: string, part: Span, locale: Locale): (finding: Finding) => FindingData {
  const lines = lineIndex(whole.slice(part.start, part.end));
  const range = ({ start, end }: Span): FindingData['range'] => {
    const at = (offset: number): FindingData['range']['start'] => {
      const { line, column } = lines.placeAt(offset - part.start);
      return { line: line + 1, column: column + 1, offset: offset - part.start };
    };
    return { start: at(start), end: at(end) };
  };
  const fix = ({ title, kind, edits, slots }: Fix): FindingData['fixes'][number] => ({
    title: title[locale],
    kind,
    edits: edits.map(({ span, text: words }) => ({ range: range(span), text: words })),
    slots: slots.map(({ name, edit, start, end }) => ({ name, text: edits[edit]!.text.slice(start, end) })),
  });
  return (finding) => {
    const { rule, severity, message, source, span, scene, turn } = finding;
    return {
      rule,
      severity,
      message: message[locale],
      words: whole.slice(span.start, span.end),
      source,
      range: range(span),
      fixes: finding.fixes().map(fix),
      ...(scene === undefined || scene === '' ? {} : { scene }),
      ...(turn === undefined ? {} : { turn }),
    };
  };
}

/** A finding for whoever reads: the place, the words, the reason, and the first wordings to use instead. */
export function findingLines({ rule, severity, message, words, range, fixes }: FindingData): string[] {
  const { line, column } = range.start;
  const better = fixes.flatMap(({ edits }) => (edits.length === 1 && edits[0]!.text.trim() !== '' ? [`  → ${edits[0]!.text}`] : []));
  const quoted = words === '' ? '' : ` “${words.replace(/\s+/gu, ' ')}”`;
  return [`${line}:${column} ${severity} ${rule}${quoted}: ${message.replace(/\s*\n\s*/gu, ' ')}`, ...better];
}
