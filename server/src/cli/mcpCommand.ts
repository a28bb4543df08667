import docs from 'huashu:docs';
import { openFile } from '../assistant/openFile.ts';
import { runTool, toolCards } from '../assistant/registry.ts';
import { Refusal as Unanswered } from '../assistant/shape.ts';
import type { Desk } from '../assistant/tool.ts';
import { CATALOGUE, createLinter, type Linter, type Settings, teamPage } from '../core/index.ts';
import { decode } from '../host/decode.ts';
import { rulePages } from '../manual/rulePage.ts';
import type { Called } from '../mcp/offer.ts';
import type { CommandLine } from './commandLine.ts';
import { loadConfigs } from './configs.ts';
import { vocabulary } from './lintRun.ts';
import { absolute, parentOf } from './paths.ts';
import { say } from './wording.ts';
import { Refusal, type World } from './world.ts';

declare const HUASHU_VERSION: string;

/** `huashu mcp` */
export async function mcpCommand(world: World, line: CommandLine): Promise<number> {
  const linter = createLinter();
  const served = await world.offer({
    name: 'huashu',
    version: HUASHU_VERSION,
    title: 'Huashu 话术',
    instructions: INSTRUCTIONS,
    tools: toolCards(),
    call: (name, args) => call(() => deskOf(world, line, linter, args), name, args),
  });
  if (!served) throw new Refusal(say(line.locale, 'noMcp'));
  return 0;
}

const INSTRUCTIONS =
  'Checks and rewords what customer-service agents say, in Chinese and English. Before a reply goes to a customer: lint it with the conversation so far, reframe what is found, fill in the slots, lint again.';

async function call(desk: () => Promise<Desk>, name: string, args: unknown): Promise<Called> {
  try {
    return runTool(await desk(), name, args);
  } catch (error) {
    if (error instanceof Unanswered) return { refused: error.message };
    return { refused: `huashu failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The project in the working directory as it is now: config may have changed since the last call. */
async function deskOf(world: World, line: CommandLine, linter: Linter, args: unknown): Promise<Desk> {
  const { cwd, files } = world;
  const folder = isObject(args) && typeof args['path'] === 'string' ? parentOf(absolute(cwd, args['path'])) : cwd;
  const over = { config: { from: 'files' } as const, over: { levels: {}, today: world.today() } };
  const configs = await loadConfigs(world, over, [cwd, folder], vocabulary(linter), line.locale);
  const { settings } = configs.settingsFor(`${cwd}/-`);
  const team = settings.team ?? [];
  const { all } = linter.rules;
  const own = [...new Set([...CATALOGUE, ...all.keys()])].flatMap((id) => all.get(id)?.meta ?? []);
  const pages = rulePages(own, docs);
  const read = (path: string): string | undefined => {
    const decoded = decode(files.read(path));
    return 'text' in decoded ? decoded.text : undefined;
  };
  const shelf = { ...files, roots: [cwd], read, settingsFor: configs.settingsFor };
  return {
    linter,
    locale: line.locale,
    settings,
    open: (path) => openFile(shelf, path, (found: Settings) => found),
    rules: () => [...own, ...team.flatMap((pack) => pack.rules.map(({ data }) => data))],
    pageOf: (rule) => pages(rule) ?? teamPage(team, rule),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
