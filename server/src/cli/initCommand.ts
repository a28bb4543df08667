import { configTemplate, type Survey } from '../core/configTemplate.ts';
import { createLinter, formatOf, type Lang } from '../core/index.ts';
import { decode } from '../host/decode.ts';
import { encode } from '../host/encode.ts';
import { Walker } from '../host/walk.ts';
import { reason } from './collect.ts';
import type { CommandLine } from './commandLine.ts';
import { absolute, shown } from './paths.ts';
import { say } from './wording.ts';
import { Refusal, type World } from './world.ts';

/** Files looked at to find out what there is. */
const SAMPLE = 200;

/** `huashu init` */
export async function initCommand(world: World, { locale }: CommandLine): Promise<number> {
  const there =
    ['huashu.yaml', 'huashu.yml', 'huashu.json'].find((name) => world.files.kind(absolute(world.cwd, name)) !== undefined) ??
    (isInPackage(world) ? '"huashu" (package.json)' : undefined);
  if (there !== undefined) throw new Refusal(say(locale, 'initExists', { path: there }));
  const path = 'huashu.yaml';
  try {
    world.files.replace(absolute(world.cwd, path), encode(configTemplate(locale, survey(world)), 'utf-8')!);
  } catch (error) {
    throw new Refusal(say(locale, 'cannotWrite', { path, why: reason(error) }));
  }
  await world.stdout.write(`${say(locale, 'initWritten', { path })}\n`);
  return 0;
}

/** True when the package.json here holds a config, which a file of ours would put out of force. */
function isInPackage(world: World): boolean {
  try {
    const decoded = decode(world.files.read(absolute(world.cwd, 'package.json')));
    const value: unknown = 'text' in decoded ? JSON.parse(decoded.text) : undefined;
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'huashu');
  } catch {
    return false;
  }
}

/** What the files here say: the language, unless two are about as common, and folders of Markdown in which nobody speaks. */
function survey(world: World): Survey {
  const linter = createLinter();
  const counts = new Map<Lang, number>();
  const silent = new Set<string>();
  let looked = 0;
  for (const path of new Walker(world.files, { ignoreFiles: 'honoured' }).walk(world.cwd, () => {})) {
    const format = formatOf(path);
    if (format === undefined) continue;
    if (++looked > SAMPLE) break;
    const decoded = decode(world.files.read(path));
    if ('why' in decoded) continue;
    const source = { text: decoded.text, format };
    const [top, ...rest] = shown(world.cwd, path).split('/');
    if (linter.recognises(source, NOTHING)) {
      const { lang } = linter.lint(source, NOTHING);
      counts.set(lang, (counts.get(lang) ?? 0) + 1);
    } else if (rest.length > 0 && format === 'markdown') silent.add(top!);
  }
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return { lang: [...counts].find(([, n]) => n / total > 0.8)?.[0], silent: [...silent].slice(0, 5) };
}

const NOTHING = {};
