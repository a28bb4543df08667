import { isDate } from '../text/date.ts';
import type { CodeRule } from './registry.ts';

export const expiredEntry: CodeRule = (meta) => ({
  scope: 'scene',
  meta,
  mayApply: ({ declared }) => declared.today !== undefined,
  *check({ directives }, { declared }) {
    for (const { name, value, valueSpan } of directives) {
      const date = value.normalize('NFKC').trim();
      if (name === 'until' && isDate(date) && date < declared.today!) yield { span: valueSpan, data: { date } };
    }
  },
});
