import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { seal, unseal } from '../../server/src/start/seal.ts';

describe('sealed code', () => {
  const source = Buffer.from('(() => 1)()');
  const compiled = Buffer.from('what the engine made of it');
  const sealed = seal(compiled, source);

  it('is taken with its source', () => {
    assert.ok(sealed);
    assert.deepEqual(unseal(sealed, source), compiled);
  });

  it('is passed over where it is damaged, cut or empty', () => {
    assert.ok(sealed);
    for (let at = 0; at < sealed.length; at++) {
      const damaged: Buffer = Buffer.from(sealed);
      damaged[at] = sealed[at]! ^ 1;
      assert.equal(unseal(damaged, source), undefined);
      assert.equal(unseal(sealed.subarray(0, at), source), undefined);
    }
  });

  it('is passed over beside another source of the same length', () => {
    assert.ok(sealed);
    assert.equal(unseal(sealed, Buffer.from('(() => 2)()')), undefined);
  });
});
