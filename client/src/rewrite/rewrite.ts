import { l10n, ProgressLocation, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type CheckRewriteParams,
  type CheckRewriteResult,
  checkRewriteRequest,
  type RewriteParams,
  type RewriteResult,
  rewriteRequest,
} from '../../../server/src/assistantProtocol.ts';
import { type Ask, whyNot } from './models.ts';
import type { Proposals } from './proposals.ts';

/** What became of a rewording. */
export type Outcome = 'applied' | 'discarded' | 'refused' | 'failed' | 'cancelled' | 'outdated';

/** Most units of an answer that are waited for. */
const LONGEST = 20_000;

/**
 * Has a language model reword the turn in which a rule found something. Its answer is judged by the language server; what passes is shown
 * beside the text as it is, and put in place when the user says so.
 */
export async function rewrite(client: LanguageClient, proposals: Proposals, params: RewriteParams, ask: Ask): Promise<Outcome> {
  await client.start();
  const asked = await client.sendRequest<RewriteResult>(rewriteRequest, params);
  if ('refused' in asked) return tell('refused', asked.refused);
  const answer = await answerTo(asked.prompt, ask);
  if ('outcome' in answer) return answer.outcome;
  const check: CheckRewriteParams = { ...params, answer: answer.text };
  const judged = await client.sendRequest<CheckRewriteResult>(checkRewriteRequest, check);
  if ('refused' in judged) return tell('refused', judged.refused);
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === params.textDocument.uri);
  if (document?.version !== params.version) return outdated();
  const { start, end } = judged.edit.range;
  return propose(proposals, document, new Range(start.line, start.character, end.line, end.character), judged.edit.newText);
}

async function answerTo(prompt: string, ask: Ask): Promise<{ readonly text: string } | { readonly outcome: Outcome }> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Asking the language model for a better wording'),
    cancellable: true,
  };
  return window.withProgress(options, async (_, token) => {
    let text = '';
    try {
      for await (const part of ask(prompt, token)) {
        text += part;
        if (token.isCancellationRequested || text.length > LONGEST) break;
      }
    } catch (error) {
      if (!token.isCancellationRequested) return { outcome: tell('failed', whyNot(error)) };
    }
    return token.isCancellationRequested ? { outcome: 'cancelled' as const } : { text };
  });
}

/** Shows the change, and makes it when the user says so and the text is still the same. */
async function propose(proposals: Proposals, document: TextDocument, range: Range, newText: string): Promise<Outcome> {
  const { version } = document;
  const before = document.getText();
  const close = await proposals.show(
    document.uri,
    before.slice(0, document.offsetAt(range.start)) + newText + before.slice(document.offsetAt(range.end)),
  );
  const use = l10n.t('Use This Wording');
  const chosen = await window.showInformationMessage(l10n.t('The new wording passes every check. Use it?'), use, l10n.t('Discard'));
  await close();
  if (chosen !== use) return 'discarded';
  if (document.version !== version || document.isClosed) return outdated();
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, newText);
  return (await workspace.applyEdit(edit)) ? 'applied' : outdated();
}

function outdated(): Outcome {
  return tell('outdated', l10n.t('The text has changed meanwhile. Please try again.'));
}

/** Says something that nobody need answer. */
function tell(outcome: Outcome, message: string): Outcome {
  void window.showWarningMessage(message);
  return outcome;
}
