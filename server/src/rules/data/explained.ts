import type { Reason } from '../../engine/finding.ts';
import { localise } from '../../engine/message.ts';
import type { Rule } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { overlaps, type Span } from '../../text/span.ts';

/** A rule about one utterance that does not say itself why it matched says which of the lists it listens to found the words. */
export function explained(rule: Rule): Rule {
  if (rule.scope !== 'utterance' || rule.why) return rule;
  return { ...rule, why: (speech, { span }) => foundBy(speech, span, rule.wakes).slice(0, 1) };
}

/** The lists that found words, each as a reason. */
export function foundBy(speech: Speech, span: Span, lists: readonly string[]): Reason[] {
  const found = lists.filter((name) => speech.find(name).some((match) => overlaps(match.span, span)));
  return found.map((name) => ({
    depth: 0,
    holds: true,
    message: localise((locale) => `${SAY[locale]} ${name}`),
    span: speech.source(span),
  }));
}

const SAY = { en: 'found by the list', 'zh-CN': '命中列表', 'zh-TW': '命中清單' } as const;
