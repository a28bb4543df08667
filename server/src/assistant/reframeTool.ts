import { compareLevels, type Finding, type Fix, type Settings } from '../core/index.ts';
import { lintReply } from './reply.ts';
import { CONVERSATION, LANG, LOCALE, MOST_REPLY, SEVERITY, sayingsOf } from './said.ts';
import { count, flag, listOf, oneOf, Refusal, record, text, type ValueOf } from './shape.ts';
import type { Desk, Tool } from './tool.ts';

const INPUT = record(
  { text: text('One sentence or turn of the agent, without the speaker’s name', MOST_REPLY) },
  {
    conversation: CONVERSATION,
    rule: text('Reword for this rule’s findings alone', 100),
    most: count('Candidates wanted (default 3)', 1, 8),
    lang: LANG,
    locale: LOCALE,
  },
);

const SHORT_FINDING = record(
  { rule: text('Id of the rule'), severity: SEVERITY, message: text('What is wrong'), words: text('The words themselves') },
  {},
);
const CANDIDATE = record(
  {
    text: text('The whole turn, reworded'),
    clean: flag('Nothing at warning or above is left in it'),
    slots: listOf(
      'What a person, or what is known of the case, must fill in before it is said',
      record(
        {
          name: oneOf('What must be decided', 'alternative', 'time', 'reason', 'name'),
          text: text('The placeholder that stands for it'),
          start: count('Where it begins in the text, in UTF-16 units', 0),
          end: count('Where it ends', 0),
        },
        {},
      ),
    ),
    remaining: listOf('What is still found in it', SHORT_FINDING),
  },
  {},
);
const OUTPUT = record(
  {
    lang: text('The language it was read as'),
    findings: listOf('What is wrong with the text as it was given', SHORT_FINDING),
    candidates: listOf('Rewordings, best first', CANDIDATE),
  },
  {},
);

type Input = ValueOf<typeof INPUT>;
type Output = ValueOf<typeof OUTPUT>;
type Candidate = ValueOf<typeof CANDIDATE>;

/** Rewords a turn so that it passes. */
export const reframeTool: Tool<Input, Output> = {
  name: 'reframe',
  title: 'Reword a service reply',
  description:
    'Rewords a sentence or turn of a customer-service agent so that it says what we can do: keeps every placeholder, number and name, invents nothing, and is checked by lint. ' +
    'What nobody can know (an alternative, a time, a reason, a name) is left as a named slot to fill in or ask about.',
  input: INPUT,
  output: OUTPUT,
  run(desk, input) {
    if (input.text.trim() === '') throw new Refusal('text is empty');
    if (input.rule !== undefined && !desk.rules().some(({ id }) => id === input.rule)) throw new Refusal(`There is no rule ${input.rule}`);
    const look = looking(desk, input);
    const { lang, findings } = look(input.text);
    const meant = findings.filter(({ rule }) => input.rule === undefined || rule === input.rule).sort(graverFirst);
    const candidates = [...reworded(input.text, meant, look)].slice(0, MOST_TRIED);
    const best = candidates.sort((a, b) => a.remaining.length - b.remaining.length).slice(0, input.most ?? 3);
    const { locale = desk.locale } = input;
    const short = (finding: Placed): ValueOf<typeof SHORT_FINDING> => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message[locale],
      words: finding.words,
    });
    const data = { lang, findings: meant.map(short), candidates: best.map((one) => ({ ...one, remaining: one.remaining.map(short) })) };
    return { text: said(data), data };
  },
};

/** Rewordings that are settled before the best are taken. */
const MOST_TRIED = 8;
/** Rounds in which what else is found is reworded too. */
const ROUNDS = 6;

/** A finding in a reply, its place counted in the reply. */
interface Placed extends Omit<Finding, 'fixes'> {
  readonly words: string;
  fixes(): readonly Fix[];
}

type Look = (words: string) => { readonly lang: string; readonly findings: readonly Placed[] };

/** Lints one wording after another in the place of the turn. */
function looking({ linter, settings }: Desk, { conversation, lang }: Input): Look {
  const asked = { before: sayingsOf(conversation), over: false, least: 'info' } as const;
  const inLang: Settings = lang === undefined ? settings : { ...settings, lang };
  return (words) => {
    const found = lintReply(linter, words, asked, inLang);
    const { start } = found.span;
    const back = (span: Finding['span']): Finding['span'] => ({ start: span.start - start, end: span.end - start });
    const findings = found.findings.map((finding) => ({
      ...finding,
      span: back(finding.span),
      words: found.text.slice(finding.span.start, finding.span.end),
      fixes: () =>
        finding.fixes().map((fix) => ({ ...fix, edits: fix.edits.map(({ span, text: put }) => ({ span: back(span), text: put })) })),
    }));
    return { lang: found.lang, findings };
  };
}

interface Reworded extends Omit<Candidate, 'remaining'> {
  readonly remaining: readonly Placed[];
}

/** The turn reworded for each finding in each way there is, and for what is found then, until nothing more can be. */
function* reworded(words: string, findings: readonly Placed[], look: Look): Generator<Reworded> {
  const seen = new Set([words]);
  for (const finding of findings) {
    for (const fix of finding.fixes()) {
      const made = settled(withEdits(words, fix.edits), fix, look);
      if (seen.has(made.text)) continue;
      seen.add(made.text);
      yield made;
    }
  }
}

function settled(first: string, fix: Fix, look: Look): Reworded {
  const slots = new Map(slotWords(fix));
  let words = first;
  let { findings } = look(words);
  const passed = new Set([words]);
  for (let round = 0; round < ROUNDS; round++) {
    const next = [...findings].sort(graverFirst).flatMap((finding) => finding.fixes().slice(0, 1))[0];
    const changed = next && withEdits(words, next.edits);
    if (changed === undefined || passed.has(changed)) break;
    for (const [placeholder, name] of slotWords(next!)) slots.set(placeholder, name);
    passed.add(changed);
    words = changed;
    findings = look(words).findings;
  }
  const remaining = [...findings].sort(graverFirst);
  const clean = remaining.every(({ severity }) => compareLevels(severity, 'warning') < 0);
  return { text: words, clean, slots: placed(words, slots), remaining };
}

function slotWords({ slots, edits }: Fix): [string, Fix['slots'][number]['name']][] {
  return slots.map(({ name, edit, start, end }) => [edits[edit]!.text.slice(start, end), name]);
}

function placed(words: string, slots: ReadonlyMap<string, Candidate['slots'][number]['name']>): Candidate['slots'] {
  const found: { name: Candidate['slots'][number]['name']; text: string; start: number; end: number }[] = [];
  for (const [placeholder, name] of slots) {
    for (let at = words.indexOf(placeholder); at >= 0; at = words.indexOf(placeholder, at + placeholder.length)) {
      found.push({ name, text: placeholder, start: at, end: at + placeholder.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function withEdits(words: string, edits: Fix['edits']): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((out, { span, text: put }) => out.slice(0, span.start) + put + out.slice(span.end), words);
}

function graverFirst(a: Pick<Finding, 'severity' | 'span'>, b: Pick<Finding, 'severity' | 'span'>): number {
  return compareLevels(b.severity, a.severity) || a.span.start - b.span.start;
}

function said({ findings, candidates }: Output): string {
  if (findings.length === 0) return 'Nothing to reword.';
  const reasons = findings.map(
    ({ rule, severity, words, message }) => `${severity} ${rule} “${words}”: ${message.replace(/\s*\n\s*/gu, ' ')}`,
  );
  if (candidates.length === 0)
    return [...reasons, 'No rewording is known that passes: say what can be done instead, in your own words, and check it with lint.'].join(
      '\n',
    );
  const lines = candidates.map(({ text: words, slots, remaining }, i) => {
    const open =
      slots.length === 0 ? '' : `\n   fill in: ${[...new Set(slots.map(({ text: slot, name }) => `${slot} (${name})`))].join(', ')}`;
    const left =
      remaining.length === 0 ? '' : `\n   still found: ${remaining.map(({ rule, words: found }) => `${rule} “${found}”`).join(', ')}`;
    return `${i + 1}. ${words}${open}${left}`;
  });
  return [...reasons, '', ...lines].join('\n');
}
