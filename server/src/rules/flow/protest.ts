/** What speaks for a protest, or against it, by weight: a protest needs several signs. */
type Sign = readonly [weight: number, sign: RegExp];

/** From this much on it is one, in Chinese and in English. */
const ENOUGH = 2;
const ENOUGH_EN = 2.5;
/** What an echo is worth: the words of the answer thrown back, with a question mark. */
const THROWN_BACK = 2;
const STUB = 1;

/** True when a customer throws an answer back, mocks it or will not have it, by many small signs of which no one would do; over normal text. */
export function protests(text: string, answer: string): boolean {
  const isChinese = /[\u4e00-\u9fff]/u.test(text);
  const { worth, rest } = echo(text, answer);
  let sum = worth;
  for (const [weight, sign] of isChinese ? SIGNS : SIGNS_EN) if (sign.test(rest)) sum += weight;
  return sum >= (isChinese ? ENOUGH : ENOUGH_EN);
}

/** How much of an echo the turn begins with, and what comes behind it. */
function echo(text: string, answer: string): { readonly worth: number; readonly rest: string } {
  const [stub, rest] = halves(text);
  if (stub === undefined || rest === undefined) return { worth: REDOUBLED.test(text) ? THROWN_BACK : 0, rest: text };
  if (ASKS.test(stub)) return { worth: 0, rest: text };
  if (TAKES.test(rest)) return { worth: 0, rest };
  return { worth: shares(stub, answer) ? THROWN_BACK : STUB, rest };
}

/** The stub that a turn begins with, up to its question mark, and the rest; nothing where there is none. */
function halves(text: string): readonly [string?, string?] {
  const from = BEFORE.exec(text)?.[0].length ?? 0;
  const at = text.indexOf('?', from);
  if (at < 0 || at - from > LONGEST) return [];
  const stub = text.slice(from, at);
  const rest = text.slice(at + 1).trim();
  return STUB_OF.test(stub) && stub.split(' ').length <= WORDS && rest.length > 1 ? [stub, rest] : [];
}

function shares(stub: string, answer: string): boolean {
  for (let i = 0; i + 1 < stub.length; i++)
    if (/^[\u4e00-\u9fff]{2}$/u.test(stub.slice(i, i + 2)) && answer.includes(stub.slice(i, i + 2))) return true;
  return (stub.match(/[a-z]{4,}|\d+/gu) ?? []).some((word) => answer.includes(word.slice(0, 6)));
}

/** The longest stub, in characters and in words. */
const LONGEST = 48;
const WORDS = 8;
/** What may stand before it. */
const BEFORE = /^(?:(?:啊|什么|哈|蛤|呵呵?|哦|喔|等等)[,?!]+)+|^(?:what|sorry|wait|oh|wow)[,?!]+ /u;
const STUB_OF = /^(?:[\u4e00-\u9fff\d.]{1,12}|[^,.;:!?\u4e00-\u9fff]{2,})$/u;
const REDOUBLED = /^([\u4e00-\u9fff]{2,4}),?\1|^([\u4e00-\u9fff])\2\2/u;
/** A stub that is a question of its own. */
const ASKS =
  /[吗呢么几哪谁]|什么|怎|多少|没有|(?<x>[是能行好要对会])不\k<x>|可以|^(?:what|when|where|which|who|why|how|can|could|do|does|did|is|are|will|would|should|may|any|really)\b/u;
/** Words behind it that take what was said, ask on or wish for something else. */
const TAKES =
  /^(?:那?(?:好|行|可以|没问题|太好|谢|换|改|能不能|可不可以|有没有|周边|附近|其他)|那(?!我|你|您|当初|还不如|就是|么)|我(?:想|要)|ok|okay|fine|great|perfect|good|that's (?:fine|great|good|perfect)|thank|lovely|yes|sure|let's|make it|(?:and |but |so )?(?:can|could|may|do|does|is|are|what|when|where|which|how)\b(?! (?:i supposed|we supposed|you (?:think|expect|call|mean))))/u;

const SIGNS: readonly Sign[] = [
  [
    1,
    /(?:你们?|您们?|贵[司店行]|客服|师傅|销售)[^,。!?]{0,5}(?:就|只|每次|又|还|当|叫|让|到底|干脆|早|张嘴|怎么不|不会|不是|一句|会不会|懂不懂|靠)/u,
  ],
  [
    1,
    /又|每次|老是|总是|一会儿|一下子?[^,。]{1,6}一下|上次|上个?(?:月|礼拜|星期|周)[^,。]{0,8}(?:说|缺|叫|讲)|当初|早就|明明|本来|说好|都[^,。]{1,6}了/u,
  ],
  [1, /[吗呢啊呀喔哦么吧耶咧]\?/u],
  [1, /(?:^|[。!?,])[^。!?,吗呢么啊呀喔哦吧耶咧几哪谁]{2,30}\?/u],
  [
    1,
    /没用|(?<!行)不行|没有用|还是(?:这样|不|没|一样)|不管用|坏的|破的|烂|化了|没了|白[跑等花]|泡汤|还要|还得|又要|倒贴|居然|竟然?|结果(?!呢|是|怎|什|出|如何|好|会|要|在)|反而|才[^,。]{1,8}[!?]|不算话/u,
  ],
  [
    2,
    /干脆|空气|西北风|过年|下辈子|猴年|马月|站着|冻死|饿死|等死|天亮|算命|许愿|碰运气|慈善|利息|当我|闲[着闲]|冷库|木头|神仙|变魔术|喝风|睡(?:大街|马路|地板)|游(?:回|过)去|飞(?:回|过)去|走(?:回|路)去|写(?:着)?玩|好看的|靠[点得谱]|像话|打发|笑话|搞笑|演戏|耍[我人]|玩我/u,
  ],
  [1, /^(?:才|要|还|就)?(?:[一二两三四五六七八九十百千半几\d]+)(?:个)?(?:天|块|元|月|小时|年|点|次|周|礼拜|星期|分钟|千|百)/u],
  [0.5, /!/u],
  [
    1.5,
    /都[^,。!?]{1,8}了,?[^,。!?]{0,4}还|谁(?:看|受|等|听|忍|吃|用|穿|住)得|哪来的?|等成|等到[^,。]{1,6}[啊吗吧]|放大镜|化石|北极|蜗牛|爬着?(?:来|都|也)|(?:顶|管|济)(?:什么|啥|个屁)|(?:是|当)(?:空气|摆设|透明)/u,
  ],
  [1, /([\u4e00-\u9fff]{1,3})说[^,。]{1,6},[^,。]{1,6}说/u],
  [0.5, /[啦耶咧欸嘛](?=[。!?,]|$)/u],
  [-2, /^(?:好的?|行|可以|嗯+|没问题|对|是的?|谢谢|那好|了解|知道了|明白)(?:[,。!啊呀呢]|$)|请问|麻烦|谢谢|辛苦|^喂|听得(?:到|见|清)/u],
  [
    -2,
    /(?:可以|能不能|能否|行不行|要不要|是不是|有没有|需要|好不好)[^,。!?]{0,16}[吗?]|(?:什么时候|几点|几号|哪[里个天家种]|多少钱?|多久|怎么[办用弄走去查设退换付]|多钱|咋样|有啥|啥[时地好]|推荐|附近|周边|评分|价格|人均|是否|多长|大概|地址|电话|谁家|有没有|选择|在哪|哪儿|告诉我|呗|帮我|感情好)/u,
  ],
  [-1, /\d{4,}/u],
];

const SIGNS_EN: readonly Sign[] = [
  [
    1,
    /\byou(?:'ve| have|'re| are|r)? (?:took|take|said|told|keep|kept|never|only|lot|people|guys|just|want me|expect|didn't|drivers?|staff|system)\b/u,
  ],
  [
    1.5,
    /\b(?:wow|funny|bright idea|give me strength|marvell?ous|seriously|honest(?:ly|o)|charming|magic|good grief|for (?:heaven|goodness|god|pete)'?s? sake|unbelievable|incredible|ridiculous|hilarious|laughable|thanks a (?:bunch|million)|heaven help|oh,? (?:great|brilliant|lovely|come on|please))\b/u,
  ],
  [
    1.5,
    /\b(?:am i|are we|i'm|we're)\b[^.!?]{0,12}\b(?:supposed|meant|expected) to\b|\bso (?:now )?i (?:just|pay|have to|get|lose|wait|sit)\b/u,
  ],
  [
    1,
    /\b(?:freeze|starve|sleep (?:on|in)|stand (?:up|here|there)|hold my breath|sit (?:here|around|in)|pray|crystal ball|fly (?:there|home)|walk (?:there|home)|eat air|for fun|for show|press a button|a bit of|a piece of)\b/u,
  ],
  [1, /\b(?:already|twice|again|another|still|every time|three times|each time|last time|as usual)\b/u],
  [0.5, /\b(?:doesn't|didn't|can't|won't|never|nothing|not|no|isn't|haven't)\b/u],
  [0.5, /\b(?:but|yet|only to|instead)\b/u],
  [1.5, /\b(?<!you |ever |have )(?:done|tried|did|been) (?:that|it|there|all that)\b/u],
  [
    1,
    /^(?:[£$€]\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|\d+) (?:\w+ )?(?:quid|pounds|dollars|euros|bucks|percent|weeks?|months?|days?|hours?|minutes|years?)\b)/u,
  ],
  [
    1.5,
    /\bby (?:donkey|snail|pigeon|carrier pigeon|camel|rowing boat|horse)\b|\b(?:pigeon post|fossil|dinosaur|in my sleep|my whole life|next century|got eyes|have eyes|a brain|thin air|tea leaves|smoke signal)\b|\bwhat (?:more|else) do you (?:want|need)\b|\b(?:it|that|this) (?:isn't|wasn't|doesn't|didn't|won't) even\b/u,
  ],
  [1, /\b(?:has|have|is|does|did|can) (?:any(?:body|one)|somebody|someone|nobody|none of you)\b/u],
  [1.5, /\bi(?:'ve| have) [^.!?]{2,40}\bi(?:'ve| have) [^.!?]{2,40}/u],
  [0.5, /\?[^?]*\?/u],
  [0.5, /!/u],
  [
    -2,
    /^(?:yes|ok|okay|sure|great|perfect|thanks|thank you|fine|that works|sounds good|lovely|good|alright|right|no problem|got it|yep|yeah)\b(?![,.!]+ (?:another|so|now|just|because))|\b(?:please|thank you|could you|would you)\b/u,
  ],
  [
    -1.5,
    /\b(?:can i|could i|may i|do i need|should i|how do i|what time|which|where (?:is|do|can)|how much|how long|when (?:is|does|do|will|can)|is there|are there|how about|what (?:types?|kinds?|about)|how did|is it|have you|do you (?:have|offer|sell|take))\b/u,
  ],
  [-1, /\d{4,}/u],
];
