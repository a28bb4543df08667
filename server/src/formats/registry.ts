import type { Format } from './format.ts';
import { markdown } from './markdown/index.ts';
import { plainText, script } from './script/index.ts';

/** Every format that can be read. */
export const FORMATS: readonly Format[] = [script, markdown, plainText];
