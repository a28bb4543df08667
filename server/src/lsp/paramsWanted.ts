/** What is wrong with the params of a request, in words for whoever writes the client; undefined where nothing is. */
export function lackIn(method: string, params: unknown): string | undefined {
  if (!isObject(params)) return `${method} needs params that are an object`;
  for (const name of WANTED[method] ?? []) {
    const { is, form } = FORMS[name];
    if (!is(params[name])) return `${method} needs params.${name}: ${form}`;
  }
  return undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isPosition(value: unknown): boolean {
  return isObject(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}

const TEXT = { is: isText, form: 'a string' };

/** Every param there is, and what it looks like. */
const FORMS = {
  textDocument: { is: (value: unknown) => isObject(value) && isText(value['uri']), form: '{ uri }' },
  position: { is: isPosition, form: '{ line, character }' },
  positions: { is: (value: unknown) => Array.isArray(value) && value.every(isPosition), form: 'a list of { line, character }' },
  range: { is: isRange, form: '{ start, end }' },
  context: { is: isObject, form: 'an object' },
  query: TEXT,
  newName: TEXT,
  rule: TEXT,
  answer: TEXT,
  tool: TEXT,
  previousResultIds: { is: Array.isArray, form: 'a list' },
} as const;

const DOCUMENT = ['textDocument'] as const;
const PLACE = ['textDocument', 'position'] as const;
const STRETCH = ['textDocument', 'range'] as const;

/** The params that a request cannot do without. */
const WANTED: Readonly<Record<string, readonly (keyof typeof FORMS)[]>> = {
  'textDocument/diagnostic': DOCUMENT,
  'workspace/diagnostic': ['previousResultIds'],
  'textDocument/codeAction': ['textDocument', 'range', 'context'],
  'textDocument/hover': PLACE,
  'textDocument/completion': PLACE,
  'textDocument/inlineCompletion': PLACE,
  'textDocument/formatting': DOCUMENT,
  'textDocument/rangeFormatting': STRETCH,
  'textDocument/documentSymbol': DOCUMENT,
  'textDocument/foldingRange': DOCUMENT,
  'textDocument/selectionRange': ['textDocument', 'positions'],
  'textDocument/definition': PLACE,
  'textDocument/references': ['textDocument', 'position', 'context'],
  'textDocument/documentHighlight': PLACE,
  'textDocument/documentLink': DOCUMENT,
  'workspace/symbol': ['query'],
  'textDocument/prepareRename': PLACE,
  'textDocument/rename': ['textDocument', 'position', 'newName'],
  'textDocument/semanticTokens/full': DOCUMENT,
  'textDocument/semanticTokens/full/delta': DOCUMENT,
  'textDocument/semanticTokens/range': STRETCH,
  'textDocument/codeLens': DOCUMENT,
  'textDocument/inlayHint': STRETCH,
  'huashu/preview': DOCUMENT,
  'huashu/flow': DOCUMENT,
  'huashu/flowText': DOCUMENT,
  'huashu/isScript': DOCUMENT,
  'huashu/tool': ['tool'],
  'huashu/rewrite': ['textDocument', 'position', 'rule'],
  'huashu/checkRewrite': ['textDocument', 'position', 'rule', 'answer'],
};
