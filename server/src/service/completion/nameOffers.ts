import { CompletionItemKind } from 'vscode-languageserver';
import { RESERVED, sceneKey } from '../../core/writing.ts';
import { fill } from '../words.ts';
import type { Context } from './context.ts';
import { langOf } from './langOf.ts';
import { placeholdersIn, type SceneName, scenesIn } from './names.ts';
import { byUse, type Offer, searchable } from './offer.ts';
import type { Spot } from './spot.ts';
import { SAID, SLOTS } from './words.ts';
import type { World } from './world.ts';

type Of<K extends Context['kind']> = Extract<Context, { readonly kind: K }>;

/** Placeholders: those the project declares, those of this file, of other files, and the slots that fixes leave. */
export function placeholderOffers(spot: Spot, context: Of<'placeholder'>, world: World): Offer[] {
  const { locale } = world;
  const { draft } = spot;
  const { open, syntax } = context;
  const offers = new Map<string, Offer>();
  const offer = (name: string, aside: string, more?: string): void => {
    if (offers.has(name) || name === '') return;
    const text = syntax.open + name + syntax.close;
    const detail = more === undefined ? aside : `${aside} \u00b7 ${more}`;
    const about = { of: 'placeholder', name } as const;
    offers.set(name, {
      label: text,
      kind: CompletionItemKind.Variable,
      text,
      filter: open + searchable(name, aside),
      aside,
      detail,
      about,
    });
  };
  for (const [name, { description, example }] of Object.entries(draft.settings.known ?? {})) {
    const shown = example === undefined ? undefined : fill(SAID.example[locale], { words: example });
    offer(name, description ?? shown ?? SAID.placeholder[locale], description === undefined ? undefined : shown);
  }
  const typed = draft.text
    .slice(context.replace.start + open.length, context.replace.end)
    .replace(syntax.close, '')
    .trim();
  const here = placeholdersIn(draft.text, draft.settings);
  // What is being written is read as a placeholder, too, once its bracket is closed.
  if (here.get(typed) === 1) here.delete(typed);
  for (const name of byUse(here)) offer(name, SAID.usedHere[locale]);
  for (const [, names] of world.others()) for (const name of byUse(names.placeholders)) offer(name, SAID.usedElsewhere[locale]);
  const lang = langOf(spot, world);
  for (const [name, slot, own] of RESERVED) if (own === lang) offer(name, SLOTS[slot][locale], SAID.reserved[locale]);
  return [...offers.values()];
}

/** Scenes a link may lead to: those of this file, those of others that no scene of this file hides, and last the one the link is in. */
export function sceneOffers(spot: Spot, { insert, spaced }: Of<'scene'>, world: World): Offer[] {
  const { draft, offset } = spot;
  const typed = draft.text.slice(insert.start, offset);
  const here = scenesIn(draft.text);
  const own = spot.scene();
  const titles = new Map<string, number>();
  for (const { title } of here) titles.set(sceneKey(title), (titles.get(sceneKey(title)) ?? 0) + 1);
  const taken = new Set<string>();
  const offer = (scene: SceneName, aside: string | undefined, uri: string | undefined): Offer[] => {
    const { title, id } = scene;
    const name = title === '' || /^[#\uff03]/u.test(typed) || (titles.get(sceneKey(title)) ?? 0) > 1 ? (id ?? title) : title;
    if (name === '' || taken.has(sceneKey(name)) || /\s\/\/|^\/\/|<!--/u.test(name)) return [];
    for (const key of [title, id ?? '']) if (key !== '') taken.add(sceneKey(key));
    const mark = /^[#\uff03]/u.exec(typed)?.[0] ?? '';
    const text = (spaced ? ' ' : '') + (mark && id !== undefined ? mark + id : name);
    const about = { of: 'scene', name, uri } as const;
    const filter = mark + searchable(title, id);
    return [
      {
        label: title || name,
        kind: CompletionItemKind.Reference,
        text,
        filter,
        aside: id === undefined ? aside : `#${id}`,
        detail: aside,
        about,
      },
    ];
  };
  const isOwn = ({ title, id }: SceneName): boolean => own !== undefined && title === own.title && id === own.id;
  const offers = here.filter((scene) => !isOwn(scene)).flatMap((scene) => offer(scene, undefined, undefined));
  const last = here.filter(isOwn).flatMap((scene) => offer(scene, undefined, undefined));
  for (const [uri, { scenes }] of world.others()) offers.push(...scenes.flatMap((scene) => offer(scene, fileOf(uri), uri)));
  return [...offers, ...last];
}

/** The name of a file. */
export function fileOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
