import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';
import { LineTransport } from './lineTransport.ts';
import type { Offer } from './offer.ts';

/** Offers tools over standard input and output until the other side closes its end. Writes nothing else there. */
export async function serve({ name, version, title, instructions, tools, call }: Offer): Promise<void> {
  const server = new Server({ name, version, title }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map((tool) => ({ ...tool, annotations: { title: tool.title, ...HARMLESS } }) as Tool),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    // A cancellation that has come in meanwhile is heard before the work begins.
    await setImmediate();
    signal.throwIfAborted();
    const result = await call(params.name, params.arguments);
    if ('refused' in result) return { content: [{ type: 'text', text: result.refused }], isError: true };
    return { content: [{ type: 'text', text: result.text }], structuredContent: { ...result.data } };
  });
  await server.connect(new LineTransport(process.stdin, process.stdout));
  await once(process.stdin, 'close');
}

/** They read what they are given, and nothing beyond the workspace. */
const HARMLESS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
