/** Tools to offer over the Model Context Protocol, and who offers them. */
export interface Offer {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** For the assistant: what all this is for. */
  readonly instructions: string;
  readonly tools: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly inputSchema: Readonly<Record<string, unknown>>;
    readonly outputSchema: Readonly<Record<string, unknown>>;
  }[];
  call(name: string, args: unknown): Promise<Called>;
}

/** What a call came to: an answer for readers and for programs, or why there is none. */
export type Called = { readonly text: string; readonly data: object } | { readonly refused: string };
