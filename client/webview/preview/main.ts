import { fill } from '../../../server/src/picture/words.ts';
import type { ChatView, ChatWalk } from '../../../server/src/viewProtocol.ts';
import { element, icon } from '../shared/dom.ts';
import { notice, noticeOf } from '../shared/notice.ts';
import { connect } from '../shared/page.ts';
import { Tip } from '../shared/tip.ts';
import { drawFinding, type Surroundings } from './items.ts';
import { walkItems } from './keyboard.ts';
import { ChatList } from './list.ts';
import { CHAT_WORDS } from './words.ts';

const page = connect<ChatView>();
const words = CHAT_WORDS[page.locale];
const tip = new Tip();
let view: ChatView | undefined;
let walk: ChatWalk | undefined = page.remembered?.walk;
let cursor: number | undefined;
/** Where the page was before it was hidden or reloaded. */
let scroll = page.remembered?.scroll;
/** It has just gone back there: the cursor does not lead away from it. */
let back = false;

const wholeButton = element('button', { type: 'button', onclick: () => ask(undefined) }, icon('whole'), words.whole);
const walkButton = element('button', { type: 'button', onclick: () => ask({ from: 0, choices: [] }) }, icon('walk'), words.walk);
const legend = element('span', { class: 'legend', hidden: true }, element('span', { class: 'sample' }, '…'), words.sample);
const bar = element(
  'header',
  { class: 'bar', role: 'toolbar', 'aria-label': words.bar },
  element('div', { class: 'switch', role: 'group' }, wholeButton, walkButton),
  element('span', { class: 'space' }),
  legend,
  element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      title: words.flow,
      'aria-label': words.flow,
      onclick: () => page.send({ type: 'open', picture: 'flow' }),
    },
    icon('flow'),
    words.flow,
  ),
);
const above = element('div', { class: 'above' });
const host = element('div', { class: 'chat', role: 'feed', 'aria-label': words.chat });
const below = element('div', { class: 'below' });
const main = element('main', {}, above, host, below);
document.body.append(bar, main);
const list = new ChatList(host);
walkItems(host, (item) => {
  const found = list.items[list.indexOf(item)];
  if (found) page.send({ type: 'goto', range: found.range });
});

const around: Surroundings = {
  words,
  tip,
  get branching() {
    return view?.branching ?? false;
  },
  goTo: (range) => page.send({ type: 'goto', range }),
  walkFrom: (from) => ask({ from, choices: [] }),
  showScene(scene) {
    const found = list.scene(scene);
    if (found) lead(found);
  },
  choose(choice, option) {
    const chosen = list.items[list.indexOf(choice)];
    if (chosen?.kind !== 'choice') return;
    const to = chosen.options.find(({ at }) => at === option)?.scene;
    if (!view?.walk) {
      if (to !== undefined && to !== null) around.showScene(to);
      return;
    }
    ask({ from: view.walk.from, choices: [...view.walk.choices.slice(0, choicesBefore(choice)), option] });
  },
};

page.listen((message) => {
  if (message.type === 'show') show(message.view);
  else if (message.type === 'none') clear(noticeOf(message.why, page.locale));
  else follow(message.line);
});
if (walk) page.send({ type: 'ask', walk });
document.addEventListener('scrollend', remember);

/** Asks for another picture: a walk, or the whole script about a line. */
function ask(next: ChatWalk | undefined, line?: number): void {
  walk = next;
  remember();
  page.send({ type: 'ask', ...(next ? { walk: next } : {}), ...(line === undefined ? {} : { line }) });
}

function remember(): void {
  page.remember({ ...(walk ? { walk } : {}), scroll: window.scrollY });
}

/** How many choices of the walk were made before one: those of a long walk that are no longer shown count. */
function choicesBefore(choice: Element): number {
  const taken = list.items.map(
    (item) => item.kind === 'choice' && item.taken !== undefined && (item.options.length > 1 || item.options[0]?.label !== ''),
  );
  const shown = taken.filter(Boolean).length;
  const before = taken.slice(0, list.indexOf(choice)).filter(Boolean).length;
  return (view?.walk?.choices.length ?? 0) - shown + before;
}

function show(next: ChatView): void {
  const anew =
    !view || (view.walk === undefined) !== (next.walk === undefined) || view.first !== next.first || view.branching !== next.branching;
  const grown = view?.walk !== undefined && next.walk !== undefined && next.walk.choices.length !== view.walk.choices.length;
  const shownBefore = list.items.length;
  view = next;
  walk = next.walk && { from: next.walk.from, choices: next.walk.choices };
  host.lang = next.lang;
  wholeButton.setAttribute('aria-pressed', String(!next.walk));
  walkButton.setAttribute('aria-pressed', String(next.walk !== undefined));
  walkButton.parentElement!.hidden = !next.branching;
  const speaks = next.items.some(({ kind }) => kind !== 'scene');
  list.show(speaks ? next : { items: [] }, around, anew ? 'anew' : 'keep');
  above.replaceChildren(...aboveItems(next));
  below.replaceChildren(...(speaks ? belowItems(next) : [notice(...words.empty)]));
  legend.hidden = host.querySelector('.sample') === null;
  mark();
  if (anew) goBack();
  else if (grown) host.children[shownBefore - 1]?.nextElementSibling?.scrollIntoView({ block: 'center', behavior: smoothly() });
  remember();
}

/** To where the reader was; the beginning, when the picture is new to them. */
function goBack(): void {
  window.scrollTo({ top: scroll ?? 0, behavior: 'instant' });
  back = scroll !== undefined;
  scroll = undefined;
}

function clear(instead: HTMLElement): void {
  view = undefined;
  list.clear();
  legend.hidden = true;
  above.replaceChildren();
  below.replaceChildren(instead);
}

function aboveItems({ items, first, total, before, walk: going, findings }: ChatView): HTMLElement[] {
  const about = findings.map((finding) => drawFinding(finding, words, tip, () => page.send({ type: 'goto', range: finding.range })));
  const cut = !going && total > items.length;
  const range = { from: first + 1, to: Math.min(first + items.length, total), total };
  return [
    ...(about.length > 0
      ? [element('section', { class: 'file', 'aria-label': words.file }, element('span', {}, words.file), ...about)]
      : []),
    ...(cut ? [element('p', { class: 'part', role: 'status' }, fill(words.part, range))] : []),
    ...(before === null ? [] : [moreButton(words.before, before)]),
  ];
}

function belowItems({ behind, walk: going }: ChatView): HTMLElement[] {
  if (!going) return behind === null ? [] : [moreButton(words.behind, behind)];
  if (going.over === 'choice') return [];
  const again = element(
    'button',
    { type: 'button', class: 'option', onclick: () => ask({ from: going.from, choices: [] }) },
    icon('again'),
    words.again,
  );
  return [element('div', { class: 'over', role: 'status' }, element('span', {}, words.over[going.over]), again)];
}

function moreButton(text: string, line: number): HTMLElement {
  return element('button', { type: 'button', class: 'option more', onclick: () => ask(undefined, line) }, text);
}

/** The item that the cursor is in is brought into view, unless the reader comes back to where they were. */
function follow(line: number): void {
  cursor = line;
  const at = mark();
  const stay = back;
  back = false;
  if (stay) return;
  at?.scrollIntoView({ block: 'nearest', behavior: smoothly() });
  const beyond = view && ((view.before !== null && line <= view.before) || (view.behind !== null && line >= view.behind));
  if (beyond) ask(undefined, line);
}

/** It is marked, too, also after it was drawn anew. */
function mark(): HTMLElement | undefined {
  host.querySelector('.here')?.classList.remove('here');
  const at = cursor === undefined ? undefined : list.at(cursor);
  at?.classList.add('here');
  return at;
}

function lead(to: HTMLElement): void {
  to.scrollIntoView({ block: 'start', behavior: smoothly() });
  to.focus({ preventScroll: true });
}

function smoothly(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
