import type { CommandLine } from './commandLine.ts';
import { styleFor } from './lintCommand.ts';
import { Notices } from './notices.ts';
import { readPhrases } from './phraseFiles.ts';
import { readSearchOptions } from './searchOptions.ts';
import { type Found, searchReport } from './searchReport.ts';
import type { World } from './world.ts';

/** `huashu search WORDS [path …]`: 0 where there is a phrase, 1 where there is none, 2 where something could not be read. */
export async function searchCommand(world: World, line: CommandLine): Promise<number> {
  const startedAt = world.now();
  const { locale } = line;
  const options = readSearchOptions(world, line);
  const notices = new Notices(world, locale);
  const shows = !line.has('no-progress');
  const { book, files, placesIn } = await readPhrases(world, options, notices, locale, shows);
  const phrases = book.recommend({ words: options.words, only: options.only }, { limit: options.limit });
  const found: Found = {
    options,
    phrases: phrases.map((phrase) => ({ ...phrase, placeAt: placesIn(phrase.path) })),
    errors: notices.errors,
    summary: { found: phrases.length, phrases: book.size, files, milliseconds: Math.round(world.now() - startedAt) },
  };
  const report = searchReport(options.format, { locale, style: styleFor(line, world, world.stdout), columns: world.stdout.columns });
  await world.stdout.write(report(found));
  if (notices.errors.length > 0) return 2;
  return phrases.length > 0 ? 0 : 1;
}
