import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { encode } from '../../server/src/host/encode.ts';
import { CLI, inFolder, inProcess } from './hosts.ts';

const NOISY = '旁白:你好\r\n客服:請您稍等,服務(wù)中心會今天處理您的問題。\r\n';
const MENDED = NOISY.replace('(wù)', '');

describe('writing', () => {
  const posix = process.platform !== 'win32';

  it('keeps the mode, follows a link, and leaves nothing beside the file', () => {
    if (!posix) return;
    return inFolder({ 'real/a.huashu': NOISY }, async (folder) => {
      const real = join(folder, 'real/a.huashu');
      chmodSync(real, 0o640);
      mkdirSync(join(folder, 'kb'));
      symlinkSync(real, join(folder, 'kb/link.huashu'));
      await inProcess(folder, { argv: ['fix', 'kb'] });
      assert.equal(readFileSync(real, 'utf8'), MENDED);
      assert.equal(statSync(real).mode & 0o777, 0o640);
      assert.ok(lstatSync(join(folder, 'kb/link.huashu')).isSymbolicLink());
      assert.deepEqual(readdirSync(join(folder, 'real')), ['a.huashu']);
    });
  });

  it('of what came on standard input is in the encoding it came in', () =>
    inFolder({}, (folder) => {
      const child = spawn(process.execPath, [CLI, 'fix', '--stdin'], { cwd: folder });
      const out: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.resume();
      child.stdin.end(encode(NOISY, 'utf-16be'));
      return new Promise<void>((done) => {
        child.on('close', () => {
          assert.deepEqual(Buffer.concat(out), Buffer.from(encode(MENDED, 'utf-16be')!));
          done();
        });
      });
    }));

  it('goes by a name that fits, however long that of the file', () => {
    const long = `${'a'.repeat(240)}.huashu`;
    return inFolder({ [long]: NOISY }, async (folder) => {
      const { stderr } = await inProcess(folder, { argv: ['fix'] });
      assert.deepEqual([stderr, readFileSync(join(folder, long), 'utf8'), readdirSync(folder)], ['', MENDED, [long]]);
    });
  });

  it('leaves a file alone that may not be written, whatever its folder allows', () => {
    if (!posix || process.getuid?.() === 0) return undefined; // Root writes everything.
    return inFolder({ 'a.huashu': NOISY }, async (folder) => {
      chmodSync(join(folder, 'a.huashu'), 0o444);
      const { code, stderr } = await inProcess(folder, { argv: ['fix'] });
      assert.deepEqual([code, stderr], [2, 'huashu: a.huashu: cannot be written (permission denied).\n']);
      assert.equal(readFileSync(join(folder, 'a.huashu'), 'utf8'), NOISY);
    });
  });

  it('says so where standard output takes no more', () => {
    if (!existsSync('/dev/full')) return undefined;
    return inFolder({ 'a.huashu': NOISY }, (folder) => {
      const child = spawn('sh', ['-c', '"$0" "$1" lint --locale en > /dev/full', process.execPath, CLI], {
        cwd: folder,
        env: { ...process.env, LC_ALL: 'C' },
      });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      return new Promise<void>((done) => {
        child.on('close', (code) => {
          assert.deepEqual([code, err], [2, 'huashu: standard output: cannot be written (the disk is full).\n']);
          done();
        });
      });
    });
  });

  it('does not touch a file in which there is nothing to fix', () =>
    inFolder({ 'a.huashu': MENDED }, async (folder) => {
      const { ino, mtimeMs } = statSync(join(folder, 'a.huashu'));
      await inProcess(folder, { argv: ['fix'] });
      const after = statSync(join(folder, 'a.huashu'));
      assert.deepEqual([after.ino, after.mtimeMs], [ino, mtimeMs]);
    }));

  it('a link that leads back, or nowhere but to itself, does not trap a walk', () => {
    if (!posix) return;
    return inFolder({ 'kb/a.huashu': MENDED }, async (folder) => {
      symlinkSync(folder, join(folder, 'kb/loop'));
      for (const name of ['b.huashu', 'huashu.yaml']) symlinkSync(name, join(folder, 'kb', name));
      const { code, stdout, stderr } = await inProcess(folder, { argv: ['lint', '--format', 'ndjson'] });
      assert.deepEqual([code, stdout.trimEnd().split('\n').length, stderr], [0, 1, '']);
    });
  });

  it('ends quietly when whoever reads has gone', () => {
    if (!posix) return;
    return inFolder({ 'a.huashu': '客服:我们不能退。\n'.repeat(4000) }, (folder) => {
      const child = spawn('sh', ['-c', '"$0" "$1" lint --format ndjson a.huashu a.huashu | head -c 10', process.execPath, CLI], {
        cwd: folder,
      });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      child.stdout.resume();
      return new Promise<void>((done) => {
        child.on('close', () => {
          assert.equal(err, '');
          done();
        });
      });
    });
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`${signal} in the middle of -o, even time and again, leaves the old report and nothing else`, () => {
      if (!posix) return;
      return inFolder({ 'out/report.ndjson': 'old\n' }, (folder) => {
        const many = Array.from({ length: 400 }, (_, i) => `f${i}.huashu`);
        for (const name of many) writeFileSync(join(folder, name), '客服:我们不能退。\n'.repeat(200));
        const child = spawn(process.execPath, [CLI, 'lint', '--format', 'ndjson', '-o', 'out/report.ndjson', '.'], { cwd: folder });
        let err = '';
        child.stderr.on('data', (chunk: Buffer) => {
          err += chunk.toString();
        });
        const watcher = watch(join(folder, 'out'), (_, name) => {
          if (name?.endsWith('.tmp')) for (let times = 0; times < 20; times++) child.kill(signal);
        });
        return new Promise<void>((done) => {
          child.on('close', (_, by) => {
            watcher.close();
            assert.deepEqual([by, err], [signal, '']);
            assert.deepEqual(readdirSync(join(folder, 'out')), ['report.ndjson']);
            assert.equal(readFileSync(join(folder, 'out/report.ndjson'), 'utf8'), 'old\n');
            done();
          });
        });
      });
    });
  }

  it('an unreadable file is an error, the others still linted', () => {
    if (!posix || process.getuid?.() === 0) {
      // Root reads everything: a name that is a broken link stands in.
      return inFolder({ 'a.huashu': MENDED }, async (folder) => {
        symlinkSync(join(folder, 'gone'), join(folder, 'b.huashu'));
        const { code, stderr, stdout } = await inProcess(folder, { argv: ['lint', 'b.huashu', 'a.huashu'] });
        assert.equal(code, 2);
        assert.match(stderr, /^huashu: b\.huashu: /u);
        assert.match(stdout, /1 file/u);
      });
    }
    return inFolder({ 'a.huashu': MENDED, 'b.huashu': MENDED }, async (folder) => {
      chmodSync(join(folder, 'b.huashu'), 0);
      const { code, stderr } = await inProcess(folder, { argv: ['lint'] });
      assert.equal(code, 2);
      assert.match(stderr, /^huashu: b\.huashu: cannot be read \(permission denied\)/u);
      assert.ok(existsSync(join(folder, 'a.huashu')));
    });
  });
});
