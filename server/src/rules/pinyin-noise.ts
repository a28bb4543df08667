import { mayHoldPinyin, pinyinNoise } from '../text/normalise.ts';
import type { CodeRule } from './registry.ts';

/** Says how a name is read, and so belongs there: 姓仇(qiú), 单(shàn)女士. */
const READING_BEFORE = /(?:姓|叫|[读讀]作?|念作?|音)[\u3400-\u9fff]{1,2}$/u;
const TITLE_BEHIND = /^(?:先生|女士|小姐|老[师師]|[经經]理)/u;

export const pinyinNoiseRule: CodeRule = (meta) => ({
  scope: 'typing',
  meta,
  mayApply: mayHoldPinyin,
  *check(text) {
    for (const noise of text.matchAll(pinyinNoise())) {
      const span = { start: noise.index, end: noise.index + noise[0].length };
      if (READING_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start)) || TITLE_BEHIND.test(text.slice(span.end, span.end + 2)))
        continue;
      yield { span, replacement: '' };
    }
  },
});
