import { commands, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { goToFindingsCommand, openRuleCommand } from '../../../server/src/protocol.ts';
import { RulePages } from '../views/rulePages.ts';
import { createConfig } from './createConfig.ts';
import { explainRule } from './explainRule.ts';
import { fixAll } from './fixAll.ts';
import { goToFindings } from './goToFindings.ts';

/** Every command of the extension, and the pages that two of them open. */
export function registerCommands(client: LanguageClient): Disposable[] {
  const pages = new RulePages(client);
  return [
    pages,
    commands.registerCommand('huashu.restart', () => client.restart()),
    commands.registerCommand('huashu.showOutput', () => client.outputChannel.show()),
    commands.registerCommand('huashu.fixAll', fixAll),
    commands.registerCommand('huashu.explainRule', () => explainRule(client, pages)),
    commands.registerCommand('huashu.createConfig', () => createConfig(client)),
    commands.registerCommand(goToFindingsCommand, goToFindings),
    commands.registerCommand(openRuleCommand, (rule: string) => pages.open(rule)),
  ];
}
