import fs from 'node:fs';

/**
 * Prints what the suite wrote to its results file and says whether all is well. The exit code of an editor alone is
 * not enough: it is 0 too when the extension host dies or no test ran. So an `end` event and a pass are demanded.
 */
export function judge(code, file, errors = []) {
  const events = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(parse) : [];
  for (const event of events) console.log(...line(event));
  const count = (...kinds) => events.filter((event) => kinds.includes(event.ev)).length;
  const failed = count('fail', 'skip');
  const ended = count('end') === 1;
  if (!ended)
    console.error(
      ['  the suite did not run to its end; see .vscode-test/*.log', ...errors.slice(-5).map((error) => error.split('\n')[0])].join('\n  '),
    );
  console.log(`  ${count('pass')} passed, ${failed} failed${code === 0 ? '' : `, the editor said ${code}`}`);
  return code === 0 && ended && failed === 0 && count('pass') > 0;
}

const parse = (text) => JSON.parse(text);

function line(event) {
  if (event.ev === 'pass') return [`  ok    ${event.title} (${event.ms} ms)`];
  if (event.ev === 'retry') return [`  again ${event.title}\n${event.error.replace(/^/gm, '        ')}`];
  if (event.ev === 'fail') return [`  FAIL  ${event.title}\n${event.error.replace(/^/gm, '        ')}`];
  return event.ev === 'skip' ? [`  FAIL  ${event.title}: skipped`] : [''];
}
