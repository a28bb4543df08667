import type { CodeRule } from './registry.ts';

export const flatRefusal: CodeRule = (meta) => ({
  scope: 'utterance',
  meta,
  wakes: ['flat-refusal/refusal'],
  *check(speech) {
    for (const match of speech.find('flat-refusal/refusal')) yield { span: match.span };
  },
});
