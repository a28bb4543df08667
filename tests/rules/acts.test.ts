import packs from 'huashu:packs';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Actor, ActTable, acts } from '../../server/src/engine/acts.ts';
import { Hearing } from '../../server/src/engine/hearing.ts';
import { EMPTY_LISTS, house } from '../../server/src/engine/house.ts';
import { lexicon } from '../../server/src/engine/lexicon.ts';
import { DEFAULT_PLACEHOLDERS, placeholderMask } from '../../server/src/engine/mask.ts';
import { Wordings } from '../../server/src/engine/wording.ts';
import { foldTable } from '../../server/src/text/fold.ts';

const ACTORS: Readonly<Record<string, Actor>> = { Agent: 'agent', Customer: 'customer', 'Stage directions': 'event' };

/** One example of an act in docs/speech-acts.md. */
interface Example {
  readonly actor: Actor;
  readonly act: string;
  readonly does: string;
  readonly text: string;
}

describe('speech acts', () => {
  const examples = [...readExamples()];
  const folds = foldTable();
  const table = new ActTable(packs.acts);
  const scanned = { wakes: () => false, isHeard: (name: string) => table.isHeard(name) };
  const hearing = new Hearing(
    {
      lexicon: lexicon({ ...packs.lists, ...EMPTY_LISTS }, scanned, folds),
      lang: 'zh-Hans',
      maskPlaceholders: placeholderMask(DEFAULT_PLACEHOLDERS),
      house: house({}, folds),
      wordings: new Wordings(),
    },
    table,
  );

  it('are all in the document, and the document has no other', () => {
    const named = (of: readonly { actor: Actor; act: string }[]): string[] =>
      [...new Set(of.map(({ actor, act }) => `${actor} ${act}`))].sort();
    assert.deepEqual(named(examples), named(packs.acts));
  });

  for (const { actor, act, does, text } of examples) {
    it(`${actor} ${does} ${act}: ${text}`, () => {
      const found = hearing.acts(text, actor);
      assert.equal((found & acts(packs, actor, act)) !== 0, does === '+', table.names(actor, found).join());
    });
  }
});

function* readExamples(): Generator<Example> {
  let actor: Actor = 'agent';
  let act = '';
  for (const line of readFileSync('docs/speech-acts.md', 'utf8').split('\n')) {
    const [, mark, words = ''] = /^(###?|[+-]) (.+)$/u.exec(line) ?? [];
    if (mark === '##') actor = ACTORS[words]!;
    else if (mark === '###') act = words;
    else if (mark) yield { actor, act, does: mark, text: words };
  }
}
