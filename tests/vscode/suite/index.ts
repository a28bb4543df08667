import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the editor calls. Every result goes to a file at once, so that a run that dies has said how far it came. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  // Once more where one fails: a key or a click that a busy editor lost is no fault of ours, and what is one fails again.
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, retries: 1 });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.suite.cjs'))) mocha.addFile(join(__dirname, file));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => report({ ev: 'pass', title: test.fullTitle(), ms: test.duration }));
    runner.on('fail', (test, error) => report({ ev: 'fail', title: test.fullTitle(), error: String(error?.stack ?? error) }));
    runner.on('retry', (test, error) => report({ ev: 'retry', title: test.fullTitle(), error: String(error?.stack ?? error) }));
    runner.on('pending', (test) => report({ ev: 'skip', title: test.fullTitle() }));
    runner.on('end', () => report({ ev: 'end' }));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

function report(event: object): void {
  const file = process.env['HUASHU_TEST_RESULTS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(event)}\n`);
}
