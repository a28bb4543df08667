import type { ScriptDocument } from '../../dialogue/model.ts';
import { documentOf, LARGE } from '../document.ts';
import type { Format, ParseOptions } from '../format.ts';
import { agentSpeaks } from '../recognise.ts';
import { claimsShape } from './claims.ts';
import { JsonReader } from './reader.ts';

/** JSON of a known shape, or by pointers of config. */
export const json: Format = jsonFormat('json', ['.json'], 'file');

/** A JSON value a line. */
export const jsonLines: Format = jsonFormat('jsonl', ['.jsonl', '.ndjson'], 'line');

function jsonFormat(id: string, extensions: readonly string[], by: 'file' | 'line'): Format {
  const parse = (source: string, options: ParseOptions): ScriptDocument =>
    documentOf(
      { format: id, meta: {} },
      by === 'line' && source.length > LARGE ? 'lazy' : 'whole',
      () => new JsonReader(source, options, by),
    );
  return {
    id,
    extensions,
    parse,
    recognises(source, options) {
      if (!MARKS.test(source)) return false;
      const text = by === 'line' ? firstLines(source) : source;
      const document = parse(text, options);
      return agentSpeaks(document) || (document.problems.length > 0 && claimsShape(text, options.roleOf));
    },
  };
}

/** Without any of these no known shape is there. */
const MARKS = /"(?:content|text|message|utterance|actions|responses)"|\[\s*\[\s*"|\[\s*"[^"\n]{1,32}"\s*,\s*"/u;

function firstLines(source: string): string {
  const end = source.indexOf('\n', 20_000);
  return end < 0 ? source : source.slice(0, end);
}
