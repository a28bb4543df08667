import type { CompiledPacks } from '../../engine/pack.ts';
import type { Draft, Report } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { hasMention, mentions, reworded } from '../../phrasebook/rewording.ts';
import { trimEnd, trimmed } from '../../phrasebook/trim.ts';
import { cover, type Span } from '../../text/span.ts';

/** Particles behind the last word that counts. */
export const PARTICLES = /^[的了啊呀哦喔哈嘛啦吧呢吗啰咯]+/u;

/** What to say instead of the same words again. */
export function* againDrafts(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const words = report.span;
  if (speech.has('repeated-phrase/sorry', words) && (report.data?.['sorry'] === 'again' || isShort(speech, words))) {
    yield* reworded(
      speech,
      { sentence: words, lead: { start: words.start, end: words.start }, captures: {} },
      packs.reframes['repeated-phrase/sorry'] ?? [],
    );
    return;
  }
  const sentence = cover(speech.sentence(words), words);
  const lead = trimmed(speech.text, { start: sentence.start, end: words.start });
  const tail = trimmed(speech.text, { start: words.end, end: sentence.end });
  const isPart = lead.end > lead.start && tail.end > tail.start;
  const isLast = !/[\p{L}\p{N}]/u.test(speech.text.slice(sentence.end));
  const captures: Record<string, string> = isLast ? { words: lowerFirst(speech.words(words)) } : {};
  const facts = mentions(speech, words);
  if (facts) captures['facts'] = facts;
  const clause = speech.clauses(words).filter((c) => hasMention(speech, c));
  if (clause.length === 1) captures['clause'] = speech.words(trimEnd(speech.text, clause[0]!, PARTICLES));
  if (isPart)
    yield {
      span: sentence,
      pieces: [speech.words({ start: sentence.start, end: words.start }) + speech.words({ start: tail.start, end: sentence.end })],
    };
  const templates = packs.reframes[`repeated-phrase/${report.data?.['within'] ? 'within' : 'again'}`] ?? [];
  for (const { span, pieces } of reworded(speech, { sentence, lead, captures }, templates)) {
    yield { span, pieces: tail.end > tail.start ? [...pieces, speech.words({ start: tail.start, end: sentence.end })] : pieces };
  }
}

function isShort(speech: Speech, span: Span): boolean {
  return trimmed(speech.text, span).end - span.start <= (speech.lang === 'en' ? 45 : 10);
}

function lowerFirst(words: string): string {
  return words.replace(/^[A-Z](?=[a-z])/u, (letter) => letter.toLowerCase());
}
