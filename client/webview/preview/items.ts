import { fill } from '../../../server/src/picture/words.ts';
import type {
  ChatBad,
  ChatChoice,
  ChatItem,
  ChatNote,
  ChatRun,
  ChatScene,
  ChatTurn,
  ViewFinding,
  ViewRange,
} from '../../../server/src/viewProtocol.ts';
import { type Child, element, icon } from '../shared/dom.ts';
import type { Tip } from '../shared/tip.ts';
import type { ChatWords } from './words.ts';

/** What items are drawn with, and what comes of using them. */
export interface Surroundings {
  readonly words: ChatWords;
  readonly tip: Tip;
  readonly branching: boolean;
  goTo(range: ViewRange): void;
  /** Brings a scene of the whole script into view. */
  showScene(scene: number): void;
  walkFrom(scene: number): void;
  /** Takes an option at a choice of a walk, whatever was taken there before. */
  choose(choice: Element, option: number): void;
}

/** The item as it is now: it may have moved in the file since it was drawn. */
export type Now<I extends ChatItem> = () => I;

export function drawItem(now: Now<ChatItem>, around: Surroundings): HTMLElement {
  const item = now();
  switch (item.kind) {
    case 'scene':
      return scene(item, now as Now<ChatScene>, around);
    case 'turn':
      return turn(item, now as Now<ChatTurn>, around);
    case 'note':
      return note(item, now as Now<ChatNote>, around);
    case 'bad':
      return bad(item, now as Now<ChatBad>, around);
    default:
      return choice(item, now as Now<ChatChoice>, around);
  }
}

function scene(item: ChatScene, now: Now<ChatScene>, around: Surroundings): HTMLElement {
  const { words } = around;
  const level = Math.min(item.level + 1, 4) as 2 | 3 | 4;
  const title = element(`h${level}`, { class: 'title', onclick: () => around.goTo(now().range) }, item.title);
  const about = item.about.map(({ name, value }) =>
    element('span', { class: `about ${name}` }, `${words.about[name] ?? name} · ${words.about[value] ?? value}`),
  );
  const walk = around.branching && walkButton(now, around);
  return element(
    'div',
    { class: 'item scene' },
    element('div', { class: 'line' }, title, walk),
    about.length > 0 && element('div', { class: 'abouts' }, ...about),
    findings(item, now, around),
  );
}

function walkButton(now: Now<ChatScene>, { words, walkFrom }: Surroundings): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'quiet', title: words.walkFromHere, 'aria-label': words.walkFromHere, onclick: () => walkFrom(now().scene) },
    icon('walk'),
  );
}

function turn(item: ChatTurn, now: Now<ChatTurn>, around: Surroundings): HTMLElement {
  const { words } = around;
  const who = item.side === 'agent' ? words.agent : words.customer;
  const name = item.speaker || words.phrase;
  const bubble = element('div', { class: 'bubble', onclick: () => around.goTo(now().range) }, ...paragraphs(item, now, around));
  return element(
    'article',
    { class: `item turn ${item.side}${item.speaker === '' ? ' phrase' : ''}`, 'aria-label': name.includes(who) ? name : `${who} ${name}` },
    element('span', { class: 'face', 'aria-hidden': 'true' }, item.side === 'agent' ? words.agentMark : words.customerMark),
    element('div', { class: 'says' }, element('div', { class: 'who' }, name), bubble, findings(item, now, around)),
  );
}

function note(item: ChatNote, now: Now<ChatNote>, around: Surroundings): HTMLElement {
  const said = element('div', { class: 'words', onclick: () => around.goTo(now().range) }, ...paragraphs(item, now, around));
  return element(
    'div',
    { class: 'item note' },
    item.speaker !== '' && element('span', { class: 'who' }, item.speaker),
    said,
    findings(item, now, around),
  );
}

function bad(item: ChatBad, now: Now<ChatBad>, around: Surroundings): HTMLElement {
  const lines = item.lines.map((line) => element('p', {}, line));
  const tag = element('div', { class: 'tag' }, icon('error'), around.words.bad);
  return element(
    'div',
    { class: 'item bad' },
    element('div', { class: 'bubble', onclick: () => around.goTo(now().range) }, tag, ...lines),
    findings(item, now, around),
  );
}

function choice(item: ChatChoice, now: Now<ChatChoice>, around: Surroundings): HTMLElement {
  const { words } = around;
  const made = element('div', { class: `item choice${isJump(item) ? ' jump' : ''}` });
  const group = element('div', { class: 'options', role: 'group', 'aria-label': words.choose });
  group.append(...item.options.map((_, i) => option(item, i, () => press(now(), i, made, around), words)));
  if (item.left) group.append(element('p', { class: 'unshown' }, fill(words.moreOptions, { n: item.left })));
  if (item.fallsThrough) {
    const taken = item.taken === -1;
    const state = item.taken === undefined ? {} : { 'aria-pressed': String(taken) };
    const face = [taken && icon('check'), taken ? words.goesOn : words.none];
    const kind = `option through${taken ? ' taken' : ''}`;
    group.append(element('button', { type: 'button', class: kind, ...state, onclick: () => around.choose(made, -1) }, ...face));
  }
  made.append(group, ...list(findings(item, now, around)));
  return made;
}

function isJump({ options }: ChatChoice): boolean {
  return options.length === 1 && options[0]?.label === '';
}

function option(item: ChatChoice, i: number, onclick: () => void, words: ChatWords): HTMLElement {
  const { label, target, scene: to } = item.options[i]!;
  const lost = to === null && fill(words.elsewhere, { name: target });
  const taken = item.taken === item.options[i]!.at && !isJump(item);
  const kind = `option${lost ? ' lost' : ''}${taken ? ' taken' : ''}`;
  const state = item.taken === undefined || isJump(item) ? {} : { 'aria-pressed': String(taken) };
  const face: Child[] = isJump(item)
    ? [lost || fill(words.next, { name: target })]
    : [
        element('span', { class: 'label' }, label || target),
        (lost || label !== target) && element('span', { class: 'target' }, lost || target),
      ];
  return element('button', { type: 'button', class: kind, ...state, onclick }, taken && icon('check'), lost && icon('warning'), ...face);
}

function press(item: ChatChoice, i: number, made: Element, around: Surroundings): void {
  const chosen = item.options[i];
  if (!chosen) return;
  if (chosen.scene === null) around.goTo(chosen.range);
  else if (isJump(item)) around.showScene(chosen.scene);
  else around.choose(made, chosen.at);
}

function list(made: HTMLElement | undefined): HTMLElement[] {
  return made ? [made] : [];
}

function paragraphs(item: ChatTurn | ChatNote, now: Now<ChatTurn | ChatNote>, around: Surroundings): HTMLElement[] {
  return item.paragraphs.map((runs) => element('p', {}, ...runs.map((run) => drawRun(run, item, now, around))));
}

function drawRun(run: ChatRun, item: ChatItem, now: Now<ChatItem>, { words, tip, goTo }: Surroundings): Child {
  const found = (run.findings ?? []).flatMap((i) => item.findings[i] ?? []);
  const [first] = [...found].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const face =
    run.sample === undefined
      ? run.text
      : element('span', { class: 'sample', title: found.length > 0 ? undefined : fill(words.sampleFor, { name: run.sample }) }, run.text);
  if (!first) return face;
  const marked = element(
    'span',
    {
      class: `mark ${first.severity}`,
      onclick: (event) => {
        event.stopPropagation();
        const at = now().findings[item.findings.indexOf(first)];
        if (at) goTo(at.range);
      },
    },
    face,
  );
  return tip.on(marked, () => found.map((one) => tipOf(one, words)));
}

/** What is found in an item, as buttons under it. */
function findings(item: ChatItem, now: Now<ChatItem>, { words, tip, goTo }: Surroundings): HTMLElement | undefined {
  if (item.findings.length === 0) return undefined;
  const buttons = item.findings.map((finding, i) =>
    drawFinding(finding, words, tip, () => {
      const at = now().findings[i];
      if (at) goTo(at.range);
    }),
  );
  const more = item.unshown ? [element('span', { class: 'unshown' }, fill(words.moreFindings, { n: item.unshown }))] : [];
  return element('div', { class: 'findings' }, ...buttons, ...more);
}

export function drawFinding(finding: ViewFinding, words: ChatWords, tip: Tip, press: () => void): HTMLElement {
  const label = `${words.severity[finding.severity]}: ${finding.title}. ${finding.message} (${words.goTo})`;
  const made = element(
    'button',
    { type: 'button', class: `finding ${finding.severity}`, 'aria-label': label, onclick: press },
    icon(finding.severity),
    finding.title,
  );
  return tip.on(made, () => [tipOf(finding, words)]);
}

function tipOf({ severity, title, message, rule }: ViewFinding, words: ChatWords) {
  return { kind: severity, title: `${words.severity[severity]} · ${title} · ${rule}`, words: message };
}

const RANK = { error: 0, warning: 1, info: 2, hint: 3 } as const;
