/** True when a customer throws the words of an answer back with a question mark and will not have it: "Tuesday? Are we supposed to freeze till then?" Over normal text. */
export function protests(text: string, answer: string): boolean {
  const [stub, rest] = halves(text);
  if (stub === undefined || rest === undefined) return false;
  return !ASKS.test(stub) && shares(stub, answer) && !TAKES.test(rest) && !GOES_ON.test(rest) && MINDS.test(rest);
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
  return (stub.match(/[a-z]{4,}|\d+/gu) ?? []).some((word) => answer.includes(word.slice(0, STEM)));
}

/** So many letters of a word are compared. */
const STEM = 6;
/** The longest stub, in characters and in words. */
const LONGEST = 48;
const WORDS = 8;
/** What may stand before it. */
const BEFORE = /^(?:(?:啊|什么|哈|蛤|呵呵?|哦|喔|等等)[,?!]+)+|^(?:what|sorry|wait|oh|wow)[,?!]+ /u;
const STUB_OF = /^(?:[\u4e00-\u9fff\d.]{1,12}|[^,.;:!?\u4e00-\u9fff]{2,})$/u;
/** A stub that is a question of its own. */
const ASKS =
  /[吗呢么几哪谁]|什么|怎|多[少远久大长重高]|没有|(?<x>[是能行好要对会])不\k<x>|可以|^(?:what|when|where|which|who|why|how|can|could|do|does|did|is|are|will|would|should|may|any|really)\b/u;
/** Words behind it that take what was said. */
const TAKES =
  /^(?:那?(?:好|行|可以|没问题|太好|谢|换|改)|那我(?:先|就先|去|等|改|换)|那(?!我|你|您|当初|还不如|就是|么)|我(?:想|要)|嗯|了解|知道|明白|ok|okay|fine|great|perfect|good|that's (?:fine|great|good|perfect)|lovely|yes|yep|yeah|sure|alright|let's|make it)/u;
/** Words that ask on, thank or wish for something else. */
const GOES_ON =
  /请问|麻烦|谢谢|辛苦|能不能|可不可以|有没有|能否|行不行|要不要|是不是|什么时候|几点|几号|哪[里个天家种]|多少|多久|怎么[办用弄走去查设退换付]|周边|附近|其他|推荐|帮我|\b(?:please|thank|thanks|could you|would you|can you|can i|could i|may i|do i need|should i|how about|how much|how long|what time|what about|which|where (?:is|do|can)|is there|are there|any|do you (?:have|offer|sell|take))\b/u;
/** Reproach, an absurd outcome, or what makes a question of it that wants no answer. */
const MINDS =
  /[吗呢啊呀哦喔么吧啦欸嘛咯喽][!?]|还有下|!|又|每次|老是|当初|明明|本来|还要|还得|都[^,。]{1,8}了|你们[^,。]{0,5}(?:就|只|还|当|觉得)|\b(?:supposed|meant|expected) to\b|\byou (?:took|take|said|told|keep|never|only|people|want me)\b|\b(?:already|again|twice|not|never|but)\b|n't\b/u;
