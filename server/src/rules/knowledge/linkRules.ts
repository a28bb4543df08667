import type { CodeRule } from '../registry.ts';
import { scenesTopic } from './sceneGraph.ts';

/** A link to a scene that is nowhere. */
export const brokenLink: CodeRule = (meta) => ({ scope: 'workspace', meta, topic: scenesTopic() });

/** A scene that nothing leads to. */
export const unreachableScene: CodeRule = (meta) => ({ scope: 'workspace', meta, topic: scenesTopic() });
