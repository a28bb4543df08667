import type { ScriptDocument } from '../../dialogue/model.ts';
import type { Format, ParseOptions } from '../format.ts';
import { readFrontMatter } from '../frontMatter.ts';
import { type Grammar, ScriptReader } from './reader.ts';

/** The script format, `.huashu`. */
export const script: Format = {
  id: 'huashu',
  extensions: ['.huashu'],
  parse: (source, options) => readScript(source, options, 'script', 'huashu'),
};

/** Files beyond this many units are read scene by scene as they are linted, not held whole. */
const LARGE = 500_000;
const ARROW_LINE = /^[ \t]*(?:[?\uff1f][^\n\r]*)?(?:->|-\uff1e|\u2192)/mu;

export function readScript(source: string, { roleOf }: ParseOptions, grammar: Grammar, format: string): ScriptDocument {
  const { meta, end, problems: early } = readFrontMatter(source);
  const linked = grammar === 'script' && ARROW_LINE.test(source);
  let reader = new ScriptReader(source, end, roleOf, grammar);
  reader.problems.push(...early);
  const whole = source.length <= LARGE || linked ? [...reader.scenes()] : undefined;
  const lazily = {
    *[Symbol.iterator]() {
      reader = new ScriptReader(source, end, roleOf, grammar);
      reader.problems.push(...early);
      yield* reader.scenes();
    },
  };
  return {
    format,
    meta,
    linked,
    scenes: whole ?? lazily,
    get problems() {
      return reader.problems;
    },
    get comments() {
      return reader.comments;
    },
  };
}
