import type { Reason, Severity } from '../../engine/finding.ts';
import { localise } from '../../engine/message.ts';
import type { CompiledPacks, RuleData } from '../../engine/pack.ts';
import type { Report, UtteranceRule } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { dataReframes } from './dataReframes.ts';
import { foundBy } from './explained.ts';
import { firstOfEachSentence, runs, toClauseEnd } from './ranges.ts';

/** A rule that lists of patterns say in full. */
export function dataRule(data: RuleData, packs: Pick<CompiledPacks, 'reframes'>): UtteranceRule {
  const { any = [], outright = [], aside = [] } = data;
  const openly = [...any, ...outright];
  const reframes = dataReframes(data, packs, []);
  return {
    scope: 'utterance',
    meta: data,
    wakes: [...openly, ...aside],
    *check(speech) {
      const taken = found(speech, openly, data);
      const plain = taken.map((span) => speech.sentence(span).start);
      taken.push(...found(speech, aside, data).filter((span) => !plain.includes(speech.sentence(span).start)));
      const first = data.once === 'sentence' ? firstOfEachSentence(speech, taken) : taken;
      const spans = data.reach ? first.map((span) => toClauseEnd(speech, span)) : first;
      for (const span of data.once === 'run' ? runs(speech, spans) : spans) yield report(span, gradeOf(speech, data));
    },
    why: (speech, { span }) => reasons(speech, span, data),
    ...(reframes ? { reframes } : {}),
  };
}

/** What the lists find and nothing excuses, each stretch once. */
function found(speech: Speech, lists: readonly string[], data: RuleData): Span[] {
  const taken: Span[] = [];
  for (const list of lists) {
    const outright = data.outright?.includes(list) ?? false;
    for (const { span } of speech.find(list)) {
      if (taken.some((other) => overlaps(other, span)) || isExcused(speech, span, data)) continue;
      if (outright || !isMended(speech, span, data)) taken.push(span);
    }
  }
  return taken;
}

function report(span: Span, grade: Severity | undefined): Report {
  return grade ? { span, grade } : { span };
}

/** True where the words themselves are innocent. */
function isExcused(speech: Speech, span: Span, { unless = [] }: RuleData): boolean {
  return unless.some((list) => speech.find(list).some((m) => overlaps(m.whole, span)));
}

/** True where what stands around the words takes them back. */
function isMended(speech: Speech, span: Span, data: RuleData): boolean {
  const { unlessInSentence = [], unlessInTurn = [] } = data;
  if (unlessInSentence.some((list) => speech.has(list, speech.sentence(span)))) return true;
  if (unlessInTurn.length === 0) return false;
  const turn = speech.ofTurn();
  const own = turn.indexOf(speech);
  const before = (said: Speech, i: number): number => (i < own ? said.text.length : said === speech ? speech.sentence(span).start : 0);
  return [...turn, ...speech.rest()].some((said, i) => unlessInTurn.some((list) => isSaid(said, list, before(said, i), data)));
}

/** True when a list matches, but for what is idle, there or `before` some place. */
function isSaid(said: Speech, list: string, before: number, { idle = [], idleBefore = [] }: RuleData): boolean {
  if (idle.length + idleBefore.length === 0) return said.has(list);
  return said.find(list).some(({ whole }) => ![...idle, ...(whole.end <= before ? idleBefore : [])].some((one) => said.has(one, whole)));
}

function gradeOf(speech: Speech, { grades = [] }: RuleData): Severity | undefined {
  return grades.find(({ when }) => gradedBy(speech, when) !== undefined)?.severity;
}

function gradedBy(speech: Speech, when: NonNullable<RuleData['grades']>[number]['when']): string | undefined {
  return 'parts' in when ? undefined : when.find((list) => speech.has(list));
}

/** Which list found the words, what could have taken them back, and what graded them. */
function reasons(
  speech: Speech,
  span: Span,
  { any = [], outright = [], aside = [], unless = [], unlessInSentence = [], unlessInTurn = [], grades = [] }: RuleData,
): Reason[] {
  const excuses = [...unless, ...unlessInSentence, ...unlessInTurn];
  const graded = grades.flatMap(({ when }) => gradedBy(speech, when) ?? [])[0];
  const reason = (say: (locale: 'en' | 'zh-CN' | 'zh-TW') => string): Reason => ({ depth: 0, holds: true, message: localise(say) });
  const out = foundBy(speech, span, [...any, ...outright, ...aside]).slice(0, 1);
  if (excuses.length > 0) out.push(reason((locale) => `${SAY.none[locale]} ${excuses.join(', ')}`));
  if (graded !== undefined) out.push(reason((locale) => `${SAY.graded[locale]} ${graded}`));
  return out;
}

const SAY = {
  none: { en: 'nothing of', 'zh-CN': '不含', 'zh-TW': '不含' },
  graded: { en: 'graded by', 'zh-CN': '定级依据', 'zh-TW': '定級依據' },
} as const;
