import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { trimEnd, trimStart } from './trim.ts';

/**
 * What a stretch refuses, told as plain news with neither stress nor particles, for an offer to stand behind; empty where it
 * says no to everything, or so that no offer can stand beside it.
 */
export function plainNo(speech: Speech, span: Span): string {
  const { text } = speech;
  const told = trimEnd(text, trimStart(text, span, OPENING), ENDING);
  const plain = text.slice(told.start, told.end);
  if (plain.length < SHORTEST || CLOSED.test(plain)) return '';
  const words = speech.words(told);
  if (speech.lang === 'en')
    return words
      .replace(NO_SUCH, 'there are no')
      .replace(STRESS_EN, '')
      .replace(/^[a-z]/u, (letter) => letter.toUpperCase());
  return words
    .replace(STRESS, '')
    .replace(WITHHELD, speech.lang === 'zh-Hant' ? '\u4e0d\u80fd' : '\u4e0d\u80fd')
    .replace(OUT_OF_QUESTION, speech.lang === 'zh-Hant' ? '\u76ee\u524d\u8fa6\u4e0d\u4e86' : '\u76ee\u524d\u529e\u4e0d\u4e86')
    .replace(
      NOT_PAID,
      speech.lang === 'zh-Hant' ? '\u6211\u5011\u6c92\u8fa6\u6cd5\u8ce0\u4ed8' : '\u6211\u4eec\u6ca1\u529e\u6cd5\u8d54\u4ed8',
    )
    .replace(TURNED_DOWN, speech.lang === 'zh-Hant' ? '\u9019\u6b21\u6c92\u6709\u901a\u904e' : '\u8fd9\u6b21\u6ca1\u6709\u901a\u8fc7');
}

const SHORTEST = 3;
/** Normal text: what leads up to the news. */
const OPENING =
  /^(?:[\s,]|[^~]{1,24}~(?=不过|但|可是)|但是?呢?|不过|可是?|只是|然而|因此|所以|真的|实在|我们?(?:也|这边)?(?:确实|实在)(?=不|没|无)|(?:unfortunately|sorry|but|however|and|so|i'm afraid)\b)+/u;
const ENDING =
  /(?:[\s,.。!~]|[呢哦喔哟呀啊啦哈耶吧嘛咯囉啰亲滴哒]|(?<=[了务能过])的|(?<![不退换改办修赔订补批查用装送寄取约加])了(?=[呢哦喔啊啦哈~亲\s]*$))+$/u;
const STRESS = /(?:请?恕(?=我|无|難|难)|請恕(?=我)|一律|一概|根本|绝对|絕對|完全|反正|统统|統統|就是(?=不)|肯定|万万|坚决)/gu;
/** "no refunds" as a sentence. */
const NO_SUCH = /^no(?= (?:[a-z]+ )?(?:refunds|exchanges|returns|changes|cancellations|discounts|transfers|extensions)\b)/iu;
const STRESS_EN = /\b(?:absolutely|simply|just|strictly|definitely) (?=not?\b|can't|cannot|don't|won't|isn't)/gu;
/** 不给退, 不准换 → 不能. */
const WITHHELD = /不(?:给|給|准|准许|許|许|让|讓)(?=[退换換改办辦修赔賠订訂补補查用装裝送寄取约約加])/gu;
const OUT_OF_QUESTION = /(?:的[话話][\uff0c,]?)?不在(?:我[们們])?(?:的)?考[虑慮][范範][围圍](?:之)?[内內]$/u;
const NOT_PAID = /^我[们們]不[赔賠]$/u;
const TURNED_DOWN = /(?:不予(?:受理|批准|通过|通過|核准)|批不下(?:来|來)|(?:审|審)(?:批|核)?不(?:过|過|通过|通過))(?:了)?$/u;
/** Normal text: nothing at all can be done, or the customer is sent off. */
const CLOSED =
  /^(?:不行|不可以|不能|没办法|办不了|做不到)|无能为力|爱莫能助|帮不(?:了|上)|没(?:什么|有什么|有任何|任何)?办法了?$|没有办法了?$|没(?:有)?(?:权力|权限)|没辙|[我这]?们?个?我?们?做不到|破例|通融|一点办法|都不行|没能帮|遗憾|顾不上|做不了主|^我们?也|不可能|免谈|想都|没门|休想|别想|没(?:得)?商量|不归|不负责|不管|不关|无关|责任|自己|活该|规定|规矩|制度|政策|谁|怎么|凭什么|什么|要么|只能这样|就这样|都是(?:一样|这样)|不予理|拒绝|别再|不用再|[?？]|\b(?:nothing|no way(?! to)|out of the question|hands are tied|not (?:my|our)|never|impossible|period|end of story|policy|policies|rules?|guidelines?|help you|that's (?:it|that|final|all)|full stop|why|what|you (?:should|must|need)|your (?:own )?(?:fault|problem)|tough|forget|happen)\b|^(?:no|nope)\b(?! (?:[a-z]+ )?(?:refunds|exchanges|returns|changes|cancellations|discounts|transfers|extensions)\b)|^(?:sorry|no),? (?:no|can't)\b|^(?:i|we) (?:can't|cannot|won't|can not)(?: do (?:that|it|this))?$/u;
