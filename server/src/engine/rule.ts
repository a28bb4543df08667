import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Problem, Scene, ScriptDocument } from '../dialogue/model.ts';
import type { Span } from '../text/span.ts';
import type { Localised, Reason, Related, Severity, SlotName } from './finding.ts';
import type { House } from './house.ts';
import type { LintSettings } from './lintSettings.ts';
import type { Moment, Words } from './moment.ts';
import type { OptionTable, RuleOptions } from './ruleOptions.ts';
import type { Speech } from './speech.ts';
import type { Topic } from './topic.ts';
import type { Lang } from './wording.ts';

/** What is known of a rule without running it; everything said of a rule elsewhere is derived from this and its document. */
export interface RuleMeta {
  readonly id: string;
  readonly severity: Severity;
  /** Off unless the preset is `strict`, which also raises hints to info. */
  readonly strict?: boolean;
  /** Where in the training it comes from: "S1 委婉否认法; S2 第一技巧". */
  readonly source: string;
  readonly title: Localised;
  /** `{words}` stands for the offending words, other names in braces for the data of a report. */
  readonly message: Localised;
  /** What config may say of it beside a level: `[warning, {zh: 50}]`. */
  readonly options?: OptionTable;
}

/** What an utterance rule reports. The span is over the speech's normal text. */
export interface Report {
  readonly span: Span;
  /** Milder (or graver) than the rule's default, where the rule grades. */
  readonly grade?: Severity | undefined;
  /** Reported only where the preset is `strict` or config sets the rule, as if the whole rule were so marked. */
  readonly strict?: true;
  readonly data?: Readonly<Record<string, string>> | undefined;
}

/** A piece of new wording: words, or something the writer must decide. */
export type Piece = string | { readonly slot: SlotName };

/** A rewording: what to put in place of a span of the speech's normal text. */
export interface Draft {
  readonly span: Span;
  readonly pieces: readonly Piece[];
  /** True for one that says less than it might: offered only where none before it stands. */
  readonly otherwise?: true;
  /** True for one that goes another way than the first: offered only behind the one that stands, one of them. */
  readonly another?: true;
  /** Stretches of the speech that must not be said again: what they name need not be carried over. */
  readonly withholds?: readonly Span[];
}

/** Looks at one agent utterance with its neighbours. Runs only where a pattern of `wakes` may match, or its shape stirs the rule. */
export interface UtteranceRule {
  readonly scope: 'utterance';
  readonly meta: RuleMeta;
  /** Names of the pattern lists that wake it. */
  readonly wakes: readonly string[];
  /** Wakes a rule that judges how words are put together, from a quick look at the decoded text. Such a rule claims no words from others. */
  stirs?(text: string, options: RuleOptions): boolean;
  check(speech: Speech, options: RuleOptions): Iterable<Report>;
  /** Whole rewritten sentences, best first. The engine drops those that do not lint clean or lose a placeholder or number. */
  reframes?(speech: Speech, report: Report): Iterable<Draft>;
  /** What made it match. */
  why?(speech: Speech, report: Report): readonly Reason[];
}

/** What a dialogue rule reports: a report on one of its speeches, and places (source offsets) that belong to it. */
export interface PlacedReport extends Report {
  readonly speech: Speech;
  readonly related?: readonly Related[];
  /** What made it match. */
  readonly why?: () => readonly Reason[];
}

/** Looks at a whole dialogue (the scenes that link together, or one scene). */
export interface DialogueRule {
  readonly scope: 'dialogue';
  readonly meta: RuleMeta;
  check(dialogue: Dialogue, hear: Hear, options: RuleOptions, circumstances: Circumstances): Iterable<PlacedReport>;
  reframes?(speech: Speech, report: Report): Iterable<Draft>;
  /** False when putting `changed` in place of `original` would bring a new finding of this rule. */
  accepts?(dialogue: Dialogue, original: Speech, changed: Speech): boolean;
  /** False when a finding of this rule in `original` would stay with `changed` in its place. */
  mends?(original: Speech, changed: Speech): boolean;
}

/** What else a dialogue rule may ask. */
export interface Circumstances {
  /** What config says of the house. */
  readonly house: House;
  /** False where reports marked `strict` would be dropped: they need not be looked for. */
  readonly strict: boolean;
}

/** Gives the speech of one turn's utterances in a scene of the dialogue. */
export type Hear = (scene: number, item: number, utterance: number) => Speech;

/**
 * Follows a conversation moment by moment: a finite automaton. Of two states with one key, the one that came first stands
 * for both, so what a rule must tell apart belongs in the key, and what it only reports need not.
 */
export interface FlowRule<S extends FlowState = FlowState> {
  readonly scope: 'flow';
  readonly meta: RuleMeta;
  /** The state in which a conversation begins. */
  start(options: RuleOptions): S;
  /** The state after a moment, `state` itself where nothing changed; undefined where nothing that follows matters any more. */
  step(state: S, moment: Moment, tell: Tell): S | undefined;
  /** Looks at the state in which a conversation ends. */
  end?(state: S, tell: Tell): void;
  /** What it finds must not be said at all: its reframes need not carry it over. */
  readonly withholds?: boolean;
  reframes?(speech: Speech, report: Report): Iterable<Draft>;
}

/** What a flow rule remembers. There must be few different keys: the work grows with their number. */
export interface FlowState {
  readonly key: string;
}

/** Reports what a flow rule found. */
export type Tell = (found: FlowReport) => void;

/** A finding of a flow rule: on words of the agent or on a stage direction, because of moments that belong to it. */
export type FlowReport = (Words | { readonly event: Moment }) & {
  readonly because?: readonly Moment[];
  readonly grade?: Severity;
  readonly data?: Readonly<Record<string, string>>;
};

/** Looks at the decoded text of an agent utterance as it was typed: for faults of the typing itself. */
export interface TypingRule {
  readonly scope: 'typing';
  readonly meta: RuleMeta;
  /** Set where it looks at placeholders themselves, inside which nothing else is reported. */
  readonly reads?: 'placeholders';
  /** A quick look at the whole source: false when nothing of the kind can be in it. */
  mayApply(source: string, settings: LintSettings): boolean;
  check(text: string, settings: LintSettings): Iterable<TypingReport>;
}

/** What a typing rule reports. The span is over the decoded text. */
export interface TypingReport {
  readonly span: Span;
  readonly data?: Readonly<Record<string, string>>;
  /** What to put there instead, which may be done unasked; absent when there is no such fix. */
  readonly replacement?: string;
  /** What the writer may want to put there. */
  readonly suggestions?: readonly string[];
}

/** Looks at scenes as they are read, one after another: at what they say of themselves, not at what is said in them. */
export interface SceneRule {
  readonly scope: 'scene';
  readonly meta: RuleMeta;
  /** False where the project gives it nothing to compare with. */
  mayApply(settings: LintSettings): boolean;
  check(scene: Scene, settings: LintSettings): Iterable<SceneReport>;
  /** The same for what the file says of itself before its first scene. */
  head?(source: string, document: ScriptDocument, settings: LintSettings): Iterable<SceneReport>;
}

/** What a scene rule reports. The span is over the source; so is what it suggests to put there. */
export interface SceneReport {
  readonly span: Span;
  readonly data?: Readonly<Record<string, string>>;
  readonly suggestions?: readonly string[];
}

/** Compares what the files of a workspace say on a topic; what it finds, it reports file by file. */
export interface WorkspaceRule {
  readonly scope: 'workspace';
  readonly meta: RuleMeta;
  readonly topic: Topic;
}

/** Turns what the reader could not make sense of into words. */
export interface ProblemRule {
  readonly scope: 'problem';
  readonly meta: RuleMeta;
  message(problem: Problem): Localised;
}

/** Reports a suppression, or one rule named in it, that suppresses nothing. */
export interface SuppressionRule {
  readonly scope: 'suppression';
  readonly meta: RuleMeta;
}

/** Stands for a rule that threw. */
export interface InternalRule {
  readonly scope: 'internal';
  readonly meta: RuleMeta;
}

/** Every kind of rule; `scope` tells them apart. */
export type Rule =
  | UtteranceRule
  | DialogueRule
  | FlowRule
  | TypingRule
  | SceneRule
  | WorkspaceRule
  | ProblemRule
  | SuppressionRule
  | InternalRule;

/** Names a slot in running text: what `--fix-suggestions` leaves out and the editor makes a tab stop. */
export const SLOT_NAMES: Readonly<Record<SlotName, Readonly<Record<Lang, string>>>> = {
  alternative: { 'zh-Hans': '替代方案', 'zh-Hant': '替代方案', en: 'alternative' },
  time: { 'zh-Hans': '时间', 'zh-Hant': '時間', en: 'time' },
  reason: { 'zh-Hans': '原因', 'zh-Hant': '原因', en: 'reason' },
  name: { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'name' },
};
