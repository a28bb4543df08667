/*
 * How likely words are to turn up in service talk, roughly. Only the order it puts groups of literals in depends on it: what is
 * rare is looked for first, so that common words wake nothing by themselves.
 */

/** Characters an agent uses most, most frequent first. */
const COMMON_HAN =
  '的您我是好有一这了不可以请会为们在帮给到要还就也能看个下时间查问单款货退订情谢感况单元客户服务地址点天号大人上来去说让什么多没对用先再马联系麻烦处理后方便者发';
const COMMON_LATIN =
  'you the i to a is for your and it can that please in we be have of on will with would do this at my me what not get are if our as from no so just order help an or there but need know all any here been has'.split(
    ' ',
  );

/** About how often a character of text begins this literal (a stretch of folded text): between 0 and 1. */
export function chanceOf(literal: string): number {
  const words = literal.match(/[a-z']+/gu) ?? [];
  const others = literal.replace(/[a-z' ]+/gu, '');
  const latin = words.map(chanceOfWord).sort((a, b) => a - b);
  const first = latin.length > 0 ? latin[0]! * BEHIND ** (latin.length - 1) : 1;
  return [...others].reduce((chance, unit, i) => chance * chanceOfUnit(unit) * (i > 0 && unit > HAN ? TOGETHER : 1), first);
}

/** How likely one more word is where another stands. */
const BEHIND = 0.3;
/** How much likelier a character is where another stands that it makes a word with. */
const TOGETHER = 25;
const HAN = '\u2e80';

function chanceOfWord(word: string): number {
  const rank = COMMON_LATIN.indexOf(word);
  if (rank >= 0) return 0.01 / (1 + rank / 6);
  return [0.03, 0.03, 0.005, 0.001][word.length] ?? 0.0002;
}

function chanceOfUnit(unit: string): number {
  if (unit > HAN) {
    const rank = COMMON_HAN.indexOf(unit);
    return rank < 0 ? 0.0003 : 0.03 / (1 + rank / 6);
  }
  return /\d/u.test(unit) ? 0.008 : 0.03;
}
