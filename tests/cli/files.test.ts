import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lineIndex } from '../../server/src/core/index.ts';
import { decode, decodeLarge, type Encoding } from '../../server/src/host/decode.ts';
import { encode } from '../../server/src/host/encode.ts';
import { inFolder, inProcess } from './hosts.ts';

const NOISY = '旁白:你好\r\n客服:請您稍等,服務(wù)中心會今天處理您的問題。\r\n';
const MENDED = NOISY.replace('(wù)', '');

describe('encodings', () => {
  const writable = {
    'utf-8': NOISY,
    'utf-8-bom': NOISY,
    'utf-16le': NOISY,
    'utf-16be': NOISY,
    gb18030: NOISY,
    big5: MENDED.replace('户', '戶'),
  } as const;
  for (const [encoding, text] of Object.entries(writable) as [Encoding, string][]) {
    it(`${encoding} is recognised and written back`, () => {
      const bytes = encode(text, encoding)!;
      assert.deepEqual(decode(bytes), { text, encoding });
    });
  }

  it('a fix keeps encoding, mark and line ends', async () => {
    for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
      await inFolder({ 'a.huashu': encode(NOISY, encoding)! }, async (folder) => {
        const { code, stderr } = await inProcess(folder, { argv: ['fix'] });
        assert.deepEqual([code, stderr], [0, '']);
        assert.deepEqual(new Uint8Array(readFileSync(join(folder, 'a.huashu'))), encode(MENDED, encoding)!, encoding);
      });
    }
  });

  it('lone CRs are kept', () =>
    inFolder({ 'a.huashu': NOISY.replaceAll('\r\n', '\r') }, async (folder) => {
      await inProcess(folder, { argv: ['fix'] });
      assert.equal(readFileSync(join(folder, 'a.huashu'), 'utf8'), MENDED.replaceAll('\r\n', '\r'));
    }));

  it('what is UTF-8 is never taken for anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = text.replaceAll('\0', '').replace(/^\ufeff/u, '');
        const decoded = decode(new TextEncoder().encode(clean));
        assert.deepEqual(decoded, { text: clean, encoding: 'utf-8' });
      }),
      { numRuns: 500 },
    );
  });

  it('a large file read in pieces gives what it gives whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.integer({ min: 1, max: 7 }), fc.boolean(), (text, size, marked) => {
        const bytes = new TextEncoder().encode((marked ? '\ufeff' : '') + text);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
        const whole = decode(bytes);
        assert.deepEqual(decodeLarge(pieces), 'text' in whole ? whole : undefined);
      }),
    );
    assert.equal(decodeLarge([Uint8Array.of(0xe6, 0x88)]), undefined);
  });

  it('every character of GB18030 comes back', () => {
    let all = '';
    for (let point = 0x80; point < 0x30000; point++)
      if ((point < 0xd800 || point > 0xf8ff) && point % 7 === 0) all += String.fromCodePoint(point);
    const bytes = encode(all, 'gb18030')!;
    assert.equal(new TextDecoder('gb18030', { fatal: true }).decode(bytes), all);
  });

  it('damaged UTF-8 is an error and no mojibake, wherever it is cut', () => {
    const bytes = new TextEncoder().encode(NOISY);
    for (let cut = 1; cut < bytes.length; cut++) {
      const decoded = decode(bytes.subarray(0, cut));
      assert.ok('why' in decoded || decoded.encoding === 'utf-8', `cut at ${cut}`);
    }
  });

  it('a character that an encoding lacks is not replaced by another', () => {
    assert.equal(encode('们', 'big5'), undefined);
    assert.equal(encode('你们😀', 'gb18030')?.length, 8);
  });
});

describe('ranges', () => {
  const part = fc.oneof(
    fc.constantFrom('不能', '無(wú)法', '是的,但是', '我已经说过了', '😀', '👨‍👩‍👧', '\u200b', '{姓氏}', '“不行”', ' ', ',', '。', 'x'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  const turn = fc
    .tuple(fc.constantFrom('客服:', '客户:', '- ', '# ', '', '// ', '  '), fc.array(part, { maxLength: 6 }))
    .map(([head, parts]) => head + parts.join(''));
  const script = fc
    .tuple(fc.array(turn, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
    .map(([lines, end, mark]) => (mark ? '\ufeff' : '') + lines.join(end));

  it('of JSON slice back to the text, in lines and in offsets', () =>
    inFolder({}, (folder) =>
      fc.assert(
        fc.asyncProperty(script, async (source) => {
          const ran = await inProcess(folder, {
            argv: ['lint', '--stdin', '--format', 'json', '--fail-on', 'never', '--min-severity', 'hint'],
            stdin: source,
          });
          if (source.includes('\0')) return;
          assert.equal(ran.code, 0, ran.stderr);
          const text = source.replace(/^\ufeff/u, '');
          const lines = lineIndex(text);
          for (const { range, text: words } of (JSON.parse(ran.stdout) as { files: { findings: Found[] }[] }).files[0]!.findings) {
            assert.equal(text.slice(range.start.offset, range.end.offset), words);
            for (const { line, column, offset } of [range.start, range.end]) assert.equal(lines.lineStart(line - 1) + column - 1, offset);
          }
        }),
        { numRuns: 150 },
      ),
    ));

  interface Place {
    readonly line: number;
    readonly column: number;
    readonly offset: number;
  }
  interface Found {
    readonly range: { readonly start: Place; readonly end: Place };
    readonly text: string;
  }
});

describe('an ignore file', () => {
  const lines = ['# 说明', '客服/', '!客服/', '归档客服/', 'x'.repeat(1_000_000), 'drafts/'];
  const ways: Readonly<Record<string, Uint8Array>> = {
    LF: encode(lines.join('\n'), 'utf-8')!,
    'CRLF and a mark': encode(lines.join('\r\n'), 'utf-8-bom')!,
    CR: encode(lines.join('\r'), 'utf-8')!,
    'UTF-16': encode(lines.join('\r\n'), 'utf-16le')!,
    GB18030: encode(lines.join('\r\n'), 'gb18030')!,
    'bytes that are no text': Uint8Array.from([
      ...encode('客服/\n!客服/\n归档客服/\n', 'utf-8')!,
      0xff,
      10,
      ...encode('drafts/', 'utf-8')!,
    ]),
  };
  for (const [name, bytes] of Object.entries(ways)) {
    it(`with ${name} counts`, async () => {
      const script = '客服:您好,请问有什么可以帮您?\n';
      const files = { '.huashuignore': bytes, '客服/a.huashu': script, '归档客服/a.huashu': script, 'drafts/a.huashu': script };
      await inFolder(files, async (folder) => {
        const { stdout } = await inProcess(folder, { argv: ['lint', '--format', 'ndjson'] });
        assert.deepEqual(stdout.match(/"path":"[^"]*"/gu), ['"path":"客服/a.huashu"']);
      });
    });
  }
});

describe('a glob that nobody has expanded', () => {
  const GREETING = '客服:您好,请问有什么可以帮您?\n';
  const paths = ['下载(1)/a.huashu', '下载(1)/b/c.huashu', '{x}/d.huashu', 'e(1).huashu'];
  const table: Readonly<Record<string, readonly string[]>> = {
    '下载(1)/*.huashu': ['下载(1)/a.huashu'],
    './下载(1)/**': ['下载(1)/a.huashu', '下载(1)/b/c.huashu'],
    '{x}/*': ['{x}/d.huashu'],
    '*(1).huashu': ['e(1).huashu'],
    '{下载(1),{x}}/*.huashu': ['下载(1)/a.huashu', '{x}/d.huashu'],
    '**/[cd].huashu': ['{x}/d.huashu', '下载(1)/b/c.huashu'],
  };
  for (const [glob, expected] of Object.entries(table)) {
    it(`${glob} takes in what it says`, () =>
      inFolder({ ...Object.fromEntries(paths.map((path) => [path, GREETING])), 'packs(1)/a.yaml': 'pack: p\n' }, async (folder) => {
        const { stdout } = await inProcess(folder, { argv: ['lint', glob, '--format', 'ndjson'] });
        const found = stdout
          .split('\n')
          .slice(0, -1)
          .map((line) => (JSON.parse(line) as { path: string }).path);
        assert.deepEqual(found.sort(), [...expected].sort());
        const tested = await inProcess(folder, { argv: ['test', 'packs(1)/*.yaml'] });
        assert.match(tested.stdout, /packs\(1\)\/a\.yaml/u);
      }));
  }
});
