/** A property few values of which are shared by many phrases: each value has a number, and is kept once. */
export class Facet<T> {
  private readonly numbers = new Map<string, number>();
  private readonly values: T[] = [];

  /** The number of a value, known by its key. */
  number(key: string, make: () => T): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.values.push(make());
    this.numbers.set(key, number);
    return number;
  }

  value(number: number): T {
    return this.values[number]!;
  }

  /** What each value counts, by its number. */
  scores(score: (value: T) => number): Float32Array {
    return Float32Array.from(this.values, score);
  }
}
