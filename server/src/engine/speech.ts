import type { Dialogue } from '../dialogue/dialogues.ts';
import type { SceneItem, Turn, Utterance } from '../dialogue/model.ts';
import { isTurn } from '../dialogue/model.ts';
import { sentenceAt } from '../dialogue/sentences.ts';
import { toSource } from '../text/mappedText.ts';
import { toOriginal } from '../text/normalise.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { House } from './house.ts';
import type { PatternSet } from './lexicon.ts';
import type { Match } from './pattern.ts';
import type { Lang, Reading, Wording } from './wording.ts';

/** How many turns on either side of its own a rule may look at. */
export const REACH = 8;
/** How many utterances of a turn, nearest first. */
const NEAREST = 32;

/**
 * One utterance as rules see it: normal text (folded, noise removed, placeholders and quoted words masked), looked at
 * through named pattern lists, with its neighbours in the conversation. Spans are over `text` unless said otherwise.
 */
export class Speech {
  readonly text: string;
  readonly utterance: Utterance;
  readonly turn: Turn;
  /** Where the turn stands among the items of its scene. */
  readonly position: number;
  private readonly items: readonly SceneItem[];
  private readonly reading: Reading;
  private readonly wording: Wording;
  private neighbours: Map<Utterance, Speech> | undefined;

  /** `items[position]` is the turn; `utterance` is one of its utterances; `scanned`: what the scan found in it, where that is known. */
  constructor(reading: Reading, items: readonly SceneItem[], position: number, utterance: Utterance, scanned?: readonly number[]) {
    this.reading = reading;
    this.items = items;
    this.position = position;
    this.utterance = utterance;
    this.turn = items[position] as Turn;
    this.wording = reading.wordings.of(utterance.body.text, reading, scanned);
    this.text = this.wording.text;
  }

  /** The language of these words, which a file in several may not share. */
  get lang(): Lang {
    return this.wording.lang;
  }

  /** What config says of the house: who we are, which words are ours alone. Its lists are found like any other. */
  get house(): House {
    return this.reading.house;
  }

  /** Every match of a list, by position; patterns whose literals do not occur are not tried. */
  find(name: string): readonly Match[] {
    return this.wording.find(name);
  }

  /** Ids of the patterns that wake a rule and match. */
  waking(): readonly number[] {
    return this.wording.waking();
  }

  /** Of the lists every text is scanned for, those that may match. */
  stirred(): readonly PatternSet[] {
    return this.wording.stirred();
  }

  /** True when a list matches, within `within` when given. */
  has(name: string, within?: Span): boolean {
    if (!within) return this.wording.has(name);
    for (const { span } of this.find(name)) if (overlaps(span, within)) return true;
    return false;
  }

  /** What `work` makes of these words alone, whoever says them and wherever: done once for a text, so it must look at no neighbour. */
  derive<T>(work: (speech: Speech) => T): T {
    return this.wording.derive(work, () => work(this));
  }

  sentences(): readonly Span[] {
    return this.wording.sentences();
  }

  /** The sentence around a span's start. */
  sentence(span: Span): Span {
    return sentenceAt(this.sentences(), span.start);
  }

  clauses(within: Span = { start: 0, end: this.text.length }): readonly Span[] {
    return this.wording.clauses(within);
  }

  /** Which scene of a dialogue it is said in; −1 where in none. */
  sceneIn(dialogue: Dialogue): number {
    return dialogue.sceneOf(this.items);
  }

  /** The words of a span as the author wrote them. */
  words(span: Span): string {
    const original = toOriginal(this.wording.normal, span);
    return this.utterance.body.text.slice(original.start, original.end);
  }

  /** The span in the decoded text of the utterance. */
  decoded(span: Span): Span {
    return toOriginal(this.wording.normal, span);
  }

  /** The span in the source. */
  source(span: Span): Span {
    return toSource(this.utterance.body, toOriginal(this.wording.normal, span));
  }

  /** The utterances of its turn, itself among them. */
  ofTurn(): readonly Speech[] {
    const own = this.turn.utterances;
    if (own.length === 1) return [this];
    const at = own.indexOf(this.utterance);
    return own.slice(Math.max(0, at - NEAREST), at + NEAREST).map((u) => (u === this.utterance ? this : this.neighbour(this.position, u)));
  }

  /** What the agent goes on to say before the customer speaks: later utterances of this turn, then further agent turns. */
  *rest(): Generator<Speech> {
    const own = this.turn.utterances;
    const from = own.indexOf(this.utterance) + 1;
    for (let i = from; i > 0 && i < Math.min(own.length, from + NEAREST); i++) yield this.neighbour(this.position, own[i]!);
    if (this.turn.kind === 'phrase') return;
    for (let at = this.position + 1; at < Math.min(this.items.length, this.position + 1 + REACH); at++) {
      const item = this.items[at]!;
      if (item.kind !== 'turn' || item.role === 'narrator') continue;
      if (item.role !== this.turn.role) return;
      for (const utterance of item.utterances.slice(0, NEAREST)) yield this.neighbour(at, utterance);
    }
  }

  /** What was said before, nearest first, whoever said it, as far back as REACH. */
  *before(): Generator<Speech> {
    const own = this.turn.utterances;
    const from = own.indexOf(this.utterance) - 1;
    for (let i = from; i >= Math.max(0, from + 1 - NEAREST); i--) yield this.neighbour(this.position, own[i]!);
    if (this.turn.kind === 'phrase') return;
    for (let at = this.position - 1; at >= Math.max(0, this.position - REACH); at--) {
      const item = this.items[at]!;
      if (!isTurn(item) || item.kind === 'phrase') continue;
      for (const utterance of item.utterances.slice(-NEAREST).reverse()) yield this.neighbour(at, utterance);
    }
  }

  /** Makes this speech anew, for later: what holds on to it need not hold on to what was looked up in it. */
  again(): () => Speech {
    const { reading, items, position, utterance } = this;
    return () => new Speech(reading, items, position, utterance);
  }

  /** The same place in the conversation with other words: what a fix would leave. */
  withText(decoded: string): Speech {
    const utterance: Utterance = { body: { text: decoded, at: this.utterance.body.at } };
    const turn: Turn = { ...this.turn, utterances: this.turn.utterances.map((u) => (u === this.utterance ? utterance : u)) };
    const from = Math.max(0, this.position - REACH);
    const items = this.items.slice(from, this.position + REACH + 1);
    items[this.position - from] = turn;
    return new Speech(this.reading, items, this.position - from, utterance);
  }

  private neighbour(position: number, utterance: Utterance): Speech {
    this.neighbours ??= new Map();
    const known = this.neighbours.get(utterance);
    if (known) return known;
    const speech = new Speech(this.reading, this.items, position, utterance);
    this.neighbours.set(utterance, speech);
    return speech;
  }
}
