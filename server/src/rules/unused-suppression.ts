import type { CodeRule } from './registry.ts';

/** A comment that suppresses nothing: the engine knows which. */
export const unusedSuppression: CodeRule = (meta) => ({ scope: 'suppression', meta });
