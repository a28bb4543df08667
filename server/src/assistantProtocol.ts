/**
 * What the client and the server say to each other about assistants and language models. Beside `protocol.ts`, a module the client may
 * import: it imports nothing but positions' shapes.
 */
import type { RuleSeverity } from './protocol.ts';

/** Client → server: runs one of the tools that assistants are offered. */
export const toolRequest = 'huashu/tool';

export interface ToolParams {
  readonly tool: string;
  /** As the assistant gave them. */
  readonly input: unknown;
}

/** The answer in words, or why there is none, for the assistant to read. */
export type ToolResult = { readonly text: string } | { readonly refused: string };

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** Client → server: what to ask a language model so that it rewords the turn in which a rule found something. */
export const rewriteRequest = 'huashu/rewrite';

export interface RewriteParams {
  readonly textDocument: { readonly uri: string };
  readonly version: number;
  /** Where the finding begins. */
  readonly position: Place;
  readonly rule: string;
}

export type RewriteResult =
  | { readonly prompt: string; readonly range: Stretch; readonly words: string; readonly severity: RuleSeverity }
  | { readonly refused: string };

/** Client → server: whether what the language model answered may take the place of the words. */
export const checkRewriteRequest = 'huashu/checkRewrite';

export interface CheckRewriteParams extends RewriteParams {
  readonly answer: string;
}

/** The edit that puts it there, with the words as they are read; or why it may not. */
export type CheckRewriteResult =
  | { readonly edit: { readonly range: Stretch; readonly newText: string }; readonly words: string }
  | { readonly refused: string };
