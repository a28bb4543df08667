import { retellingRule } from './data/retellingRule.ts';
import type { CodeRule } from './registry.ts';

/** Orders to be silent. The customer is asked to go on, or asked leave to explain. */
export const interrupting: CodeRule = (meta, packs) => retellingRule(meta, packs, { fewest: 1 });
