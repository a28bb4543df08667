/** Rules about the words of one turn that are loud by default. */
export const LOUD: ReadonlySet<string> = new Set([
  'bare-but',
  'blame-shifting',
  'command-tone',
  'condescension',
  'contradiction',
  'disclosure',
  'flat-refusal',
  'fob-off',
  'guessing',
  'impatience',
  'interrupting',
  'policy-pushing',
  'private-contact',
  'rhetorical-question',
]);
