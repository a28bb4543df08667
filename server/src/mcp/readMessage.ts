import {
  CallToolRequestSchema,
  ErrorCode,
  InitializeRequestSchema,
  type JSONRPCMessage,
  JSONRPCMessageSchema,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js';

/** Why a line is not taken, as the other side is told. */
export interface Complaint {
  readonly jsonrpc: '2.0';
  /** Of the request, where it can be told. */
  readonly id: RequestId | null;
  readonly error: { readonly code: number; readonly message: string };
}

/** Reads a line of input: a message, or what is wrong with it in plain words. */
export function readMessage(line: string): { readonly message: JSONRPCMessage } | { readonly complaint: Complaint } {
  const given = parsed(line);
  if (given === undefined) return { complaint: complaint(ErrorCode.ParseError, 'This line is not JSON: each message is one line') };
  if (Array.isArray(given))
    return { complaint: complaint(ErrorCode.InvalidRequest, 'Batches are not taken: send each message on a line of its own') };
  const id = idOf(given);
  const { success, data } = JSONRPCMessageSchema.safeParse(given);
  if (!success) {
    const form = 'A request has jsonrpc "2.0", an id that is a string or a whole number, a method, and params that are an object';
    return { complaint: complaint(ErrorCode.InvalidRequest, `This is no message of JSON-RPC. ${form}`, id) };
  }
  const wrong = 'method' in data && 'id' in data ? wrongParams(data) : undefined;
  return wrong === undefined ? { message: data } : { complaint: complaint(ErrorCode.InvalidParams, wrong, id) };
}

/** What is answered to a line that is not taken. */
export function complaint(code: ErrorCode, message: string, id: RequestId | null = null): Complaint {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function idOf(given: unknown): RequestId | null {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : null;
  return typeof id === 'string' || (typeof id === 'number' && Number.isInteger(id)) ? id : null;
}

/** What a request cannot do without. */
const FORMS = {
  'tools/call': { schema: CallToolRequestSchema, needs: 'params.name, a string, and may have params.arguments, an object' },
  initialize: {
    schema: InitializeRequestSchema,
    needs: 'params.protocolVersion, params.capabilities and params.clientInfo with name and version',
  },
} as const;

function wrongParams(request: { readonly method: string }): string | undefined {
  const { method } = request;
  if (method !== 'tools/call' && method !== 'initialize') return undefined;
  const { schema, needs } = FORMS[method];
  return schema.safeParse(request).success ? undefined : `${method} needs ${needs}`;
}
