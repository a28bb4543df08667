import type { Node } from 'jsonc-parser';
import type { Problem, Scene, Turn } from '../../dialogue/model.ts';
import { LineCursor } from '../../text/lineCursor.ts';
import { own } from '../../text/own.ts';
import { skipSpace } from '../../text/space.ts';
import type { SceneReader } from '../document.ts';
import type { ParseOptions } from '../format.ts';
import { turnsIn } from '../voices.ts';
import { stringsAt } from './pointers.ts';
import { type Found, foundIn, messageOf, type Said } from './shapes.ts';
import { placeOfString } from './strings.ts';
import { type Fault, treeOf } from './tree.ts';

/** Reads what is said out of JSON, or of lines of it: where config points, else where a known shape has it. */
export class JsonReader implements SceneReader {
  readonly comments = [];
  readonly problems: Problem[] = [];
  private readonly source: string;
  private readonly options: ParseOptions;
  private readonly by: 'file' | 'line';

  constructor(source: string, options: ParseOptions, by: 'file' | 'line') {
    this.source = source;
    this.options = options;
    this.by = by;
  }

  *scenes(): Generator<Scene> {
    for (const found of this.by === 'file' ? this.inFile() : this.inLines()) {
      const scene = this.sceneOf(found);
      if (scene.items.length > 0) yield scene;
    }
  }

  private *inFile(): Generator<Found> {
    const start = this.source.charCodeAt(0) === 0xfeff ? 1 : 0;
    const root = this.parse(start, this.source.length);
    if (root) yield* this.found(root);
  }

  /** Lines that are single messages make one conversation as long as they name the same. */
  private *inLines(): Generator<Found> {
    let open: { readonly title: string; readonly said: Said[] } | undefined;
    for (const lines = new LineCursor(this.source, this.source.charCodeAt(0) === 0xfeff ? 1 : 0); lines.next(); ) {
      const { start, end } = lines;
      if (skipSpace(this.source, start, end) >= end) continue;
      const root = this.parse(start, end);
      const message = root && !this.options.pointers ? messageOf(root, this.options.roleOf) : undefined;
      if (open && open.title !== message?.conversation) {
        yield { kind: 'turn', ...open };
        open = undefined;
      }
      if (message) {
        open ??= { title: message.conversation, said: [] };
        open.said.push(message.said);
      } else if (root) yield* this.found(root);
    }
    if (open) yield { kind: 'turn', ...open };
  }

  private *found(root: Node): Generator<Found> {
    const { pointers, roleOf } = this.options;
    if (!pointers) yield* foundIn(root, roleOf);
    else {
      const role = (pointers.speaker === undefined ? undefined : roleOf(pointers.speaker)) ?? 'agent';
      const said = pointers.text
        .flatMap((pointer) => stringsAt(root, pointer))
        .map((node) => ({ node, role, speaker: pointers.speaker ?? '' }));
      yield { kind: role === 'agent' ? 'phrase' : 'turn', title: '', said: said.sort((a, b) => a.node.offset - b.node.offset) };
    }
  }

  /** A value by offsets of the file; what cannot be read as one is a problem where it goes wrong. */
  private parse(start: number, end: number): Node | undefined {
    const errors: Fault[] = [];
    const root = treeOf(this.source.slice(start, end), errors);
    const [first] = errors;
    if (first) {
      const at = Math.min(start + first.offset, Math.max(start, end - 1));
      this.problems.push({
        span: { start: at, end: Math.min(end, at + Math.max(1, first.length)) },
        code: this.source.slice(start, end).trim() === '' ? 'no-value' : 'not-parsed',
        words: this.source.slice(at, Math.min(end, at + 40)),
      });
    }
    if (root && start > 0) shifted(root, start);
    return first && this.by === 'line' ? undefined : root;
  }

  private sceneOf({ kind, title, said }: Found): Scene {
    const turns: Turn[] = [];
    for (const { node, role, speaker } of said) {
      // A string that nothing closes stands for no words.
      if (this.source.charCodeAt(node.offset + node.length - 1) !== 0x22 || node.length < 2) continue;
      const place = placeOfString(this.source, node.offset, node.offset + node.length);
      turns.push(...turnsIn(place, { kind, role, speaker: own(speaker) }, turns.length + 1, this.options.roleOf));
    }
    const at = turns[0]?.span.start ?? 0;
    const span = { start: at, end: turns.at(-1)?.span.end ?? at };
    return { title: own(title), id: undefined, level: 1, span, titleSpan: { start: at, end: at }, directives: [], items: turns };
  }
}

type Movable = { -readonly [K in keyof Node]: Node[K] };

/** Moves a value that was parsed by itself to where it stands in the file. */
function shifted(root: Node, by: number): void {
  const waiting: Movable[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    node.offset += by;
    if (node.children) waiting.push(...node.children);
  }
}
