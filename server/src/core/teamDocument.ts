import type { RuleMeta } from '../engine/rule.ts';
import type { TeamExample, TeamPack, TeamRule } from '../engine/team/teamPack.ts';
import type { Lang } from '../engine/wording.ts';
import { scriptLean } from '../text/script.ts';
import { type RuleDocument, type RuleExample, unmarked } from './ruleDocument.ts';

/** The rule of that id among a team's own, with its document; undefined where there is none. */
export function teamPage(
  team: readonly TeamPack[] | undefined,
  id: string,
): { readonly meta: RuleMeta; readonly document: RuleDocument } | undefined {
  const rule = team?.flatMap((pack) => pack.rules).find(({ data }) => data.id === id);
  return rule && { meta: rule.data, document: documentOf(rule) };
}

/** A team's rule as a document: what it says about itself and its examples. */
function documentOf({ about, bad, good }: TeamRule): RuleDocument {
  const examples = [
    ...bad.map((example) => exampleOf('Flagged', example)),
    ...bad.flatMap((example) =>
      example.fixed === undefined ? [] : [exampleOf('Fixed', { ...example, text: `${example.text}\n===\n${example.fixed}` })],
    ),
    ...good.map((example) => exampleOf('Accepted', example)),
  ];
  return { text: about ?? {}, examples };
}

function exampleOf(section: RuleExample['section'], { text, lang }: TeamExample): RuleExample {
  return { section, lang: lang ?? langOf(text), ...unmarked(text) };
}

function langOf(text: string): Lang {
  if (!/\p{Script=Han}/u.test(text)) return 'en';
  return scriptLean(text) > 0 ? 'zh-Hant' : 'zh-Hans';
}
