/** One executed example of a rule's document. */
export interface Example {
  readonly section: 'Flagged' | 'Fixed' | 'Accepted';
  readonly lang: string;
  /** The preset its fence names: ```huashu en strict. */
  readonly preset: string | undefined;
  readonly text: string;
  /** Line of the document the example starts on, from 1. */
  readonly line: number;
}

/** The examples of a rule's document: fences ```huashu <lang> [preset] under *Flagged*, *Fixed* and *Accepted*. */
export function examplesOf(document: string): Example[] {
  const out: Example[] = [];
  let section: string | undefined;
  let open: { lang: string; preset: string | undefined; from: number } | undefined;
  const lines = document.split('\n');
  lines.forEach((line, i) => {
    if (open) {
      if (line.trimEnd() !== '```') return;
      if (section === 'Flagged' || section === 'Fixed' || section === 'Accepted') {
        out.push({ section, lang: open.lang, preset: open.preset, text: `${lines.slice(open.from, i).join('\n')}\n`, line: open.from + 1 });
      }
      open = undefined;
      return;
    }
    const heading = /^## (.+)$/u.exec(line);
    if (heading) section = heading[1]!.trim();
    const fence = /^```huashu (\S+)(?: (strict|minimal))?\s*$/u.exec(line);
    if (fence) open = { lang: fence[1]!, preset: fence[2], from: i + 1 };
  });
  return out;
}
