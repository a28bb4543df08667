import type { Finding, Lang, Settings, Turn } from '../../core/index.ts';
import { type MappedText, type placeholdersOf, sourceExtent, toDecoded } from '../../core/reading.ts';
import type { ChatRun } from '../../viewProtocol.ts';
import { sampleFor } from './samples.ts';

/** How placeholders are written and what they are filled with. */
export interface Filling {
  readonly placeholders: ReturnType<typeof placeholdersOf>;
  readonly known: Settings['known'];
  readonly lang: Lang;
}

/** What a turn says, paragraph by paragraph: placeholders filled in, and every stretch with the findings that underline it. */
export function paragraphsOf({ utterances }: Turn, findings: readonly Finding[], filling: Filling): ChatRun[][] {
  return utterances.map(({ body }) => runsOf(body, marksOf(body, findings), filling));
}

/** Words that no finding is about: a stage direction. */
export function plainRuns(text: string, filling: Filling): ChatRun[] {
  return runsOf({ text, at: 0 }, [], filling);
}

interface Mark {
  readonly finding: number;
  readonly start: number;
  readonly end: number;
}

/** A finding about all that is said, where that is longer than this, is about no words of it: a line under everything tells nothing. */
const SHORT = 8;

function marksOf(body: MappedText, findings: readonly Finding[]): Mark[] {
  const extent = sourceExtent(body);
  return findings.flatMap(({ span }, finding) => {
    if (span.start >= extent.end || span.end <= extent.start) return [];
    if (span.start <= extent.start && span.end >= extent.end && body.text.length > SHORT) return [];
    const [start, end] = [toDecoded(body, span.start), toDecoded(body, span.end)];
    return start < end ? [{ finding, start, end }] : [];
  });
}

function runsOf({ text }: MappedText, marks: readonly Mark[], { placeholders, known, lang }: Filling): ChatRun[] {
  const runs: ChatRun[] = [];
  const add = (start: number, end: number, sample?: string): void => {
    const findings = marks.filter((mark) => mark.start < end && start < mark.end).map(({ finding }) => finding);
    const written = text.slice(start, end);
    runs.push({
      ...(sample === undefined ? { text: written } : { text: sample, sample: written }),
      ...(findings.length > 0 ? { findings } : {}),
    });
  };
  const plain = (start: number, end: number): void => {
    const cuts = marks.flatMap((mark) => [mark.start, mark.end]).filter((cut) => cut > start && cut < end);
    const bounds = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
    for (let i = 1; i < bounds.length; i++) add(bounds[i - 1]!, bounds[i]!);
  };
  let from = 0;
  for (const { 0: written, index } of text.matchAll(placeholders.pattern)) {
    if (index > from) plain(from, index);
    from = index + written.length;
    add(index, from, sampleFor(placeholders.nameOf(written), known, lang));
  }
  if (from < text.length) plain(from, text.length);
  return runs;
}
