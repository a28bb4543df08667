import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, formatOf, lineIndex } from '../core/index.ts';

// Stand-in until the command line is built on cli/main.ts.
const args = process.argv.slice(2);
const path = args[1]!;
const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((f) => join(path, String(f))) : [path];
const linter = createLinter();
const out = [];
for (const file of files.filter(formatOf)) {
  const text = readFileSync(file, 'utf8');
  const { findings } = linter.lint({ text, format: formatOf(file)! }, {});
  const lines = lineIndex(text);
  const at = (o: number) => ({ ...lines.placeAt(o), offset: o });
  out.push({
    path: file,
    findings: findings.map((f) => ({
      rule: f.rule,
      severity: f.severity,
      message: f.message.en,
      range: { start: at(f.span.start), end: at(f.span.end) },
      text: text.slice(f.span.start, f.span.end),
      fixes: args.includes('--fixes') ? f.fixes() : [],
    })),
  });
}
process.stdout.write(JSON.stringify({ version: 1, files: out }));
