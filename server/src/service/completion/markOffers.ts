import { CompletionItemKind } from 'vscode-languageserver';
import { compareLevels, type Finding } from '../../core/index.ts';
import type { Context, Disabling } from './context.ts';
import { valuesIn } from './names.ts';
import { byUse, type Offer, searchable } from './offer.ts';
import type { Spot } from './spot.ts';
import { stretchAround } from './stretch.ts';
import { DIRECTIVES, SAID, SUPPRESSIONS, VALUES } from './words.ts';
import type { World } from './world.ts';

type Of<K extends Context['kind']> = Extract<Context, { readonly kind: K }>;

/** Directives, with what each is for. */
export function directiveOffers(spot: Spot, { replace }: Of<'directive'>, { locale }: World): Offer[] {
  const rest = spot.draft.text.slice(replace.end, spot.line.end).trim();
  return Object.entries(DIRECTIVES).map(([name, words]) => ({
    label: `@${name}`,
    kind: CompletionItemKind.Keyword,
    text: rest === '' ? `${name} ` : name,
    filter: searchable(name, words[locale]),
    aside: words[locale],
    detail: words[locale],
    about: { of: 'directive', name },
  }));
}

/** What a directive may say: values of its own, those that config declares, those given elsewhere. */
export function valueOffers({ draft }: Spot, { directive, taken, spaced }: Of<'value'>, world: World): Offer[] {
  const { locale } = world;
  const offers = new Map<string, Offer>();
  const used = new Set(taken.map((one) => one.normalize('NFKC').toLowerCase()));
  const offer = (value: string, aside: string): void => {
    const key = value.normalize('NFKC').toLowerCase();
    if (offers.has(key) || used.has(key)) return;
    const text = (spaced ? ' ' : '') + value;
    const about = { of: 'directive', name: directive, value } as const;
    offers.set(key, {
      label: value,
      kind: CompletionItemKind.EnumMember,
      text,
      filter: searchable(value, aside),
      aside,
      detail: aside,
      about,
    });
  };
  for (const [value, words] of Object.entries(VALUES[directive] ?? {})) offer(value, words[locale]);
  if (directive === 'until') for (const [day, words] of daysFrom(draft.settings.today)) offer(day, words[locale]);
  else if (DIRECTIVES[directive]) {
    const given = directive === 'tags' ? draft.settings.tags : undefined;
    for (const tag of given ?? []) offer(tag, SAID.declared[locale]);
    // Where tags are declared, others would be reported.
    if (given === undefined) {
      for (const value of byUse(valuesIn(draft.text).get(directive) ?? new Map())) offer(value, SAID.usedHere[locale]);
      for (const [, { values }] of world.others())
        for (const value of byUse(values.get(directive) ?? new Map())) offer(value, SAID.usedElsewhere[locale]);
    }
  }
  return [...offers.values()];
}

/** Days an entry is likely to end on. */
function daysFrom(today: string | undefined): (readonly [string, (typeof SAID)['today' | 'endOfMonth' | 'endOfYear']])[] {
  const [year, month] =
    /^(\d{4})-(\d\d)/u
      .exec(today ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  if (year === undefined || month === undefined) return [];
  const last = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return [
    [`${year}-12-31`, SAID.endOfYear],
    [`${year}-${String(month).padStart(2, '0')}-${last}`, SAID.endOfMonth],
    [today!, SAID.today],
  ];
}

/** Comments that switch rules off. */
export function suppressionOffers(spot: Spot, { replace }: Of<'suppression'>, { locale }: World): Offer[] {
  const rest = spot.draft.text.slice(replace.end, spot.line.end).trim();
  return Object.entries(SUPPRESSIONS).map(([name, words]) => ({
    label: name,
    kind: CompletionItemKind.Keyword,
    text: rest === '' || rest.startsWith('-->') ? `${name} ` : name,
    aside: words[locale],
    detail: words[locale],
    about: { of: 'suppression', name },
  }));
}

/** Rules to switch off: those that are found there first. */
export function ruleOffers(spot: Spot, { how, taken }: Of<'rule'>, { locale, rules }: World): Offer[] {
  const first = how === 'enable' ? disabledAbove(spot) : rulesFound(spot, how);
  const aside = how === 'enable' ? SAID.disabled[locale] : SAID.firesHere[locale];
  const place = new Map([...first].map((id, i) => [id, i]));
  const known = rules.filter(({ id }) => !NEVER.has(id) && !taken.includes(id));
  const order = (id: string): number => place.get(id) ?? Number.MAX_SAFE_INTEGER;
  return known
    .sort((a, b) => order(a.id) - order(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ id, title }) => ({
      label: id,
      kind: CompletionItemKind.Value,
      text: id,
      filter: searchable(id, title[locale]),
      aside: place.has(id) ? `${title[locale]} \u00b7 ${aside}` : title[locale],
      detail: title[locale],
      about: { of: 'rule', id },
    }));
}

/** Rules that speak of the file itself: a comment is no answer to them. */
const NEVER: ReadonlySet<string> = new Set(['syntax', 'unused-suppression', 'internal', 'config']);
/** Units around a comment that are linted to see what would be found there without it. */
const NEAR = 3000;

/** The rules that report something where the comment would count, the graver and the narrower first. */
function rulesFound({ draft, before, line, offset }: Spot, how: Disabling): Set<string> {
  const near = stretchAround(draft.text, offset, draft.format, NEAR);
  if (!near) return new Set();
  const said = before.slice(0, before.search(/(?:(?<=^|\s)\/\/|<!--)[ \t]*huashu-/u));
  const head = near.head + draft.text.slice(near.start, line.start) + said;
  const text = head + draft.text.slice(line.end, near.end);
  const [from, to] = [head.length - said.length, linesBelow(text, head.length, how)];
  const there = draft.lint(text).filter(({ span }) => span.start >= from && span.start < to);
  const length = ({ span }: Finding): number => span.end - span.start;
  return new Set(there.sort((a, b) => compareLevels(b.severity, a.severity) || length(a) - length(b)).map(({ rule }) => rule));
}

/** Where a comment no longer counts. */
function linesBelow(text: string, at: number, how: Disabling): number {
  const end = /\r\n|\n|\r|$/gu;
  end.lastIndex = at;
  const line = end.exec(text)!;
  if (how === 'disable-line') return line.index + 1;
  if (how === 'disable') return text.length + 1;
  end.lastIndex = line.index + line[0].length;
  return (end.exec(text)?.index ?? text.length) + 1;
}

function disabledAbove({ draft, line }: Spot): Set<string> {
  const disabled = new Set<string>();
  for (const [, how, names] of draft.text.slice(0, line.start).matchAll(/huashu-(disable|enable)[ \t]+([^\r\n]*)/gu)) {
    for (const [id] of names!.split(/(?:^|\s)--/u)[0]!.matchAll(/[a-z][a-z0-9-]*/gu))
      how === 'disable' ? disabled.add(id) : disabled.delete(id);
  }
  return disabled;
}
