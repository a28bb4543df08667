import { type Finding, findingsOf, type LineIndex, type Locale, type Stretch } from '../core/index.ts';

/** One version of a document with what was found in it: what every feature starts from. */
export interface Checked {
  readonly uri: string;
  /** Version of an open document; null for a file read from disk. */
  readonly version: number | null;
  /** Id of the format it was read as. */
  readonly format: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** What the user wants to see of what was found, in order of place. */
  readonly findings: readonly Finding[];
  /** The same, by the stretches of the document that stand by themselves. */
  readonly stretches: readonly Stretch[];
}

/** A document with what was found in it; findings by offsets of the document are made, and its lines looked for, once somebody asks. */
export function checked(
  file: Pick<Checked, 'uri' | 'version' | 'format' | 'text'>,
  linesOf: () => LineIndex,
  stretches: readonly Stretch[],
): Checked {
  const { uri, version, format, text } = file;
  let findings: readonly Finding[] | undefined;
  let lines: LineIndex | undefined;
  return {
    uri,
    version,
    format,
    text,
    stretches,
    get findings() {
      findings ??= findingsOf(stretches);
      return findings;
    },
    get lines() {
      lines ??= linesOf();
      return lines;
    },
  };
}

/** How findings are put to one client: its language, what it can show, what its user asked for. */
export interface Presentation {
  readonly locale: Locale;
  readonly related: boolean;
  /** Address of another file, by what the workspace knows it by. */
  readonly uriOf: (path: string) => string;
  /** Address of a rule's page; undefined where there is none to open. */
  readonly pageOf: (rule: string) => string | undefined;
  readonly singleLine: boolean;
}

/** What the client can do with an action. */
export interface ActionSupport {
  readonly locale: Locale;
  readonly snippets: boolean;
  /** `documentChanges` with versions; else a plain map of changes. */
  readonly documentChanges: boolean;
  /** Can ask for the edit of an action once it is chosen. */
  readonly resolve: boolean;
  readonly openRule: boolean;
  readonly disableComment: boolean;
}
