/** What a project declares to be so, and the day on which it is looked at. What is absent is not checked. */
export interface Declared {
  /** Names of the placeholders that are filled in. */
  readonly known?: readonly string[];
  readonly tags?: readonly string[];
  /** Preferred words, each with those it stands in for. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** Facts by name: a linear-time pattern whose first group is the value, and the value that is true. */
  readonly facts?: Readonly<Record<string, { readonly match: string; readonly value: string }>>;
  /** `2026-12-31` */
  readonly today?: string | undefined;
}
