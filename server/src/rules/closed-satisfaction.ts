import { retellingRule } from './data/retellingRule.ts';
import type { CodeRule } from './registry.ts';

/** A survey that yes or no answers. It asks what could be better, of the same thing. */
export const closedSatisfaction: CodeRule = (meta, packs) => retellingRule(meta, packs);
