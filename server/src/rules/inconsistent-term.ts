import type { LintSettings } from '../engine/lintSettings.ts';
import type { TypingReport } from '../engine/rule.ts';
import { languageOf } from '../engine/wording.ts';
import { fold } from '../text/fold.ts';
import { isNoisy, normalise, toOriginal } from '../text/normalise.ts';
import { loosely } from './knowledge/looseWords.ts';
import type { CodeRule } from './registry.ts';

/** Terms made ready for finding. */
interface Terms {
  /** Matches wherever a word to be replaced may stand, whatever the script. */
  readonly loose: RegExp;
  /** By folded word, longest first: what is preferred, and how the word is written where only that tells the two apart. */
  readonly words: readonly { readonly folded: string; readonly preferred: string; readonly spelling: string | undefined }[];
  readonly pattern: RegExp;
}

export const inconsistentTerm: CodeRule = (meta) => {
  const made = new WeakMap<object, Terms>();
  const termsOf = ({ declared, reading }: LintSettings): Terms => {
    const key = declared.terms!;
    const terms = made.get(key) ?? termsFrom(key, reading.lexicon.folds);
    made.set(key, terms);
    return terms;
  };
  return {
    scope: 'typing',
    meta,
    mayApply: (source, settings) =>
      settings.declared.terms !== undefined &&
      termsOf(settings).words.length > 0 &&
      (termsOf(settings).loose.test(source) || isNoisy(source)),
    *check(text, settings) {
      const terms = termsOf(settings);
      if (!terms.loose.test(text) && !isNoisy(text)) return;
      const { folds } = settings.reading.lexicon;
      const normal = normalise(folds, text);
      for (const found of normal.text.matchAll(terms.pattern)) {
        const span = toOriginal(normal, { start: found.index, end: found.index + found[0].length });
        const written = text.slice(span.start, span.end);
        const term = terms.words.find(({ folded, spelling }) => folded === found[0] && (spelling === undefined || spelling === written));
        if (!term || term.preferred === written) continue;
        yield { span, data: { preferred: term.preferred }, ...replaced(term.preferred, text, settings) };
      }
    },
  };
};

/** The preferred word in the script of the text; none where it is known in the other script alone. */
function replaced(preferred: string, text: string, { reading: { lexicon, lang } }: LintSettings): Pick<TypingReport, 'suggestions'> {
  const simplified = simplifiedOf(preferred, lexicon.folds);
  if (languageOf(text, lang) !== 'zh-Hant') return { suggestions: [simplified] };
  return simplified === preferred && [...preferred].some((char) => isSimplified(char, lexicon.folds)) ? {} : { suggestions: [preferred] };
}

function simplifiedOf(word: string, folds: Uint16Array): string {
  return word.replace(/[\u3400-\u9fff]/gu, (char) => fold(folds, char));
}

/** True for a character that stands for another one in traditional script. */
function isSimplified(char: string, folds: Uint16Array): boolean {
  const unit = char.charCodeAt(0);
  if (unit < 0x3400 || unit > 0x9fff) return false;
  for (let other = 0x3400; other <= 0x9fff; other++) if (other !== unit && folds[other] === unit) return true;
  return false;
}

/** A preferred word is looked for too, so that a word to be replaced is not found inside it. */
function termsFrom(table: Readonly<Record<string, readonly string[]>>, folds: Uint16Array): Terms {
  const words = Object.entries(table).flatMap(([preferred, others]) =>
    others
      .map((word) => ({ word, folded: normalise(folds, word).text.trim() }))
      .filter(({ word, folded }) => folded !== '' && word !== preferred)
      .map(({ word, folded }) => ({ folded, preferred, spelling: folded === fold(folds, preferred) ? word : undefined })),
  );
  const all = [...new Set([...words.map(({ folded }) => folded), ...Object.keys(table).map((word) => fold(folds, word))])];
  all.sort((a, b) => b.length - a.length);
  return {
    words,
    loose: loosely(
      words.map(({ folded }) => folded),
      folds,
    ),
    pattern: new RegExp(all.map(whole).join('|') || '(?!)', 'gu'),
  };
}

/** Latin words are found whole. */
function whole(word: string): string {
  const source = word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return `${/^\w/u.test(word) ? '(?<![a-z0-9_])' : ''}${source}${/\w$/u.test(word) ? '(?![a-z0-9_])' : ''}`;
}
