import type { Locale } from '../core/index.ts';
import type { ConfigProblem } from '../core/project.ts';
import type { Configs } from './configs.ts';
import type { RunError } from './fileResult.ts';
import { shown } from './paths.ts';
import { say } from './wording.ts';
import type { World } from './world.ts';

/** What went wrong in a run, said as it happens, each on one line. */
export class Notices {
  readonly errors: RunError[] = [];
  private readonly world: World;
  private readonly locale: Locale;
  private readonly seen = new Set<string>();

  constructor(world: World, locale: Locale) {
    this.world = world;
    this.locale = locale;
  }

  /** Notes an error and says it at once, on one line. */
  fail(path: string, message: string): void {
    this.errors.push({ path, message });
    void this.world.stderr.write(`huashu: ${message}\n`);
  }

  warn(message: string): void {
    const { world, locale } = this;
    void world.stderr.write(`huashu: ${say(locale, 'warning', { message })}\n`);
  }

  /** Says what is wrong with config files, each fault once. */
  config(configs: Configs, problems: readonly ConfigProblem[]): void {
    const { world, locale } = this;
    for (const { path, why } of configs.failures.splice(0)) {
      this.fail(shown(world.cwd, path), say(locale, 'cannotRead', { path: shown(world.cwd, path), why }));
    }
    for (const { path, at, message, severity } of problems) {
      const key = `${path}:${at.line}:${at.column}:${message.en}`;
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      const name = shown(world.cwd, path);
      const sentence = say(locale, 'configProblem', { path: name, line: at.line + 1, message: message[locale] });
      if (severity === 'error') this.fail(name, sentence);
      else this.warn(sentence);
    }
  }
}
