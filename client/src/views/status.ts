import {
  type Command,
  DiagnosticSeverity,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type Uri,
  window,
} from 'vscode';
import { State } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import { documentSelector } from '../client.ts';

/** What the active file has, by the editor's severities. */
type Counts = Readonly<Record<'errors' | 'warnings' | 'others', number>>;

/** The item behind the editor's language status: findings of the active file, and whether the server runs. */
export function showStatus(client: LanguageClient): Disposable[] {
  const item = languages.createLanguageStatusItem('huashu.status', documentSelector);
  item.name = 'Huashu';
  const update = (): void => render(item, client.state, window.activeTextEditor?.document.uri);
  update();
  return [
    item,
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  ];
}

function render(item: LanguageStatusItem, state: State, file: Uri | undefined): void {
  item.busy = state === State.Starting;
  const { text, detail = '', severity = LanguageStatusSeverity.Information, command = showOutput() } = appearance(state, file);
  Object.assign(item, { text, detail, severity, command });
}

interface Appearance {
  readonly text: string;
  readonly detail?: string;
  readonly severity?: LanguageStatusSeverity;
  readonly command?: Command;
}

const showOutput = (): Command => ({ command: 'huashu.showOutput', title: l10n.t('Show Output') });

function appearance(state: State, file: Uri | undefined): Appearance {
  if (state === State.Starting) return { text: l10n.t('Huashu is starting') };
  if (state !== State.Running) {
    const command = { command: 'huashu.restart', title: l10n.t('Restart') };
    return { text: l10n.t('Huashu is not running'), severity: LanguageStatusSeverity.Error, command };
  }
  const { errors, warnings, others } = file === undefined ? none : count(file);
  if (errors + warnings + others === 0) return { text: l10n.t('Nothing to reword') };
  return { text: `$(error) ${errors}  $(warning) ${warnings}  $(info) ${others}`, detail: l10n.t('errors, warnings, suggestions') };
}

const none: Counts = { errors: 0, warnings: 0, others: 0 };

function count(file: Uri): Counts {
  const ours = languages.getDiagnostics(file).filter((diagnostic) => diagnostic.source === 'huashu');
  const errors = ours.filter((diagnostic) => diagnostic.severity === DiagnosticSeverity.Error).length;
  const warnings = ours.filter((diagnostic) => diagnostic.severity === DiagnosticSeverity.Warning).length;
  return { errors, warnings, others: ours.length - errors - warnings };
}
