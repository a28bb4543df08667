import fc from 'fast-check';
import { createLinter, type Finding, type Settings } from '../../server/src/core/index.ts';
import { runs } from '../support/runs.ts';

export const linter = createLinter();
export const STRICT: Settings = { preset: 'strict' };

/** Everything about findings that can be compared. */
export function plain(findings: readonly Finding[]): unknown[] {
  return findings.map(({ fixes: _, why: __, ...rest }) => rest);
}

export function property<T>(arbitrary: fc.Arbitrary<T>, usual: number, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), {
    numRuns: runs(usual),
    seed: process.env['HUASHU_SEED'] ? Number(process.env['HUASHU_SEED']) : 20_261_122,
  });
}

export function within(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
