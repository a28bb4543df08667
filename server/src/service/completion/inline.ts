import type { InlineCompletionItem, InlineCompletionList } from 'vscode-languageserver';
import { placeholderFinder } from '../../core/naming.ts';
import { narrow } from '../../core/writing.ts';
import { snippet } from '../textEdits.ts';
import type { Asked } from './completion.ts';
import { type Draft, WRITTEN } from './draft.ts';
import { indented, leadOf, wantedAt } from './sentenceOffers.ts';
import { type Spot, type Standing, spotAt } from './spot.ts';
import type { World } from './world.ts';

/** How well a phrase must fit to be shown unasked where nothing has been typed, and where it goes on with what has. */
const FITS = 0.3;
const GOES_ON = 0.1;
/** Fewest units that tell which phrase is being typed. */
const FEWEST = 2;
const MOST = 3;
/** Phrases looked at, the likeliest first, for one that goes on with what has been typed. */
const LOOKED_AT = 100;

/**
 * The rest of what an agent is about to say, from the approved phrases: a whole sentence in a turn that is empty, or what the words typed
 * so far are the beginning of. Nothing anywhere else.
 */
export function completeInline(
  draft: Draft,
  asked: Asked,
  world: World,
  support: { readonly snippets: boolean },
): InlineCompletionList | null {
  const { phrases } = world;
  const spot = phrases && WRITTEN.has(draft.format) ? spotAt(draft, asked.offset) : undefined;
  const standing = spot && agentAt(spot);
  if (!phrases || !spot || !standing) return null;
  const typed = standing.said.trimStart();
  const begins = key(typed);
  if (typed !== '' && begins.length < FEWEST) return null;
  const { wanted, takes } = wantedAt(spot, standing, world);
  const found = phrases.recommend(typed === '' ? wanted : { ...wanted, instead: typed }, {
    limit: typed === '' ? MOST : LOOKED_AT,
    takes: (phrase) => takes(phrase) && phrase.text.length > typed.length && key(phrase.text).startsWith(begins),
  });
  const lead = typed === '' ? leadOf(spot.before) : '';
  const range = {
    start: { line: asked.line, character: asked.character - typed.length },
    end: { line: asked.line, character: asked.character },
  };
  const items = found
    .slice(0, MOST)
    .filter(({ score }) => score >= (typed === '' ? FITS : GOES_ON))
    .map(({ text }): InlineCompletionItem => {
      const words = typed + text.slice(typed.length);
      const written = lead + indented(words, draft.format);
      return { insertText: withStops(written, draft, support), range, filterText: written };
    });
  return items.length > 0 ? { items } : null;
}

/** The agent's turn that ends at a place on the line it began on, in front of nothing. */
function agentAt(spot: Spot): Extract<Standing, { readonly in: 'turn' }> | undefined {
  if (spot.after.trim() !== '') return undefined;
  const there = spot.standing();
  if (there?.in !== 'turn' || there.turn.kind !== 'turn' || there.turn.role !== 'agent' || there.rest.trim() !== '') return undefined;
  return spot.before.endsWith(there.said) &&
    /[:\uff1a](?:\*\*)?[ \t\u3000]*$/u.test(spot.before.slice(0, spot.before.length - there.said.length))
    ? there
    : undefined;
}

/** Placeholders are tab stops for clients that have them here. */
function withStops(text: string, { settings }: Draft, { snippets }: { readonly snippets: boolean }): InlineCompletionItem['insertText'] {
  const slots = snippets ? placeholderFinder(settings)(text).map(({ whole }) => whole) : [];
  let stop = 0;
  return slots.length > 0 ? { kind: 'snippet', value: snippet(text, slots, () => ++stop) } : text;
}

function key(text: string): string {
  return narrow(text).toLowerCase();
}
