import type { Finding, Fix, Reason } from './finding.ts';
import type { Found } from './settle.ts';
import type { Lang } from './wording.ts';

/** A finding as plain data: what it offers is worked out, as far as it was asked for. */
export interface PlainFinding extends Omit<Finding, 'fixes' | 'why'> {
  readonly fixes: readonly Fix[];
  readonly why?: readonly Reason[];
}

/** What was found in a source as plain data, which another thread can be told; `settle` of the same source takes it. */
export interface PlainFound extends Omit<Found, 'findings'> {
  readonly findings: readonly PlainFinding[];
  readonly lang: Lang;
}

/** What may be asked for beside findings, and costs more than they do. */
export type Asked = ReadonlySet<'fixes' | 'why'>;

export function plainFound(found: Found, lang: Lang, asked: Asked): PlainFound {
  const findings = found.findings.map(({ fixes, why, ...rest }): PlainFinding => {
    const plain = { ...rest, fixes: asked.has('fixes') ? fixes() : [] };
    return why && asked.has('why') ? { ...plain, why: why() } : plain;
  });
  return { ...found, findings, lang };
}

export function foundFrom({ lang: _, ...plain }: PlainFound): Found {
  return {
    ...plain,
    findings: plain.findings.map(({ fixes, why, ...rest }) => ({ ...rest, fixes: () => fixes, ...(why ? { why: () => why } : {}) })),
  };
}
