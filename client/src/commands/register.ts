import { commands, type Disposable, Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { goToFindingsCommand, openRuleCommand } from '../../../server/src/protocol.ts';
import { RulePages } from '../views/rulePages.ts';
import { watchScriptContext } from '../views/scriptContext.ts';
import { ScriptPanels } from '../views/scriptPanels.ts';
import { createConfig } from './createConfig.ts';
import { explainRule } from './explainRule.ts';
import { exportFlow } from './exportFlow.ts';
import { fixAll } from './fixAll.ts';
import { goToFindings } from './goToFindings.ts';

/** Every command of the extension, and the pages and pictures that some of them open. */
export function registerCommands(client: LanguageClient, extension: Uri): Disposable[] {
  const pages = new RulePages(client);
  const panels = new ScriptPanels(client, extension);
  const withScript = (use: (uri: Uri) => unknown) => (uri?: unknown) => {
    const chosen = uri instanceof Uri ? uri : (window.activeTextEditor?.document.uri ?? panels.active());
    return chosen && use(chosen);
  };
  return [
    pages,
    panels,
    ...watchScriptContext(client),
    commands.registerCommand(
      'huashu.openPreview',
      withScript((uri) => panels.show('preview', uri)),
    ),
    commands.registerCommand(
      'huashu.openFlow',
      withScript((uri) => panels.show('flow', uri)),
    ),
    commands.registerCommand(
      'huashu.exportFlowSvg',
      withScript((uri) => exportFlow(client, 'svg', uri)),
    ),
    commands.registerCommand(
      'huashu.copyFlowMermaid',
      withScript((uri) => exportFlow(client, 'mermaid', uri)),
    ),
    commands.registerCommand('huashu.restart', () => client.restart()),
    commands.registerCommand('huashu.showOutput', () => client.outputChannel.show()),
    commands.registerCommand('huashu.fixAll', fixAll),
    commands.registerCommand('huashu.explainRule', () => explainRule(client, pages)),
    commands.registerCommand('huashu.createConfig', () => createConfig(client)),
    commands.registerCommand(goToFindingsCommand, goToFindings),
    commands.registerCommand(openRuleCommand, (rule: string) => pages.open(rule)),
  ];
}
