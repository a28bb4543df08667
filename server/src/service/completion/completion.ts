import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { markup } from '../markdown.ts';
import { type Context, contextOf } from './context.ts';
import { type Draft, WRITTEN } from './draft.ts';
import { branchOffers, lineOffers } from './lineOffers.ts';
import { type CompletionSupport, type ItemData, listOf } from './list.ts';
import { directiveOffers, ruleOffers, suppressionOffers, valueOffers } from './markOffers.ts';
import { placeholderOffers, sceneOffers } from './nameOffers.ts';
import type { Offer } from './offer.ts';
import { sentenceOffers } from './sentenceOffers.ts';
import { type Spot, spotAt } from './spot.ts';
import { type Teller, tell } from './tell.ts';
import type { World } from './world.ts';

/** Where completions are wanted, and why. */
export interface Asked {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
  /** What was typed that asks for them by itself; absent where somebody asked, or typed a word. */
  readonly trigger?: string | undefined;
}

/** Characters that something to be completed follows. */
export const TRIGGERS: readonly string[] = [
  ...'{[<%@#>?: ,',
  ...'\uff5b\uff3b\uff1c\uff05\uff20\uff03\uff1e\u2192\uff1f\uff1a\uff0c\u3001',
];

/** What may be written at the cursor; nothing in running text. */
export function complete(draft: Draft, asked: Asked, world: World, support: CompletionSupport): CompletionList | null {
  const spot = WRITTEN.has(draft.format) ? spotAt(draft, asked.offset) : undefined;
  const context = spot && contextOf(spot);
  if (!context || isUnasked(context, asked, draft.text)) return null;
  const offers = offersFor(spot, context, world);
  if (offers.length === 0) return null;
  const line = { line: asked.line, from: asked.offset - asked.character };
  const typed = draft.text.slice(context.insert.start + (context.kind === 'placeholder' ? context.open.length : 0), asked.offset);
  const list = listOf(offers, typed, context, line, draft.uri, support);
  return list.items.length === 0 ? null : list;
}

/** What an item is about, once somebody looks at it. */
export function documented(item: CompletionItem, teller: Teller, support: CompletionSupport): CompletionItem {
  const about = (item.data as ItemData | undefined)?.about;
  const told = about && tell(about, teller);
  return told === undefined ? item : { ...item, documentation: markup(told, support.markdown) };
}

/** Where nothing has been typed yet, a space or a comma asks for less than somebody who presses a key for it. */
function isUnasked(context: Context, { offset, trigger }: Asked, text: string): boolean {
  if (trigger === undefined) return false;
  const typed = text.slice(context.insert.start, offset).trim();
  if (context.kind === 'line' || context.kind === 'suppression') return true;
  return context.kind === 'words' && (typed !== '' || context.standing.turn.kind === 'phrase');
}

function offersFor(spot: Spot, context: Context, world: World): Offer[] {
  switch (context.kind) {
    case 'placeholder':
      return placeholderOffers(spot, context, world);
    case 'scene':
      return sceneOffers(spot, context, world);
    case 'directive':
      return directiveOffers(spot, context, world);
    case 'value':
      return valueOffers(spot, context, world);
    case 'suppression':
      return suppressionOffers(spot, context, world);
    case 'rule':
      return ruleOffers(spot, context, world);
    case 'line':
      return lineOffers(spot, context, world);
    case 'branch':
      return branchOffers(spot, context, world);
    case 'words':
      return sentenceOffers(spot, context, world);
  }
}
