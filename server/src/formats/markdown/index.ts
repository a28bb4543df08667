import { documentOf, LARGE } from '../document.ts';
import type { BlockKind, Format, ParseOptions } from '../format.ts';
import { readFrontMatter } from '../frontMatter.ts';
import { agentSpeaks, mayHaveSpeakers } from '../recognise.ts';
import { MarkdownReader, type MarkdownText } from './reader.ts';

/** Markdown with GFM tables. */
export const markdown: Format = {
  id: 'markdown',
  extensions: ['.md', '.markdown'],
  parse(source, options) {
    const { text, meta } = textOf(source, options);
    return documentOf({ format: markdown.id, meta }, source.length > LARGE ? 'lazy' : 'whole', () => new MarkdownReader(text, options));
  },
  parts: {
    top: (source) => (FRONT_MATTER.test(source.slice(0, 4)) ? Number.POSITIVE_INFINITY : 0),
    begins: /(?<=[\r\n])#{1,6}[ \t]/gu,
    goesOn: /`{3}|~{3}|<[!?a-z]/iu,
  },
  recognises(source, options) {
    const { text, meta } = textOf(source, options);
    // Dashes that claim to be front matter and cannot be read as such are the only problem there can be so far.
    if (text.phrases.size > 0 || text.problems.length > 0) return true;
    const worthReading = mayHaveSpeakers(source, options.roleOf) || TABLE_OF_REPLIES.test(source);
    return worthReading && agentSpeaks(documentOf({ format: markdown.id, meta }, 'lazy', () => new MarkdownReader(text, options)));
  },
};

const FRONT_MATTER = /^\ufeff?---/u;
const DEFAULT_BLOCKS: readonly BlockKind[] = ['paragraph', 'list'];
/** A line of cells before a line of dashes. */
const TABLE_OF_REPLIES = /^[^\r\n|]*\|[^\r\n]*(?:\r\n?|\n)[ \t>]*\|?[ \t]*:?-/mu;

function textOf(source: string, options: ParseOptions): { text: MarkdownText; meta: Readonly<Record<string, unknown>> } {
  const { meta, end, problems } = readFrontMatter(source, 'possible');
  const blocks = options.phrasebook?.blocks ?? (meta['huashu'] === 'phrasebook' ? blocksNamed(meta['blocks']) : []);
  return { meta, text: { source, start: end, problems, phrases: new Set(blocks) } };
}

/** `blocks: [paragraph, quote]`, or one of them alone. */
function blocksNamed(value: unknown): readonly BlockKind[] {
  const named = (Array.isArray(value) ? value : [value]).filter(isBlockKind);
  return named.length > 0 ? named : DEFAULT_BLOCKS;
}

function isBlockKind(value: unknown): value is BlockKind {
  return value === 'paragraph' || value === 'list' || value === 'quote' || value === 'fence';
}
