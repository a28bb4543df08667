/**
 * The terms of a normal text, each once, as numbers: pairs of neighbouring Han characters, and Latin words without their plural. Both
 * scripts come out the same, for normal text is simplified. Numbers and placeholders are no terms.
 */
export function termsOf(normal: string): number[] {
  const found = new Set<number>();
  let at = 0;
  while (at < normal.length) {
    const unit = normal.charCodeAt(at);
    if (isHan(unit)) {
      const from = at;
      while (isHan(normal.charCodeAt(++at)));
      if (at === from + 1) found.add(unit);
      for (let i = from; i + 1 < at; i++) found.add(((normal.charCodeAt(i) << 16) | normal.charCodeAt(i + 1)) >>> 0);
    } else if (isLatin(unit)) {
      const from = at;
      while (isLatin(normal.charCodeAt(++at)));
      if (at - from > 1) found.add(wordTerm(normal, from, at));
    } else at++;
  }
  return [...found];
}

/** The stretches of a normal text that some terms stand for, in order, neighbouring pairs joined. */
export function wordsOfTerms(normal: string, terms: ReadonlySet<number>): string[] {
  const words: string[] = [];
  for (const { 0: run } of normal.matchAll(RUN)) {
    if (!isHan(run.charCodeAt(0))) {
      if (run.length > 1 && terms.has(wordTerm(run, 0, run.length))) words.push(run);
      continue;
    }
    let from = -1;
    for (let i = 0; i < run.length; i++) {
      const shared = i + 1 < run.length && terms.has(((run.charCodeAt(i) << 16) | run.charCodeAt(i + 1)) >>> 0);
      if (shared && from < 0) from = i;
      if (shared || from < 0) continue;
      words.push(run.slice(from, i + 1));
      from = -1;
    }
  }
  return [...new Set(words)];
}

const RUN = /[\u3400-\u9fff]+|[a-z\u00df-\u024f]+/gu;

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

function isLatin(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f);
}

/** A hash of a word: below the pairs of Han characters, all of which are above. */
function wordTerm(text: string, from: number, to: number): number {
  const end = to - from > 3 && text.charCodeAt(to - 1) === S && text.charCodeAt(to - 2) !== S ? to - 1 : to;
  let hash = 0x811c9dc5;
  for (let i = from; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 3) + 0x10000;
}

const S = 0x73;
