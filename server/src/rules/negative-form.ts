import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { capital } from '../phrasebook/capital.ts';
import { inRegister } from '../phrasebook/register.ts';
import { baseForm } from '../phrasebook/request.ts';
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

const WORRY = 'negative-form/worry';

function* reframes(speech: Speech, { span }: Report, packs: CompiledPacks, lists: readonly string[]): Generator<Draft> {
  const list = lists.find((name) => speech.find(name).some((match) => overlaps(match.span, span)));
  const thing = thingBehind(speech, span);
  const around = { start: span.start, end: Math.min(speech.text.length, span.end + 1) };
  const groups = { thing: speech.words(thing).trim(), verb: baseForm(speech.words(thing).trim()) };
  const templates = (packs.reframes[list ?? ''] ?? []).filter((data) => data[speech.lang] !== undefined);
  const own = templates.filter((data) => data.when !== undefined && speech.has(data.when, around));
  for (const data of own.length > 0 ? own : templates.filter((other) => other.when === undefined)) {
    const template = data[speech.lang]!;
    if (list === WORRY && speech.lang !== 'en' && groups.thing !== '' && !template.includes('{thing}')) continue;
    const pieces = fillTemplate(inRegister(speech, politely(speech, span, template)), groups);
    if (!pieces) continue;
    const done = DONE.exec(speech.text.slice(span.end));
    const end = /\{(?:thing|verb)\}/u.test(template) ? thing.end : span.end + (done ? done[0].length : joint(speech, span, template));
    const start = pleaded(speech, span, template);
    const isFirst = /(?:^|[.!?]\s+)$/u.test(speech.text.slice(0, start));
    const words = pieces.map((piece, i) => (i === 0 && isFirst && typeof piece === 'string' ? capital(piece) : piece));
    yield {
      span: { start, end },
      pieces:
        words.length > 0
          ? [...words, ...(done ? [speech.words({ start: span.end, end: span.end + done[1]!.length })] : carried(speech, span, template))]
          : [''],
    };
  }
}

/** What was not to be forgotten, with a 了 that goes with the forgetting. */
const DONE = /^(\p{Script=Han}{1,4})了(?=[哦喔啊呀]*(?:[,。!~]|$))/u;

/** The template without its 您 behind another. */
function politely({ text }: Speech, { start }: Span, template: string): string {
  if (!/[\u60a8\u4f60]$/u.test(text.slice(0, start))) return template;
  return template.startsWith('{thing}')
    ? template.replace('{thing}', '{thing}\u60a8')
    : template
        .replace(/^(\u8bf7|\u8acb)\u60a8/u, '$1')
        .replace(/^(?:\u9ebb\u70e6|(\u9ebb\u7169))\u60a8/u, (_, hant?: string) => (hant ? '\u8acb' : '\u8bf7'));
}

/** How much of what follows goes: a comma behind an English please, or behind words that are taken out. */
function joint({ text, lang }: Speech, { end }: Span, template: string): number {
  if (template !== '' && !(lang === 'en' && /^please(?: feel free to)?$/u.test(template))) return 0;
  return (template === '' ? /^[\u54e6\u5594\u554a\u5440]*,\s?/u : /^,/u).exec(text.slice(end))?.[0].length ?? 0;
}

/** A word that the negation ended in and that what follows needs. */
function carried({ text, lang }: Speech, { start, end }: Span, template: string): string[] {
  const word = lang === 'en' ? / (to|the|your|this|that)$/u.exec(text.slice(start, end))?.[1] : undefined;
  if (!word || (word === 'to' && (/(?:^please| to)$/u.test(template) || template.includes('{verb}')))) return [];
  return [` ${word}`];
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
  if (template.startsWith('{thing}') && /[您你]$/u.test(text.slice(0, start))) return start - 1;
  const please = /(?:请[您你]?|\bplease,? )$/u.exec(text.slice(0, start));
  return please && /^(?:请|請|please\b)/iu.test(template) ? start - please[0].length : start;
}
