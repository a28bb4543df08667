import { scenesTopic } from './knowledge/sceneGraph.ts';
import type { CodeRule } from './registry.ts';

/** A scene that nothing leads to. */
export const unreachableScene: CodeRule = (meta) => ({ scope: 'workspace', meta, topic: scenesTopic() });
