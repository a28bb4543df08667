import type { Role } from '../dialogue/model.ts';
import type { Place } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/** How grave a finding is: `error` breaks the service rule, `hint` is shown faintly. */
export type Severity = 'hint' | 'info' | 'warning' | 'error';
/** What config may say of a rule. */
export type Level = 'off' | Severity;
/** A language of the interface. */
export type Locale = 'en' | 'zh-CN' | 'zh-TW';
/** A sentence in the three languages of the interface. */
export type Localised = Readonly<Record<Locale, string>>;

const RANK: Readonly<Record<Level, number>> = { off: -1, hint: 0, info: 1, warning: 2, error: 3 };

/** Negative when `a` is milder than `b`. */
export function compareLevels(a: Level, b: Level): number {
  return RANK[a] - RANK[b];
}

/** The milder of two. */
export function milder<L extends Level>(a: L, b: L): L {
  return compareLevels(a, b) <= 0 ? a : b;
}

/** A change of source text. `text` stands in the notation of its place (already escaped). */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What the writer must still decide, as a stretch of the text of one edit. */
export interface Slot {
  readonly name: SlotName;
  /** Index into the fix's edits. */
  readonly edit: number;
  readonly start: number;
  readonly end: number;
}

/** What a writer may have to decide. */
export type SlotName = 'alternative' | 'time' | 'reason' | 'name';

/** `safe` only rearranges what is there and may be applied unasked; a `suggestion` rewords and is applied on request. */
export interface Fix {
  readonly kind: 'safe' | 'suggestion';
  readonly title: Localised;
  readonly edits: readonly Edit[];
  readonly slots: readonly Slot[];
}

/** A place that has to do with a finding. */
export interface Related {
  readonly span: Span;
  readonly message: Localised;
  /** Another file, and where in it that is; absent for the same one. */
  readonly path?: string | undefined;
  readonly range?: { readonly start: Place; readonly end: Place };
}

/** One step of why a rule matched, or did not: what its condition asks, and whether that holds. */
export interface Reason {
  /** How deep it stands within the condition. */
  readonly depth: number;
  readonly holds: boolean;
  readonly message: Localised;
  /** The words that decide, where there are some. */
  readonly span?: Span;
}

/** One thing to tell the writer. Spans are half-open UTF-16 offsets into the source. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localised;
  /** Where in the training the rule comes from: "S1 委婉否认法". */
  readonly source: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly speaker: Role | undefined;
  /** Heading of the scene, and the number of the turn in it (from 1). */
  readonly scene: string | undefined;
  readonly turn: number | undefined;
  /** Set in a phrase, which has no conversation around it. */
  readonly alone?: true | undefined;
  /** Computed when asked for: rewording is costlier than finding. Every fix lints clean. */
  readonly fixes: () => readonly Fix[];
  /** The safe one among them, known without rewording. */
  readonly safe?: Fix | undefined;
  /** What made the rule match, worked out when asked for; absent where the rule does not tell. */
  readonly why?: (() => readonly Reason[]) | undefined;
}
