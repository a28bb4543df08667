import { compareLevels, type Finding, formatIds, type Linted, type Settings, type Span } from '../core/index.ts';
import { FINDING, type FindingData, findingData, findingLines } from './finding.ts';
import { lintReply } from './reply.ts';
import { CONVERSATION, LANG, LOCALE, MOST_TEXT, SEVERITY, sayingsOf } from './said.ts';
import { count, flag, listOf, Refusal, record, text, type ValueOf } from './shape.ts';
import type { Answer, Desk, Tool } from './tool.ts';

const INPUT = record(
  {},
  {
    text: text('An agent’s reply, or a whole script with speakers (客服：… / Agent: …). Give this or path', MOST_TEXT),
    path: text('A script of the workspace, by its path. Give this or text', 4096),
    format: text('What the text is: reply, or the format of a file (huashu, markdown, text …); worked out from the text when absent', 40),
    conversation: CONVERSATION,
    over: flag('The conversation ends with this reply: also say what it lacks (closing words, a check that it helped …)'),
    lang: LANG,
    severity: SEVERITY,
    locale: LOCALE,
  },
);

const OUTPUT = record(
  {
    clean: flag('Nothing was found'),
    lang: text('The language it was read as'),
    format: text('What it was read as'),
    findings: listOf('What was found, in order of place', FINDING),
    omitted: count('Findings beyond those listed', 0),
  },
  { path: text('The file') },
);

type Input = ValueOf<typeof INPUT>;
type Output = ValueOf<typeof OUTPUT>;

/** Findings listed at most: an assistant mends some and asks again. */
const MOST_FINDINGS = 50;

/** Checks a reply or a script. */
export const lintTool: Tool<Input, Output> = {
  name: 'lint',
  title: 'Check service wording',
  description:
    'Checks what a customer-service agent says (Chinese or English) against service-training rules: flat refusals, “yes, but”, policy held up as a reason, blame, impatience, vague promises, missing empathy and more. ' +
    'Use it on every reply before it is sent, with the conversation so far, and on scripts and phrasebooks. Gives findings with the words, the reason and rewordings.',
  input: INPUT,
  output: OUTPUT,
  run(desk, input) {
    const { locale = desk.locale } = input;
    const { name, found, format } = look(desk, input);
    const data = findingData(found.text, found.span, locale);
    const shown = found.findings.slice(0, MOST_FINDINGS).map(data);
    const answer = {
      clean: found.findings.length === 0,
      lang: found.lang,
      format,
      findings: shown,
      omitted: found.findings.length - shown.length,
      ...(name === undefined ? {} : { path: name }),
    };
    return { text: said(answer), data: answer } satisfies Answer<Output>;
  },
};

interface Found {
  readonly text: string;
  readonly span: Span;
  readonly lang: Linted['lang'];
  readonly findings: readonly Finding[];
}

function look(desk: Desk, input: Input): { readonly name?: string; readonly format: string; readonly found: Found } {
  const { linter } = desk;
  const { text: words, path, conversation, severity: least = 'info', over = false } = input;
  if ((words === undefined) === (path === undefined)) throw new Refusal('Give either text or path');
  if (path !== undefined) {
    if (conversation || over || input.format !== undefined) throw new Refusal('conversation, over and format go with text, not with path');
    const file = desk.open(path);
    return { name: file.name, format: file.format, found: lintScript(desk, file.text, file.format, inLang(file.settings, input), least) };
  }
  const settings = inLang(desk.settings, input);
  const format =
    input.format ?? (conversation || over || !linter.recognises({ text: words!, format: 'text' }, settings) ? 'reply' : 'huashu');
  if (format === 'reply') {
    const found = lintReply(linter, words!, { before: sayingsOf(conversation), over, least }, settings);
    return { format, found };
  }
  if (conversation || over) throw new Refusal('conversation and over go with a reply, not with a script');
  if (!formatIds().includes(format)) throw new Refusal(`format must be one of reply, ${formatIds().join(', ')}`);
  return { format, found: lintScript(desk, words!, format, settings, least) };
}

function lintScript({ linter }: Desk, words: string, format: string, settings: Settings, least: Finding['severity']): Found {
  const { findings, lang } = linter.lint({ text: words, format }, settings);
  const shown = findings.filter(({ severity }) => compareLevels(severity, least) >= 0);
  return { text: words, span: { start: 0, end: words.length }, lang, findings: shown };
}

function inLang(settings: Settings, { lang }: Input): Settings {
  return lang === undefined ? settings : { ...settings, lang };
}

function said({ clean, findings, omitted, path }: Output): string {
  const where = path === undefined ? '' : `${path}: `;
  if (clean) return `${where}Nothing to reword.`;
  const lines = findings.flatMap((finding: FindingData) => findingLines(finding));
  return `${where}${findings.length + omitted} found.\n${lines.join('\n')}${omitted > 0 ? `\n… and ${omitted} more.` : ''}`;
}
