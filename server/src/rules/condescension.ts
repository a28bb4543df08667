import type { Speech } from '../engine/speech.ts';
import { ranked } from '../phrasebook/ranked.ts';
import { uncapital } from '../phrasebook/retelling.ts';
import type { Span } from '../text/span.ts';
import { retellingRule } from './data/retellingRule.ts';
import type { CodeRule } from './registry.ts';

/** Contempt. Its rewordings keep what the sentence explains or asks for beside it. */
export const condescension: CodeRule = (meta, packs) => {
  const rule = retellingRule(meta, packs, { captures, beside, fewest: 2 });
  return { ...rule, reframes: (speech, report) => ranked(rule.reframes(speech, report)) };
};

/** Where the turn explains something already, the rewording points at that and promises no explanation. */
function beside(speech: Speech, sentence: Span, kept: Readonly<Record<string, string>>): string | undefined {
  if (kept['others'] !== '' || ['worry', 'small', 'trifle'].some((list) => speech.has(`condescension/${list}`, sentence))) return undefined;
  if (captures(speech, sentence, kept)['others'] || captures(speech, sentence, kept)['steps']) return undefined;
  if (EXPLAINS.test(speech.text.slice(0, sentence.start))) return 'after';
  return EXPLAINS.test(speech.text.slice(sentence.end)) ? 'ahead' : undefined;
}

/** Normal text: where something is, or what is to be done. */
const EXPLAINS =
  /[就都]在|给[您你]了|照着|除以|[往向][左右上下]|(?:要|得|先|请)[点按选填扫插]|[点按](?:一?下|右|左)|\b(?:left|right|top|bottom|under|above|front|back|side|switch|tap|press|click|turn|scroll|menu|button)\b/u;

function captures(speech: Speech, sentence: Span, kept: Readonly<Record<string, string>>): Record<string, string> {
  const others = (kept['others'] ?? '').replace(TAUNTS, '').replace(TRAILING, '');
  const step = STEP[speech.lang === 'en' ? 'en' : 'zh'].exec(others);
  if (step && !RESULT.test(others)) return { others, steps: others.slice(step[0].length).replace(ENOUGH, '') };
  if (others !== '') return { others, ...(OWN.test(others) ? {} : { fact: uncapital(others) }) };
  const fact = speech.find('condescension/fact').find(({ whole }) => whole.start >= sentence.start && whole.start < sentence.end)?.groups[
    'fact'
  ];
  const asked = speech.find('condescension/asked-for').find(({ whole }) => whole.start >= sentence.start && whole.start < sentence.end)
    ?.groups['do'];
  if (asked) return { steps: speech.words(asked) };
  if (!fact) return {};
  const words = speech
    .words(fact)
    .replace(/^(?=要|得|应该|應該|先|不能|必须|必須)/u, speech.lang === 'zh-Hant' ? '\u9019\u4e00\u6b65' : '\u8fd9\u4e00\u6b65');
  return { others: words, fact: words };
}

/** What a part trails off in. */
const TRAILING = /[\u561b\u5457\u554a\u5440\u5566\u54e6\u5594\u5462]+$/u;
/** What makes a plain statement a taunt. */
const TAUNTS =
  /^[说說]了(?=要|得|先)|才(?=差|晚|少|贵|貴|\d)|^就?(?:该|應該|应该)?知道|当然|當然|明明|不就是|\b(?:just|simply|obviously|clearly) /giu;
const STEP = {
  zh: /^(?:[\u60a8\u4f60])?(?:先|再|就|只要|只需要?|直接)*(?=点|點|按(?!钮|鈕)|打开|打開|登录|登錄|登入|扫|掃|填|输入|輸入|选|選|退回|刷新|重启|重啟|重开|重開|关|關|插|拔|长按|長按|滑|下载|下載|更新|切换|切換|勾选|勾選|进入|進入|拉到|照)/u,
  en: /^(?:you )?(?=(?:press|tap|click|turn|open|plug|select|enter|type|scroll|switch|push|pull|log|sign|restart|charge|choose|swipe|hold|unplug|go to|put|lift|slide|remove) )/iu,
};
/** What we do ourselves. */
const OWN = /^(?:i|we|let me)\b|^(?:我|让我|讓我)/iu;
/** A step told with what comes of it. */
const RESULT = /就(?:出来|出來|能|会|會|看|有)|之前|之后|之後|\bto \w+ it\b/u;
const ENOUGH = /(?:就(?:行|好|可以|能)(?:了)?|(?:,? (?:and|that's) (?:that's )?(?:it|all)))$/u;
