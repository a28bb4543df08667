import type { Shape } from '../../../server/src/picture/drawing.ts';

/** What an element is made with: attributes, and listeners under `on…`. */
export type Properties = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;
export type Child = Node | string | false | undefined;

/** An element. Words become text nodes: nothing that is said is ever markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** The elements of a drawing. */
export function drawn({ tag, attributes, children = [] }: Shape): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children.map((child) => (typeof child === 'string' ? child : drawn(child))));
  return made;
}

const PATHS = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warning: 'M8 2 14.5 13.5h-13L8 2ZM8 6.3v3.4M8 11.4v.4',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.2v4M8 4.6v.5',
  hint: 'M8 1.5a4.3 4.3 0 0 1 2.4 7.9v2H5.6v-2A4.3 4.3 0 0 1 8 1.5ZM6.2 14h3.6',
  walk: 'M5 3l8 5-8 5V3Z',
  flow: 'M5.5 2h5v3.5h-5V2ZM1.5 10.5h5V14h-5v-3.5ZM9.5 10.5h5V14h-5v-3.5ZM8 5.5V8M4 10.5V8h8v2.5',
  chat: 'M2 3h12v8H7l-3 3v-3H2V3Z',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  whole: 'M3 4h10M3 8h10M3 12h7',
  check: 'M3 8.5l3.2 3.2L13 5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  save: 'M8 2v8M4.8 7 8 10.2 11.2 7M3 13.5h10',
  copy: 'M5.5 5.5h8v8h-8v-8ZM3.5 10.5h-1v-8h8v1',
} as const;

/** A small picture that says nothing by itself. */
export function icon(name: keyof typeof PATHS): SVGElement {
  return drawn({
    tag: 'svg',
    attributes: { viewBox: '0 0 16 16', class: `icon ${name}`, 'aria-hidden': 'true' },
    children: [{ tag: 'path', attributes: { d: PATHS[name] } }],
  });
}
