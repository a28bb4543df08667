/** True when a clause, in English a sentence, says the opposite of what was claimed: a verb or a word of the claim with a no that was not there, or without the one that was. Over normal text. */
export function counters(said: string, claim: string): boolean {
  return /[\u4e00-\u9fff]/u.test(said) ? countersHan(said, claim) : countersLatin(said, claim);
}

function countersHan(said: string, claim: string): boolean {
  for (const clause of claim.split(/[,\u3002!;\n]/u)) {
    if (WISHED.test(clause) || FEARED.test(clause)) continue;
    const denied = DENIED.exec(clause)?.[1];
    if (denied !== undefined) {
      if (NOT.test(said) || HEDGED.test(said) || !/^(?:您好|不|可是|但是?|明明)*[您你]/u.test(said) || said.length > LONGEST) continue;
      const verb = denied[0]!;
      if (
        new RegExp(
          `(?:有|已经|明明|确实|就是|是)[^,]{0,2}${denied.slice(0, 2)}|(?<!没)有${verb}(?!${verb}|[^,]{0,2}(?:最|更|就|才|也|再|的话|可以|没关系|吗))(?:[^,]{0,4}$)|(?:${verb}|${denied.slice(0, 2)})过|^[您你](?:是)?${denied.slice(0, 2)}了$`,
          'u',
        ).test(said)
      )
        return true;
      continue;
    }
    const no = NO.exec(said)?.[1];
    if (no === undefined || NOT.test(clause)) continue;
    const word = no.slice(0, 2);
    if (word.length === 2 && !EMPTY.test(word) && clause.includes(word)) return true;
  }
  return false;
}

function countersLatin(said: string, claim: string): boolean {
  for (const sentence of claim.split(/[.!;\n]/u)) {
    if (WISHED_EN.test(sentence) || FEARED_EN.test(sentence)) continue;
    const isDenied = NOT_EN.test(sentence);
    if (isDenied && !OF_SELF.test(sentence)) continue;
    const pattern = isDenied ? CLAIMED_EN : NO_EN;
    const word = pattern
      .exec(said)
      ?.slice(1)
      .find((one) => one !== undefined);
    if (
      word !== undefined &&
      word.length > 2 &&
      !EMPTY_EN.test(word) &&
      (sentence.match(/[a-z]+/gu) ?? []).some((one) => stem(one) === stem(word))
    )
      return true;
  }
  return false;
}

/** A word without its ending, as far as that matters here. */
function stem(word: string): string {
  return word.replace(/(?:ll|l)?(?:ed|ing|s|e)$/u, '').slice(0, STEM);
}

const STEM = 5;
/** On condition that it was, and good that it was. */
const HEDGED = /最好|更好|的话|才[能可行]|也[能可行没]|就[能可好行]|再[^,]{1,3}/u;
/** A clause that says so in full says more than that. */
const LONGEST = 18;
/** What was not, of the customer. */
const DENIED =
  /(?:我|从来|根本|也)(?:们)?(?:从来|根本|可|就|也|都|真的?)*(?:没有?|未|从没)(?!带|有|问题|关系|办法|时间|想|注意|空)([\u4e00-\u9fff]{1,4})/u;
const NO = /(?:没有|不会|不是|并没|从没|没)(?!问题|关系|办法|错|想|注意)(?:有)?([\u4e00-\u9fff]{2,6})/u;
const NOT = /没|不|未|无/u;
const WISHED = /想|要|会不会|担心|怕|能|请|麻烦|如果|要是|吗|是不是|有没有|什么|怎么|可以|希望|应该/u;
/** A loss, and what one would like to have: who hears that it is not so hears good news. */
const FEARED =
  /丢|错过|赶不上|迟到?了|晚了|忘|过期|失效|作废|清零|关门|打烊|满了|没位|输|没有?(?:会员|优惠|余额|积分|券|资格|中|抽|选)|听说|看到|以为|据说/u;
/** Words that stand in any sentence. */
const EMPTY = /我们|[您你]的|[这那]个|一个|时候|今天|昨天|明天|系统|订单|任何|其他|收到|到了|[的了过]/u;
const NOT_EN = /\b(?:not|never|no|nobody|none|no ?one)\b|n't\b/u;
/** What one has not done oneself. */
const OF_SELF = /\b(?:i|we)(?:'m|'ve|'re|'d)?(?: [a-z]+)? ?(?:\bnever\b|\bnot\b|[a-z]+n't\b)/u;
const WISHED_EN = /\b(?:want|like|need|hope|can|could|would|please|worried|afraid|if|should|wondering|how|what)\b/u;
/** That it was. */
const CLAIMED_EN =
  /\b(?:you|we) did (?!n't|not|you)([a-z]+)|\byou were ([a-z]+)\b(?! by)|\byou(?:'ve| have) (?!not|n't)(?:already |definitely |certainly )?([a-z]+ed)\b/u;
/** That it was not. */
const NO_EN =
  /\b(?:you|we|he|she|they|the \w+|our \w+) (?:didn't|did not|never|haven't|have not|weren't|were not|hadn't) ([a-z]+)|\b(?:it|that|they|this|the \w+) (?:wasn't|weren't|isn't|was not|is not|aren't|were not) ([a-z]+)/u;
/** The same in English, and what was only heard or seen. */
const FEARED_EN =
  /\b(?:(?:site|website|app|sign|email|text|friend|neighbou?r|everyone|somebody|someone|he|she|it|they) says?|cancell?ed|delayed|broken|broke|failed|rejected|declined|refused|lost|lose|missed|late|forgot\w*|gone|closed|expired|sold out|full|over|banned|blocked|locked out|win|won|winn\w+|qualif\w+|pass(?:ed)?|told|heard|read|see|saw|thought|think|guess|looks?|seems?|assume)\b/u;
const EMPTY_EN =
  /^(?:good|right|there|here|still|one|given|have|been|the|get|got|need|want|like|our|your|that|this|able|going|just|really|very)$/u;
