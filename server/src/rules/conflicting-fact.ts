import { factsTopic } from './knowledge/facts.ts';
import type { CodeRule } from './registry.ts';

export const conflictingFact: CodeRule = (meta) => ({ scope: 'workspace', meta, topic: factsTopic() });
