import type { Finding } from '../core/index.ts';
import type { FileResult } from './fileResult.ts';

/**
 * A function that gives each finding of a file, asked in order, a name that stays the same when lines move above it: it is made of the
 * rule, the words, the line around them, and how many like it came before.
 */
export function fingerprints({ text, lines }: FileResult): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, span }) => {
    const { line } = lines.placeAt(span.start);
    const from = Math.max(lines.lineStart(line), span.start - AROUND);
    const lineText = text.slice(from, Math.min(lines.lineEnd(line), span.end + AROUND)).trim();
    const key = `${rule}\0${text.slice(span.start, span.end)}\0${lineText}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return hash(`${key}\0${before}`);
  };
}

/** How much of a long line counts, on either side. */
const AROUND = 500;

/** Sixteen hexadecimal digits (two 32-bit FNV-1a hashes with different beginnings). */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + 0x9e37), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return hex(a) + hex(b);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
