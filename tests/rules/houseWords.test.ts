import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter, type HouseWords } from '../../server/src/core/index.ts';

const linter = createLinter();

/** Each finding of a rule as `words → first fix`. */
function found(rule: string, text: string, words: HouseWords, lang: 'zh-Hans' | 'zh-Hant' | 'en' = 'zh-Hans'): string[] {
  return linter
    .lint({ text, format: 'huashu' }, { lang, settings: words })
    .findings.filter((f) => f.rule === rule)
    .map((f) => `${text.slice(f.span.start, f.span.end)} \u2192 ${f.fixes()[0]?.edits[0]?.text ?? ''}`);
}

describe('jargon of the house', () => {
  const words: HouseWords = { jargon: { 盘古单: '服务记录', MSISDN: 'phone number' } };

  it('is reported with what config says instead, in either script', () => {
    assert.deepEqual(found('jargon', '- 盘古单已经建好了\u3002\n', words), ['盘古单 \u2192 服务记录']);
    assert.deepEqual(found('jargon', '- 盤古單已經建好了\u3002\n', words, 'zh-Hant'), ['盤古單 \u2192 服务记录']);
    assert.deepEqual(found('jargon', '- Please read me your msisdn.\n', words, 'en'), ['msisdn \u2192 phone number']);
  });

  it('is left alone where it is explained, and where config does not name it', () => {
    assert.deepEqual(found('jargon', '- 盘古单\uff08您这次的服务记录\uff09已经建好了\u3002\n', words), []);
    assert.deepEqual(found('jargon', '- 盘古单已经建好了\u3002\n', {}), []);
  });
});

describe('names of the house that no customer should hear', () => {
  const words: HouseWords = { disclosure: { terms: ['盘古', '天枢系统'], identity: '盘古客服中心' } };

  it('are reported, and the name we go by stands in for them', () => {
    assert.deepEqual(found('disclosure', '- 我在天枢系统里看到了\u3002\n', words), ['天枢系统 \u2192 系统']);
    assert.deepEqual(found('disclosure', '- 这里是盘古\u3002\n', words), ['盘古 \u2192 盘古客服中心']);
  });

  it('give way to that name only where they say who we are', () => {
    const ours: HouseWords = { disclosure: { terms: ['外包', '北辰系统'], identity: '星云客服中心' } };
    const table: readonly [string, string][] = [
      ['我们是外包团队', '外包 \u2192 我是星云客服中心的客服\u3002'],
      ['这件事由外包负责', '外包 \u2192 您的事情由我来跟进\uff0c我先看看现在可以怎么处理\u3002'],
      ['北辰系统里查不到您', '北辰系统 \u2192 系统'],
    ];
    for (const [said, offered] of table) assert.deepEqual(found('disclosure', `- ${said}\n`, ours), [offered]);
  });

  it('are left alone in the name we go by', () =>
    assert.deepEqual(found('disclosure', '- 您好\uff0c这里是盘古客服中心\u3002\n', words), []));

  it('let a team that is contracted out say who it speaks for', () =>
    assert.deepEqual(found('disclosure', '- 我们是外包公司的\u3002\n', words), ['我们是外包公司 \u2192 我是盘古客服中心的客服\u3002']));
});
