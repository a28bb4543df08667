import { CompletionItemKind } from 'vscode-languageserver';
import type { Role } from '../../core/index.ts';
import { type Lang, type Link, narrow, syntaxesOf } from '../../core/writing.ts';
import { plain, type Snippet } from '../../manual/snippets.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { langOf } from './langOf.ts';
import { type Offer, searchable } from './offer.ts';
import type { Spot } from './spot.ts';
import { SAID } from './words.ts';
import type { World } from './world.ts';

type Of<K extends Context['kind']> = Extract<Context, { readonly kind: K }>;

/** What a line may begin with: the speakers of the file, the one whose turn it is first; snippets by their name. Nothing that does not begin as typed. */
export function lineOffers(spot: Spot, { insert }: Of<'line'>, world: World): Offer[] {
  const typed = key(spot.draft.text.slice(insert.start, spot.offset));
  const lang = langOf(spot, world);
  const speakers = speakerOffers(spot, lang, world);
  const { pieces, sentences } = spot.draft.format === 'huashu' ? world.snippets(lang) : { pieces: [], sentences: [] };
  const begins = ({ prefixes }: Snippet): boolean => typed === '' || prefixes.some((prefix) => key(prefix).startsWith(typed));
  const named = [...pieces, ...(typed === '' ? [] : sentences)].filter(begins).map((one) => snippetOffer(one, spot, world));
  return [...speakers.filter(({ label }) => key(label).startsWith(typed) && key(label) !== typed), ...named];
}

/** Who speaks in a file, with the colon it uses; the usual word for a side that has not spoken yet. */
function speakerOffers(spot: Spot, lang: Lang, { locale }: World): Offer[] {
  const { draft, above } = spot;
  const labels = new Map<string, { readonly role: Role; readonly count: number }>();
  let last: Role | undefined;
  for (const text of [draft.text.slice(0, BEGINNING), above]) {
    for (const { role, label } of speakersIn(draft, text)) {
      last = role;
      labels.set(label, { role, count: (labels.get(label)?.count ?? 0) + 1 });
    }
  }
  const other = last === 'customer' ? 'agent' : 'customer';
  const roles = new Set(Array.from(labels.values(), ({ role }) => role));
  const colon = /[:\uff1a] ?$/u.exec([...labels.keys()][0] ?? '')?.[0];
  for (const [label, role] of labels.size === 0 && draft.format === 'markdown' ? [] : USUAL[lang]) {
    if (!roles.has(role)) labels.set(colon === undefined ? label : label.replace(/[:\uff1a] ?$/u, colon), { role, count: 0 });
  }
  return [...labels]
    .sort(([, a], [, b]) => Number(b.role === other) - Number(a.role === other) || b.count - a.count)
    .map(([label]) => ({ label, kind: CompletionItemKind.Constant, text: label, aside: SAID.speaks[locale], detail: SAID.speaks[locale] }));
}

function* speakersIn(draft: Draft, text: string): Generator<{ readonly role: Role; readonly label: string }> {
  for (const { items } of draft.read(text).scenes) {
    for (const item of items) {
      if (item.kind !== 'turn' || item.role === 'narrator') continue;
      const label = LABEL.exec(text.slice(item.span.start, item.span.start + 48))?.[1];
      if (label !== undefined) yield { role: item.role, label };
    }
  }
}

/** Units from the beginning of a file in which its speakers are looked for. */
const BEGINNING = 6000;
const LABEL = /^[ \t\u3000]*([^:\uff1a\r\n]{1,32}(?::[ ]?|\uff1a)(?:\*\*[ ]?)?)/u;
const USUAL: Readonly<Record<Lang, readonly (readonly [string, Role])[]>> = {
  'zh-Hans': [
    ['客户：', 'customer'],
    ['客服：', 'agent'],
  ],
  'zh-Hant': [
    ['客戶：', 'customer'],
    ['客服：', 'agent'],
  ],
  en: [
    ['Customer: ', 'customer'],
    ['Agent: ', 'agent'],
  ],
};

/** The answers a choice may have: those of other choices in the file, and the usual ones; then where to. */
export function branchOffers(spot: Spot, { insert, spaced }: Of<'branch'>, world: World): Offer[] {
  const { draft, offset } = spot;
  const lang = langOf(spot, world);
  const typed = key(draft.text.slice(insert.start, offset));
  const here = (spot.scene()?.items ?? [])
    .filter((item): item is Link => item.kind === 'branch' && item.label !== '')
    .map(({ label }) => label);
  const elsewhere = Array.from(draft.text.matchAll(BRANCH), ([, label]) => label!.trim());
  const labels = new Set([...elsewhere, ...BRANCHES[lang]].filter((label) => label !== '' && !here.includes(label)));
  const arrow = draft.text.includes('\u2192') && !draft.text.includes('->') ? '\u2192' : '->';
  return [...labels]
    .filter((label) => key(label).startsWith(typed))
    .map((label) => ({
      label: `? ${label} ${arrow}`,
      kind: CompletionItemKind.Operator,
      text: `${spaced ? ' ' : ''}${label} ${arrow} `,
      filter: searchable(label),
      aside: SAID.branch[world.locale],
      detail: SAID.branch[world.locale],
    }));
}

const BRANCH = /(?<=[\r\n])[?\uff1f][ \t]*(?![ \t])([^\r\n>\uff1e\u2192]{1,40}?)[ \t]*(?:[-\uff0d][>\uff1e]|\u2192)/gu;
const BRANCHES: Readonly<Record<Lang, readonly string[]>> = {
  'zh-Hans': ['客户同意', '客户不同意', '客户还要考虑', '客户要求找主管'],
  'zh-Hant': ['客戶同意', '客戶不同意', '客戶還要考慮', '客戶要求找主管'],
  en: ['The customer agrees', 'The customer declines', 'The customer needs time', 'The customer asks for a supervisor'],
};

/** A snippet, in the project's way of writing placeholders. */
export function snippetOffer(snippet: Snippet, { draft }: Spot, { locale }: World): Offer {
  const { name, prefixes, description, situations } = snippet;
  const [{ open, close }] = syntaxesOf(draft.settings) as [{ open: string; close: string }];
  const body =
    open === '{' ? snippet.body : snippet.body.replace(/(?<!\$)\{([^{}$#\n]+)\}/gu, (_, placeholder: string) => open + placeholder + close);
  const text = plain(body);
  return {
    label: prefixes[0]!,
    kind: CompletionItemKind.Text,
    text,
    snippet: body,
    filter: searchable(...prefixes, name),
    aside: situations[0]?.title[locale] ?? name,
    detail: name,
    about: { of: 'text', text, note: description },
  };
}

function key(text: string): string {
  return narrow(text).toLowerCase();
}
