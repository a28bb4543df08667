import { type Finding, type LineIndex, lineIndex } from '../core/index.ts';
import { type Checked, checked } from './checked.ts';
import { fill, WORDS } from './words.ts';

/** Files beyond this many bytes are left to the command line. */
export const MOST_BYTES = 5_000_000;

/** A file that is too large to be checked while somebody waits: one finding that says so. */
export function tooLarge(file: Pick<Checked, 'uri' | 'version' | 'format'>): Checked {
  const limit = { limit: String(MOST_BYTES / 1_000_000) };
  const { en, 'zh-CN': hans, 'zh-TW': hant } = WORDS.tooLarge;
  const finding: Finding = {
    rule: 'file-size',
    severity: 'info',
    message: { en: fill(en, limit), 'zh-CN': fill(hans, limit), 'zh-TW': fill(hant, limit) },
    source: '',
    span: { start: 0, end: 0 },
    related: [],
    speaker: undefined,
    scene: undefined,
    turn: undefined,
    fixes: () => [],
  };
  const lines = (): LineIndex => lineIndex('');
  return checked({ ...file, text: '' }, lines, [{ start: 0, line: 0, findings: [finding], lines }]);
}

/** True beyond the limit in UTF-8. At most three bytes a unit: only a text near the limit is measured. */
export function isTooLarge(text: string): boolean {
  return text.length * 3 > MOST_BYTES && utf8Length(text) > MOST_BYTES;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
