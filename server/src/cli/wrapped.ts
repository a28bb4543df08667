import { stringWidth } from './cells.ts';

/** A text over as many rows as it takes in so many cells; Latin words stay whole and no row begins with a mark that ends something. */
export function wrapped(text: string, room: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const part of text.match(/[\x21-\x7e]+|[^\x21-\x7e]/gu) ?? []) {
    if (row !== '' && stringWidth(row + part) > room && !/^[\uff0c\u3002\uff1f\uff01\u3001\uff1b\uff1a,.?!;:)\u201d]/u.test(part)) {
      rows.push(row.trimEnd());
      row = part.trimStart();
    } else row += part;
  }
  return [...rows, row];
}
