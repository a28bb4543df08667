import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { toSpan } from '../../service/convert.ts';
import { difference, semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../service/navigation/semanticTokens.ts';
import type { RequestGroup } from './group.ts';
import { scriptAt } from './structure.ts';

const LEGEND = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

/** Who speaks, and what stands for something else: colours that take the project's own labels and placeholders into account. */
export const tokenRequests: RequestGroup = {
  capabilities: () => ({ semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true } }),
  listen({ connection, answer }) {
    const sent = new SentTokens();
    connection.languages.semanticTokens.on(
      answer('textDocument/semanticTokens/full', async (server, { textDocument }) => {
        const parsed = await scriptAt(server, textDocument);
        return parsed ? sent.whole(textDocument.uri, semanticTokens(parsed, server.session.actsOf(parsed))) : null;
      }),
    );
    connection.languages.semanticTokens.onDelta(
      answer('textDocument/semanticTokens/full/delta', async (server, { textDocument, previousResultId }) => {
        const parsed = await scriptAt(server, textDocument);
        return parsed ? sent.changed(textDocument.uri, semanticTokens(parsed, server.session.actsOf(parsed)), previousResultId) : null;
      }),
    );
    connection.languages.semanticTokens.onRange(
      answer('textDocument/semanticTokens/range', async (server, { textDocument, range }) => {
        const parsed = await scriptAt(server, textDocument);
        return parsed ? { data: semanticTokens(parsed, server.session.actsOf(parsed), toSpan(parsed.lines, range)) } : null;
      }),
    );
  },
};

/** Most documents whose tokens are remembered, to tell what has changed. */
const MOST = 20;

/** The tokens last sent of each document. */
class SentTokens {
  private readonly last = new Map<string, { readonly resultId: string; readonly data: number[] }>();
  private results = 0;

  whole(uri: string, data: number[]): SemanticTokens {
    const tokens = { resultId: String(++this.results), data };
    this.last.delete(uri);
    this.last.set(uri, tokens);
    if (this.last.size > MOST) this.last.delete(this.last.keys().next().value!);
    return tokens;
  }

  changed(uri: string, data: number[], previous: string): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(uri);
    const now = this.whole(uri, data);
    if (before?.resultId !== previous) return now;
    return { resultId: now.resultId!, edits: difference(before.data, data) };
  }
}
