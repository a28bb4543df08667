import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { inRegister } from '../phrasebook/register.ts';
import { fillTemplate } from '../phrasebook/template.ts';
import { trimEnd, trimStart } from '../phrasebook/trim.ts';
import { overlaps, type Span } from '../text/span.ts';
import { dataRule } from './data/dataRule.ts';
import type { CodeRule } from './registry.ts';

/** The pack says what is found; code puts the positive in the very place of the negation. */
export const negativeForm: CodeRule = (data, packs) => ({
  ...dataRule(data, packs),
  reframes: (speech, report) => reframes(speech, report, packs, data.any ?? []),
});

function* reframes(speech: Speech, { span }: Report, packs: CompiledPacks, lists: readonly string[]): Generator<Draft> {
  const list = lists.find((name) => speech.find(name).some((match) => overlaps(match.span, span)));
  const thing = thingBehind(speech, span);
  for (const data of packs.reframes[list ?? ''] ?? []) {
    const template = data[speech.lang];
    if (template === undefined || (data.when !== undefined && !speech.has(data.when, span))) continue;
    const takesThing = template.includes('{thing}');
    const pieces = fillTemplate(inRegister(speech, template), { thing: speech.words(thing).trim() });
    if (!pieces) continue;
    const end = takesThing ? thing.end : span.end;
    const start = pleaded(speech, span, template);
    const isFirst = /(?:^|[.!?]\s+)$/u.test(speech.text.slice(0, start));
    yield {
      span: { start, end },
      pieces: pieces.map((piece, i) => (i === 0 && isFirst && typeof piece === 'string' ? capital(piece) : piece)),
    };
  }
}

/** What the negation is about: the rest of its clause. */
function thingBehind({ text }: Speech, span: Span): Span {
  const clause = /^[^,。!?;:~…\n.]*/u.exec(text.slice(span.end))![0].length;
  const rest = { start: span.end, end: span.end + clause };
  return trimEnd(
    text,
    trimStart(text, rest, /^(?:\s|的|呢|哦|喔|啊|呀|哈|了|about )+/u),
    /(?:\s|的?(?:问题|情况|事情?)|哦|喔|呢|啊|呀|哈)+$/u,
  );
}

/** Where the words begin that the new ones replace: a "please" before them goes when these say it themselves. */
function pleaded({ text }: Speech, { start }: Span, template: string): number {
  const please = /(?:请[您你]?|\bplease,? )$/u.exec(text.slice(0, start));
  return please && /^(?:请|請|please\b)/iu.test(template) ? start - please[0].length : start;
}

function capital(words: string): string {
  return words.replace(/^[a-z]/u, (letter) => letter.toUpperCase());
}
