import { type CancellationToken, type Disposable, LanguageModelChatMessage, LanguageModelError, l10n, lm } from 'vscode';

/** Asks a language model; its answer comes in pieces. */
export type Ask = (prompt: string, token: CancellationToken) => AsyncIterable<string>;

/** There is no language model to ask. */
export class NoModel extends Error {}

/** Asks the first language model that the editor has. */
export const askEditor: Ask = async function* (prompt, token) {
  const [model] = await lm.selectChatModels();
  if (!model) throw new NoModel();
  const justification = l10n.t('To reword the sentence you chose.');
  const { text } = await model.sendRequest([LanguageModelChatMessage.User(prompt)], { justification }, token);
  yield* text;
};

/** Whether the editor has a language model, looked up when it is first asked and when that changes. */
export class Models implements Disposable {
  private found: Promise<boolean> | undefined;
  private readonly listener: Disposable | undefined;

  constructor() {
    this.listener = lm?.onDidChangeChatModels?.(() => {
      this.found = undefined;
    });
  }

  exist(): Promise<boolean> {
    if (typeof lm?.selectChatModels !== 'function') return Promise.resolve(false);
    this.found ??= Promise.resolve(lm.selectChatModels()).then(
      (models) => models.length > 0,
      () => false,
    );
    return this.found;
  }

  dispose(): void {
    this.listener?.dispose();
  }
}

/** Why a model did not answer, for the user. */
export function whyNot(error: unknown): string {
  if (error instanceof NoModel) return l10n.t('The editor has no language model to ask.');
  if (error instanceof LanguageModelError) {
    if (error.code === LanguageModelError.NoPermissions.name) return l10n.t('Huashu was not allowed to ask the language model.');
    if (error.code === LanguageModelError.Blocked.name)
      return l10n.t('The language model did not answer: its limit is reached, or it declined.');
    if (error.code === LanguageModelError.NotFound.name) return l10n.t('The editor has no language model to ask.');
  }
  return l10n.t('The language model did not answer: {0}', error instanceof Error ? error.message : String(error));
}
