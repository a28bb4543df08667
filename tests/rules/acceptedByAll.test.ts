import docs from 'huashu:docs';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';
import { LOUD } from '../support/loudRules.ts';
import { examplesOf } from '../support/ruleDocument.ts';

/** The others about the words of one turn. */
const QUIET: ReadonlySet<string> = new Set([
  'casual-you',
  'closed-satisfaction',
  'cold-deadline',
  'jargon',
  'long-sentence',
  'negative-form',
  'over-politeness',
  'stiff-boilerplate',
  'template-empathy',
  'try-it-yourself',
  'vague-time',
]);

describe('what the document of one rule leaves alone', () => {
  const linter = createLinter();
  for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
    it(`no other rule is loud about: ${lang}`, () => {
      const said = Object.entries(docs())
        .filter(([rule]) => LOUD.has(rule) || QUIET.has(rule))
        .flatMap(([, document]) => examplesOf(document))
        .filter((example) => example.section === 'Accepted' && example.lang === lang)
        .flatMap((example) => example.text.split('\n').filter((line) => line.startsWith('- ')));
      const label = lang === 'en' ? 'Agent: ' : '客服：';
      const text = `---\nlang: ${lang}\n---\n${said.map((line, i) => `# ${i}\n${label}${line.slice(2)}\n`).join('\n')}`;
      const { findings } = linter.lint({ text, format: 'huashu' }, { preset: 'recommended' });
      assert.ok(said.length > 100);
      assert.deepEqual(
        findings
          .filter(({ rule, severity }) => LOUD.has(rule) && (severity === 'error' || severity === 'warning'))
          .map(({ rule, scene, span }) => `${rule}: ${text.slice(span.start, span.end)} in ${said[Number(scene)]}`),
        [],
      );
    });
  }
});
