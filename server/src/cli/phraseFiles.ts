import { graveAlone } from '../core/graveRules.ts';
import { createLinter, type Linter, type Locale, type Phrasebook, phraseTopic, type Settings } from '../core/index.ts';
import { collect, reason } from './collect.ts';
import { type Configs, loadConfigs } from './configs.ts';
import { vocabulary } from './lintRun.ts';
import type { Notices } from './notices.ts';
import { parentOf } from './paths.ts';
import { type Progress, progress } from './progress.ts';
import { ScriptFiles } from './scriptFiles.ts';
import type { SearchOptions } from './searchOptions.ts';
import { say } from './wording.ts';
import type { World } from './world.ts';

/** Where an offset of a file stands; lines and columns count from 0. */
export type PlaceAt = (offset: number) => { readonly line: number; readonly column: number };

/** The approved phrases of files, each known by its name as shown. */
export interface PhraseFiles {
  readonly book: Phrasebook;
  readonly files: number;
  placesIn(name: string): PlaceAt;
}

type Wanted = Pick<SearchOptions, 'paths' | 'config' | 'over' | 'ignorePatterns' | 'ignoreFiles' | 'unmatched' | 'fixes'>;

/** Longest time between two looks at signals, in milliseconds. */
const BREATH = 50;

/** Reads and lints the files that paths stand for, and takes in their phrases. What goes wrong is noted. */
export async function readPhrases(world: World, wanted: Wanted, notices: Notices, locale: Locale, shows: boolean): Promise<PhraseFiles> {
  const linter = createLinter({ gathers: [phraseTopic()] });
  const { targets, errors, warnings } = await collect(world, wanted, locale);
  for (const warning of warnings) notices.warn(warning);
  for (const { path, message } of errors) notices.fail(path, message);
  const configs = await loadConfigs(world, wanted, new Set(targets.map(({ path }) => parentOf(path))), vocabulary(linter), locale);
  const files = new ScriptFiles({ world, options: wanted, configs, linter, locale, tally: { skipped: 0 } }, notices);
  const book = linter.phrasebook();
  const places = new Map<string, PlaceAt>();
  const settingsOf = graveSettings(linter);
  const bar: Progress = progress(world, targets.length, shows);
  let breathedAt = world.now();
  for (const [done, target] of targets.entries()) {
    const script = files.open(target);
    if (script) {
      try {
        const linted = linter.lint(script, settingsOf(script.settings));
        book.put(script.name, linted);
        places.set(script.name, linted.gathered.placeAt);
      } catch (error) {
        notices.fail(script.name, say(locale, 'failed', { path: script.name, why: reason(error) }));
      }
    }
    if (world.now() - breathedAt < BREATH) continue;
    bar.step(done + 1);
    await world.breathe();
    breathedAt = world.now();
  }
  bar.clear();
  return { book, files: places.size, placesIn: (name) => places.get(name)! };
}

/** Settings for finding out what is approved: the same object for the same settings. */
function graveSettings(linter: Linter): (settings: ReturnType<Configs['settingsFor']>['settings']) => Settings {
  const made = new WeakMap<Settings, Settings>();
  return (settings) => {
    const known = made.get(settings) ?? graveAlone(linter, settings);
    made.set(settings, known);
    return known;
  };
}
