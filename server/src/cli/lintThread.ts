import { createLinter } from '../core/index.ts';
import { readCommandLine } from './commandLine.ts';
import { loadConfigs } from './configs.ts';
import { readLintOptions } from './lintOptions.ts';
import { vocabulary } from './lintRun.ts';
import type { ThreadAnswer, ThreadJob, ThreadSetup } from './threads.ts';
import type { World } from './world.ts';

/** Makes ready what a thread needs to lint as the one that was given the command line; what is wrong with config, that one says. */
export async function lintThread(world: World, { today, folders, asked }: ThreadSetup): Promise<(job: ThreadJob) => ThreadAnswer> {
  const line = readCommandLine(world);
  const linter = createLinter();
  const known = vocabulary(linter);
  const options = readLintOptions(line, new Set(known.rules.keys()), () => today);
  const configs = await loadConfigs(world, options, folders, known, line.locale);
  return ({ id, path, text, format }) => {
    try {
      return { id, found: linter.find({ text, format }, configs.settingsFor(path).settings, asked) };
    } catch {
      return { id, found: undefined };
    }
  };
}
