import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Place } from '../dialogue/paths.ts';
import type { Phrase } from '../dialogue/phrase.ts';
import { PhraseReader } from '../dialogue/phraseReader.ts';
import { type Repeat, type Repetition, repetitionIn, type Said } from '../dialogue/repetition.ts';
import { type UnitTables, unitTables } from '../dialogue/unitClasses.ts';
import type { Localised, Severity } from '../engine/finding.ts';
import { allMatches, type Pattern, scriptPattern } from '../engine/pattern.ts';
import type { Hear, PlacedReport } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { foldTable } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { againDrafts, PARTICLES } from './flow/againDrafts.ts';
import { isOfOther, type Told } from './flow/otherThing.ts';
import { type Again, takenAs } from './flow/saidAgain.ts';
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
  let recent: { readonly dialogue: Dialogue; readonly repetition: Repetition } | undefined;
  const again = new WeakMap<Speech, Original>();
  const courtesy: Courtesy = { patterns: (packs.lists[COURTESY] ?? []).map((data) => scriptPattern(data.source)), known: new Map() };
  const tablesNow = (): UnitTables => {
    tables ??= unitTables(foldTable());
    return tables;
  };
  /** Of one dialogue at a time: fixes are asked for where findings were made. */
  const repetitionOf = (dialogue: Dialogue): Repetition => {
    if (recent?.dialogue !== dialogue) {
      reader ??= new PhraseReader(tablesNow());
      reader.clear();
      recent = { dialogue, repetition: repetitionIn(dialogue, reader) };
    }
    return recent.repetition;
  };
  return {
    scope: 'dialogue',
    meta,
    *check(dialogue, hear) {
      if (!hasRoom(dialogue)) return;
      const repetition = repetitionOf(dialogue);
      if (repetition.repeats.length > 0) yield* repeated(repetition.repeats, hear, courtesy);
      for (const { said, run } of repetition.apologies) {
        if (run >= ONE_TOO_MANY) yield placed(said.phrase, said, hear);
      }
    },
    reframes: (speech, report) => againDrafts(speech, report, packs),
    accepts(dialogue, original, changed) {
      const place = placeOf(dialogue, original);
      if (!place) return true;
      trial ??= new PhraseReader(tablesNow());
      let before = again.get(original);
      if (!before) {
        before = said(original, trial);
        again.set(original, before);
      }
      return fits(repetitionOf(dialogue), place, before, changed, trial, courtesy.patterns);
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
  const kept = repeats.flatMap(({ again, first }): Kept[] => {
    let is = courtesy.known.get(again.phrase.hash);
    if (is === undefined) {
      is = isCourtesy(courtesy.patterns, heard(again, hear), again.phrase);
      courtesy.known.set(again.phrase.hash, is);
    }
    if (is || isOfOther(told(again, hear), told(first, hear), isSameText(again, first))) return [];
    const taken = gradeOf(again, first, hear);
    return taken === 'wanted' ? [] : [{ again, first, grade: taken }];
  });
  const order = (a: Said, b: Said): number =>
    a.place.scene - b.place.scene ||
    a.place.item - b.place.item ||
    a.utterance - b.utterance ||
    a.phrase.start - b.phrase.start ||
    b.phrase.end - a.phrase.end;
  kept.sort((a, b) => order(a.again, b.again) || order(a.first, b.first));
  let open: Stretch | undefined;
  for (const { again, first, grade } of kept) {
    if (open && isOneStretch(open, again, first)) {
      open.end = Math.max(open.end, again.phrase.end);
      open.firstEnd = Math.max(open.firstEnd, first.phrase.end);
      if (grade === undefined) open.grade = undefined;
      continue;
    }
    if (open) yield stretched(open, hear);
    open = { again, first, grade, end: again.phrase.end, firstEnd: first.phrase.end };
  }
  if (open) yield stretched(open, hear);
}

/** Something said again that is to be told, milder than the rule where it has a grade. */
interface Kept extends Repeat {
  readonly grade: Severity | undefined;
}

/** Neighbours said again, told at once. */
interface Stretch extends Repeat {
  grade: Severity | undefined;
  end: number;
  firstEnd: number;
}

function stretched({ again, first, grade, end, firstEnd }: Stretch, hear: Hear): PlacedReport {
  const report = placed({ start: again.phrase.start, end }, again, hear, { first, end: firstEnd });
  return grade ? { ...report, grade } : report;
}

function gradeOf(again: Said, first: Said, hear: Hear): Again {
  if (isSameText(again, first)) return undefined;
  const sameScene = again.place.scene === first.place.scene;
  return takenAs(heard(again, hear), again.phrase, sameScene ? first.place.item : undefined);
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
  if (!origin) return { speech, span: place, data: { sorry: 'again' } };
  const where = heard(origin.first, hear).source({ start: origin.first.phrase.start, end: origin.end });
  const data: Record<string, string> = isSameText(origin.first, said) ? { within: 'turn' } : {};
  return { speech, span: place, data, related: [{ span: where, message: FIRST_SAID }] };
}

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
  const found = allMatches(patterns, speech.text).sort((a, b) => a.whole.start - b.whole.start);
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
const NAME = /^\p{Lu}[\p{L}'\u2019.-]*(?:\s+\p{Lu}[\p{L}'\u2019.-]*)*\s*$/u;

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
