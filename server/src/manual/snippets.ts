import type { Lang, Localised } from '../core/index.ts';

/** Snippets as the editor has them, by name, and the situations they begin: what the build puts together from `snippets/` and `situations.yaml`. */
export interface SnippetSource {
  readonly snippets: Readonly<Record<Lang, Readonly<Record<string, SnippetData>>>>;
  readonly situations: readonly { readonly id: string; readonly title: Localised; readonly snippets?: readonly string[] }[];
}

interface SnippetData {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** A sentence, or a piece of a script, with tab stops. */
export interface Snippet {
  readonly name: string;
  readonly prefixes: readonly string[];
  /** In snippet syntax. */
  readonly body: string;
  readonly description: string;
  /** Situations it belongs to, in the order of a conversation; the first names it. */
  readonly situations: readonly { readonly id: string; readonly title: Localised }[];
}

/** What there is to insert in a language: sentences of the agent, and pieces of a script. */
export interface Snippets {
  readonly sentences: readonly Snippet[];
  readonly pieces: readonly Snippet[];
}

/** Pieces of a script are those of this situation. */
const WRITING = 'writing';

/** The snippets of each language; they run parallel, and situations name them by their English prefix. */
export function snippetsOf({ snippets, situations }: SnippetSource): (lang: Lang) => Snippets {
  const english = Object.values(snippets.en);
  const made = new Map<Lang, Snippets>();
  return (lang) => {
    const known = made.get(lang);
    if (known) return known;
    const all = Object.entries(snippets[lang]).map(([name, { prefix, body, description }], i): Snippet => {
      const own = situations.filter((one) => one.snippets?.some((named) => english[i]!.prefix.includes(named)));
      return { name, prefixes: prefix, body: body.join('\n'), description, situations: own };
    });
    const isPiece = (snippet: Snippet): boolean => snippet.situations.some(({ id }) => id === WRITING);
    const found = { sentences: all.filter((one) => !isPiece(one)), pieces: all.filter(isPiece) };
    made.set(lang, found);
    return found;
  };
}

/** What a snippet leaves where there are no tab stops: the words that stand in them. */
export function plain(body: string): string {
  return body.replace(
    /\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:((?:[^{}]|\{[^{}]*\})*)\}|\$\{\d+\}|\$\d+/gu,
    (_, first?: string, words?: string) => first ?? words ?? '',
  );
}
