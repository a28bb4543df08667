import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A stretch of text and every scope it carries but the root. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const files: Readonly<Record<string, string>> = {
  'source.huashu': 'syntaxes/huashu.tmLanguage.json',
  'markdown.huashu.injection': 'syntaxes/huashu.markdown.tmLanguage.json',
  'text.html.markdown': 'tests/grammar/markdown.stub.json',
  'source.yaml': 'tests/grammar/yaml.stub.json',
};

/** Reads the grammars of the extension as the editor does; the tests run from the root of the project. */
export async function loadGrammar(scope: 'source.huashu' | 'text.html.markdown'): Promise<(text: string) => Token[][]> {
  const grammar = await registry().loadGrammar(scope);
  if (grammar === null) throw new Error(`no grammar ${scope}`);
  return (text) => {
    let stack = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens
        .map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes: scopes.slice(1) }))
        .filter((token) => token.text !== '');
    });
  };
}

function registry(): textmate.Registry {
  return new textmate.Registry({
    onigLib: loadOniguruma(),
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.huashu.injection'] : undefined),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file === undefined ? null : textmate.parseRawGrammar(await readFile(file, 'utf8'), file);
    },
  });
}

let wasm: Promise<void> | undefined;

async function loadOniguruma(): Promise<textmate.IOnigLib> {
  wasm ??= readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')).then((file) => oniguruma.loadWASM(file));
  await wasm;
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  };
}
