import docs from 'huashu:docs';
import { openFile } from '../assistant/openFile.ts';
import { runTool, toolCards } from '../assistant/registry.ts';
import { Refusal as Unanswered } from '../assistant/shape.ts';
import type { Desk, PhraseShelf } from '../assistant/tool.ts';
import { CATALOGUE, createLinter, type Linter, type Settings, teamPage } from '../core/index.ts';
import { within } from '../core/paths.ts';
import { decode } from '../host/decode.ts';
import { rulePages } from '../manual/rulePage.ts';
import type { Called } from '../mcp/offer.ts';
import type { CommandLine } from './commandLine.ts';
import { loadConfigs } from './configs.ts';
import { vocabulary } from './lintRun.ts';
import { Notices } from './notices.ts';
import { absolute, parentOf } from './paths.ts';
import { readPhrases } from './phraseFiles.ts';
import { say } from './wording.ts';
import { Refusal, type World } from './world.ts';

declare const HUASHU_VERSION: string;

/** `huashu mcp [FOLDER]` */
export async function mcpCommand(outer: World, line: CommandLine): Promise<number> {
  const world = { ...outer, cwd: folderOf(outer, line) };
  const linter = createLinter();
  const phrases = shelves(world, line);
  await world.offer({
    name: 'huashu',
    version: HUASHU_VERSION,
    title: 'Huashu 话术',
    instructions: INSTRUCTIONS,
    tools: toolCards(),
    call: (name, args) => call(() => deskOf(world, line, linter, phrases, args), name, args),
  });
  return 0;
}

/** The folder to stay in: the one that is named, else the one it runs in. */
function folderOf({ cwd, files }: World, { paths: [given], locale }: CommandLine): string {
  if (given === undefined) return cwd;
  const folder = absolute(cwd, given);
  if (files.kind(folder) !== 'folder') throw new Refusal(say(locale, 'noSuchFile', { path: given }));
  return folder;
}

const INSTRUCTIONS =
  'Checks and rewords what customer-service agents say, in Chinese and English. Before a reply goes to a customer: lint it with the conversation so far, reframe what is found, fill in the slots, lint again.';

async function call(desk: () => Promise<Desk>, name: string, args: unknown): Promise<Called> {
  try {
    return await runTool(await desk(), name, args);
  } catch (error) {
    if (error instanceof Unanswered) return { refused: error.message };
    return { refused: `huashu failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The project in the working directory as it is now: config may have changed since the last call. */
async function deskOf(world: World, line: CommandLine, linter: Linter, phrases: Desk['phrases'], args: unknown): Promise<Desk> {
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
    phrases,
  };
}

/** How long phrases that have been read are taken to be what the files say, in milliseconds. */
const FRESH = 10_000;

/** Reads the approved phrases of the working directory when they are asked for, and again when time has gone by. */
function shelves(world: World, line: CommandLine): () => Promise<PhraseShelf> {
  const { cwd, files } = world;
  const silent = { ...world, stderr: { isTerminal: false, columns: undefined, write: () => {} } };
  let last: { readonly at: number; readonly shelf: Promise<PhraseShelf> } | undefined;
  const read = async (): Promise<PhraseShelf> => {
    const wanted = {
      paths: ['.'],
      config: { from: 'files' },
      over: { levels: {}, today: world.today() },
      ignorePatterns: [],
      ignoreFiles: 'honoured',
      unmatched: 'fine',
      fixes: 'none',
    } as const;
    const { book } = await readPhrases(silent, wanted, new Notices(silent, line.locale), line.locale, false);
    const root = files.real(cwd) ?? cwd;
    // A link to a file elsewhere is read with the others; what it holds stays here.
    const isHere = (name: string): boolean => within(root, files.real(absolute(cwd, name)) ?? '') !== undefined;
    return {
      size: book.size,
      recommend: (situation, most) => book.recommend(situation, { limit: most, takes: ({ path }) => isHere(path) }),
    };
  };
  return () => {
    if (last === undefined || world.now() - last.at > FRESH) last = { at: world.now(), shelf: read() };
    return last.shelf;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
