import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fold, ordinaryCharacter } from '../../server/src/text/fold.ts';
import { LineCursor } from '../../server/src/text/lineCursor.ts';
import { lineIndex } from '../../server/src/text/lineIndex.ts';
import { type MappedText, MappedTextBuilder, sourceEdit, sourceExtent, toDecoded, toSource } from '../../server/src/text/mappedText.ts';
import { nextIndex } from '../../server/src/text/nextIndex.ts';
import { normalise, toOriginal } from '../../server/src/text/normalise.ts';
import { folds } from '../support/conversation.ts';
import { runs } from '../support/runs.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'B', '\n', '\r', '\r\n', '我', '們', '\uff0c', '😀', '\ud83d', '\u200b', '(w\u00f9)', '務', '"', ' '),
  maxLength: 40,
  size: 'max',
});

describe('folding', () => {
  const pairs: Readonly<Record<string, string>> = {
    無法: '无法',
    '\uff21\uff22\uff43\uff11': 'abc1',
    '\uff0c\uff1f\uff01\uff1a\uff1b\uff08\uff09': ',?!:;()',
    '。、…\uff5e': '。、…~',
    '\u201c好\u201d\u2018嗎\u2019': '"好"\'吗\'',
    '\u3000\u00a0': '  ',
    '\uf9dc\u2f00': '隆一',
    請問您貴姓: '请问您贵姓',
  };
  for (const [written, folded] of Object.entries(pairs)) {
    it(`${written} is ${folded}`, () => assert.equal(fold(folds, written), folded));
  }

  it('keeps the length, and folds no further the second time', () => {
    for (let unit = 0; unit < 65536; unit++) assert.equal(folds[folds[unit]!], folds[unit], unit.toString(16));
    fc.assert(
      fc.property(text, (any) => fold(folds, any).length === any.length),
      { numRuns: runs(200) },
    );
  });

  it('folds a stretch as it folds the whole', () => {
    const long = '無法a'.repeat(5000);
    assert.equal(fold(folds, long, 4000, 9000), fold(folds, long).slice(4000, 9000));
  });

  it('knows the ordinary character for a compatibility one, and leaves the twelve unified ones', () => {
    assert.equal(ordinaryCharacter('\uf9dc'), '隆');
    assert.equal(ordinaryCharacter('\u2f00'), '一');
    assert.equal(ordinaryCharacter('一'), undefined);
    for (const unified of '\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29')
      assert.equal(ordinaryCharacter(unified), undefined);
  });
});

describe('lines', () => {
  it('end at LF, CRLF and a lone CR, for the index and the cursor alike', () => {
    fc.assert(
      fc.property(text, (any) => {
        const naive = any.split(/\r\n|\n|\r/u);
        const index = lineIndex(any);
        assert.equal(index.lineCount, naive.length);
        assert.deepEqual(
          naive.map((_, i) => any.slice(index.lineStart(i), index.lineEnd(i))),
          naive,
        );
        const walked: string[] = [];
        for (const cursor = new LineCursor(any, 0); cursor.next(); ) walked.push(any.slice(cursor.start, cursor.end));
        assert.deepEqual(walked, naive.at(-1) === '' ? naive.slice(0, -1) : naive);
      }),
      { numRuns: runs(300) },
    );
  });

  it('take every offset to a place and back', () => {
    fc.assert(
      fc.property(text, (any) => {
        const index = lineIndex(any);
        for (let offset = 0; offset <= any.length; offset++) {
          if (any[offset - 1] === '\r' && any[offset] === '\n') continue;
          assert.equal(index.offsetAt(index.placeAt(offset)), offset);
        }
        assert.equal(index.offsetAt({ line: 999, column: 0 }), any.length);
        assert.equal(index.placeAt(-5).line, 0);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the next place of a word', () => {
  it('is what searching anew finds, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 }), fc.array(fc.nat(32)), (any, asked) => {
        const next = nextIndex(any, 'ab');
        for (const from of asked) {
          const found = any.indexOf('ab', from);
          assert.equal(next(from), found < 0 ? Number.POSITIVE_INFINITY : found);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('the normal view', () => {
  it('brings words together over pinyin and invisible units, and leads back to them', () => {
    const written = '我們無(wú)\u200b法退';
    const normal = normalise(folds, written);
    assert.equal(normal.text, '我们无法退');
    assert.deepEqual(toOriginal(normal, { start: 2, end: 4 }), { start: 2, end: 9 });
    assert.equal(written.slice(2, 9), '無(wú)\u200b法');
  });

  it('has one space where spaces stand side by side', () => {
    const normal = normalise(folds, 'You  must   wait');
    assert.equal(normal.text, 'you must wait');
    assert.deepEqual(toOriginal(normal, { start: 0, end: 8 }), { start: 0, end: 9 });
  });

  const hurried: readonly (readonly [written: string, normal: string])[] = [
    ['we cant do that, thats it', "we can't do that, that's it"],
    ['Youre right, Im sorry', "you're right, i'm sorry"],
    ['you didnt and they havent', "you didn't and they haven't"],
    ['I want the account, the plant and Ms Im', 'i want the account, the plant and ms im'],
    ['Itll come, its not late, its place is there and Ill call', "it'll come, it's not late, its place is there and i'll call"],
    ['这个我不清楚……', '这个我不清楚。。'],
    ['嗯……好', '嗯……好'],
    ['we were ill and well', 'we were ill and well'],
    ['sorry - we are full', 'sorry, we are full'],
    ['the 9 - 5 shift, a well-known one', 'the 9 - 5 shift, a well-known one'],
    ['不好意思 这个退不了', '不好意思,这个退不了'],
    ['我们 的 服务 很 好,张 三', '我们 的 服务 很 好,张 三'],
    ['您一定要来 看看我们的新馆,您不是说要靠窗 吗', '您一定要来 看看我们的新馆,您不是说要靠窗 吗'],
    ['您好.这个退不了.', '您好。这个退不了。'],
    ['好的...3.5折,见a.b和(农家院.渔家)', '好的...3.5折,见a.b和(农家院.渔家)'],
    ['买 iPhone 手机', '买 iphone 手机'],
  ];
  for (const [written, expected] of hurried) it(`${written} is ${expected}`, () => assert.equal(normalise(folds, written).text, expected));

  it('leads words that were put with care back to what was written', () => {
    const written = 'Sorry - we cant.';
    const normal = normalise(folds, written);
    const { start, end } = toOriginal(normal, { start: normal.text.indexOf("can't"), end: normal.text.indexOf("can't") + 5 });
    assert.equal(written.slice(start, end), 'cant');
  });

  it('leads every unit back to the unit it is the fold of', () => {
    fc.assert(
      fc.property(text, (any) => {
        const normal = normalise(folds, any);
        for (let at = 0; at < normal.text.length; at++) {
          const { start, end } = toOriginal(normal, { start: at, end: at + 1 });
          assert.equal(end, start + 1);
          assert.equal(fold(folds, any.slice(start, end)).replace(' ', normal.text[at] === ',' ? ',' : ' '), normal.text[at]);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('mapped text', () => {
  /** `x` stands for itself, `<y>` is an escape for Y, `*` is markup. */
  const mapped = fc.array(fc.constantFrom('x', '<y>', '*'), { minLength: 1, maxLength: 12 }).map((parts) => {
    const source = `>>${parts.join('')}`;
    const builder = new MappedTextBuilder();
    let at = 2;
    for (const part of parts) {
      if (part === 'x') builder.linear(source, at, at + 1);
      else if (part === '<y>') builder.escape('Y', at, at + 3);
      at += part.length;
    }
    return { source, parts, body: builder.build(2) };
  });
  const decode = (source: string): string => source.replaceAll('*', '').replaceAll('<y>', 'Y');

  it('puts every stretch where it was written, whole escapes and all', () => {
    fc.assert(
      fc.property(mapped, fc.nat(11), fc.nat(11), ({ source, body }, a, b) => {
        const start = Math.min(a, b, body.text.length);
        const end = Math.min(Math.max(a, b), body.text.length);
        const span = toSource(body, { start, end });
        assert.equal(decode(source.slice(span.start, span.end)), body.text.slice(start, end));
        if (start < end) assert.equal(toDecoded(body, span.start), start);
      }),
      { numRuns: runs(300) },
    );
  });

  it('writes back where no markup is crossed, and nowhere else', () => {
    fc.assert(
      fc.property(mapped, fc.nat(11), fc.nat(11), ({ source, body }, a, b) => {
        const start = Math.min(a, b, body.text.length);
        const end = Math.min(Math.max(a, b), body.text.length);
        const edit = sourceEdit(body, { start, end }, 'N');
        const { start: from, end: to } = toSource(body, { start, end });
        if (!edit) assert.ok(source.slice(from, to).includes('*'));
        else {
          assert.ok(start === end || !source.slice(edit.span.start, edit.span.end).includes('*'));
          const after = decode(source.slice(2, edit.span.start) + edit.text + source.slice(edit.span.end));
          assert.equal(after, `${body.text.slice(0, start)}N${body.text.slice(end)}`);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('needs no map for words in one run', () => {
    const builder = new MappedTextBuilder();
    builder.linear('客服:您好', 3, 4);
    builder.linear('客服:您好', 4, 5);
    const body: MappedText = builder.build(0);
    assert.deepEqual(body, { text: '您好', at: 3 });
    assert.deepEqual(sourceExtent(body), { start: 3, end: 5 });
  });

  it('writes in the notation of the place', () => {
    const body: MappedText = { text: 'a', at: 4, encode: (words) => words.toUpperCase() };
    assert.deepEqual(sourceEdit(body, { start: 0, end: 1 }, 'b'), { span: { start: 4, end: 5 }, text: 'B' });
  });
});
