import type { Turn } from '../../dialogue/model.ts';
import { PhraseReader } from '../../dialogue/phraseReader.ts';
import { unitTables } from '../../dialogue/unitClasses.ts';
import type { Topic } from '../../engine/topic.ts';
import { sourceExtent } from '../../text/mappedText.ts';
import { own } from '../../text/own.ts';
import type { Span } from '../../text/span.ts';
import { EntryIndex } from './entryIndex.ts';
import { END, type Entry } from './entryWording.ts';

/** A letter, a digit or a character: what says something beside placeholders. */
const SAYS = /[\p{L}\p{N}]/u;
const DIGITS = /[0-9\uff10-\uff19]+/gu;

/** The entries of phrasebooks: what `duplicate-entry` is about. */
export function entriesTopic(): Topic {
  let reader: PhraseReader | undefined;
  return {
    name: 'entries',
    begin(_, settings, cache) {
      const entries: Entry[] = [];
      const wordsOf = (text: string): string => {
        reader ??= new PhraseReader(unitTables(settings.reading.lexicon.folds));
        const words = reader.whole(text);
        return SAYS.test(words) ? own(words + END + digitsOf(text, settings.placeholders)) : '';
      };
      const known = cache?.sequence();
      return {
        scene({ title, items }) {
          let scene: string | undefined;
          for (const item of items) {
            if (item.kind !== 'phrase' || item.role !== 'agent') continue;
            scene ??= own(title);
            const text =
              item.utterances.length === 1 ? item.utterances[0]!.body.text : item.utterances.map(({ body }) => body.text).join('\n');
            const words = known ? known(text, wordsOf) : wordsOf(text);
            if (words !== '') entries.push({ span: extent(item), words, scene: scene || undefined, turn: item.number });
          }
        },
        items: () => entries,
      };
    },
    index: () => new EntryIndex(),
  };
}

/** The digits of a text as written, run by run; those in the names of placeholders do not count. */
function digitsOf(text: string, placeholders: RegExp): string {
  const found = (text.includes('{') ? text.replace(placeholders, ' ') : text).match(DIGITS);
  return found ? found.join(' ').normalize('NFKC') : '';
}

function extent({ utterances }: Turn): Span {
  return { start: sourceExtent(utterances[0]!.body).start, end: sourceExtent(utterances.at(-1)!.body).end };
}
