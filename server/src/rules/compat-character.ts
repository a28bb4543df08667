import type { TypingReport } from '../engine/rule.ts';
import { ordinaryCharacter } from '../text/fold.ts';
import type { CodeRule } from './registry.ts';

/** Units that begin a character of the kind: radicals, private use, compatibility ideographs, and the planes of the last two. */
const MAY_APPLY = /[\u2e80-\u2fdf\ue000-\ufaff\ud87e\udb80-\udbff]/;
const STRANGE = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]|[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]+/gu;

export const compatCharacter: CodeRule = (meta) => ({
  scope: 'typing',
  meta,
  mayApply: (source) => MAY_APPLY.test(source),
  *check(text) {
    let run: TypingReport | undefined;
    for (const found of text.matchAll(STRANGE)) {
      const one = reported(found[0], found.index);
      if (!one) continue;
      const joined = run && joinedWith(run, one);
      if (run && !joined) yield run;
      run = joined ?? one;
    }
    if (run) yield run;
  },
});

function reported(char: string, start: number): TypingReport | undefined {
  const span = { start, end: start + char.length };
  if (isPrivate(char.codePointAt(0)!)) return { span, data: { code: codes(char) } };
  const replacement = ordinaryCharacter(char);
  return replacement === undefined ? undefined : { span, replacement, data: { code: codes(char) } };
}

/** Neighbours with the same kind of answer are one finding. */
function joinedWith(run: TypingReport, next: TypingReport): TypingReport | undefined {
  if (run.span.end !== next.span.start || run.replacement === undefined || next.replacement === undefined) return undefined;
  const code = `${run.data!['code']} ${next.data!['code']}`;
  return { span: { start: run.span.start, end: next.span.end }, replacement: run.replacement + next.replacement, data: { code } };
}

function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

function codes(chars: string): string {
  return [...chars].map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
