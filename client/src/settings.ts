import { type Disposable, env, workspace } from 'vscode';

/** When an open file is linted again. */
export type RunMode = 'onType' | 'onSave';

/** As `huashu.run` says now. */
export function runMode(): RunMode {
  return workspace.getConfiguration('huashu').get('run') === 'onSave' ? 'onSave' : 'onType';
}

/** The language of everything huashu says: `huashu.locale`, or the editor's own. */
export function locale(): string {
  const chosen = workspace.getConfiguration('huashu').get<string>('locale', 'auto');
  return chosen === 'auto' ? env.language : chosen;
}

/** The server learns its language when it starts, so a change asks for a new start. */
export function onLocaleChange(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('huashu.locale')) listener();
  });
}
