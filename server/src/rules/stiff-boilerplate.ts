import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { inRegister } from '../phrasebook/register.ts';
import { commaParts } from '../phrasebook/retelling.ts';
import { fillTemplate } from '../phrasebook/template.ts';
import { overlaps, type Span } from '../text/span.ts';
import { retellingRule } from './data/retellingRule.ts';
import { swapped } from './data/swaps.ts';
import type { CodeRule } from './registry.ts';

/** A sentence so short says nothing but the phrase. */
const SHORT = { 'zh-Hans': 14, 'zh-Hant': 14, en: 60 } as const;
const SWAPS = 'stiff-boilerplate/swap';

/** Set phrases of offices. Everyday words go in the place of the phrase; one that adds nothing goes. */
export const stiffBoilerplate: CodeRule = (meta, packs) => {
  const found = retellingRule(meta, packs);
  return {
    ...found,
    *reframes(speech: Speech, report: Report): Generator<Draft> {
      const offences = [...found.check(speech, {})].map(({ span }) => span);
      const swaps = [...swapped(speech, report.span, offences, packs.reframes[SWAPS])];
      yield* swaps;
      if (isPhraseAlone(speech, report.span)) yield* found.reframes?.(speech, report) ?? [];
      if (swaps.length === 0 && speech.sentence(report.span).end - speech.sentence(report.span).start < SHORT[speech.lang])
        yield* last(speech, report, packs);
    },
  };
};

/** True where the parts that the phrase is in say little else. */
function isPhraseAlone(speech: Speech, span: Span): boolean {
  return commaParts(speech, speech.sentence(span))
    .filter((part) => overlaps(part, span))
    .every((part) => {
      const rest = `${speech.text.slice(part.start, Math.max(part.start, span.start))} ${speech.text.slice(Math.min(part.end, span.end), part.end)}`;
      return (rest.match(/[\u3400-\u9fff\ufffc\d]/gu)?.length ?? 0) < 5 && (rest.match(/[a-z]{2,}/gu)?.length ?? 0) < 4;
    });
}

function* last(speech: Speech, { span }: Report, packs: CompiledPacks): Generator<Draft> {
  for (const data of packs.reframes['stiff-boilerplate/last'] ?? []) {
    const pieces = fillTemplate(inRegister(speech, (data[speech.lang] ?? '').replace(/^\. /u, '')), {});
    if (pieces) yield { span: speech.sentence(span), pieces };
  }
}
