import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';

const read = (file: string): string => readFileSync(file, 'utf8');
const readStrings = (file: string): Readonly<Record<string, string>> => JSON.parse(read(file));
const keysOf = (file: string): string[] => Object.keys(readStrings(file)).sort();
const manifest: { readonly icon: string; readonly l10n: string; readonly contributes: unknown } = JSON.parse(read('package.json'));

/** Every string of a JSON value, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [read(path)];
  });
}

const numbers = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe('manifest', () => {
  const english = readStrings('package.nls.json');

  it('uses each string of package.nls.json, and none that is not there', () => {
    const used = strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
  });

  for (const language of ['zh-cn', 'zh-tw']) {
    it(`says all of it in ${language}`, () => {
      const translated = readStrings(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      const proper = ['command.createConfig'];
      for (const [key, text] of Object.entries(translated)) assert.ok(proper.includes(key) || text !== english[key], key);
    });
  }

  it('names files that exist', () => {
    const files = strings([manifest.icon, manifest.l10n, manifest.contributes]).filter((text) =>
      /^\.?\/?(icons|syntaxes|snippets|l10n|language-configuration)\b/.test(text),
    );
    assert.ok(files.length >= 8);
    for (const file of files) assert.ok(existsSync(file), file);
  });
});

describe('strings of the client', () => {
  const used = sources('client/src').flatMap((text) =>
    [...text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? ''),
  );

  for (const language of ['zh-cn', 'zh-tw']) {
    const file = `l10n/bundle.l10n.${language}.json`;
    it(`are all in ${language}, and no others`, () => assert.deepEqual(keysOf(file), [...new Set(used)].sort()));
    it(`keep their gaps in ${language}`, () => {
      for (const [key, text] of Object.entries(readStrings(file))) assert.deepEqual(numbers(text), numbers(key), key);
    });
  }
});
