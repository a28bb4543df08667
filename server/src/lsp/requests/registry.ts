import { assistantRequests } from './assistant.ts';
import { codeActionRequests } from './codeActions.ts';
import { completionRequests } from './completion.ts';
import { diagnosticRequests } from './diagnostics.ts';
import { explainRequests } from './explain.ts';
import { formattingRequests } from './formatting.ts';
import type { RequestGroup } from './group.ts';
import { hoverRequests } from './hover.ts';
import { inlineCompletionRequests } from './inlineCompletion.ts';
import { lensRequests } from './lenses.ts';
import { nameRequests } from './names.ts';
import { renameRequests } from './rename.ts';
import { structureRequests } from './structure.ts';
import { tokenRequests } from './tokens.ts';
import { viewRequests } from './views.ts';

/** Everything the server answers. */
export const REQUESTS: readonly RequestGroup[] = [
  diagnosticRequests,
  codeActionRequests,
  hoverRequests,
  formattingRequests,
  structureRequests,
  nameRequests,
  renameRequests,
  tokenRequests,
  lensRequests,
  viewRequests,
  completionRequests,
  inlineCompletionRequests,
  explainRequests,
  assistantRequests,
];
