import type { Finding, Lang, Settings, Turn } from '../../core/index.ts';
import { type MappedText, type placeholdersOf, sourceExtent, toDecoded } from '../../core/reading.ts';
import type { ChatRun } from '../../viewProtocol.ts';
import { sampleFor } from './samples.ts';

/** How placeholders are written and what they are filled with. */
export interface Filling {
  readonly placeholders: ReturnType<typeof placeholdersOf>;
  readonly sampleOf: (written: string) => string;
}

/** Samples are looked for once: some scripts name the same placeholder in every line. */
export function fillingOf(placeholders: Filling['placeholders'], known: Settings['known'], lang: Lang): Filling {
  const found = new Map<string, string>();
  return {
    placeholders,
    sampleOf(written) {
      const sample = found.get(written) ?? sampleFor(placeholders.nameOf(written), known, lang);
      found.set(written, sample);
      return sample;
    },
  };
}

/** What a turn says, paragraph by paragraph: placeholders filled in, and every stretch with the findings that underline it. */
export function paragraphsOf({ utterances }: Turn, findings: readonly Finding[], filling: Filling, letters: number): ChatRun[][] {
  const paragraphs: ChatRun[][] = [];
  let room = letters;
  for (const { body } of utterances) {
    if (room <= 0) return [...paragraphs, [{ text: '\u2026' }]];
    paragraphs.push(runsOf(cut(body.text, room), marksOf(body, findings), filling));
    room -= body.text.length;
  }
  return paragraphs;
}

/** Words that no finding is about: a stage direction. */
export function plainRuns(text: string, filling: Filling, letters: number): ChatRun[] {
  return runsOf(cut(text, letters), [], filling);
}

/** Words that are longer than there is room for, cut with an ellipsis. */
export function cut(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters).replace(/[\ud800-\udbff]$/u, '')}\u2026` : text;
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

function runsOf(text: string, unsorted: readonly Mark[], { placeholders, sampleOf }: Filling): ChatRun[] {
  const runs: ChatRun[] = [];
  const marks = [...unsorted].sort((a, b) => a.start - b.start);
  const cuts = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
  let [next, nextCut] = [0, 0];
  /** Those that may still reach beyond what has been told. */
  let open: Mark[] = [];
  const add = (start: number, end: number, sample?: string): void => {
    while (next < marks.length && marks[next]!.start < end) open.push(marks[next++]!);
    open = open.filter((mark) => start < mark.end);
    const findings = open.map(({ finding }) => finding).sort((a, b) => a - b);
    const written = text.slice(start, end);
    runs.push({
      ...(sample === undefined ? { text: written } : { text: sample, sample: written }),
      ...(findings.length > 0 ? { findings } : {}),
    });
  };
  const plain = (start: number, end: number): void => {
    let from = start;
    for (; nextCut < cuts.length && cuts[nextCut]! < end; nextCut++) {
      if (cuts[nextCut]! <= from) continue;
      add(from, cuts[nextCut]!);
      from = cuts[nextCut]!;
    }
    add(from, end);
  };
  let from = 0;
  for (const { 0: written, index } of text.matchAll(placeholders.pattern)) {
    if (index > from) plain(from, index);
    from = index + written.length;
    add(index, from, sampleOf(written));
  }
  if (from < text.length) plain(from, text.length);
  return runs;
}
