/**
 * The pictures of a script as plain data: the chat that a customer sees, and how scenes lead to one another. Like the
 * protocol it imports nothing but types of it, so that client, webview and drawing may know it.
 */
import type { RuleSeverity } from './protocol.ts';

/** As LSP has them: zero-based line, UTF-16 character. */
export interface ViewRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A finding as a picture shows it, in the language of the interface. */
export interface ViewFinding {
  readonly rule: string;
  readonly title: string;
  readonly severity: RuleSeverity;
  readonly message: string;
  readonly range: ViewRange;
}

/** Client → server: an open document as a chat. */
export const previewRequest = 'huashu/preview';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  /** Of a long script, the part that holds this line is shown (default: the beginning). */
  readonly line?: number;
  /** One conversation instead of the whole file. */
  readonly walk?: ChatWalk;
}

/** A way through the scenes: where it begins, and which branch was taken at each choice (−1: none of them). */
export interface ChatWalk {
  readonly from: number;
  readonly choices: readonly number[];
}

/** Why there is no picture of a document. */
export type NoView = 'not-a-script' | 'too-large' | 'not-open';

export type PreviewResult = { readonly view: ChatView } | { readonly none: NoView };

export interface ChatView {
  /** Language of what is said, for screen readers. */
  readonly lang: string;
  readonly items: readonly ChatItem[];
  /** Of the whole file: how many items there are, and which of them is the first that is shown. */
  readonly total: number;
  readonly first: number;
  /** Lines to ask for to be shown what stands before and behind; null at either end. */
  readonly before: number | null;
  readonly behind: number | null;
  /** True where scenes lead to one another, so that a walk makes sense. */
  readonly branching: boolean;
  /** The walk as far as it could be gone, and what it has come to. */
  readonly walk?: ChatWalk & { readonly over: 'choice' | 'end' | 'elsewhere' | 'circle' };
  /** What is found where nothing is shown: in the head of the file. */
  readonly findings: readonly ViewFinding[];
}

export type ChatItem = ChatScene | ChatTurn | ChatNote | ChatChoice | ChatBad;

interface Placed {
  /** Where it is written. */
  readonly range: ViewRange;
  readonly findings: readonly ViewFinding[];
  /** How many more findings there are than are told. */
  readonly unshown?: number;
}

export interface ChatScene extends Placed {
  readonly kind: 'scene';
  /** Its place among the scenes of the file. */
  readonly scene: number;
  readonly title: string;
  readonly level: number;
  /** Directives that say something of the scene: `customer`, `type`, `tags`. */
  readonly about: readonly { readonly name: string; readonly value: string }[];
}

/** A bubble. A narrator's words are notes. */
export interface ChatTurn extends Placed {
  readonly kind: 'turn';
  readonly side: 'agent' | 'customer';
  /** As written; empty for a phrase. */
  readonly speaker: string;
  readonly paragraphs: readonly (readonly ChatRun[])[];
}

/** A stage direction, or what a narrator says. */
export interface ChatNote extends Placed {
  readonly kind: 'note';
  readonly speaker: string;
  readonly paragraphs: readonly (readonly ChatRun[])[];
}

/** Branches that stand together, or a jump. */
export interface ChatChoice extends Placed {
  readonly kind: 'choice';
  readonly options: readonly ChatOption[];
  /** How many more options there are than are told. */
  readonly left?: number;
  /** In a walk: the option that was taken; −1 none of them; absent while it is open. */
  readonly taken?: number;
  /** The conversation may go on in this scene. */
  readonly fallsThrough: boolean;
}

export interface ChatOption {
  /** Its place among all options of the choice. */
  readonly at: number;
  /** Empty for a jump. */
  readonly label: string;
  /** What the scene it leads to is called; as written where there is none. */
  readonly target: string;
  /** The scene it leads to; null where this file has none of that name. */
  readonly scene: number | null;
  readonly range: ViewRange;
}

/** What is not to be said. */
export interface ChatBad extends Placed {
  readonly kind: 'bad';
  readonly lines: readonly string[];
}

/** A stretch of words that are alike: plain, a sample in a placeholder's stead, underlined by findings. */
export interface ChatRun {
  readonly text: string;
  /** The placeholder as written, where `text` is a sample for it. */
  readonly sample?: string;
  /** Indexes into the findings of the item. */
  readonly findings?: readonly number[];
}

/** Client → server: the scenes of an open document and how they lead to one another. */
export const flowRequest = 'huashu/flow';

export interface FlowParams {
  readonly textDocument: { readonly uri: string };
  /** Of a script with very many scenes, those about this line are shown (default: the beginning). */
  readonly line?: number;
}

export type FlowResult = { readonly view: FlowView } | { readonly none: NoView };

export interface FlowView {
  readonly lang: string;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
  /** How many scenes the file has that would be shown; more than `boxes` where only some are. */
  readonly total: number;
  /** How many arrows there would be between these boxes; more than `arrows` where only some can be drawn. */
  readonly linked: number;
}

export interface FlowBox {
  readonly scene: number;
  /** As the heading says; empty before the first. */
  readonly title: string;
  readonly turns: number;
  readonly counts: Readonly<Record<RuleSeverity, number>>;
  readonly range: ViewRange;
  /** A conversation may begin here. */
  readonly starts: boolean;
  /** Nothing leads here, though it should. */
  readonly unreachable: boolean;
}

export interface FlowArrow {
  readonly from: number;
  /** The scene it leads to; null where this file has none of that name. */
  readonly to: number | null;
  readonly target: string;
  /** Empty for a jump; of several links to the same scene, all labels. */
  readonly label: string;
  /** No file of the workspace has such a scene. */
  readonly broken: boolean;
  readonly range: ViewRange;
}

/** Client → server: the flow picture of an open document as text, for a file or the clipboard. */
export const flowTextRequest = 'huashu/flowText';

export interface FlowTextParams extends FlowParams {
  readonly form: 'svg' | 'mermaid';
}

export type FlowTextResult = { readonly text: string } | { readonly none: NoView };

/** Client → server: whether an open document holds a script. */
export const isScriptRequest = 'huashu/isScript';

export interface IsScriptParams {
  readonly textDocument: { readonly uri: string };
}

export interface IsScriptResult {
  readonly script: boolean;
}

/** Server → client: what was last told of a document's pictures is out of date. Sent once, until they are asked for again. */
export const viewChangedNotification = 'huashu/viewChanged';

export interface ViewChangedParams {
  readonly uri: string;
}
