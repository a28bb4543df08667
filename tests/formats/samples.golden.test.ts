import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { golden, read } from '../support/conversation.ts';
import { samples } from '../support/samples.ts';

/** What each sample was read as; HUASHU_UPDATE=1 writes it anew, to be looked over before it is committed. */
describe('a sample is read as', () => {
  for (const { path, format, text } of samples()) {
    const file = `tests/formats/golden/${path.slice('samples/'.length).replaceAll('/', '.')}.txt`;
    it(file, () => {
      const lines = `${golden(read(format, text), text).join('\n')}\n`;
      if (process.env['HUASHU_UPDATE']) writeFileSync(file, lines);
      assert.ok(existsSync(file), `${file} is missing: HUASHU_UPDATE=1 writes it`);
      assert.equal(lines, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
    });
  }
});
