import { type Locale, nearest, type Settings } from '../../core/index.ts';
import { isTurn, RESERVED, sceneKey, syntaxesOf } from '../../core/writing.ts';
import { exampleOf, langOf, type RulePage, severityName, whyOf } from '../../manual/rulePage.ts';
import { fence } from '../../manual/settings.ts';
import { PAGE_WORDS } from '../../manual/words.ts';
import { escapeMarkdown } from '../markdown.ts';
import { fill } from '../words.ts';
import type { About } from './about.ts';
import type { Draft } from './draft.ts';
import { fileOf } from './nameOffers.ts';
import { wordsOf } from './spot.ts';
import { endOfLine, stretchAround } from './stretch.ts';
import { DIRECTIVES, SAID, SLOTS, SUPPRESSIONS, VALUES } from './words.ts';

/** What is needed to tell what a name stands for. */
export interface Teller {
  readonly locale: Locale;
  readonly settings: Settings;
  readonly pageOf: (rule: string) => RulePage | undefined;
  /** Where config declares a key: the address with the line, and the file's name. */
  readonly declaredAt: (key: string) => { readonly uri: string; readonly file: string } | undefined;
  /** The texts a scene may be in: that at the address, or the one in hand and all others. */
  readonly drafts: (uri: string | undefined) => Iterable<Draft>;
}

/** What something is about, in Markdown; undefined where nothing is known of it. */
export function tell(about: About, teller: Teller): string | undefined {
  const { locale } = teller;
  switch (about.of) {
    case 'placeholder':
      return aboutPlaceholder(about.name, teller);
    case 'rule': {
      const page = teller.pageOf(about.id);
      return page && aboutRule(page, locale);
    }
    case 'scene':
      return aboutScene(about.name, about.uri, teller);
    case 'directive': {
      const [words, value] = [DIRECTIVES[about.name]?.[locale], VALUES[about.name]?.[about.value ?? '']?.[locale]];
      if (words === undefined) return undefined;
      return [`\`@${about.name}\` ${words}`, ...(value === undefined ? [] : [`\`${about.value}\` ${value}`])].join('\n\n');
    }
    case 'suppression':
      return SUPPRESSIONS[about.name]?.[locale];
    case 'text':
      return [fence('huashu', about.text), ...(about.note === undefined ? [] : [escapeMarkdown(about.note)])].join('\n\n');
  }
}

function aboutRule(page: RulePage, locale: Locale): string {
  const { title, id, severity } = page.meta;
  const example = exampleOf(page, langOf(locale));
  const parts = [`**${title[locale]}** \`${id}\` \u00b7 ${severityName(severity, locale)}`, whyOf(page, locale) ?? ''];
  if (example)
    parts.push(PAGE_WORDS.before[locale], fence('huashu', example.before), PAGE_WORDS.after[locale], fence('huashu', example.after));
  return parts.filter((part) => part !== '').join('\n\n');
}

function aboutPlaceholder(name: string, { locale, settings, declaredAt }: Teller): string {
  const [{ open, close }] = syntaxesOf(settings) as [{ open: string; close: string }];
  const written = (one: string): string => `\`${open}${one}${close}\``;
  const known = settings.known ?? {};
  const same = Object.keys(known).find((other) => other.normalize('NFKC') === name.normalize('NFKC'));
  const parts = [`**${SAID.placeholder[locale]}** ${written(name)}`];
  const slot = RESERVED.find(([reserved]) => reserved === name.normalize('NFKC'));
  if (same !== undefined) {
    const { description, example } = known[same]!;
    if (description !== undefined) parts.push(escapeMarkdown(description));
    if (example !== undefined) parts.push(fill(SAID.meansExample[locale], { words: escapeMarkdown(example) }));
    const at = declaredAt(`placeholders.known.${same}`) ?? declaredAt('placeholders.known') ?? declaredAt('placeholders');
    if (at) parts.push(fill(SAID.declaredIn[locale], { file: `[${escapeMarkdown(at.file)}](${at.uri})` }));
  } else if (slot) parts.push(fill(SAID.reservedFor[locale], { words: SLOTS[slot[1]][locale] }));
  else if (settings.known === undefined) parts.push(SAID.undeclared[locale]);
  else {
    const near = nearest(name, Object.keys(known));
    const at = declaredAt('placeholders.known') ?? declaredAt('placeholders');
    parts.push(fill(SAID.unknown[locale], { file: at ? `[${escapeMarkdown(at.file)}](${at.uri})` : '`huashu.yaml`' }));
    if (near !== undefined) parts.push(fill(SAID.didYouMean[locale], { words: written(near) }));
  }
  return parts.join('\n\n');
}

/** Turns shown of a scene. */
const TURNS = 2;

function aboutScene(name: string, uri: string | undefined, { locale, drafts }: Teller): string {
  let own = true;
  for (const draft of drafts(uri)) {
    const opening = openingOf(draft, name);
    if (opening) {
      const place = own && uri === undefined ? '' : ` \u00b7 ${fill(SAID.inFile[locale], { file: escapeMarkdown(fileOf(draft.uri)) })}`;
      const heading = fill(SAID.leadsTo[locale], { words: escapeMarkdown(opening.title) }) + place;
      return [heading, ...(opening.turns === '' ? [] : [fence('huashu', opening.turns)])].join('\n\n');
    }
    own = false;
  }
  return SAID.leadsNowhere[locale];
}

/** The scene of a heading or id: its title and how it begins. */
function openingOf(draft: Draft, name: string): { readonly title: string; readonly turns: string } | undefined {
  const wanted = sceneKey(name.replace(/^[#\uff03]/u, ''));
  if (draft.format !== 'huashu' || wanted === '') return undefined;
  for (const heading of draft.text.matchAll(/(?<=^\ufeff?|[\r\n])[#\uff03]+[^\r\n]*/gu)) {
    if (!sceneKey(heading[0]).includes(wanted)) continue;
    const below = endOfLine(draft.text, heading.index) + 1;
    const stretch = stretchAround(draft.text, Math.min(below, draft.text.length), draft.format);
    if (!stretch) continue;
    const text = stretch.head + draft.text.slice(Math.min(heading.index, stretch.start), stretch.end);
    const scene = [...draft.read(text).scenes].find(({ title, id }) =>
      [title, id ?? ''].some((one) => one !== '' && sceneKey(one) === wanted),
    );
    if (!scene) continue;
    const turns = scene.items.filter(isTurn).slice(0, TURNS);
    const lines = turns.map((turn) => (turn.kind === 'phrase' ? `- ${wordsOf(turn)}` : `${turn.speaker}: ${wordsOf(turn)}`));
    return { title: scene.title || name, turns: lines.join('\n') };
  }
  return undefined;
}
