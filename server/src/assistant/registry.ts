import { explainTool } from './explainTool.ts';
import { lintTool } from './lintTool.ts';
import { reframeTool } from './reframeTool.ts';
import { searchTool } from './searchTool.ts';
import { Refusal } from './shape.ts';
import type { Answer, Desk, Tool, ToolCard } from './tool.ts';

/** Everything an assistant may ask for. */
const TOOLS = [lintTool, reframeTool, searchTool, explainTool] as unknown as readonly Tool[];

/** The tools as assistants are told of them. */
export function toolCards(): ToolCard[] {
  return TOOLS.map(({ name, title, description, input, output }) => ({
    name,
    title,
    description,
    inputSchema: input.schema,
    outputSchema: output.schema,
  }));
}

/** Runs a tool; throws a Refusal where there is none of that name, or what is asked cannot be done. */
export async function runTool(desk: Desk, name: string, args: unknown): Promise<Answer> {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) throw new Refusal(`There is no tool ${JSON.stringify(name)}: there are ${TOOLS.map((one) => one.name).join(', ')}`);
  return tool.run(desk, tool.input.read(args ?? {}, 'arguments'));
}
