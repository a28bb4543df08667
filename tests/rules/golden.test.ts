import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { createLinter, type Finding, type Fix } from '../../server/src/core/index.ts';

/*
 * What each rule offers to say instead, for a reader to judge: one file a rule, one line an offer: language, what was said,
 * what is offered. `⏎` parts the turns of a conversation; what has no speaker is the agent's. `UPDATE_GOLDEN=1` writes the
 * offers anew, after which the difference wants reading.
 */
const FOLDER = join('tests', 'rules', 'golden');
const HEAD = 'language\tsaid\toffered';
const LABEL: Readonly<Record<string, string>> = { 'zh-Hans': '客服：', 'zh-Hant': '客服：', en: 'Agent: ' };
const linter = createLinter();

describe('rewordings', () => {
  for (const file of readdirSync(FOLDER).filter((name) => /^reframes-.+\.tsv$/u.test(name))) {
    const rule = file.slice('reframes-'.length, -'.tsv'.length);

    it(`of ${rule} are those that were judged`, () => {
      const table = readFileSync(join(FOLDER, file), 'utf8');
      const now = tableOf(rule, table);
      if (process.env['UPDATE_GOLDEN']) writeFileSync(join(FOLDER, file), now);
      else assert.equal(now, table);
    });
  }
});

function tableOf(rule: string, table: string): string {
  const said = new Map<string, [lang: string, text: string]>();
  for (const line of table.trim().split('\n').slice(1)) {
    const [lang = '', text = ''] = line.split('\t');
    said.set(`${lang} ${text}`, [lang, text]);
  }
  const lines = [...said.values()].flatMap(([lang, text]) => offersOf(rule, lang, text).map((offer) => [lang, text, offer].join('\t')));
  return [HEAD, ...lines, ''].join('\n');
}

function offersOf(rule: string, lang: string, text: string): string[] {
  const turns = text.split('⏎').map((turn) => (/^(?:客户|客戶|客服)[：:]|^(?:Customer|Agent):/u.test(turn) ? turn : LABEL[lang] + turn));
  const source = `# 1\n${turns.join('\n')}\n`;
  const found = linter
    .lint({ text: source, format: 'huashu' }, { lang: lang as 'en', preset: 'strict' })
    .findings.filter((f: Finding) => f.rule === rule);
  assert.ok(found.length > 0, `${rule} finds nothing in ${text}`);
  const offers = found.flatMap((finding) => finding.fixes().map((fix) => turnAt(apply(source, fix), finding.span.start)));
  assert.ok(offers.length > 0, `${rule} offers nothing for ${text}`);
  return [...new Set(offers)];
}

function apply(source: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), source);
}

/** The line at an offset, without its speaker. */
function turnAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset) + 1;
  const end = source.indexOf('\n', offset);
  return source.slice(start, end < 0 ? source.length : end).replace(/^(?:客服：|Agent: ?)/u, '');
}
