import type { Scene, Turn } from '../dialogue/model.ts';
import { compareLevels } from './finding.ts';
import { type Levels, severityOf } from './levels.ts';
import { type Listening, Moment, momentsOf } from './moment.ts';
import type { FlowReport, FlowRule, FlowState } from './rule.ts';
import type { RuleOptions } from './ruleOptions.ts';

/** How far behind a change a conversation is followed again where a rule does not soon remember the same as before. */
const AROUND = 40;

/** What a rule remembered and told as it went through a scene once. */
interface Trace {
  /** Before each moment, and behind the last. */
  readonly states: readonly (FlowState | undefined)[];
  /** How many findings at warning or above it told at each moment, and behind the last. */
  readonly grave: readonly number[];
}

/** Another turn at a moment of the scene. */
export interface Change {
  readonly at: number;
  readonly turn: Turn;
  readonly moment: Moment;
}

/** What other words in a turn would come to. */
export interface Outcome {
  /** True when there is something grave that was not there before. */
  readonly isWorse: boolean;
  /** True when something is told of the changed turn itself. */
  readonly isTold: boolean;
}

function isSame(state: FlowState | undefined, other: FlowState | undefined): boolean {
  return state === other || state?.key === other?.key;
}

/** A scene by itself as flow rules went through it, to be followed again from where a turn is changed. */
export class SceneTrace {
  private readonly scene: Scene;
  private readonly listening: Listening;
  private readonly levels: Levels;
  private readonly moments: readonly Moment[];
  private readonly traces = new Map<FlowRule, Trace>();

  constructor(scene: Scene, listening: Listening, levels: Levels) {
    this.scene = scene;
    this.listening = listening;
    this.levels = levels;
    this.moments = momentsOf(scene, listening);
  }

  /** A turn in place of the item at `position`. */
  changed(position: number, turn: Turn): Change {
    const at = this.indexOf(position);
    return { at, turn, moment: new Moment(this.moments[at]!.kind, { ...this.scene, items: [turn] }, 0, this.listening) };
  }

  /** What a change comes to by a rule: followed until it remembers what it did before, or `throughout`. */
  outcome(rule: FlowRule, options: RuleOptions, { at: from, turn, moment }: Change, way: 'until the same' | 'throughout'): Outcome {
    const { states, grave } = this.trace(rule, options);
    let told = 0;
    let before = 0;
    let isTold = false;
    const tell = (report: FlowReport): void => {
      told += this.isGrave(rule, report);
      isTold ||= 'speech' in report && report.speech.turn === turn;
    };
    let state = states[from];
    let at = from;
    for (; at < this.moments.length && at < from + AROUND && state; at++) {
      state = rule.step(state, at === from ? moment : this.moments[at]!, tell);
      before += grave[at]!;
      if (way === 'until the same' && isSame(state, states[at + 1])) return { isWorse: told > before, isTold };
    }
    if (at === this.moments.length && state) rule.end?.(state, tell);
    for (; at < grave.length; at++) before += grave[at]!;
    return { isWorse: told > before, isTold };
  }

  private trace(rule: FlowRule, options: RuleOptions): Trace {
    const known = this.traces.get(rule);
    if (known) return known;
    const states: (FlowState | undefined)[] = [];
    const grave: number[] = [];
    let told = 0;
    const tell = (report: FlowReport): void => {
      told += this.isGrave(rule, report);
    };
    let state: FlowState | undefined = rule.start(options);
    for (const moment of this.moments) {
      states.push(state);
      told = 0;
      if (state) state = rule.step(state, moment, tell);
      grave.push(told);
    }
    told = 0;
    if (state) rule.end?.(state, tell);
    const trace = { states: [...states, state], grave: [...grave, told] };
    this.traces.set(rule, trace);
    return trace;
  }

  private isGrave({ meta }: FlowRule, { grade }: FlowReport): number {
    return compareLevels(severityOf(meta, grade, this.levels), 'warning') >= 0 ? 1 : 0;
  }

  /** The moment at which an item is said. */
  private indexOf(position: number): number {
    let low = 0;
    let high = this.moments.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.moments[middle]!.item < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
