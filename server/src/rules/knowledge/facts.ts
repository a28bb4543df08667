import type { Scene, Utterance } from '../../dialogue/model.ts';
import type { Fact, FactFinder } from '../../engine/declared.ts';
import type { Edit } from '../../engine/finding.ts';
import type { LintSettings } from '../../engine/lintSettings.ts';
import { maskQuotes } from '../../engine/mask.ts';
import type { Item, Topic } from '../../engine/topic.ts';
import { fold, QUOTED_UNIT } from '../../text/fold.ts';
import { sourceEdit, toSource } from '../../text/mappedText.ts';
import { normalise, toOriginal } from '../../text/normalise.ts';
import { own } from '../../text/own.ts';
import { FactIndex } from './factIndex.ts';

/** What an agent says of a fact. The span is that of the value. */
export interface Statement extends Item {
  readonly fact: string;
  readonly value: string;
  readonly scene: string | undefined;
  readonly turn: number;
  /** What is true, and how to say it there; absent where that is said. */
  readonly wrong?: { readonly value: string; readonly edit: Edit | undefined };
}

/** A fact made ready. */
interface Sought {
  readonly name: string;
  readonly value: string;
  readonly find: FactFinder;
}

/** What is said of the facts that config names: what `conflicting-fact` is about. */
export function factsTopic(): Topic {
  const made = new WeakMap<object, readonly Sought[]>();
  return {
    name: 'facts',
    begin(_, settings) {
      const { facts } = settings.declared;
      if (!facts) return undefined;
      const sought = made.get(facts) ?? Object.entries(facts).map(([name, fact]) => soughtFrom(name, fact, settings));
      made.set(facts, sought);
      const statements: Statement[] = [];
      return {
        scene: (scene) => {
          for (const statement of said(scene, sought, settings)) statements.push(statement);
        },
        items: () => statements,
      };
    },
    index: () => new FactIndex(),
  };
}

function* said({ title, items }: Scene, sought: readonly Sought[], settings: LintSettings): Generator<Statement> {
  for (const item of items) {
    if (!('utterances' in item) || item.role !== 'agent') continue;
    for (const utterance of item.utterances) {
      for (const statement of statements(utterance, sought, settings)) {
        yield { ...statement, scene: title === '' ? undefined : own(title), turn: item.number };
      }
    }
  }
}

function* statements(
  { body }: Utterance,
  sought: readonly Sought[],
  { reading }: LintSettings,
): Generator<Omit<Statement, 'scene' | 'turn'>> {
  const normal = normalise(reading.lexicon.folds, body.text);
  const text = maskQuotes(reading.maskPlaceholders(normal.text), String.fromCharCode(QUOTED_UNIT));
  for (const { name, value, find } of sought) {
    for (const found of find(text)) {
      if (found.end <= found.start) continue;
      const span = toOriginal(normal, found);
      const here = { span: toSource(body, span), fact: name, value: own(body.text.slice(span.start, span.end)) };
      const isTrue = plain(text.slice(found.start, found.end)) === plain(fold(reading.lexicon.folds, value));
      yield isTrue ? here : { ...here, wrong: { value, edit: sourceEdit(body, span, value) } };
    }
  }
}

/** Patterns are read over normal text: their characters are folded like it. */
function soughtFrom(name: string, { match, value, compile = native }: Fact, { reading }: LintSettings): Sought {
  const source = match.replace(/\p{Script=Han}/gu, (char) => (char.length === 1 ? fold(reading.lexicon.folds, char) : char));
  return { name, value, find: compile(source) };
}

/** For callers who answer for their patterns. */
function native(source: string): FactFinder {
  const pattern = new RegExp(source, 'dgiu');
  return function* (text) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices![1] ?? indices![0]!;
      yield { start, end };
    }
  };
}

/** A value without what makes no difference. */
function plain(value: string): string {
  return value.replace(/[\s,]/gu, '').toLowerCase();
}
