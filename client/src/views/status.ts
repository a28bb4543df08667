import {
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
  item.command = { command: 'huashu.showOutput', title: l10n.t('Show Output') };
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
  if (state === State.Running) return renderCounts(item, file === undefined ? none : count(file));
  item.text = state === State.Starting ? l10n.t('Huashu is starting') : l10n.t('Huashu is not running');
  item.detail = '';
  item.severity = state === State.Starting ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Error;
  item.command =
    state === State.Starting
      ? { command: 'huashu.showOutput', title: l10n.t('Show Output') }
      : { command: 'huashu.restart', title: l10n.t('Restart') };
}

const none: Counts = { errors: 0, warnings: 0, others: 0 };

function renderCounts(item: LanguageStatusItem, { errors, warnings, others }: Counts): void {
  const clean = errors + warnings + others === 0;
  item.text = clean ? l10n.t('Nothing to reword') : `$(error) ${errors}  $(warning) ${warnings}  $(info) ${others}`;
  item.detail = clean ? '' : l10n.t('errors, warnings, suggestions');
  item.severity = LanguageStatusSeverity.Information;
  item.command = { command: 'huashu.showOutput', title: l10n.t('Show Output') };
}

function count(file: Uri): Counts {
  const ours = languages.getDiagnostics(file).filter((diagnostic) => diagnostic.source === 'huashu');
  const errors = ours.filter((diagnostic) => diagnostic.severity === DiagnosticSeverity.Error).length;
  const warnings = ours.filter((diagnostic) => diagnostic.severity === DiagnosticSeverity.Warning).length;
  return { errors, warnings, others: ours.length - errors - warnings };
}
