import type { LineIndex, Related } from '../core/index.ts';
import type { FileResult } from './fileResult.ts';

/** Where the offsets of one file stand. */
export interface Places {
  readonly lines: Pick<LineIndex, 'placeAt'>;
}

/** The places of a related span: those of the file at hand, or what is known of another file. */
export function placesFor({ span, range }: Related, file: FileResult): Places {
  if (!range) return file;
  return { lines: { placeAt: (offset) => (offset <= span.start ? range.start : range.end) } };
}
