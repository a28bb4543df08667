/**
 * What the client and the server say to each other beyond LSP. The only module of the server that the client may
 * import, so it imports nothing itself.
 */

/** A severity as the rules name it. */
export type RuleSeverity = 'error' | 'warning' | 'info' | 'hint';

/** Sent by the client in `initialize`. */
export interface InitializationOptions {
  /** The language of messages, a BCP 47 tag as the editor names it (`zh-cn`, `zh-tw`, `en`). */
  readonly locale: string;
  /** Address of a rule's page in this client, `{rule}` standing for the id; absent: the document that ships with the server. */
  readonly rulePage?: string;
  /** Commands the client has and actions may name, such as `huashu.openRule`. */
  readonly commands?: readonly string[];
}

/** The `huashu` section of the editor's settings as the server reads it, every key optional. */
export interface EditorSettings {
  /** Lint at all (default true). */
  readonly enable?: boolean;
  /** When findings are published to a client that cannot pull them (default onType); a client that pulls decides itself. */
  readonly run?: 'onType' | 'onSave';
  /** Stands in for `extends` of the nearest config file; null leaves the choice to the file. */
  readonly preset?: 'minimal' | 'recommended' | 'strict' | null;
  /** Report errors alone (default false). */
  readonly quiet?: boolean;
  readonly problems?: {
    /** Keep the message of a problem on one line (default false). */
    readonly shortenToSingleLine?: boolean;
  };
  readonly codeAction?: {
    /** Offer to open the rule's page (default true). */
    readonly showDocumentation?: boolean;
    /** Offer to switch the rule off for the line (default true). */
    readonly disableRuleComment?: boolean;
  };
  readonly inlayHints?: {
    /** Tell what the agent does by each turn (default false). */
    readonly acts?: boolean;
  };
  readonly codeLens?: {
    /** Tell of each scene what is found in it and what it covers (default true). */
    readonly enable?: boolean;
  };
  readonly inlineCompletion?: {
    /** Show the rest of an approved phrase behind the cursor (default true). */
    readonly enable?: boolean;
  };
}

/** Client → server: the list of rules, and the page of one of them. */
export const explainRequest = 'huashu/explain';

export interface ExplainParams {
  /** The rule whose page is wanted; null asks for the list alone. */
  readonly rule: string | null;
  readonly locale: string;
}

export interface RuleSummary {
  readonly id: string;
  readonly severity: RuleSeverity;
  readonly title: string;
}

export interface ExplainResult {
  readonly rules: readonly RuleSummary[];
  /** The page in Markdown; absent when no rule was asked for or none has that id. */
  readonly markdown?: string;
}

/** Client → server: the text of a commented config file to begin with. */
export const configTemplateRequest = 'huashu/configTemplate';

export interface ConfigTemplateParams {
  readonly locale: string;
}

export interface ConfigTemplateResult {
  readonly text: string;
}

/** A command of the client that a code action or a hover may name; its argument is a rule id. */
export const openRuleCommand = 'huashu.openRule';

/** A command of the client that a code lens may name; its arguments are a document's address and the range of the first finding to show. */
export const goToFindingsCommand = 'huashu.goToFindings';
