import { speakers } from '../dialogue/speakers.ts';
import { rowOf } from '../formats/json/row.ts';
import { foldTable } from '../text/fold.ts';
import type { Settings } from './index.ts';

export type { Row } from '../formats/json/row.ts';

/** Tells the rows of a stream of JSON Lines: which conversation a line belongs to, or what is wrong with it. */
export function rowReader({ roles }: Settings): (line: string) => ReturnType<typeof rowOf> {
  const roleOf = speakers(foldTable(), roles);
  return (line) => rowOf(line, roleOf);
}
