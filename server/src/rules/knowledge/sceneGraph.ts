import type { Link, Scene } from '../../dialogue/model.ts';
import type { Item, Topic } from '../../engine/topic.ts';
import { own } from '../../text/own.ts';
import type { Span } from '../../text/span.ts';
import { SceneIndex } from './sceneIndex.ts';

/** What a file's scenes are called and, where they link, how. A file may come in several items. */
export interface ScenesOfFile extends Item {
  /** Headings and ids, one a line. */
  readonly names: string;
  /** Empty where nothing links. */
  readonly nodes: readonly SceneNode[];
}

/** A scene of a file with links. */
export interface SceneNode {
  readonly title: string;
  readonly id: string | undefined;
  readonly span: Span;
  /** True where a conversation can begin in it: something is said, or a link stands there. */
  readonly holds: 'nothing' | 'links' | 'turns';
  readonly links: readonly SceneLink[];
}

export interface SceneLink {
  readonly target: string;
  readonly span: Span;
  /** False behind a jump, at which the scene ends. */
  readonly taken: boolean;
}

/** Scenes and how they link: what `broken-link` and `unreachable-scene` are about. */
export function scenesTopic(): Topic {
  return {
    name: 'scenes',
    begin({ format, linked }) {
      if (format !== 'huashu') return undefined;
      const names: string[] = [];
      const nodes: SceneNode[] = [];
      return {
        scene(scene) {
          if (scene.title !== '') names.push(scene.title);
          if (scene.id !== undefined) names.push(scene.id);
          if (linked) nodes.push(nodeOf(scene));
        },
        items() {
          const found: ScenesOfFile = {
            span: { start: 0, end: 0 },
            names: own(names.join('\n')),
            nodes: nodes.sort((a, b) => a.span.start - b.span.start),
          };
          return names.length > 0 || linked ? [found] : [];
        },
      };
    },
    index: () => new SceneIndex(),
  };
}

function nodeOf({ title, id, titleSpan, items }: Scene): SceneNode {
  const links: SceneLink[] = [];
  let taken = true;
  for (const item of items) {
    if (item.kind !== 'branch' && item.kind !== 'jump') continue;
    links.push({ target: own((item as Link).target), span: (item as Link).targetSpan, taken });
    if (item.kind === 'jump') taken = false;
  }
  const holds = items.some((item) => item.kind === 'turn') ? 'turns' : links.length > 0 ? 'links' : 'nothing';
  return { title: own(title), id: id === undefined ? undefined : own(id), span: titleSpan, holds, links };
}
