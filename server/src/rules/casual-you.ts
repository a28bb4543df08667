import type { Dialogue } from '../dialogue/dialogues.ts';
import { isTurn, type Turn } from '../dialogue/model.ts';
import type { Draft, Hear, PlacedReport, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import type { CodeRule } from './registry.ts';

const YOU = 'casual-you/you';
const POLITE = /\u60a8/;
/** The familiar you, for anybody and for a woman. */
const FAMILIAR = /[\u4f60\u59b3]/;
const LATIN = /[a-z]{3}/i;

export const casualYou: CodeRule = (meta) => ({
  scope: 'dialogue',
  meta,
  *check(dialogue, hear, options, { house, strict }) {
    yield* familiar(dialogue, hear, house.words.honorific === 'always');
    if (strict) yield* addressed(dialogue, hear, addressing(options['address'] as readonly string[]));
  },
  reframes,
  accepts: (dialogue, original, changed) =>
    changed.find(YOU).length <= original.find(YOU).length || agentSays(dialogue, POLITE).next().done === true,
});

/** What the agent says, as typed, and where. */
interface Said {
  readonly turn: Turn;
  readonly scene: number;
  readonly item: number;
  readonly utterance: number;
}

/** The familiar you of conversations that have the polite one, too. A phrase is a conversation by itself. */
function* familiar(dialogue: Dialogue, hear: Hear, always: boolean): Generator<PlacedReport> {
  let polite = always ? true : undefined;
  for (const said of agentSays(dialogue, FAMILIAR)) {
    if (said.turn.kind === 'turn') polite ??= isPolite(agentSays(dialogue, POLITE), hear, 'turn');
    const isMixed = said.turn.kind === 'turn' ? polite : always || isPolite(ownWords(said), hear, 'phrase');
    if (!isMixed) continue;
    const speech = hear(said.scene, said.item, said.utterance);
    for (const { span } of speech.find(YOU)) yield { speech, span };
  }
}

/** True where any of it has the polite you in the agent's own words. */
function isPolite(all: Iterable<Said>, hear: Hear, kind: Turn['kind']): boolean {
  for (const { turn, scene, item, utterance } of all) {
    if (turn.kind === kind && POLITE.test(hear(scene, item, utterance).text)) return true;
  }
  return false;
}

function ownWords(said: Said): Said[] {
  return said.turn.utterances.map((_, utterance) => ({ ...said, utterance })).filter((own) => POLITE.test(wordsOf(own)));
}

function wordsOf({ turn, utterance }: Said): string {
  return turn.utterances[utterance]!.body.text;
}

function* addressed(dialogue: Dialogue, hear: Hear, address: RegExp): Generator<PlacedReport> {
  for (const { scene, item, utterance } of agentSays(dialogue, LATIN)) {
    const speech = hear(scene, item, utterance);
    for (const { index: start, 0: found } of speech.text.matchAll(address)) {
      yield { speech, span: { start, end: start + found.length }, strict: true };
    }
  }
}

/** Any of the words where it calls out to somebody, in normal text. */
function addressing(words: readonly string[]): RegExp {
  const any = words.map((word) => word.toLowerCase().replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('|');
  return new RegExp(
    `(?:(?<=${CALLED})(?<!\\boh,? )(?:my )?(?:${any || '(?!)'})(?=${ENDS})|(?<=${CALLED_EVEN})(?:${any || '(?!)'})\\b)`,
    'gmu',
  );
}

/** What an address stands behind: the beginning, a mark, a greeting, thanks or an answer. */
const CALLED =
  '(?:^|[,.!?;:\u2014-] ?|\\b(?:hi|hey|hello|hiya|ok|okay|alright|right|thanks|thank you|sure|sure thing|sorry|well|yes|no|no worries|no problem|bye|morning|afternoon|evening|welcome|there|you|(?:thanks|sorry) again) )';
/** What follows an address: the end, or a comma and a clause. */
const ENDS =
  "(?:[.!?~;]|\\s*$|,(?: (?:i|we|you|they|it|that|there|he|she|let|(?:i|you|we|it|that|there|here|he|she|they|let|what)'\\w+|your|what|how|can|could|would|will|do|did|is|are|the|try|just|give|all|please|no|don't|here|sending|thanks|thank|so|any|happy|have|hold|this|my|our)\\b|$)| -)";
/** Behind these nothing else can be meant. */
const CALLED_EVEN =
  '\\b(?:you two|both of you|the two of you) |(?:^|[.!?,] ?)you (?=(?:guys|folks|fellas|gang|lads)\\b)|\\b(?:are|have|can|do|did|would|were|if|when|what|for|to|get|with) you (?=(?:guys|folks|fellas|gang|lads)\\b)|\\b(?:hi|hey|hello) (?=(?:guys|folks|fellas|gang|lads|girls)\\b)';

/** The agent's utterances in which something is found. */
function* agentSays({ scenes }: Dialogue, wanted: RegExp): Generator<Said> {
  for (let scene = 0; scene < scenes.length; scene++) {
    const { items } = scenes[scene]!;
    for (let item = 0; item < items.length; item++) {
      const turn = items[item]!;
      if (!isTurn(turn) || turn.role !== 'agent') continue;
      for (let utterance = 0; utterance < turn.utterances.length; utterance++) {
        if (wanted.test(turn.utterances[utterance]!.body.text)) yield { turn, scene, item, utterance };
      }
    }
  }
}

function* reframes(speech: Speech, { span }: Report): Generator<Draft> {
  if (speech.lang === 'en') {
    yield* unaddressed(speech, span);
    return;
  }
  yield { span, pieces: ['\u60a8'] };
  if (span.end - span.start > 1 && !OF_A_GROUP.test(speech.text.slice(span.end))) yield { span, pieces: ['\u5404\u4f4d'] };
}

/** Behind it, many are spoken of as one. */
const OF_A_GROUP = /^(?:家|学校|公司|单位|班|店|那边|这边|的)/u;

/** The words without the form of address and the comma that sets it off. */
function* unaddressed({ text }: Speech, { start, end }: Draft['span']): Generator<Draft> {
  const before = /,? ?$/u.exec(text.slice(0, start))![0].length;
  const opening = before === 0 || start === before ? /^(?:[,!] ?)/u.exec(text.slice(end)) : null;
  if (start === 0 && opening) {
    const from = end + opening[0].length;
    yield { span: { start: 0, end: from + 1 }, pieces: [text.slice(from, from + 1).toUpperCase()] };
  } else yield { span: { start: start - before, end }, pieces: [''] };
}
