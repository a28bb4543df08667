import fc from 'fast-check';
import { samples } from '../support/samples.ts';

/** Marks that mean something somewhere, to throw among the samples. */
const MARKS = [
  '\n',
  '\r',
  '\r\n',
  '  ',
  '\t',
  '\u3000',
  '#',
  '\uff03',
  '@',
  '?',
  '->',
  '\u2192',
  '- ',
  '\uff1a',
  ':',
  '\uff08',
  ')',
  '[',
  ']',
  '//',
  '<!--',
  '-->',
  '---',
  '```',
  '|',
  '**',
  '*',
  '`',
  '\\',
  '&amp;',
  '<b>',
  '{',
  '}',
  '\u201c',
  '\u201d',
  '\u300c',
  '"',
  '\ufeff',
  '\u200b',
  '\u0000',
  '\ud83d',
  '\ude00',
  '😀',
  '(w\u00f9)',
  '\uf9dc',
  '反例:',
  '客服:',
  '客户:',
  'Agent:',
  '但是',
  '不能',
  'huashu-disable-next-line',
  '{#',
  '>',
  '1.',
  '~~',
  '\ufffc',
  '\u2028',
];

const files = samples();

/** A sample as it is. */
export const whole = fc.constantFrom(...files);

/** A sample cut, flipped, spliced with another, or with marks thrown in; `original` is what it was before. */
export const broken = fc
  .tuple(whole, whole, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...MARKS), fc.nat(4)), { minLength: 1, maxLength: 6 }))
  .map(([file, other, changes]) => {
    let { text } = file;
    for (const [a, b, mark, kind] of changes) {
      const at = a % (text.length + 1);
      const to = Math.min(text.length, at + (b % 40));
      if (kind === 0) text = text.slice(0, at);
      else if (kind === 1) text = text.slice(at);
      else if (kind === 2) text = text.slice(0, at) + mark + text.slice(at);
      else if (kind === 3)
        text = text.slice(0, at) + String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << (b % 16))) + text.slice(at + 1);
      else text = text.slice(0, at) + other.text.slice(b % (other.text.length + 1)).slice(0, 200) + text.slice(to);
    }
    return { ...file, text, original: file.text };
  });
