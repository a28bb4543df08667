import type { Edit, Finding, Fix } from '../core/index.ts';
import { saidTwice } from '../core/saidTwice.ts';

/** Most rounds of fixing: a fix may uncover what another can mend. */
const ROUNDS = 10;

/** The fix to apply for a finding, if there is one of the wanted kind that leaves nothing for the writer to fill in. */
export function fixFor(finding: Finding, wanted: 'safe' | 'suggestions'): Fix | undefined {
  return finding.safe ?? (wanted === 'suggestions' ? finding.fixes().find((fix) => fix.slots.length === 0) : undefined);
}

/** Fixes a text round by round until nothing is left to fix. `look` gives what to fix in a text. */
export function fixText(
  text: string,
  look: (text: string) => readonly Finding[],
  wanted: 'safe' | 'suggestions',
): { text: string; applied: number } {
  let applied = 0;
  let fixed = text;
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = together(
      look(fixed).flatMap((finding) => {
        const fix = fixFor(finding, wanted);
        return fix ? [{ finding, fix }] : [];
      }),
    );
    if (chosen.length === 0) break;
    fixed = withEdits(
      fixed,
      chosen.flatMap((fix) => fix.edits),
    );
    applied += chosen.length;
  }
  return { text: fixed, applied };
}

/** The fixes that can be made at once: from the top down, those that begin after the last one taken ends and say nothing that one before says. */
function together(fixes: readonly { readonly finding: Finding; readonly fix: Fix }[]): Fix[] {
  const placed = fixes
    .filter(({ fix: { edits } }) => edits.length > 0)
    .map((one) => ({
      ...one,
      start: Math.min(...one.fix.edits.map((e) => e.span.start)),
      end: Math.max(...one.fix.edits.map((e) => e.span.end)),
    }))
    .sort((a, b) => a.start - b.start);
  const isAgain = saidTwice();
  let last = { start: -1, end: -1 };
  return placed
    .filter((one) => {
      const bothWide = one.start < one.end && last.start < last.end;
      const free = one.start > last.end || (one.start === last.end && bothWide);
      if (!free || isAgain(one.finding, one.fix)) return false;
      last = one;
      return true;
    })
    .map(({ fix }) => fix);
}

function withEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    out += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return out + text.slice(at);
}
