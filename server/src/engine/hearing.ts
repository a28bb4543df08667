import type { Turn } from '../dialogue/model.ts';
import { isNoisy, normalise } from '../text/normalise.ts';
import { own } from '../text/own.ts';
import type { Actor, ActTable } from './acts.ts';
import { Speech } from './speech.ts';
import type { Reading } from './wording.ts';

/** What is known of a text, whoever says it and wherever. */
export interface Heard {
  /** Ids of the patterns scanned for that can match. */
  readonly ids: readonly number[];
  /** True when a pattern that wakes a rule can match. */
  readonly rouses: boolean;
  /** True once it is known that nothing in it stirs a rule. */
  quiet: boolean;
  /** The bits of its acts, where somebody asked. */
  readonly acts: { -readonly [A in Actor]?: number };
}

/** Most texts remembered; then memory begins anew. */
const MOST_REMEMBERED = 30_000;

/**
 * Scans each text once for the words of every rule and act, and remembers what it found: scripts repeat themselves.
 * Belongs to what files of one language are linted with.
 */
export class Hearing {
  private readonly reading: Reading;
  private readonly table: ActTable;
  /** True when the scan tells of acts: where no rule in force follows them, it does not. */
  private readonly scansActs: boolean;
  private readonly known = new Map<string, Heard>();

  constructor(reading: Reading, table: ActTable) {
    this.reading = reading;
    this.table = table;
    this.scansActs = table.areScanned(reading.lexicon);
  }

  /** What a text does in the mouth of an actor, as the bits of its acts. */
  acts(text: string, actor: Actor): number {
    const heard = this.hear(text);
    let bits = heard.acts[actor];
    if (bits === undefined) {
      bits = this.scansActs && heard.ids.length === 0 ? 0 : this.recognise(this.aside(text, heard.ids), actor);
      heard.acts[actor] = bits;
    }
    return bits;
  }

  /** What is known of a text. */
  hear(text: string): Heard {
    const known = this.known.get(text);
    if (known) return known;
    const { lexicon, wordings } = this.reading;
    const ids = wordings.recall(text)?.scanned() ?? lexicon.waking(isNoisy(text) ? normalise(lexicon.folds, text).text : text);
    const heard: Heard = { ids, rouses: ids.some((id) => lexicon.wakesRule(id)), quiet: false, acts: {} };
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(own(text), heard);
    return heard;
  }

  private recognise(speech: Speech, actor: Actor): number {
    return this.table.recognise(speech, actor, this.scansActs ? this.table.possible(speech, actor) : undefined);
  }

  /** A text by itself, outside any conversation. */
  private aside(text: string, ids: readonly number[]): Speech {
    const utterance = { body: { text, at: 0 } };
    const turn: Turn = { kind: 'turn', role: 'narrator', speaker: '', span: { start: 0, end: 0 }, number: 1, utterances: [utterance] };
    return new Speech(this.reading, [turn], 0, utterance, ids);
  }
}
