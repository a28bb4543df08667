import type { Span } from '../text/span.ts';

/** What a project declares to be so, and the day on which it is looked at. What is absent is not checked. */
export interface Declared {
  /** Names of the placeholders that are filled in. */
  readonly known?: readonly string[];
  readonly tags?: readonly string[];
  /** Preferred words, each with those it stands in for. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  readonly facts?: Facts;
  /** `2026-12-31` */
  readonly today?: string | undefined;
}

/** Facts by name. */
export type Facts = Readonly<Record<string, Fact>>;

/** A pattern whose first group is the value of a fact, and the value that is true. */
export interface Fact {
  readonly match: string;
  readonly value: string;
  /** Makes the pattern ready, in an engine that takes linear time; config brings one along. */
  readonly compile?: (source: string) => FactFinder;
}

/** The values that a text gives for a fact, by place. */
export type FactFinder = (text: string) => Iterable<Span>;
