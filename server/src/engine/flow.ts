import type { Dialogue, Way as Link } from '../dialogue/dialogues.ts';
import type { Scene } from '../dialogue/model.ts';
import { waysOf } from '../dialogue/paths.ts';
import type { Localised, Related, Severity } from './finding.ts';
import { type Listening, type Moment, type MomentKind, momentsOf } from './moment.ts';
import type { FlowReport, FlowRule, FlowState, PlacedReport } from './rule.ts';
import type { RuleOptions } from './ruleOptions.ts';

/** What a flow rule found, with the titles of the scenes that lead there where there are several; `event` where it stands on a stage direction. */
export type PathReport = (PlacedReport | EventReport) & { readonly path: readonly string[] };

/** A report on a stage direction. */
export interface EventReport {
  readonly event: Moment;
  readonly related: readonly Related[];
  readonly grade?: Severity | undefined;
  readonly data?: Readonly<Record<string, string>> | undefined;
}

/** A scene as a conversation runs through it: what happens, and where it may go from there. */
interface Passage {
  readonly moments: readonly Moment[];
  readonly ways: readonly Way[];
  /** True when a conversation may end with it. */
  readonly ends: boolean;
}

/** A way out of a scene, taken after the first so many moments. */
interface Way {
  readonly after: number;
  readonly to: number;
}

/** A scene entered in a state, and from where it was first entered so. */
interface Entry {
  readonly scene: number;
  readonly state: FlowState;
  readonly from: Entry | undefined;
}

/** A rule that tells more states apart than this at one scene is followed no further. */
const MOST_STATES = 48;

/** The conversations of a dialogue, for flow rules to follow: every path through its scenes, each scene once for each state it is entered in. */
export class Flow {
  private readonly dialogue: Dialogue;
  private readonly listening: Listening;
  private readonly passages: (Passage | undefined)[] = [];
  private links: readonly (readonly Link[])[] | undefined;

  constructor(dialogue: Dialogue, listening: Listening) {
    this.dialogue = dialogue;
    this.listening = listening;
  }

  /** True when two speak: what an agent says by himself is no conversation. */
  isConversation(): boolean {
    let agent = false;
    let other = false;
    for (const { items } of this.dialogue.scenes) {
      for (const item of items) {
        if (item.kind === 'branch') other = true;
        else if (item.kind === 'turn') {
          if (item.role === 'agent') agent = true;
          else if (item.role === 'customer') other = true;
        }
        if (agent && other) return true;
      }
    }
    return false;
  }

  /** Everything a rule finds on any path, each finding once. */
  follow(rule: FlowRule, options: RuleOptions): readonly PathReport[] {
    return this.isAlone() ? this.through(rule, options) : this.along(rule, options);
  }

  /** A scene by itself is one path. */
  private through(rule: FlowRule, options: RuleOptions): readonly PathReport[] {
    let found: PathReport[] | undefined;
    const tell = (report: FlowReport): void => {
      found ??= [];
      found.push(placed(report, []));
    };
    const { moments, ends } = this.passage(0);
    let state: FlowState | undefined = rule.start(options);
    for (let i = 0; i < moments.length && state; i++) state = rule.step(state, moments[i]!, tell);
    if (state && ends) rule.end?.(state, tell);
    return found ?? NOTHING;
  }

  private along(rule: FlowRule, options: RuleOptions): readonly PathReport[] {
    const found: PathReport[] = [];
    const told = new Set<string>();
    const seen = this.dialogue.scenes.map((): string[] => []);
    const queue: Entry[] = [];
    const enter = (scene: number, state: FlowState, key: string, from: Entry | undefined): void => {
      const keys = seen[scene]!;
      if (keys.length >= MOST_STATES || keys.includes(key)) return;
      keys.push(key);
      queue.push({ scene, state, from });
    };
    for (const scene of this.dialogue.starts) {
      const state = rule.start(options);
      enter(scene, state, state.key, undefined);
    }
    for (let at = 0; at < queue.length; at++) {
      const entry = queue[at]!;
      const tell = (report: FlowReport): void => {
        const key = placeOf(report);
        if (told.has(key)) return;
        told.add(key);
        found.push(placed(report, pathTo(entry, this.dialogue.scenes)));
      };
      this.pass(rule, entry, enter, tell);
    }
    return found;
  }

  /** Takes a rule through one scene. */
  private pass(
    rule: FlowRule,
    entry: Entry,
    enter: (scene: number, state: FlowState, key: string, from: Entry) => void,
    tell: (report: FlowReport) => void,
  ): void {
    const { moments, ways, ends } = this.passage(entry.scene);
    let { state }: { state: FlowState | undefined } = entry;
    let way = 0;
    for (let i = 0; i <= moments.length && state; i++) {
      if (way < ways.length && ways[way]!.after === i) {
        const { key } = state;
        for (; way < ways.length && ways[way]!.after === i; way++) enter(ways[way]!.to, state, key, entry);
      }
      if (i < moments.length) state = rule.step(state, moments[i]!, tell);
    }
    if (state && ends) rule.end?.(state, tell);
  }

  private passage(index: number): Passage {
    this.passages[index] ??= this.read(index);
    return this.passages[index]!;
  }

  private read(index: number): Passage {
    const scene = this.dialogue.scenes[index]!;
    const { items } = scene;
    const all = momentsOf(scene, this.listening);
    const jump = items.findIndex(({ kind }) => kind === 'jump');
    const moments = jump < 0 ? all : all.filter(({ item }) => item < jump);
    let after = 0;
    const ways = this.linksFrom(index).map(({ item, to }): Way => {
      while (after < moments.length && moments[after]!.item < item) after++;
      return { after, to };
    });
    return { moments, ways, ends: jump < 0 && items.at(-1)?.kind !== 'branch' };
  }

  private isAlone(): boolean {
    return this.dialogue.scenes.length === 1 && this.dialogue.links[0]!.length === 0 && this.dialogue.starts.length === 1;
  }

  private linksFrom(index: number): readonly Link[] {
    if (this.isAlone()) return NO_LINKS;
    this.links ??= waysOf(this.dialogue);
    return this.links[index]!;
  }
}

const NO_LINKS: readonly Link[] = [];
const NOTHING: readonly PathReport[] = [];

/** Tells places of a dialogue apart. */
function placeOf(report: FlowReport): string {
  if ('event' in report) return `event ${report.event.source().start}`;
  const { turn, position, utterance } = report.speech;
  return `${turn.span.start}:${position}:${utterance.body.at}:${report.span.start}`;
}

function placed(report: FlowReport, path: readonly string[]): PathReport {
  const { because = [], grade, data } = report;
  const related = because.map((moment) => ({ span: moment.source(), message: SAID[moment.kind] }));
  if ('event' in report) return { event: report.event, related, grade, data, path };
  return { speech: report.speech, span: report.span, related, grade, data, path };
}

const CUSTOMER: Localised = { en: 'What the customer said', 'zh-CN': '客户这样说', 'zh-TW': '客戶這樣說' };
const AGENT: Localised = { en: 'What the agent said', 'zh-CN': '客服这样说', 'zh-TW': '客服這樣說' };
const HERE: Localised = { en: 'This is why', 'zh-CN': '原因在这里', 'zh-TW': '原因在這裡' };
const SAID: Readonly<Record<MomentKind, Localised>> = { customer: CUSTOMER, agent: AGENT, event: HERE, narrator: HERE, scene: HERE };

/** The titles of the scenes by which an entry was first reached. */
function pathTo(entry: Entry, scenes: readonly Scene[]): string[] {
  const titles: string[] = [];
  for (let at: Entry | undefined = entry; at; at = at.from) titles.unshift(scenes[at.scene]!.title);
  return titles;
}
