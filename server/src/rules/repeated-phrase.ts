import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Place } from '../dialogue/paths.ts';
import type { Phrase } from '../dialogue/phrase.ts';
import { PhraseReader } from '../dialogue/phraseReader.ts';
import { type Repeat, type Repetition, repetitionIn, type Said } from '../dialogue/repetition.ts';
import { type UnitTables, unitTables } from '../dialogue/unitClasses.ts';
import type { Localised } from '../engine/finding.ts';
import type { CompiledPacks } from '../engine/pack.ts';
import { allMatches, type Pattern, scriptPattern } from '../engine/pattern.ts';
import type { Draft, Hear, PlacedReport, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { mentions, reworded } from '../phrasebook/rewording.ts';
import { trimEnd, trimmed } from '../phrasebook/trim.ts';
import { foldTable } from '../text/fold.ts';
import { cover, type Span } from '../text/span.ts';
import { isOfOther, type Told } from './flow/otherThing.ts';
import type { CodeRule } from './registry.ts';

const COURTESY = 'repeated-phrase/courtesy';
/** From which sorry in a row on it counts. */
const ONE_TOO_MANY = 3;
/** A sentence of which this much is courtesy may be said again. */
const MOSTLY = 0.7;

export const repeatedPhrase: CodeRule = (meta, packs) => {
  let tables: UnitTables | undefined;
  let reader: PhraseReader | undefined;
  let trial: PhraseReader | undefined;
  const known = new WeakMap<Dialogue, Repetition>();
  const again = new WeakMap<Speech, Original>();
  const courtesy: Courtesy = { patterns: (packs.lists[COURTESY] ?? []).map((data) => scriptPattern(data.source)), known: new Map() };
  const tablesNow = (): UnitTables => {
    tables ??= unitTables(foldTable());
    return tables;
  };
  return {
    scope: 'dialogue',
    meta,
    *check(dialogue, hear) {
      if (!hasRoom(dialogue)) return;
      reader ??= new PhraseReader(tablesNow());
      reader.clear();
      const repetition = repetitionIn(dialogue, reader);
      if (repetition.repeats.length > 0) yield* repeated(repetition.repeats, hear, courtesy);
      for (const { said, run } of repetition.apologies) {
        if (run >= ONE_TOO_MANY) yield placed(said.phrase, said, hear);
      }
    },
    reframes: (speech, report) => reframes(speech, report, packs),
    accepts(dialogue, original, changed) {
      const place = placeOf(dialogue, original);
      if (!place) return true;
      let repetition = known.get(dialogue);
      if (!repetition) {
        repetition = repetitionIn(dialogue, new PhraseReader(tablesNow()));
        known.set(dialogue, repetition);
      }
      trial ??= new PhraseReader(tablesNow());
      let before = again.get(original);
      if (!before) {
        before = said(original, trial);
        again.set(original, before);
      }
      return fits(repetition, place, before, changed, trial, courtesy.patterns);
    },
  };
};

/** False for dialogues in which nothing can be said twice. */
function hasRoom(dialogue: Dialogue): boolean {
  return dialogue.scenes.some((scene) => scene.items.some((item) => item.kind === 'turn' && item.role === 'agent'));
}

function placeOf(dialogue: Dialogue, speech: Speech): Place | undefined {
  const scene = speech.sceneIn(dialogue);
  return scene < 0 ? undefined : { scene, item: speech.position };
}

const MOST_REMEMBERED = 10_000;

/** What may be said again, and of which phrases that is already decided. */
interface Courtesy {
  readonly patterns: readonly Pattern[];
  readonly known: Map<number, boolean>;
}

/** The findings: courtesies left out, neighbours that repeat neighbours joined. */
function* repeated(repeats: readonly Repeat[], hear: Hear, courtesy: Courtesy): Generator<PlacedReport> {
  if (courtesy.known.size > MOST_REMEMBERED) courtesy.known.clear();
  const kept = repeats.filter(({ again, first }) => {
    let is = courtesy.known.get(again.phrase.hash);
    if (is === undefined) {
      is = isCourtesy(courtesy.patterns, heard(again, hear), again.phrase);
      courtesy.known.set(again.phrase.hash, is);
    }
    return !is && !isOfOther(told(again, hear), told(first, hear), isSameText(again, first));
  });
  const order = (a: Said, b: Said): number =>
    a.place.scene - b.place.scene ||
    a.place.item - b.place.item ||
    a.utterance - b.utterance ||
    a.phrase.start - b.phrase.start ||
    b.phrase.end - a.phrase.end;
  kept.sort((a, b) => order(a.again, b.again) || order(a.first, b.first));
  let open: { again: Said; first: Said; end: number; firstEnd: number } | undefined;
  for (const { again, first } of kept) {
    if (open && isOneStretch(open, again, first)) {
      open.end = Math.max(open.end, again.phrase.end);
      open.firstEnd = Math.max(open.firstEnd, first.phrase.end);
      continue;
    }
    if (open) yield placed({ start: open.again.phrase.start, end: open.end }, open.again, hear, { first: open.first, end: open.firstEnd });
    open = { again, first, end: again.phrase.end, firstEnd: first.phrase.end };
  }
  if (open) yield placed({ start: open.again.phrase.start, end: open.end }, open.again, hear, { first: open.first, end: open.firstEnd });
}

const APART = 4;

function isOneStretch(open: { again: Said; first: Said; end: number; firstEnd: number }, again: Said, first: Said): boolean {
  if (!isSameText(open.again, again)) return false;
  if (again.phrase.start < open.end) return true;
  return isSameText(open.first, first) && again.phrase.start - open.end < APART && Math.abs(first.phrase.start - open.firstEnd) < APART;
}

function isSameText(a: Said, b: Said): boolean {
  return a.place.scene === b.place.scene && a.place.item === b.place.item && a.utterance === b.utterance;
}

function placed(span: Span, said: Said, hear: Hear, origin?: { first: Said; end: number }): PlacedReport {
  const speech = heard(said, hear);
  const place = { start: span.start, end: span.end + (PARTICLES.exec(speech.text.slice(span.end))?.[0].length ?? 0) };
  if (!origin) return { speech, span: place };
  const where = heard(origin.first, hear).source({ start: origin.first.phrase.start, end: origin.end });
  const data: Record<string, string> = isSameText(origin.first, said) ? { within: 'turn' } : {};
  return { speech, span: place, data, related: [{ span: where, message: FIRST_SAID }] };
}

/** Particles behind the last word that counts. */
const PARTICLES = /^[的了啊呀哦喔哈嘛啦吧呢吗啰咯]+/u;
const FIRST_SAID: Localised = { en: 'Said here first', 'zh-CN': '第一次在这里说过', 'zh-TW': '第一次在這裡說過' };

function told(said: Said, hear: Hear): Told {
  const speech = heard(said, hear);
  return { text: speech.text, phrase: said.phrase, before: speech.words({ start: 0, end: said.phrase.start }) };
}

function heard({ place, utterance }: Said, hear: Hear): Speech {
  return hear(place.scene, place.item, utterance);
}

/** True for what may be said again: courtesies, and names by themselves. */
function isCourtesy(patterns: readonly Pattern[], speech: Speech, phrase: Phrase): boolean {
  if (NAME.test(speech.words(phrase))) return true;
  let covered = 0;
  let to = phrase.start;
  const found = patterns.flatMap((pattern) => [...allMatches(pattern, speech.text)]).sort((a, b) => a.whole.start - b.whole.start);
  for (const { whole } of found) {
    const start = Math.max(whole.start, to);
    const end = Math.min(whole.end, phrase.end);
    if (end > start) {
      covered += end - start;
      to = end;
    }
  }
  return covered >= MOSTLY * (phrase.end - phrase.start);
}

/** Capitalised words and nothing else. */
const NAME = /^(?:\p{Lu}[\p{L}'\u2019.-]*\s*)+$/u;

/** What the words that are to be changed say: the hashes of their sentences, and how many clauses come twice. */
interface Original {
  readonly hashes: ReadonlySet<number>;
  readonly again: number;
}

function said({ utterance }: Speech, reader: PhraseReader): Original {
  reader.clear();
  const { sentences, again } = reader.read(utterance.body.text);
  return { hashes: new Set(sentences.map((phrase) => phrase.hash)), again: again.length };
}

/** True when the changed words neither repeat what is said elsewhere nor themselves more than the original did. */
function fits(
  repetition: Repetition,
  place: Place,
  before: Original,
  changed: Speech,
  reader: PhraseReader,
  courtesies: readonly Pattern[],
): boolean {
  reader.clear();
  const after = reader.read(changed.utterance.body.text);
  if (after.again.length > before.again) return false;
  return !after.sentences.some(
    (phrase) =>
      !before.hashes.has(phrase.hash) && repetition.clashes([phrase], reader.pool, place) && !isCourtesy(courtesies, changed, phrase),
  );
}

function* reframes(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const words = report.span;
  if (speech.has('repeated-phrase/sorry', words) && isShort(speech, words)) {
    yield* reworded(
      speech,
      { sentence: words, lead: { start: words.start, end: words.start }, captures: {} },
      packs.reframes['repeated-phrase/sorry'] ?? [],
    );
    return;
  }
  const sentence = cover(speech.sentence(words), words);
  const lead = trimmed(speech.text, { start: sentence.start, end: words.start });
  const tail = trimmed(speech.text, { start: words.end, end: sentence.end });
  const isPart = lead.end > lead.start && tail.end > tail.start;
  const isLast = !/[\p{L}\p{N}]/u.test(speech.text.slice(sentence.end));
  const captures: Record<string, string> = isLast ? { words: lowerFirst(speech.words(words)) } : {};
  const facts = mentions(speech, words);
  if (facts) captures['facts'] = facts;
  const clause = speech.clauses(words).filter((c) => mentions(speech, c) !== '');
  if (clause.length === 1) captures['clause'] = speech.words(trimEnd(speech.text, clause[0]!, PARTICLES));
  if (isPart)
    yield {
      span: sentence,
      pieces: [speech.words({ start: sentence.start, end: words.start }) + speech.words({ start: tail.start, end: sentence.end })],
    };
  const templates = packs.reframes[`repeated-phrase/${report.data?.['within'] ? 'within' : 'again'}`] ?? [];
  for (const { span, pieces } of reworded(speech, { sentence, lead, captures }, templates)) {
    yield { span, pieces: tail.end > tail.start ? [...pieces, speech.words({ start: tail.start, end: sentence.end })] : pieces };
  }
}

function isShort(speech: Speech, span: Span): boolean {
  return trimmed(speech.text, span).end - span.start <= (speech.lang === 'en' ? 45 : 10);
}

function lowerFirst(words: string): string {
  return words.replace(/^[A-Z](?=[a-z])/u, (letter) => letter.toLowerCase());
}
