import type { Comment } from '../../dialogue/model.ts';
import { isSpace, skipSpace, trimEnd } from '../../text/space.ts';
import type { Span } from '../../text/span.ts';

/** What of a line is no comment and no white space around it. Set from line to line, going forward. */
export class VisibleLine {
  /** Where the line begins. */
  start = 0;
  /** The first visible unit; `end` when there is none. */
  first = 0;
  end = 0;
  /** Where the first stretch without a comment ends. */
  firstRunEnd = 0;
  /** Where the first stretch without a comment begins, white space included. */
  firstRunStart = 0;
  /** The line goes on with what stands above: it begins with white space, or in a comment that stands behind words. */
  indented = false;
  hasComment = false;
  /** A comment that may run on to the next line stands behind words. */
  private breaksOff = false;
  private readonly runs: Span[] = [];
  private nextComment = 0;
  private readonly source: string;
  private readonly comments: readonly Comment[];

  constructor(source: string, comments: readonly Comment[]) {
    this.source = source;
    this.comments = comments;
  }

  set(start: number, end: number): void {
    const { source, comments } = this;
    this.start = start;
    while (this.nextComment < comments.length && comments[this.nextComment]!.span.end <= start) this.nextComment++;
    const comment = comments[this.nextComment];
    this.hasComment = comment !== undefined && comment.span.start < end;
    if (this.hasComment) this.setRuns(start, end);
    else {
      this.firstRunStart = start;
      this.first = skipSpace(source, start, end);
      this.end = this.firstRunEnd = trimEnd(source, this.first, end);
      this.indented = this.first > start && hasSpace(source, start, this.first);
    }
  }

  /** The stretches of the line from `from` on that are no comment. */
  *words(from: number): Generator<Span> {
    if (!this.hasComment) yield { start: from, end: this.end };
    else for (const run of this.runs) if (run.end > from) yield { start: Math.max(run.start, from), end: run.end };
  }

  private setRuns(start: number, end: number): void {
    const { source, comments, runs } = this;
    runs.length = 0;
    const resumes = this.breaksOff && comments[this.nextComment]!.span.start < start;
    let from = start;
    for (let i = this.nextComment; i < comments.length && comments[i]!.span.start < end; i++) {
      const { span } = comments[i]!;
      if (span.start > from) this.addRun(from, span.start);
      from = Math.max(from, Math.min(span.end, end));
    }
    if (from < end) this.addRun(from, end);
    while (runs.length > 0 && skipSpace(source, runs.at(-1)!.start, runs.at(-1)!.end) === runs.at(-1)!.end) runs.pop();
    this.breaksOff = resumes || runs.length > 0;
    const [head] = runs;
    const last = runs.at(-1);
    this.firstRunStart = head?.start ?? end;
    this.first = head ? skipSpace(source, head.start, head.end) : end;
    this.end = last ? trimEnd(source, last.start, last.end) : end;
    if (last) runs[runs.length - 1] = { start: last.start, end: this.end };
    this.firstRunEnd = head ? trimEnd(source, this.first, head.end) : end;
    this.indented = resumes || (head?.start === start && this.first > start && hasSpace(source, start, this.first));
  }

  /** Stretches before the first visible unit are left out. */
  private addRun(start: number, end: number): void {
    if (this.runs.length > 0 || skipSpace(this.source, start, end) < end) this.runs.push({ start, end });
  }
}

function hasSpace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isSpace(text.charCodeAt(at))) return true;
  return false;
}
