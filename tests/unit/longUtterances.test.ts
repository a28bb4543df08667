import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';
import { MappedTextBuilder, toSource } from '../../server/src/text/mappedText.ts';
import { piecesOf } from '../../server/src/text/pieces.ts';

const linter = createLinter();

describe('one utterance without end', () => {
  const units: Readonly<Record<string, string>> = {
    'of refusals': '不能。',
    'of refusals in English': "we can't ",
    'of buts': '是的,但是',
    'of every fault': '是的,但是我们不能,按照公司规定,难道',
    'of repetition': 'We will look into your problem again. ',
    'of open quotes': '“',
    'of pinyin': '无(wú)',
    'of compatibility ideographs': '\uf967能',
  };
  for (const [name, unit] of Object.entries(units)) {
    it(`${name} is linted in time that grows with its length`, () => {
      const text = `客服:${unit.repeat(60_000 / unit.length)}\n`;
      const start = performance.now();
      linter.lint({ text, format: 'huashu' }, {});
      assert.ok(performance.now() - start < 4_000);
    }).timeout(20_000);
  }

  it('of half a million open quotes is, too', () => {
    const start = performance.now();
    linter.lint({ text: `客服:${'“'.repeat(500_000)}\n`, format: 'huashu' }, {});
    assert.ok(performance.now() - start < 4_000);
  }).timeout(40_000);

  it('is as wrong at its end as at its beginning', () => {
    const text = `客服:${'您好,请问有什么可以帮您?'.repeat(400)}我们不能退。\n`;
    const found = linter.lint({ text, format: 'huashu' }, { only: ['flat-refusal'] }).findings;
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['不能'],
    );
  });

  it('is not reworded where it is wrong all over', () => {
    const start = performance.now();
    const { findings } = linter.lint({ text: `客服:${'不能。'.repeat(600)}\n`, format: 'huashu' }, {});
    assert.ok(findings.length > 100);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'flat-refusal').flatMap((finding) => finding.fixes()),
      [],
    );
    assert.ok(performance.now() - start < 4_000);
  }).timeout(20_000);
});

describe('turns that could be taken apart in many ways', () => {
  const said = ['a', 'A', '1', '一', ' ', '|', '谢谢您啊', '感谢感谢感', '我说了', '往上您先', "don't ", '？', '?!'];
  for (const unit of said) {
    it(`of ${JSON.stringify(unit)} are looked through in time that grows with their length`, () => {
      const long = unit.repeat(2_000 / unit.length);
      const turns = [
        `客户：${long}`,
        `客服：${long}，请问您的单号是多少？`,
        `客户：${long}？${long}`,
        `客服：您说的${long}我不能办。`,
        `客户：${long}！`,
        `客服：${long}。`,
      ];
      const start = performance.now();
      for (const { fixes } of linter.lint({ text: `${turns.join('\n')}\n`, format: 'huashu' }, {}).findings) fixes();
      assert.ok(performance.now() - start < 4_000);
    }).timeout(20_000);
  }
});

describe('a sentence of very many clauses', () => {
  it('is looked for places to part it in time that grows with its length', () => {
    const { findings } = linter.lint({ text: `客服：${'您的余额是500元，'.repeat(6_000)}\n`, format: 'huashu' }, {});
    const long = findings.filter(({ rule }) => rule === 'long-sentence');
    assert.ok(long.length > 0);
    for (const { fixes } of long) fixes();
  }).timeout(20_000);
});

describe('the pieces of a long text', () => {
  const parts = fc.array(fc.constantFrom('您好', '。', ',', 'word ', '😀', '&amp;', '*'), { minLength: 1200, maxLength: 4000 });

  it('are the text, and every unit keeps its place', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const source = all.join('');
        const builder = new MappedTextBuilder();
        let at = 0;
        for (const part of all) {
          if (part === '&amp;') builder.escape('&', at, at + part.length);
          else if (part !== '*') builder.linear(source, at, at + part.length);
          at += part.length;
        }
        const body = builder.build(0);
        let from = 0;
        for (const piece of piecesOf(body)) {
          assert.ok(piece.text.length > 0 && piece.text.length <= 2_000 && !/^\p{Surrogate}|\p{Surrogate}$/u.test(piece.text));
          for (const span of [
            { start: 0, end: 1 },
            { start: piece.text.length - 1, end: piece.text.length },
          ])
            assert.deepEqual(toSource(piece, span), toSource(body, { start: span.start + from, end: span.end + from }));
          assert.equal(body.text.slice(from, from + piece.text.length), piece.text);
          from += piece.text.length;
        }
        assert.equal(from, body.text.length);
      }),
      { numRuns: 30 },
    );
  });
});
