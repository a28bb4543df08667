import { element } from './dom.ts';

/** What a tip says: a heading and words, for each of several things. */
export interface TipPart {
  readonly kind: string;
  readonly title: string;
  readonly words: string;
}

/** The one tip of a page: shown beside what the pointer or the focus is on, gone with Escape. */
export class Tip {
  private readonly box = element('div', { id: 'tip', role: 'tooltip', hidden: true });
  private readonly parts = new WeakMap<Element, () => readonly TipPart[]>();
  private over: Element | undefined;

  constructor() {
    document.body.append(this.box);
    for (const event of ['pointerover', 'focusin']) document.addEventListener(event, ({ target }) => this.show(target));
    for (const event of ['pointerdown', 'focusout', 'scroll']) document.addEventListener(event, () => this.hide(), true);
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.hide();
    });
  }

  /** Gives an element a tip; its words are read when it is shown. */
  on<E extends Element>(target: E, parts: () => readonly TipPart[]): E {
    this.parts.set(target, parts);
    return target;
  }

  private show(target: EventTarget | null): void {
    let at = target instanceof Element ? target : null;
    while (at && !this.parts.has(at)) at = at.parentElement;
    if (!at) this.hide();
    else if (at !== this.over) {
      this.hide();
      const said = this.parts.get(at)?.() ?? [];
      if (said.length === 0) return;
      this.over = at;
      this.box.replaceChildren(
        ...said.map(({ kind, title, words }) =>
          element('div', { class: `told ${kind}` }, element('strong', {}, title), words !== '' && element('div', {}, words)),
        ),
      );
      this.box.hidden = false;
      this.place(at.getClientRects());
      if (!at.hasAttribute('aria-label')) at.setAttribute('aria-describedby', 'tip');
    }
  }

  private hide(): void {
    this.over?.removeAttribute('aria-describedby');
    this.over = undefined;
    this.box.hidden = true;
  }

  /** Under the last line of what it is about, above it where there is no room. */
  private place(lines: DOMRectList): void {
    const line = lines[lines.length - 1];
    if (!line) return;
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const under = line.bottom + 6;
    const top = under + height < window.innerHeight - 4 ? under : Math.max(4, line.top - height - 6);
    const left = Math.min(Math.max(8, line.left), Math.max(8, window.innerWidth - width - 8));
    this.box.style.setProperty('top', `${top}px`);
    this.box.style.setProperty('left', `${left}px`);
  }
}
