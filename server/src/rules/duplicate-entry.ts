import { entriesTopic } from './knowledge/entries.ts';
import type { CodeRule } from './registry.ts';

export const duplicateEntry: CodeRule = (meta) => ({ scope: 'workspace', meta, topic: entriesTopic() });
