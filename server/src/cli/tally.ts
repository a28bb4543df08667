import type { Finding } from '../core/index.ts';
import type { FileResult, Reporter, Summary } from './fileResult.ts';

/** Counts a run. */
export class Tally {
  private readonly startedAt: number;
  private readonly counts = { error: 0, warning: 0, info: 0, hint: 0 };
  private readonly rules = new Map<string, number>();
  private files = 0;
  private bad = 0;
  private turns = 0;
  private fixable = 0;
  private suppressed = 0;
  /** Of everything found, shown or not: the exit code is about that. */
  readonly all = { error: 0, warning: 0, info: 0, hint: 0 };
  skipped = 0;
  fixed = { files: 0, applied: 0 };

  constructor(startedAt: number) {
    this.startedAt = startedAt;
  }

  /** Counts a file that has been reported, `found` being everything found in it. */
  add(file: FileResult, found: readonly Finding[], turns: number, reporter: Reporter): void {
    this.files++;
    this.turns += turns;
    this.suppressed += file.suppressed;
    if (file.findings.length > 0) this.bad++;
    for (const { severity } of found) this.all[severity]++;
    for (const finding of file.findings) {
      this.counts[finding.severity]++;
      this.rules.set(finding.rule, (this.rules.get(finding.rule) ?? 0) + 1);
      if (reporter.showsFixes && finding.fixes().length > 0) this.fixable++;
    }
  }

  summary(now: number): Summary {
    const { files, bad, turns, fixable, suppressed, skipped, rules, all, counts } = this;
    const hidden = all.error + all.warning + all.info - counts.error - counts.warning - counts.info;
    return {
      files,
      bad,
      turns,
      ...this.counts,
      fixable,
      suppressed,
      skipped,
      hidden,
      milliseconds: Math.round(now - this.startedAt),
      rules,
    };
  }
}
