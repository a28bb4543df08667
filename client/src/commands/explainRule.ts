import { l10n, type QuickPickItem, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type RuleSeverity,
  type RuleSummary,
} from '../../../server/src/protocol.ts';
import { locale } from '../settings.ts';
import type { RulePages } from '../views/rulePages.ts';

const icons: Readonly<Record<RuleSeverity, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  info: '$(info)',
  hint: '$(lightbulb)',
};

/** Asks which rule, and opens its page. */
export async function explainRule(client: LanguageClient, pages: RulePages): Promise<void> {
  const params: ExplainParams = { rule: null, locale: locale() };
  const list = client.sendRequest<ExplainResult>(explainRequest, params).then(({ rules }) => rules.map(toItem));
  const picked = await window.showQuickPick(list, { placeHolder: l10n.t('Which rule?'), matchOnDescription: true, matchOnDetail: true });
  if (picked !== undefined) await pages.open(picked.description);
}

function toItem(rule: RuleSummary): QuickPickItem & { readonly description: string } {
  return { label: `${icons[rule.severity]} ${rule.title}`, description: rule.id };
}
