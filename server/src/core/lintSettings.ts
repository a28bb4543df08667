import { foldPhrases } from '../engine/assemble.ts';
import type { Declared } from '../engine/declared.ts';
import { house } from '../engine/house.ts';
import type { LintSettings } from '../engine/lintSettings.ts';
import { DEFAULT_PLACEHOLDERS, type PlaceholderSyntax, placeholderMask, placeholderPattern, placeholderSyntax } from '../engine/mask.ts';
import { Wordings } from '../engine/wording.ts';
import type { Settings } from './index.ts';
import type { Kit } from './kit.ts';

/** What a project decides, as the engine takes it; the language is still to be told. */
export function lintSettings(settings: Settings, wordsFor: Kit['wordsFor']): LintSettings {
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
  return {
    levels,
    reading: { lexicon, lang: 'zh-Hans', maskPlaceholders: placeholderMask(syntaxes), house: ours, wordings: new Wordings() },
    placeholder: syntaxes[0]!,
    syntaxes,
    placeholders: placeholderPattern(syntaxes),
    declared: declared(settings),
    allow: foldPhrases(words.folds, settings.allow ?? []),
  };
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
