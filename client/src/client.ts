import { type LogOutputChannel, window } from 'vscode';
import { DiagnosticPullMode, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { goToFindingsCommand, type InitializationOptions, openRuleCommand } from '../../server/src/protocol.ts';
import { locale, runMode } from './settings.ts';
import { rulePage } from './views/rulePages.ts';

export const clientName = 'Huashu';

/** The languages whose files may hold a script; which of them do, the server decides. */
export const languages = ['huashu', 'markdown', 'plaintext', 'json', 'jsonl', 'yaml', 'csv', 'tsv', 'html'] as const;

/** Files on disk and files not saved yet. */
export const documentSelector = languages.flatMap((language) => [
  { scheme: 'file', language },
  { scheme: 'untitled', language },
]);

/** One channel for the client's log and the server's. */
export function createChannel(): LogOutputChannel {
  return window.createOutputChannel(clientName, { log: true });
}

/** Everything about the client that does not depend on where the server runs. */
export function clientOptions(channel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel: channel,
    traceOutputChannel: channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: (): InitializationOptions => ({ locale: locale(), rulePage, commands: [openRuleCommand, goToFindingsCommand] }),
    markdown: { isTrusted: { enabledCommands: [openRuleCommand] } },
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onFocus: false,
      filter: (_document, mode) => mode !== (runMode() === 'onSave' ? DiagnosticPullMode.onSave : DiagnosticPullMode.onType),
    },
  };
}
