import { compareLevels, type Finding, type Linted, type Linter, type Settings, type Severity, type Span } from '../core/index.ts';
import { phraseOf, type Saying, talkOf } from '../core/talk.ts';

/** An agent's reply with what was said before it, linted. */
export interface LintedReply {
  /** The text that spans count in. */
  readonly text: string;
  /** Where the reply stands in it. */
  readonly span: Span;
  readonly lang: Linted['lang'];
  /** What is found in the reply itself. */
  readonly findings: readonly Finding[];
}

/** How a reply is looked at. */
export interface ReplyAsked {
  readonly before: readonly Saying[];
  /** False while the customer will answer: what a finished conversation would lack is not missed yet. */
  readonly over: boolean;
  readonly least: Severity;
}

/** Lints a reply as what the agent says next; with nothing before it, as words that may stand anywhere. */
export function lintReply(linter: Linter, words: string, asked: ReplyAsked, settings: Settings): LintedReply {
  const { before, over, least } = asked;
  const reply: Saying = { role: 'agent', text: words };
  const talk = before.length === 0 && !over ? phraseOf(words) : talkOf([...before, reply, ...(over ? [] : GOES_ON)]);
  const { findings, lang } = linter.lintDocument(talk.text, talk.document, settings);
  const span = talk.spans[before.length]!;
  const isMeant = (finding: Finding): boolean =>
    finding.span.start >= span.start && finding.span.end <= span.end && compareLevels(finding.severity, least) >= 0;
  return { text: talk.text, span, lang, findings: findings.filter(isMeant) };
}

/** What stands for the rest of a conversation: the reply has been heard, and what is lacking at the end is lacking there. */
const GOES_ON: readonly Saying[] = [
  { role: 'customer', text: '\u2026' },
  { role: 'agent', text: '\u2026' },
];
