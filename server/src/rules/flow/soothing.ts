import { moodsIn } from '../../dialogue/moods.ts';
import { acts } from '../../engine/acts.ts';
import type { Moment, Words } from '../../engine/moment.ts';
import type { CompiledPacks } from '../../engine/pack.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { tellsOfOurs } from './telling.ts';

/** What the rules about upset customers share, so that one cause makes one finding. */
export interface Soothing {
  /** True when the customer is upset: complains, is angry, or is said to be in the scene. */
  isUpset(moment: Moment): boolean;
  /** True when the customer says that it is a complaint, or asks for somebody above. */
  complains(moment: Moment): boolean;
  /** True when the customer asks what is no question, or will not have what was advised. */
  challenges(moment: Moment): boolean;
  /** True when any of the turns apologises or shows empathy. */
  soothes(answer: readonly Moment[]): boolean;
  /** True when the turns do not even say that the complaint has arrived. */
  ignores(asked: readonly Moment[], answer: readonly Moment[]): boolean;
  /** The first words that do more than greet, ask, confirm or hold. */
  substance(moment: Moment): Words | undefined;
  /** The first words that offer, instruct or explain before any that soothe. */
  tooEarly(answer: readonly Moment[]): Words | undefined;
}

export function soothing(packs: CompiledPacks): Soothing {
  const upset = acts(packs, 'customer', 'complaint', 'anger');
  const complaint = acts(packs, 'customer', 'complaint', 'supervisor');
  const soothe = acts(packs, 'agent', 'apology', 'empathy');
  const acknowledge = acts(packs, 'agent', 'received', 'handover');
  const solution = acts(packs, 'agent', 'offer', 'instruction', 'diagnosis', 'commitment', 'options');
  const arrived = acts(packs, 'agent', 'received');
  const idle = acts(
    packs,
    'agent',
    'greeting',
    'question',
    'received',
    'thanks',
    'identify',
    'check',
    'handover',
    'paraphrase',
    'verified',
  );
  const asking = acts(packs, 'agent', 'question');
  const anger = acts(packs, 'customer', 'anger');
  const stirred = acts(packs, 'customer', 'stirred');
  const wish = acts(packs, 'customer', 'question', 'request');
  const challenge = acts(packs, 'customer', 'challenge');
  const rejection = acts(packs, 'customer', 'rejection');
  const complains = (moment: Moment): boolean => moment.does(complaint) || (isComplaintScene(moment) && moment.does(anger));
  const soothes = (answer: readonly Moment[]): boolean => answer.some((moment) => moment.does(soothe));
  return {
    isUpset: (moment) =>
      moment.kind === 'customer' && (isUpsetScene(moment) || moment.does(upset) || (moment.does(stirred) && !moment.isWritten(AT_EASE))),
    complains: (moment) => moment.kind === 'customer' && complains(moment),
    challenges: (moment) => moment.kind === 'customer' && (moment.does(challenge) || (moment.does(rejection) && !moment.does(wish))),
    soothes,
    ignores: (asked, answer) => asked.some(complains) && !soothes(answer) && !answer.some((moment) => moment.does(acknowledge)),
    substance: (moment) => firstSubstance(moment, { solution, arrived, idle }),
    tooEarly(answer) {
      for (const moment of answer) {
        const soft = moment.find(soothe)[0];
        const early = soft ? firstSubstance(moment, { solution, arrived }) : firstSubstance(moment, { solution, arrived, idle });
        if (early && !(soft && isInTime(early, soft))) return early;
        if (soft) return toldBefore(moment, soft, arrived | asking);
      }
      return undefined;
    },
  };
}

/** True in a scene that says the customer is angry, or that it is a complaint. */
export function isUpsetScene({ scene }: Moment): boolean {
  return scene.directives.some(
    ({ name, value }) => (name === 'customer' && moodsIn(value).includes('angry')) || (name === 'type' && COMPLAINT.test(value)),
  );
}

/** True in a scene that says it is a complaint. */
export function isComplaintScene({ scene }: Moment): boolean {
  return scene.directives.some(({ name, value }) => name === 'type' && COMPLAINT.test(value));
}

const COMPLAINT = /complaint|\u6295\u8bc9|\u6295\u8a34|\u5ba2\u8bc9|\u5ba2\u8a34/iu;

/** Wishes or asks for something ordinary, or is glad. */
const AT_EASE =
  /[?\uff1f]|[吗嗎]$|[\u60f3\u8981](?:[\u8ba2\u8a02]|[\u7ea6\u7d04]|[\u95ee\u554f]|[\u4e70\u8cb7]|[\u627e\u9884\u9810\u9009\u9078\u6362\u63db\u5403\u770b\u914d\u9001])|[\u5e2e\u5e6b]\u6211|\u63a8[\u8350\u85a6]|[\u5f00\u958b]\u5fc3|\u592a\u597d|\u606d\u559c|[\u8c22\u8b1d]|[\u7ec8\u7d42][\u4e8e\u65bc]|\u559c[\u6b22\u6b61]|\b(?:i(?:'d| would) like|can (?:i|you|we)|could (?:i|you|we)|do you|please|looking for|what a (?:view|night|treat)|amazing|lovely|brilliant|wonderful|beautiful|passed|great|thank(?:s| you)(?! to)|love)\b/iu;

/** True when words that soothe come soon enough for others to be no solution: before them or in the same sentence. */
function isInTime(early: Words, soft: Words): boolean {
  return soft.speech === early.speech && soft.span.start < early.speech.sentence(early.span).end;
}

/** What is told of our things and people, in sentences before the one that soothes; what asks, or takes down what was told, is none. */
function toldBefore(moment: Moment, soft: Words, idle: number): Words | undefined {
  const idles = moment.find(idle);
  for (const speech of moment.speeches()) {
    for (const sentence of speech.sentences()) {
      if (speech === soft.speech && sentence.end > soft.span.start) return undefined;
      if (speech.text[sentence.end - 1] === '?') continue;
      for (const span of speech.lang === 'en' ? [sentence] : speech.clauses(sentence)) {
        if (idles.some((one) => one.speech === speech && overlaps(one.span, span))) continue;
        if (tellsOfOurs(speech.text.slice(span.start, span.end))) return { speech, span };
      }
    }
    if (speech === soft.speech) return undefined;
  }
  return undefined;
}

/** The acts that are solutions, those by which what was told is taken down, which is none, and those that say nothing of the matter. */
interface Kinds {
  readonly solution: number;
  readonly arrived: number;
  readonly idle?: number;
}

/** Shorter clauses say nothing. */
const SHORTEST = { zh: 5, en: 16 };

/** The first clause of a turn that does more than greet, ask, confirm or hold; without these, the first that offers, instructs or explains. */
function firstSubstance(moment: Moment, { solution, arrived, idle }: Kinds): Words | undefined {
  const arrivals = moment.find(arrived);
  const solutions = moment
    .find(solution)
    .filter((one) => !arrivals.some((other) => other.speech === one.speech && overlaps(other.span, one.span)));
  const idles = idle === undefined ? [] : moment.find(idle);
  for (const speech of moment.speeches()) {
    const inside =
      (span: Span) =>
      (one: Words): boolean =>
        one.speech === speech && overlaps(one.span, span);
    for (const sentence of speech.sentences()) {
      const asks = speech.text[sentence.end - 1] === '?';
      // What is offered before the agent asks about it: 可以换新的，也可以修好，您选哪种？
      for (const span of speech.clauses(sentence).slice(0, asks ? -1 : undefined)) {
        const early = solutions.find(inside(span));
        if (early) return { speech, span: early.span };
        if (asks || idle === undefined || arrivals.some(inside(speech.lang === 'en' ? sentence : span))) continue;
        const least = speech.lang === 'en' ? SHORTEST.en : SHORTEST.zh;
        if (span.end - span.start >= least && !idles.some(inside(span))) return { speech, span };
      }
    }
  }
  return undefined;
}
