import type { CodeRule } from './registry.ts';

export const expiredEntry: CodeRule = (meta) => ({
  scope: 'scene',
  meta,
  mayApply: ({ declared }) => declared.today !== undefined,
  *check({ directives }, { declared }) {
    for (const { name, value, valueSpan } of directives) {
      const date = name === 'until' ? DATE.exec(value.normalize('NFKC').trim())?.[0] : undefined;
      if (date !== undefined && date < declared.today!) yield { span: valueSpan, data: { date } };
    }
  },
});

/** Dates in this notation sort as text. */
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
