import type { Moment } from '../../engine/moment.ts';
import type { Speech } from '../../engine/speech.ts';

/** True when a turn does nothing but ask for something, small words and confirmations aside. A turn that offers or proposes does more than ask. */
export function asksAlone(moment: Moment): boolean {
  const sentences = moment.speeches().flatMap(sentencesOf);
  if (sentences.some((sentence) => GIVING.test(sentence) || PLAYING_BACK.test(sentence))) return false;
  const asks = sentences.filter((sentence) => ASKING.test(sentence) && !CONFIRMING.test(sentence));
  return asks.length > 0 && sentences.every((sentence) => ASKING.test(sentence) || CONFIRMING.test(sentence) || isSmall(sentence));
}

/** True when a turn asks for what only proves who somebody is. */
export function asksForProof(moment: Moment): boolean {
  return moment.isWritten(PROOF);
}

/** True when a customer turns to another matter than the one they came with or were asked about. */
export function turnsElsewhere(moment: Moment, matter: Moment | undefined, question: Moment | undefined): boolean {
  if (!moment.isWritten(WISHED)) return false;
  const words = written(moment);
  const wish = WISH_EN.exec(words)?.[0];
  if (wish === undefined) return MORE_ZH.test(words);
  if (MORE_EN.test(words)) return true;
  const known = new Set([matter, question].flatMap((before) => (before ? contentOf(written(before)) : [])));
  return contentOf(wish).some((word) => !known.has(word));
}

function written(moment: Moment): string {
  return moment
    .speeches()
    .map(({ text }) => text)
    .join('\n');
}

function sentencesOf(speech: Speech): string[] {
  return speech.sentences().map(({ start, end }) => speech.text.slice(start, end));
}

/** The words that say what something is about, without their endings. */
function contentOf(text: string): string[] {
  return [...text.matchAll(/[a-z]{4,}/gu)].map(([word]) => word.slice(0, STEM)).filter((word) => !EMPTY.has(word));
}

function isSmall(sentence: string): boolean {
  return COURTEOUS.test(sentence) || (sentence.length <= (/[a-z]/u.test(sentence) ? SMALL.en : SMALL.zh) && !/\d/u.test(sentence));
}

/** So many letters of a word are compared. */
const STEM = 5;
const SMALL = { zh: 8, en: 20 };
/** Nothing but a greeting and thanks. */
const COURTEOUS =
  /^(?:[^,。!?\n]{0,6}[您你]好[呀啊]?[,!]?)?(?:(?:感谢|谢谢|欢迎|(?:这[里边]|我)?是)[^,。!?\n]{2,12}(?:[,。!]+|$))*$|^[您你]好[,!]?[^,。!?\n我您你帮为给请会已可能要把]{2,14}[。!]*$|^(?:[您你]好,)?[^,。!?\n]{0,12}(?:高兴|乐意|荣幸)(?:能)?(?:为|接)[^,。!?\n]{1,8}[,。!]*$|^(?:hello|hi|thanks?|thank you|good \w+)\b[^.!?]{0,30}[.!]$/u;
const ASKING = /\?|[吗么][。!~…]*$|请(?:您|你)?(?:提供|告诉|告知|报|说)|please (?:tell|give|provide|share)/u;
const CONFIRMING =
  /(?:对|是)(?:吗|吧|不对|不是)|没错吧|\b(?:confirm(?:ing)?|correct)\b|\b(?:that|it|all|got (?:it|that|you)|is this) right\b|,? (?:right|yes)\?|how (?:can|may) (?:i|we)|什么可以帮|^(?:(?:ok(?:ay)?|al ?right|so|then|and|great|sure)[,.]? )*(?:you(?:'d|'ll|'re)?(?: would| will| are)? (?:like|want|need|rather|prefer|book|go|travel)|i should|happy for me)/u;
const PLAYING_BACK =
  /\b(?:(?:please|to|just) confirm|confirm (?:that|the|change|your|this|these)|confirmation details|is (?:that|this|it|everything) (?:all )?(?:correct|right))\b/u;
const GIVING =
  /\b(?:how|what) about\b|\bso i (?:book|buy|reserve|order|rent|play|send|schedule|get|make)\b|\bshould (?:the|it|this|that) \w+|\bwould (?:(?:a|an|the|that|this|it) )?[\w':. ]{1,24} (?:work|do|suit|be (?:ok|okay|good|fine))\b|\bmaybe\?|\bwould you like (?:an? |the |this |that )[^?]{0,90}(?:\bcosting|[$£€]\s?\d|\b(?:departing|leaving|arriving|starting|located) )|^(?:the )?\d+ (?:seats?|tickets?|people|rooms?|nights?|adults?|tables?|bags?)\b[^?]*\?|\byour opinion\b|\bwould you be (?:interested|happy|willing|open|okay|ok)\b|\b(?:there (?:is|are|'s)|i(?:'ve| have)? found|i have \d)\b|\b(?:can|may|shall|should|could) (?:i|we) (?:book|go ahead|reserve|proceed|confirm|order|try|check|search|add|find|look|help|assist|do|place|make|play|share|show|schedule|rent|buy|send|set)\b|\b(?:would you like|do you want|do you need) (?:me|us|any(?:thing)? (?:else|more)|something else|help|to (?:try|make a reservation|reserve|book|listen|play|buy|rent|schedule|hear|look|search))\b|(?:要不要|需要|可以|能)(?:我|我们)?(?:帮|给|为)(?:您|你)|推荐|您看/u;
const PROOF =
  /\b(?:pin|passcode|password|account number|date of birth|birthday|maiden name|security (?:question|answer|code)|last (?:four|4|three|3)|pet (?:you|that you)|verify|identity|confirm (?:it's|that it's|who|this is) ?(?:you|i'm)?)\b|\u5bc6[\u7801\u78bc]|\u9a8c\u8bc1\u7801|\u9a57\u8b49\u78bc|\u8eab\u4efd|\u8eab\u5206|\u6838[\u5bf9\u5b9e\u5c0d\u5be6]/iu;
/** What no wish for something else is without, as it is written. */
const WISHED =
  /\b(?:(?:can|could|would|will) you|please|help me|let's|let me|need|want|like|trying|looking|hoping|what|how)\b|\u53e6\u5916|[\u987a\u9806]便|[\u5bf9\u5c0d]了|接下|然[\u540e\u5f8c]|最[\u540e\u5f8c]|[\u8fd8\u9084]/iu;
/** What the customer would like done, up to the end of the clause. */
const WISH_EN =
  /\b(?:(?:can|could|would|will) you|please|help me|let's|let me|i(?:'d| would| also|'m| am| still| just| really)*(?: need| want| like| trying| looking| hoping) (?:to|for))(?: (?:also|please|now|then|to|you|me|help|just|quickly|go ahead and))* (?:book|reserve|find|check|order|file|report|schedule|make|rsvp|organi[sz]e|plan|get|set|transfer|send|buy|rent|see|view|visit|play|search|look|show|tell|give|call|arrange|cancel|dispute|know|go|do|try|start)\b[^.!?\n]{0,60}|\bi(?:'ll| also| still)? need (?:directions|a (?:ride|cab|taxi|hotel|flight|doctor|car|bus|appointment|reservation|table))\b|\b(?:what|how)(?:'s| is| are| will)(?: be)? the [a-z]+[^.!?\n]{0,60}(?=\?)/u;
const MORE_EN = /\b(?:also|by the way|btw|another|one more|next|while (?:i|you|we)|actually|instead|after that|besides)\b/u;
const MORE_ZH =
  /(?:另外|顺便|对了|接下来|然后|最后|还)[^。!?\n]{0,6}(?:想|要|帮我|给我|问一?下|麻烦)[^。!?\n]{0,6}(?:查|订|买|办|换|退|改|问|找|约|开|寄|推荐)/u;
const EMPTY: ReadonlySet<string> = new Set(
  'pleas would could help need want like also just that this with from have make book find check order know tell give look show them they there what when some your mine about into trying for today tonig tomor really actua thank hello reser see get set'
    .split(' ')
    .map((word) => word.slice(0, STEM)),
);

/** Asks what it is about, and nothing else. */
export const AT_YOUR_SERVICE =
  /什[么麼]?(?:可以|能)?[^，。]{0,4}(?:帮|幫|为您|為您|協助)|[请請][问問]有什|\bhow (?:can|may|could) (?:i|we)\b|\bwhat can (?:i|we)\b/iu;
