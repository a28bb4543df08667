import { scenesTopic } from './knowledge/sceneGraph.ts';
import type { CodeRule } from './registry.ts';

/** A link to a scene that is nowhere. */
export const brokenLink: CodeRule = (meta) => ({ scope: 'workspace', meta, topic: scenesTopic() });
