import type { Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { inRegister } from '../phrasebook/register.ts';
import { commaParts } from '../phrasebook/retelling.ts';
import { overlaps, type Span } from '../text/span.ts';
import { retellingRule } from './data/retellingRule.ts';
import type { CodeRule } from './registry.ts';

/** A step handed over. Its rewordings keep the step, and stay with the customer until it is done. */
export const tryItYourself: CodeRule = (meta, packs) => retellingRule(meta, packs, { captures });

function captures(speech: Speech, sentence: Span, _: unknown, { span }: Report): Record<string, string> {
  const parts = commaParts(speech, sentence);
  const from = parts.find((part) => overlaps(part, span))?.start ?? sentence.start;
  const last = parts.filter((part) => overlaps(part, span)).at(-1)?.end ?? sentence.end;
  const told = speech.words({ start: from, end: last });
  if (speech.lang === 'en') {
    const settings = AIMLESS.exec(told)?.[1];
    if (settings) return { settings };
    const asked = told
      .replace(OPENING_EN, '')
      .replace(TRIED_EN, 'Try')
      .replace(SEE_EN, '')
      .replace(ORDER_EN, (verb) => `please ${verb.toLowerCase()}`);
    return /^(?:please|try|have|see|give)\b/iu.test(asked) ? { told: asked, order: asked } : { told: asked, hint: asked };
  }
  if (UNSURE.test(speech.text)) return { unsure: '\u6211' };
  const plain = told.replace(OPENING, '').replace(ENDING, '');
  const condition = CONDITION.exec(plain)?.[0] ?? '';
  const step = plain.slice(condition.length).replace(/^[,\uff0c]/u, '');
  if (LATER.test(step)) return { later: step.replace(/^[\u60a8\u4f60](?:自己)?(?:先)?(?:可以)?/u, '').replace(SEE, '') };
  return {
    told: plain,
    if: condition && condition + inRegister(speech, '\uff0c'),
    step: AWHILE.test(step)
      ? ''
      : step
          .replace(NAMED_FIRST, (_, thing: string, verb: string | undefined) => (verb === undefined ? '' : `\u628a${thing}${verb}`))
          .replace(/^(?:[亲親]|[麻请請][烦煩]?)*(?:[\u60a8\u4f60](?:自己|自行)?)?(?:先)?(?:可以)?(?:自己)?/u, '')
          .replace(/^再(?=[刷试試])/u, '')
          .replace(ANOTHER.test(step) ? NOTHING : SEE, '')
          .replace(THING, '\u628a$1'),
  };
}

/** A step that is to wait. */
const AWHILE = /过会|過會|稍后|稍後|等会|等會|待会|待會|晚点|晚點/u;
const OPENING = /^(?:要不然?|不然|那么?|或者|建议(?=您|你)|建議(?=您|你)|建议|建議)+(?:您可以|你可以)?/u;
/** When the step is to be taken. */
const CONDITION = /^[^,\uff0c]{1,12}?(?:的话|的話)(?=.)/u;
const ENDING = /(?<=看)好了$|[吧呗唄哈喔哦呢啊呀啦~]+$/u;
/** The trying that ends a step; not where the verb is doubled for it. */
const SEE = /[,\uff0c]?(?<!\1(\p{Script=Han})|一\p{Script=Han})(?:试试看?|試試看?|看看|看看?(?:行不行|好不好|可不可以|它.{0,6}))$/u;
/** A thing named before the customer who is to do something to it (路由器您重启看看); with what is done, where that takes a thing. */
const NAMED_FIRST =
  /^(?!(?:如果|要是|麻[烦煩]|[请請]|建[议議]|先|可以|或者|我|[这這那]|[亲親]|再|不|也|就|[现現]在|待会|待會))([\p{Script=Han}A-Za-z]{2,8}?)[您你](?!的)(?:自己|先|再|可以)*(?:((?:重|[关關]|[开開]|拔|[换換]|擦|清|充|刷新|更新|升[级級]|卸|[删刪]|[断斷]|插|拆|按|[调調]|退出|[输輸]|[装裝])[^,\uff0c]*)|[^,\uff0c]*$)/u;
/** A thing named before what is done to it. */
const THING =
  /^((?!把|将|將|开|開|打|按|长|長|断|斷|先|再|多|换|換|重|拔|关|關|删|刪|拆|卸|清)\p{Script=Han}{2,8}?)(?=(?:拔|关|關|删|刪|拆|卸|取)(?:了|掉|下))/u;
/** Another thing in the place of one: without the trying it would be asked for good. */
const ANOTHER = /^(?:[\u60a8\u4f60])?(?:先|再|自己)*(?:换|換|改用)/u;
const NOTHING = /$^/u;
/** A step that nobody can stay on the line for. */
const LATER =
  /^[^,\uff0c]{0,4}(?:过|過|等)(?:[几幾两兩一二三]|一?段)[^,\uff0c]{0,3}(?:月|天|[周週]|年|[时時][间間]|日)|(?:改天|明天|后天|後天|下次|下个月|下個月)/u;
/** Normal text: the one who advises does not know. */
const UNSURE = /我(?:也|都|自己)?(?:没|没有|从没)(?:用|试|弄|见|玩|碰)过|我(?:也|都)?(?:不(?:太|大|怎么)?(?:懂|会用|会弄|熟)|不知道怎么)/u;
const AIMLESS =
  /^(?:maybe |perhaps |just |please |you (?:can|could) )*(?:have a )?(?:play|mess|fiddle|tinker)(?: around| about)? with (.+?)(?: and see\b.*)?$/iu;
const OPENING_EN = /^(?:maybe |perhaps |just |well,? )+/iu;
/** A step that begins with its verb: without the trying it would be an order. */
const ORDER_EN = /^(?!try\b|you\b|see\b|could\b|have\b|please\b|it\b|if\b|we\b|i\b|that\b|this\b|the\b|there\b|when\b)[a-z]+(?= )/iu;
/** Asked whether it was tried: it is asked for. */
const TRIED_EN = /^have you tried\b/iu;
const SEE_EN = /,? and (?:then )?(?:just )?see(?: (?:if|how|whether|what)\b.*)?$/iu;
