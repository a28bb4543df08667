import type { LintSettings } from '../../engine/lintSettings.ts';
import type { PlaceholderSyntax } from '../../engine/mask.ts';

type Syntaxes = Pick<LintSettings, 'syntaxes'>;

/** A quick look: false where no mark of a placeholder can be, half width or full. */
export function mayHoldMarks(text: string, { syntaxes }: Syntaxes): boolean {
  return syntaxes.some(({ open, close }) => [open, close].some((mark) => text.includes(mark) || text.includes(wide(mark))));
}

/** The marks around a whole placeholder, the longest that fit. */
export function marksOf(placeholder: string, { syntaxes }: Syntaxes): PlaceholderSyntax {
  const fitting = syntaxes.filter(({ open, close }) => placeholder.startsWith(open) && placeholder.endsWith(close));
  return fitting.sort((a, b) => b.open.length - a.open.length)[0] ?? syntaxes[0]!;
}

/** The project's placeholder of that name. */
export function written(name: string, { placeholder }: Pick<LintSettings, 'placeholder'>): string {
  return placeholder.open + name + placeholder.close;
}

function wide(mark: string): string {
  return mark.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
