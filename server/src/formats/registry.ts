import type { Format } from './format.ts';
import { json, jsonLines } from './json/index.ts';
import { markdown } from './markdown/index.ts';
import { plainText, script } from './script/index.ts';
import { csv, tsv } from './table/index.ts';

/** Every format that can be read. */
export const FORMATS: readonly Format[] = [script, markdown, plainText, csv, tsv, json, jsonLines];
