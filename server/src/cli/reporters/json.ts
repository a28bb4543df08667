import type { Locale } from '../../core/index.ts';
import type { Reporter } from '../fileResult.ts';
import { jsonFile } from './jsonFile.ts';

declare const HUASHU_VERSION: string;

/** One JSON document for the whole run. */
export function json(locale: Locale, shows: ReadonlySet<string> = new Set()): Reporter {
  let comma = '';
  return {
    showsFixes: true,
    start: () => `{"version":1,"tool":${JSON.stringify({ name: 'huashu', version: HUASHU_VERSION })},"files":[`,
    *file(result) {
      yield comma;
      yield* jsonFile(result, locale, shows);
      comma = ',\n';
    },
    end({ files, turns, error, warning, info, hint, fixable, suppressed, skipped, milliseconds }, errors) {
      const summary = { files, turns, error, warning, info, hint, fixable, suppressed, skipped, milliseconds };
      return `],"errors":${JSON.stringify(errors)},"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

/** A file a line. */
export function ndjson(locale: Locale, shows: ReadonlySet<string> = new Set()): Reporter {
  return {
    showsFixes: true,
    start: () => '',
    *file(result) {
      yield* jsonFile(result, locale, shows);
      yield '\n';
    },
    end: () => '',
  };
}
