import type { Span } from '../../core/index.ts';
import { placeholderFinder } from '../../core/naming.ts';
import type { About } from './about.ts';
import { type Draft, WRITTEN } from './draft.ts';
import { type Spot, spotAt } from './spot.ts';

/** A name that stands somewhere, and what it is the name of. */
export interface Named {
  readonly about: About;
  readonly span: Span;
}

/** The placeholder, directive, scene or rule that is named at a place. */
export function namedAt(draft: Draft, offset: number): Named | undefined {
  const spot = WRITTEN.has(draft.format) ? spotAt(draft, offset) : undefined;
  const there = spot?.standing();
  if (!spot || !there) return undefined;
  if (there.in === 'turn') return placeholderAt(spot);
  if (there.in === 'comment') return ruleAt(spot);
  if (there.in === 'directive') return directiveAt(spot);
  const { target } = there;
  if (offset < target.start || offset > target.end || target.start === target.end) return undefined;
  return { about: { of: 'scene', name: draft.text.slice(target.start, target.end) }, span: target };
}

function placeholderAt({ draft, before, after, line }: Spot): Named | undefined {
  const all = placeholderFinder(draft.settings)(before + after);
  const found = all.find(({ whole: { start, end } }) => start <= before.length && before.length <= end);
  return (
    found && {
      about: { of: 'placeholder', name: found.name },
      span: { start: line.start + found.whole.start, end: line.start + found.whole.end },
    }
  );
}

function directiveAt({ before, after, line }: Spot): Named | undefined {
  const text = before + after;
  const name = /^[@\uff20]([^\s:\uff1a]*)/u.exec(text);
  if (!name) return undefined;
  const directive = name[1]!.normalize('NFKC').toLowerCase();
  const span = (start: number, end: number): Span => ({ start: line.start + start, end: line.start + end });
  if (before.length <= name[0].length) return { about: { of: 'directive', name: directive }, span: span(0, name[0].length) };
  const value = wordAt(text, before.length, /[^\s:\uff1a,\uff0c\u3001;\uff1b]+/gu);
  return value && { about: { of: 'directive', name: directive, value: value.word }, span: span(value.start, value.end) };
}

function ruleAt({ before, after, line }: Spot): Named | undefined {
  const text = before + after;
  const from = text.search(/huashu-(?:disable|enable)/u);
  const reason = text.indexOf(' --', Math.max(from, 0));
  const found = wordAt(text, before.length, /[a-z][a-z0-9-]*/gu);
  if (from < 0 || !found || found.start < from || (reason >= 0 && found.start > reason)) return undefined;
  const about: About = found.start === from ? { of: 'suppression', name: found.word } : { of: 'rule', id: found.word };
  return { about, span: { start: line.start + found.start, end: line.start + found.end } };
}

function wordAt(
  text: string,
  at: number,
  words: RegExp,
): { readonly word: string; readonly start: number; readonly end: number } | undefined {
  for (const { 0: word, index } of text.matchAll(words)) {
    if (index <= at && at <= index + word.length) return { word, start: index, end: index + word.length };
  }
  return undefined;
}
