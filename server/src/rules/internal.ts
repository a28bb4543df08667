import type { CodeRule } from './registry.ts';

/** A rule that failed: the engine names it. */
export const internal: CodeRule = (meta) => ({ scope: 'internal', meta });
