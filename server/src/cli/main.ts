import { type CommandLine, readCommandLine } from './commandLine.ts';
import { lintCommand } from './lintCommand.ts';
import { Refusal, type World } from './world.ts';

declare const HUASHU_VERSION: string;

/** The command line, with its world handed in. Gives the exit code. */
export async function main(world: World): Promise<number> {
  try {
    return await run(world, readCommandLine(world));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const details = error instanceof Refusal || !world.env['HUASHU_DEBUG'] ? '' : `\n${error instanceof Error ? error.stack : ''}`;
    await world.stderr.write(`huashu: ${message}${details}\n`);
    return 2;
  }
}

async function run(world: World, line: CommandLine): Promise<number> {
  const { locale, command } = line;
  if (line.has('help')) {
    const { help } = await import('./help.ts');
    await world.stdout.write(help(line.named ? command : undefined, locale));
    return 0;
  }
  if (line.has('version')) {
    await world.stdout.write(`${HUASHU_VERSION}\n`);
    return 0;
  }
  switch (command) {
    case 'lint':
    case 'fix':
      return lintCommand(world, line);
    case 'explain':
      return (await import('./explainCommand.ts')).explainCommand(world, line);
    case 'init':
      return (await import('./initCommand.ts')).initCommand(world, line);
    case 'config':
      return (await import('./configCommand.ts')).configCommand(world, line);
    case 'test':
      return (await import('./testCommand.ts')).testCommand(world, line);
    case 'import':
      return (await import('./importCommand.ts')).importCommand(world, line);
    case 'search':
      return (await import('./searchCommand.ts')).searchCommand(world, line);
    case 'mcp':
      return (await import('./mcpCommand.ts')).mcpCommand(world, line);
    case 'lsp':
      return world.serve();
  }
}
