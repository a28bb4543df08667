import type { ChatItem, ChatView } from '../../../server/src/viewProtocol.ts';
import { drawItem, type Surroundings } from './items.ts';

/** One item on the page, which stays while it looks the same, wherever in the file it has gone. */
interface Shown {
  readonly face: string;
  readonly element: HTMLElement;
  item: ChatItem;
}

/** The items of a chat on the page. After an edit only what is different is drawn anew, so that nothing jumps and nothing loses the focus. */
export class ChatList {
  readonly host: HTMLElement;
  private shown: Shown[] = [];

  constructor(host: HTMLElement) {
    this.host = host;
  }

  get items(): readonly ChatItem[] {
    return this.shown.map(({ item }) => item);
  }

  show({ items }: Pick<ChatView, 'items'>, around: Surroundings, whole: 'keep' | 'anew'): void {
    if (whole === 'anew') this.clear();
    const faces = items.map(faceOf);
    const before = this.shown;
    let head = 0;
    while (head < before.length && head < faces.length && before[head]!.face === faces[head]) head++;
    let tail = 0;
    const room = Math.min(before.length, faces.length) - head;
    while (tail < room && before[before.length - 1 - tail]!.face === faces[faces.length - 1 - tail]) tail++;
    for (const { element } of before.slice(head, before.length - tail)) element.remove();
    const made = items.slice(head, items.length - tail).map((item, i): Shown => {
      const one = { face: faces[head + i]!, item } as { face: string; item: ChatItem; element: HTMLElement };
      one.element = drawItem(() => one.item, around);
      return one;
    });
    const next = tail > 0 ? before[before.length - tail]!.element : null;
    for (const { element } of made) this.host.insertBefore(element, next);
    this.shown = [...before.slice(0, head), ...made, ...before.slice(before.length - tail)];
    this.shown.forEach((one, i) => {
      one.item = items[i]!;
    });
  }

  clear(): void {
    this.host.replaceChildren();
    this.shown = [];
  }

  /** The element of the last item that begins at or before a line. */
  at(line: number): HTMLElement | undefined {
    return this.shown.findLast(({ item }) => item.range.start.line <= line && item.range.end.line >= line)?.element;
  }

  scene(scene: number): HTMLElement | undefined {
    return this.shown.find(({ item }) => item.kind === 'scene' && item.scene === scene)?.element;
  }

  indexOf(element: Element): number {
    return this.shown.findIndex((one) => one.element === element);
  }
}

/** All that can be seen of an item: everything but where it stands. */
function faceOf(item: ChatItem): string {
  return JSON.stringify(item, (key, value: unknown) => (key === 'range' || key === 'scene' ? (value === null ? null : undefined) : value));
}
