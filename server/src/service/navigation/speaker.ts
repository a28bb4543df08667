import type { Span, Turn } from '../../core/index.ts';
import { isTurn } from '../../core/reading.ts';
import type { Parsed } from '../parsed.ts';

/** Marks of emphasis and white space around a name. */
const AROUND = /^[\s*_`]+|[\s*_`]+$/gu;
/** So far behind the beginning of a turn its speaker is looked for: a bullet may stand before it. */
const REACH = 12;

/** The speaker of a turn without marks of emphasis, and where that stands; no place where a table names the speaker elsewhere. */
export function speakerOf({ speaker, span }: Turn, text: string): { readonly name: string; readonly span: Span | undefined } {
  const name = speaker.replace(AROUND, '');
  const start = name === '' ? -1 : text.slice(span.start, Math.min(span.end, span.start + REACH + speaker.length)).indexOf(name);
  return { name, span: start < 0 ? undefined : { start: span.start + start, end: span.start + start + name.length } };
}

/** True for our own format, and for a file of any other in which an agent speaks. */
export function isScript({ format, document }: Parsed): boolean {
  if (format === 'huashu') return true;
  for (const { items } of document.scenes) if (items.some((item) => isTurn(item) && item.role === 'agent')) return true;
  return false;
}
