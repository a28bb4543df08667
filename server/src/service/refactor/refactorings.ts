import type { WorkspaceEdit } from 'vscode-languageserver';
import { compareLevels, type Edit, type Lang, type Locale, languageOfDocument } from '../../core/index.ts';
import type { Parsed } from '../parsed.ts';
import { type Change, workspaceEdit } from '../textEdits.ts';
import { fill, WORDS } from '../words.ts';
import { addPhrase, newBook, phraseIn } from './addPhrase.ts';
import { newScene } from './newScene.ts';
import { type Place, type Refactoring, type RefactorRequest, turnAt } from './refactoring.ts';
import { sentencesOnLines, splitTurn } from './splitTurn.ts';
import { tableToTurns, turnsToTable } from './tableTurns.ts';

/** What can be written otherwise at a selection or the cursor. */
export function refactorings(parsed: Parsed, request: RefactorRequest): Refactoring[] {
  const place = turnAt(parsed, request.span.start);
  return [
    ...tables(parsed, request),
    ...(place ? turns(parsed, place, request) : []),
    ...(place?.turn.role === 'agent' ? phrases(parsed, place, request) : []),
  ];
}

function* tables(parsed: Parsed, request: RefactorRequest): Generator<Refactoring> {
  const fromTable = tableToTurns(parsed, request.span.start);
  if (fromTable) yield rewrite('table-to-turns', WORDS.tableToTurns, parsed, request, only(fromTable));
  const toTable = turnsToTable(parsed, request.span);
  if (toTable) yield rewrite('turns-to-table', WORDS.turnsToTable, parsed, request, only(toTable));
}

function* turns(parsed: Parsed, place: Place, request: RefactorRequest): Generator<Refactoring> {
  const lines = sentencesOnLines(parsed, place.turn);
  if (lines.length > 0) yield rewrite('sentences-on-lines', WORDS.sentencesOnLines, parsed, request, { edits: lines, slots: [] });
  const split = splitTurn(parsed, place.turn, request.span.start);
  if (split) yield rewrite('split-turn', WORDS.splitTurn, parsed, request, only(split));
  const scene = newScene(parsed, place, wordIn(parsed, WORDS.newScene));
  if (scene) yield rewrite('new-scene', WORDS.newSceneHere, parsed, request, scene);
}

function* phrases(parsed: Parsed, place: Place, request: RefactorRequest): Generator<Refactoring> {
  const { support, library, findings } = request;
  const { span } = place.turn;
  const isFaulty = findings.some(
    (one) => one.span.start < span.end && span.start < one.span.end && compareLevels(one.severity, 'warning') >= 0,
  );
  if (!isFaulty && place.turn.kind === 'turn') {
    const phrase = { text: phraseIn(parsed, place.turn, request.span), scene: place.scene, untitled: wordIn(parsed, WORDS.commonPhrases) };
    const title = (name: string): string => fill(WORDS.addToBook[support.locale], { name });
    for (const book of library.books) {
      const edit = (): WorkspaceEdit | undefined => {
        const read = book.read();
        return read && addPhrase(read, phrase, support);
      };
      yield { id: `add-phrase:${book.uri}`, kind: 'refactor.extract', title: title(book.name), edit };
    }
    if (library.books.length === 0 && library.fresh) {
      const { uri, name } = library.fresh(localeOfText(parsed));
      yield { id: `add-phrase:${uri}`, kind: 'refactor.extract', title: title(name), edit: () => newBook(uri, phrase) };
    }
  }
}

function rewrite(
  id: string,
  title: (typeof WORDS)[keyof typeof WORDS],
  parsed: Parsed,
  { support }: RefactorRequest,
  change: Change,
): Refactoring {
  return { id, kind: 'refactor.rewrite', title: title[support.locale], edit: () => workspaceEdit(parsed, change, support) };
}

function only(edit: Edit): Change {
  return { edits: [edit], slots: [] };
}

/** Words that go into a script are in its language, whatever that of the editor. */
function wordIn(parsed: Parsed, words: (typeof WORDS)[keyof typeof WORDS]): string {
  return words[localeOfText(parsed)];
}

function localeOfText(parsed: Parsed): Locale {
  const lang = langOf(parsed);
  return lang === 'en' ? 'en' : lang === 'zh-Hant' ? 'zh-TW' : 'zh-CN';
}

function langOf({ document, settings, text }: Parsed): Lang {
  return languageOfDocument(document, settings.lang, text);
}
