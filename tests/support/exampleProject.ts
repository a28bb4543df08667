import type { Finding, Fix, Linter, Settings } from '../../server/src/core/index.ts';
import { createProject } from '../../server/src/core/project.ts';

/**
 * An example that needs a config or other files names each part by a line `==> huashu.yaml <==`, as `head` does; the last part is
 * the script that is looked at.
 */
interface Part {
  readonly path: string;
  readonly text: string;
  /** Where it begins in the example. */
  readonly at: number;
}

const HEADER = /^==> (\S+) <==\n/gmu;
/** The day on which examples are read. */
const TODAY = '2026-11-22';

/** What is found in the scripts of an example, by offsets of the whole example. */
export function lintParts(linter: Linter, example: string, over: Settings): readonly Finding[] {
  const parts = partsOf(example);
  const config = parts.find(({ path }) => path.startsWith('huashu.'));
  const settings = { ...settingsOf(linter, config), ...over, today: TODAY };
  const scripts = parts.filter((part) => part !== config);
  const workspace = linter.workspace();
  const linted = scripts.map((script) => ({ ...script, result: linter.lint({ text: script.text, format: 'huashu' }, settings) }));
  for (const { path, result } of linted) workspace.update(path, result);
  return linted.flatMap(({ path, at, result }) => workspace.complete(path, result).findings.map((finding) => moved(finding, at)));
}

/** The script an example is about: its last part. */
export function mainPart(example: string): string {
  return partsOf(example).at(-1)!.text;
}

function partsOf(example: string): Part[] {
  const headers = [...example.matchAll(HEADER)];
  const bounds = [...headers.map((h) => h.index), example.length];
  const named = headers.map((h, i) => ({ path: h[1]!, at: h.index + h[0].length, end: bounds[i + 1]! }));
  const parts = bounds[0]! > 0 || headers.length === 0 ? [{ path: 'script.huashu', at: 0, end: bounds[0]! }, ...named] : named;
  return parts.map(({ path, at, end }) => ({ path, at, text: example.slice(at, end) }));
}

function settingsOf(linter: Linter, config: Part | undefined): Settings {
  if (!config) return {};
  const reader = { read: (path: string) => (path === `/${config.path}` ? config.text : undefined) };
  const rules = new Map([...linter.rules.all].map(([id, { meta }]) => [id, meta]));
  const { settings, problems } = createProject(reader, '/', { rules, formats: ['huashu'] }).settingsFor('/script.huashu');
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return settings;
}

function moved(finding: Finding, by: number): Finding {
  const shift = ({ start, end }: Finding['span']): Finding['span'] => ({ start: start + by, end: end + by });
  const fix = (one: Fix): Fix => ({ ...one, edits: one.edits.map(({ span, text }) => ({ span: shift(span), text })) });
  return { ...finding, span: shift(finding.span), fixes: () => finding.fixes().map(fix) };
}
