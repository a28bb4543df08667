import { sceneKey, targetKey } from '../../dialogue/dialogues.ts';
import type { Localised } from '../../engine/finding.ts';
import type { Item, TopicIndex, WorkspaceReport } from '../../engine/topic.ts';
import { nearest } from '../../text/nearest.ts';
import type { SceneNode, ScenesOfFile } from './sceneGraph.ts';

interface FileScenes {
  readonly names: string;
  readonly nodes: readonly SceneNode[];
  /** The node of a name; of two with one name, the first. */
  readonly byKey: ReadonlyMap<string, number>;
  /** Targets that no scene of the file answers to. */
  readonly outward: ReadonlySet<string>;
}

const BEGINS_HERE: Localised = { en: 'The script begins here', 'zh-CN': '脚本从这里开始', 'zh-TW': '腳本從這裡開始' };

/**
 * The scenes of all files. A link leads to a scene of its own file; one that finds none there may lead to a scene of another file,
 * and that scene is then reached.
 */
export class SceneIndex implements TopicIndex {
  private readonly files = new Map<string, FileScenes>();
  /** By target: the files that look for it elsewhere. */
  private readonly wanted = new Map<string, Set<string>>();
  /** By name: how many files have such a scene. Made when a link first looks beyond its file. */
  private names: Map<string, number> | undefined;

  update(path: string, items: readonly Item[]): Iterable<string> {
    const before = this.files.get(path);
    const after = scenesOf(items as readonly ScenesOfFile[]);
    if (after) this.files.set(path, after);
    else this.files.delete(path);
    const touched = new Set<string>();
    if (before?.names !== after?.names) {
      const [gone, come] = difference(keysOf(before), keysOf(after));
      for (const key of gone) this.count(key, -1);
      for (const key of come) this.count(key, 1);
      for (const key of [...gone, ...come]) for (const other of this.wanted.get(key) ?? []) touched.add(other);
    }
    const [lost, found] = difference(before?.outward ?? NOTHING, after?.outward ?? NOTHING);
    for (const key of lost) this.wanted.get(key)?.delete(path);
    for (const key of found) this.wanted.set(key, (this.wanted.get(key) ?? new Set()).add(path));
    const moved = [...lost, ...found];
    if (moved.length > 0) {
      for (const [other, { nodes, byKey }] of this.files) if (nodes.length > 0 && moved.some((key) => byKey.has(key))) touched.add(other);
    }
    return touched;
  }

  isOpen(items: readonly Item[]): boolean {
    const scenes = scenesOf(items as readonly ScenesOfFile[]);
    return scenes !== undefined && scenes.nodes.length > 0 && (scenes.outward.size > 0 || lost(scenes, () => false).length > 0);
  }

  *reports(rule: string, path: string): Generator<WorkspaceReport> {
    const scenes = this.files.get(path);
    if (!scenes) return;
    if (rule === 'broken-link') yield* this.broken(scenes);
    else yield* this.unreachable(scenes, path);
  }

  private *broken({ nodes, outward }: FileScenes): Generator<WorkspaceReport> {
    if (outward.size === 0) return;
    const known = nodes.flatMap(({ title, id }) => [title, id ?? '']).filter((name) => name !== '');
    const keys = known.map(sceneKey);
    let asked = 0;
    for (const { title, links } of nodes) {
      for (const { target, span } of links) {
        const key = targetKey(target);
        if (!outward.has(key) || this.isKnown(key)) continue;
        const near = keys.length * ++asked <= MOST_COMPARED ? nearest(key, keys) : undefined;
        const name = near === undefined ? undefined : known[keys.indexOf(near)]!;
        const mark = /^[#\uff03]/u.exec(target)?.[0] ?? '';
        const suggestions = name === undefined ? [] : [{ span, text: mark + name }];
        yield { span, data: name === undefined ? {} : { near: name }, suggestions, scene: title || undefined };
      }
    }
  }

  private *unreachable(scenes: FileScenes, path: string): Generator<WorkspaceReport> {
    const first = scenes.nodes[firstOf(scenes.nodes)];
    if (!first) return;
    const related = first.title === '' ? [] : [{ path, span: first.span, message: BEGINS_HERE }];
    for (const { span, title } of lost(scenes, (key) => (this.wanted.get(key)?.size ?? 0) > 0))
      yield { span, related, scene: title || undefined };
  }

  private isKnown(key: string): boolean {
    if (!this.names) {
      this.names = new Map();
      for (const file of this.files.values()) for (const name of keysOf(file)) this.count(name, 1);
    }
    return (this.names.get(key) ?? 0) > 0;
  }

  private count(key: string, by: number): void {
    this.names?.set(key, (this.names.get(key) ?? 0) + by);
  }
}

/** Most names compared with the targets of a file's broken links to tell which scene was meant. */
const MOST_COMPARED = 100_000;
const NOTHING: ReadonlySet<string> = new Set();

function scenesOf(items: readonly ScenesOfFile[]): FileScenes | undefined {
  if (items.length === 0) return undefined;
  const names = items.map((item) => item.names).join('\n');
  const nodes = items.flatMap((item) => item.nodes);
  const byKey = new Map<string, number>();
  nodes.forEach(({ title, id }, i) => {
    for (const name of [title, id]) if (name && !byKey.has(sceneKey(name))) byKey.set(sceneKey(name), i);
  });
  const outward = new Set(nodes.flatMap(({ links }) => links.map(({ target }) => targetKey(target)).filter((key) => !byKey.has(key))));
  return { names, nodes, byKey, outward };
}

function keysOf(file: FileScenes | undefined): ReadonlySet<string> {
  return file ? new Set(file.names.split('\n').filter(Boolean).map(sceneKey)) : NOTHING;
}

function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): [string[], string[]] {
  return [[...before].filter((key) => !after.has(key)), [...after].filter((key) => !before.has(key))];
}

/** Where a script begins: its first scene in which anything is said or chosen. */
function firstOf(nodes: readonly SceneNode[]): number {
  return nodes.findIndex(({ holds }) => holds !== 'nothing');
}

/** The scenes with turns that no path leads to from where the script begins, or from another file. */
function lost({ nodes, byKey }: FileScenes, entered: (key: string) => boolean): SceneNode[] {
  const reached = new Set<number>();
  const queue = [firstOf(nodes), ...[...byKey].filter(([key]) => entered(key)).map(([, node]) => node)];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next < 0 || reached.has(next)) continue;
    reached.add(next);
    for (const { target, taken } of nodes[next]!.links) {
      const to = taken ? byKey.get(targetKey(target)) : undefined;
      if (to !== undefined) queue.push(to);
    }
  }
  return nodes.filter(({ holds }, i) => holds === 'turns' && !reached.has(i));
}
