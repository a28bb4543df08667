import type { Finding, Fix, Reason } from './finding.ts';
import type { Found } from './settle.ts';
import type { Lang } from './wording.ts';

/** A finding as plain data: what it offers is worked out, as far as it was asked for. */
export interface PlainFinding extends Omit<Finding, 'fixes' | 'why'> {
  readonly fixes: readonly Fix[];
  readonly why?: readonly Reason[] | undefined;
}

/** What was found in a source as plain data, which another thread can be told; `settle` of the same source takes it. */
export interface PlainFound extends Omit<Found, 'findings'> {
  readonly findings: readonly PlainFinding[];
  readonly lang: Lang;
}

/** What may be asked for beside findings, and costs more than they do. */
export type Asked = ReadonlySet<'fixes' | 'why'>;

export function plainFound(found: Found, lang: Lang, asked: Asked): PlainFound {
  const findings = found.findings.map((finding): PlainFinding => {
    const { fixes, why } = finding;
    return { ...finding, fixes: asked.has('fixes') ? fixes() : [], why: asked.has('why') ? why?.() : undefined };
  });
  return { ...found, findings, lang };
}

export function foundFrom({ lang: _, ...plain }: PlainFound): Found {
  const findings = plain.findings.map((finding): Finding => {
    const { fixes, why } = finding;
    return { ...finding, fixes: () => fixes, why: why && (() => why) };
  });
  return { ...plain, findings };
}
