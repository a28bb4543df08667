import { foldPhrases } from '../engine/assemble.ts';
import type { Declared } from '../engine/declared.ts';
import { Hearing } from '../engine/hearing.ts';
import { house } from '../engine/house.ts';
import type { LintSettings } from '../engine/lintSettings.ts';
import { DEFAULT_PLACEHOLDERS, type PlaceholderSyntax, placeholderMask, placeholderPattern, placeholderSyntax } from '../engine/mask.ts';
import { type Lang, type Reading, Wordings } from '../engine/wording.ts';
import type { Settings } from './index.ts';
import type { Kit } from './kit.ts';

/** What a project decides, as the engine takes it; the language is still to be told. */
export function lintSettings(settings: Settings, { rules, wordsFor }: Kit): LintSettings {
  const levels = {
    preset: settings.preset ?? 'recommended',
    rules: new Map(Object.entries(settings.rules ?? {})),
    only: settings.only ? new Set(settings.only) : undefined,
  };
  const words = wordsFor(levels);
  const written = (settings.placeholders ?? []).map(placeholderSyntax).filter((s): s is PlaceholderSyntax => s !== undefined);
  const syntaxes = written.length > 0 ? written : DEFAULT_PLACEHOLDERS;
  const ours = house(settings.settings ?? {}, words.folds);
  const lexicon = ours.isSilent ? words : words.with(ours.lists);
  const reading: Reading = { lexicon, lang: 'zh-Hans', maskPlaceholders: placeholderMask(syntaxes), house: ours, wordings: new Wordings() };
  return {
    levels,
    reading,
    hearing: new Hearing(reading, rules.acts),
    placeholder: syntaxes[0]!,
    syntaxes,
    placeholders: placeholderPattern(syntaxes),
    declared: declared(settings),
    allow: foldPhrases(words.folds, settings.allow ?? []),
  };
}

/** The same for files in a language; `script` is that of what Chinese they hold. */
export function inLanguage(settings: LintSettings, lang: Lang, script: NonNullable<Reading['script']>, { rules }: Kit): LintSettings {
  const reading = { ...settings.reading, lang, script, wordings: new Wordings() };
  return { ...settings, reading, hearing: new Hearing(reading, rules.acts) };
}

function declared({ known, tags, terms, facts, today }: Settings): Declared {
  return {
    ...(known ? { known: Object.keys(known) } : {}),
    ...(tags ? { tags } : {}),
    ...(terms ? { terms } : {}),
    ...(facts ? { facts } : {}),
    today,
  };
}
