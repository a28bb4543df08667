import { CompletionItemKind } from 'vscode-languageserver';
import type { Recommendation, Situation } from '../../core/index.ts';
import { placeholderFinder } from '../../core/naming.ts';
import { isTurn, narrow } from '../../core/writing.ts';
import type { Snippet } from '../../manual/snippets.ts';
import { snippet } from '../textEdits.ts';
import type { Context } from './context.ts';
import { langOf } from './langOf.ts';
import { snippetOffer } from './lineOffers.ts';
import { fileOf } from './nameOffers.ts';
import { type Offer, searchable } from './offer.ts';
import { type Spot, wordsOf } from './spot.ts';
import { SAID } from './words.ts';
import type { World } from './world.ts';

type Words = Extract<Context, { readonly kind: 'words' }>;

/** Most approved phrases offered at a time. */
const MOST = 8;

/**
 * What an agent may say who has said nothing yet: approved phrases for what the customer just said, then snippets by situation. Once words
 * are there, only snippets that go by that name.
 */
export function sentenceOffers(spot: Spot, { standing, insert }: Words, world: World): Offer[] {
  const typed = key(spot.draft.text.slice(insert.start, spot.offset).trim());
  const { sentences } = world.snippets(langOf(spot, world));
  if (typed !== '') {
    return sentences
      .filter(({ prefixes }) => prefixes.some((prefix) => key(prefix).startsWith(typed)))
      .map((one) => snippetOffer(one, spot, world));
  }
  const { wanted, takes } = wantedAt(spot, standing, world);
  const phrases = standing.turn.kind === 'turn' && world.phrases ? world.phrases.recommend(wanted, { limit: MOST, takes }) : [];
  const lead = leadOf(spot.before);
  const order = situationsOf(wanted, isFirst(standing));
  return [
    ...phrases.map((phrase) => phraseOffer(phrase, spot, lead, world)),
    ...[...sentences].sort((a, b) => rank(a, order) - rank(b, order)).map((one) => spaced(snippetOffer(one, spot, world), lead)),
  ];
}

/** What a phrase is wanted for at a place, and which may be taken: none that is said in the scene already. */
export function wantedAt(
  spot: Spot,
  { turn, scene }: Words['standing'],
  world: Pick<World, 'locale'>,
): { readonly wanted: Situation; readonly takes: (phrase: { readonly text: string }) => boolean } {
  const turns = scene.items.filter(isTurn);
  const above = turns.slice(0, turns.indexOf(turn));
  const said = above.findLast(({ role }) => role !== 'narrator');
  const told = (name: string): string | undefined => scene.directives.find((one) => one.name === name)?.value;
  const tags =
    told('tags')
      ?.split(/[,\uff0c\u3001;\uff1b]/u)
      .map((tag) => tag.replace(/^\s*[#\uff03]?/u, '').trim())
      .filter(Boolean) ?? [];
  const there = new Set(turns.filter((one) => one !== turn).map((one) => wordsOf(one).trim()));
  return {
    wanted: {
      ...(said?.role === 'customer' ? { said: wordsOf(said) } : scene.title === '' ? {} : { words: scene.title }),
      mood: told('customer'),
      type: told('type'),
      tags,
      lang: langOf(spot, world),
    },
    takes: ({ text }) => !there.has(text.trim()),
  };
}

function phraseOffer({ text, scene, path, why }: Recommendation, { draft }: Spot, lead: string, { locale }: World): Offer {
  const written = lead + indented(text, draft.format);
  const slots = placeholderFinder(draft.settings)(written).map(({ whole }) => whole);
  let stop = 0;
  const words = text.replace(/\s+/gu, ' ');
  return {
    label: words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL - 1)}\u2026` : words,
    kind: CompletionItemKind.Text,
    text: written,
    snippet: slots.length > 0 ? snippet(written, slots, () => ++stop) : undefined,
    filter: searchable(words),
    aside: why[locale] || SAID.phrase[locale],
    detail: [SAID.phrase[locale], scene, fileOf(path)].filter(Boolean).join(' \u00b7 '),
    about: { of: 'text', text, note: why[locale] || undefined },
  };
}

const LONGEST_LABEL = 28;

/** Lines after the first go on with the turn. */
export function indented(text: string, format: string): string {
  return format === 'markdown' ? text : text.replace(/\r\n?|\n/gu, '\n  ');
}

function spaced(offer: Offer, lead: string): Offer {
  return lead === ''
    ? offer
    : { ...offer, text: lead + offer.text, snippet: offer.snippet === undefined ? undefined : lead + offer.snippet };
}

/** What stands between a label and words: behind a half-width colon in a language with spaces, one. */
export function leadOf(before: string): string {
  return /[A-Za-z0-9*)]:(?:\*\*)?$|-$/u.test(before) ? ' ' : '';
}

function isFirst({ turn, scene }: Words['standing']): boolean {
  return !scene.items.some((item) => item !== turn && isTurn(item) && item.role === 'agent');
}

/** Situations in which the next sentence is likely to be, the likeliest first. */
function situationsOf({ said = '', mood, type }: Situation, first: boolean): string[] {
  const angry = mood === 'angry' || type === 'complaint' || /[!\uff01]|\u6295\u8bc9|\u6295\u8a34|\u751f\u6c14|\u751f\u6c23/u.test(said);
  return [
    ...(first && said === '' ? ['greeting'] : []),
    ...(type === 'callback' && first ? ['follow-up'] : []),
    ...(CLOSES.test(said) ? ['closing'] : []),
    ...(angry ? ['angry', 'apologising', 'complaint', 'listening'] : []),
    ...(/[?\uff1f]\s*$/u.test(said) ? ['listening', 'options', 'follow-up', 'waiting'] : []),
    ...(first ? ['greeting'] : []),
    ...(said === '' ? [] : ['listening', 'options', 'refusing']),
  ];
}

const CLOSES = /\u8c22\u8c22|\u8b1d\u8b1d|\u518d\u89c1|\u518d\u898b|\u62dc\u62dc|\bthank|\bbye\b/iu;

function rank({ situations }: Snippet, order: readonly string[]): number {
  const places = situations.map(({ id }) => order.indexOf(id)).filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : order.length;
}

function key(text: string): string {
  return narrow(text).toLowerCase();
}
