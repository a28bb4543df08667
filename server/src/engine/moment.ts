import type { Directive, Scene, StageEvent, Turn } from '../dialogue/model.ts';
import type { Span } from '../text/span.ts';
import type { Actor, ActTable } from './acts.ts';
import type { SceneTrace } from './flowTrace.ts';
import type { Hearing } from './hearing.ts';
import { Speech } from './speech.ts';
import type { Reading } from './wording.ts';

/** What making moments takes. */
export interface Listening {
  readonly reading: Reading;
  readonly hearing: Hearing;
  readonly table: ActTable;
  /** How flow rules went through scenes, where fixes asked. */
  readonly traces: WeakMap<Scene, SceneTrace>;
}

/** Words in a speech. The span is over its normal text. */
export interface Words {
  readonly speech: Speech;
  readonly span: Span;
}

/** Words that do an act. */
export interface ActWords extends Words {
  readonly act: string;
}

/** What happens at a moment: a turn of the agent, the customer or somebody else, a stage direction, or a scene that begins with directives. */
export type MomentKind = Actor | 'narrator' | 'scene';

/** One thing that happens in a conversation, as flow rules see it: one after the other, along every path. */
export class Moment {
  readonly kind: MomentKind;
  readonly scene: Scene;
  /** Index into the items of the scene; -1 for its beginning. */
  readonly item: number;
  private readonly listening: Listening;
  private bits: number | undefined;
  private heard: Speech[] | undefined;

  constructor(kind: MomentKind, scene: Scene, item: number, listening: Listening) {
    this.kind = kind;
    this.scene = scene;
    this.item = item;
    this.listening = listening;
  }

  /** What is done in it, as the bits of the acts of whoever does it; 0 where it is no actor's. */
  get acts(): number {
    this.bits ??= this.recognise();
    return this.bits;
  }

  /** True when it does any of some acts. */
  does(acts: number): boolean {
    return (this.acts & acts) !== 0;
  }

  /** The words that do any of some acts, in order. */
  find(acts: number): ActWords[] {
    const { kind } = this;
    if (!this.does(acts) || (kind !== 'agent' && kind !== 'customer')) return [];
    return this.speeches().flatMap((speech) =>
      this.listening.table.find(speech, kind, acts).map(({ act, match }) => ({ act, speech, span: match.span })),
    );
  }

  /** Its utterances as speeches; none where nobody speaks. */
  speeches(): readonly Speech[] {
    if (!this.speaks()) return NONE;
    this.heard ??= this.turn().utterances.map((utterance) => new Speech(this.listening.reading, this.scene.items, this.item, utterance));
    return this.heard;
  }

  /** True when its words, as they are written, match; asked where making speeches of them would cost too much. */
  isWritten(pattern: RegExp): boolean {
    if (!this.speaks()) return false;
    for (const { body } of this.turn().utterances) if (pattern.test(body.text)) return true;
    return false;
  }

  /** Its first sentence. */
  opening(): Words {
    const speech = this.speeches()[0]!;
    return { speech, span: speech.sentences()[0] ?? { start: 0, end: 0 } };
  }

  /** Its last sentence. */
  ending(): Words {
    const speech = this.speeches().at(-1)!;
    return { speech, span: speech.sentences().at(-1) ?? { start: 0, end: 0 } };
  }

  /** Where it is written. */
  source(): Span {
    if (this.kind === 'scene') return this.scene.titleSpan;
    if (this.kind === 'event') return this.event().span;
    const { speech, span } = this.opening();
    return speech.source({ start: span.start, end: this.ending().speech === speech ? this.ending().span.end : span.end });
  }

  /** The directives of a scene that begins; none at other moments. */
  get directives(): readonly Directive[] {
    return this.kind === 'scene' ? this.scene.directives : [];
  }

  private speaks(): boolean {
    return this.kind !== 'event' && this.kind !== 'scene';
  }

  private recognise(): number {
    const { kind, listening } = this;
    if (kind === 'narrator' || kind === 'scene') return 0;
    if (kind === 'event') return listening.hearing.acts(this.event().text, kind);
    let bits = 0;
    for (const { body } of this.turn().utterances) bits |= listening.hearing.acts(body.text, kind);
    return bits;
  }

  private turn(): Turn {
    return this.scene.items[this.item] as Turn;
  }

  private event(): StageEvent {
    return this.scene.items[this.item] as StageEvent;
  }
}

/** Everything that happens in a scene, in order, whether or not a jump stands before it. */
export function momentsOf(scene: Scene, listening: Listening): readonly Moment[] {
  const moments: Moment[] = [];
  if (scene.directives.length > 0) moments.push(new Moment('scene', scene, -1, listening));
  for (let at = 0; at < scene.items.length; at++) {
    const item = scene.items[at]!;
    if (item.kind === 'turn') moments.push(new Moment(item.role, scene, at, listening));
    else if (item.kind === 'event') moments.push(new Moment('event', scene, at, listening));
  }
  return moments;
}

const NONE: readonly Speech[] = [];
