import { type Drawing, drawFlow } from '../../../server/src/picture/drawing.ts';
import { FLOW_WORDS, leftOut } from '../../../server/src/picture/words.ts';
import type { FlowView } from '../../../server/src/viewProtocol.ts';
import { drawn, element, icon } from '../shared/dom.ts';
import { notice, noticeOf } from '../shared/notice.ts';
import { connect } from '../shared/page.ts';
import { boxTowards, isWay } from './boxes.ts';
import { Camera } from './camera.ts';
import { STAGE_WORDS } from './words.ts';

const page = connect<FlowView>();
const words = STAGE_WORDS[page.locale];
const pictureWords = FLOW_WORDS[page.locale];
let view: FlowView | undefined;
let drawing: Drawing | undefined;
let face = '';
let cursor: number | undefined;

const button = (name: Parameters<typeof icon>[0], label: string, onclick: () => void, say: 'words' | 'sign' = 'sign'): HTMLElement =>
  element(
    'button',
    { type: 'button', title: label, 'aria-label': label, onclick },
    icon(name),
    say === 'words' && element('span', { class: 'word' }, label),
  );
const stage = element('div', { class: 'stage' });
const camera = new Camera(stage);
const bar = element(
  'header',
  { class: 'bar', role: 'toolbar', 'aria-label': words.bar },
  button('minus', words.smaller, () => camera.scale(1 / 1.25)),
  button('plus', words.larger, () => camera.scale(1.25)),
  button('fit', words.fit, () => camera.fit()),
  element('span', { class: 'space' }),
  button('save', words.svg, () => page.send({ type: 'export', form: 'svg' }), 'words'),
  button('copy', words.mermaid, () => page.send({ type: 'export', form: 'mermaid' }), 'words'),
  button('chat', words.preview, () => page.send({ type: 'open', picture: 'preview' }), 'words'),
);
const said = element('p', { class: 'said', role: 'status', hidden: true });
const key = (kind: string, text: string): HTMLElement => element('span', { class: `key ${kind}` }, text);
const legend = element(
  'footer',
  { class: 'legend', 'aria-label': words.legend },
  ...(['clean', 'info', 'warning', 'error', 'unreachable'] as const).map((kind) => key(kind, words[kind])),
);
const help = element('p', { id: 'help', class: 'unseen' }, words.help);
document.body.append(bar, said, element('main', {}, stage), legend, help);
page.remember({});

stage.addEventListener('click', ({ target }) => enter(target));
stage.addEventListener('keydown', press);
for (const event of ['focusin', 'focusout', 'pointerover', 'pointerout'] as const) stage.addEventListener(event, emphasise);
page.listen((message) => {
  if (message.type === 'show') show(message.view);
  else if (message.type === 'none') clear(noticeOf(message.why, page.locale));
  else {
    cursor = message.line;
    mark();
  }
});

function show(next: FlowView): void {
  view = next;
  if (next.boxes.length === 0) {
    clear(notice(...words.empty));
    return;
  }
  const note = leftOut(next, pictureWords) || (next.arrows.length === 0 ? words.unlinked : '');
  said.textContent = note;
  said.hidden = note === '';
  legend.hidden = false;
  const nextFace = JSON.stringify(next, (name, value: unknown) => (name === 'range' ? undefined : value));
  if (nextFace !== face) draw(next);
  face = nextFace;
  mark();
}

function draw(next: FlowView): void {
  const focused = document.activeElement?.getAttribute('data-scene');
  drawing = drawFlow(next, pictureWords);
  const { width, height, shapes } = drawing;
  const attributes = { class: 'flow', role: 'group', 'aria-label': pictureWords.picture, 'aria-describedby': 'help' };
  const picture = drawn({ tag: 'svg', attributes, children: shapes });
  for (const box of picture.querySelectorAll('.box')) {
    const name = box.querySelector('title')?.textContent ?? '';
    box.setAttribute('role', 'button');
    box.setAttribute('tabindex', '-1');
    box.setAttribute('aria-label', name);
  }
  stage.replaceChildren(picture);
  const stop = boxOf(focused ?? undefined) ?? picture.querySelector<SVGElement>('.box.start') ?? picture.querySelector<SVGElement>('.box');
  stop?.setAttribute('tabindex', '0');
  camera.show(picture, { width, height });
  if (focused !== null && focused !== undefined) boxOf(focused)?.focus({ preventScroll: true });
}

function clear(instead: HTMLElement): void {
  face = '';
  drawing = undefined;
  said.hidden = true;
  legend.hidden = true;
  stage.replaceChildren(instead);
}

function boxOf(scene: number | string | undefined): SVGElement | undefined {
  return scene === undefined ? undefined : (stage.querySelector<SVGElement>(`.box[data-scene="${Number(scene)}"]`) ?? undefined);
}

function placedOf(target: EventTarget | null) {
  const box = target instanceof Element ? target.closest('.box') : null;
  const scene = Number(box?.getAttribute('data-scene') ?? Number.NaN);
  return drawing?.layout.boxes.find((placed) => placed.box.scene === scene);
}

function enter(target: EventTarget | null): void {
  const scene = placedOf(target)?.box.scene;
  const box = view?.boxes.find((one) => one.scene === scene);
  if (box) page.send({ type: 'goto', range: box.range });
}

function press(event: KeyboardEvent): void {
  const { key: name, shiftKey, ctrlKey, metaKey, altKey, target } = event;
  if (ctrlKey || metaKey || altKey) return;
  const at = placedOf(target);
  if (isWay(name) && shiftKey) camera.move(MOVES[name].x, MOVES[name].y);
  else if (isWay(name)) focus(at && drawing && boxTowards(drawing.layout.boxes, at, name));
  else if (name === 'Home') focus(drawing?.layout.boxes[0]);
  else if (name === 'End') focus(drawing?.layout.boxes.at(-1));
  else if (name === 'Enter' || name === ' ') enter(target);
  else if (name === '+' || name === '=') camera.scale(1.25);
  else if (name === '-' || name === '_') camera.scale(1 / 1.25);
  else if (name === '0') camera.fit();
  else return;
  event.preventDefault();
}

const MOVES = { ArrowUp: { x: 0, y: -60 }, ArrowDown: { x: 0, y: 60 }, ArrowLeft: { x: -60, y: 0 }, ArrowRight: { x: 60, y: 0 } } as const;

/** The focus goes to a box, and with it the one stop that Tab makes in the picture. */
function focus(placed: Drawing['layout']['boxes'][number] | undefined): void {
  const box = boxOf(placed?.box.scene);
  if (!placed || !box) return;
  stage.querySelector('.box[tabindex="0"]')?.setAttribute('tabindex', '-1');
  box.setAttribute('tabindex', '0');
  box.focus({ preventScroll: true });
  camera.reveal(placed);
}

/** The arrows of the box under the pointer, or with the focus, stand out. */
function emphasise({ type, target }: Event): void {
  for (const near of stage.querySelectorAll('.near')) near.classList.remove('near');
  const scene = (type === 'focusin' || type === 'pointerover' ? placedOf(target) : placedOf(document.activeElement))?.box.scene;
  if (scene === undefined) return;
  for (const arrow of stage.querySelectorAll(`[data-from="${scene}"], [data-to="${scene}"]`)) arrow.classList.add('near');
}

/** The scene that the cursor is in is marked. */
function mark(): void {
  const line = cursor ?? -1;
  stage.querySelector('.here')?.classList.remove('here');
  boxOf(view?.boxes.findLast(({ range }) => range.start.line <= line)?.scene)?.classList.add('here');
}
