import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dialogues } from '../../server/src/dialogue/dialogues.ts';
import { isTurn } from '../../server/src/dialogue/model.ts';
import { type Place, paths } from '../../server/src/dialogue/paths.ts';
import { read } from '../support/conversation.ts';

describe('paths', () => {
  const table: readonly { readonly name: string; readonly script: string; readonly ways: string }[] = [
    { name: 'a scene runs from top to bottom', script: '客服:甲\n客服:乙', ways: '甲乙' },
    { name: 'a scene ends at a jump', script: '# 一\n客服:甲\n-> 二\n客服:乙\n# 二\n客服:丙', ways: '甲丙' },
    { name: 'a branch is taken or fallen through', script: '# 一\n客服:甲\n? 好 -> 二\n客服:乙\n# 二\n客服:丙', ways: '甲乙 甲丙' },
    {
      name: 'choices exclude each other',
      script: '# 一\n客服:甲\n? 好 -> 二\n? 不 -> 三\n# 二\n客服:乙\n# 三\n客服:丙',
      ways: '甲乙 甲丙',
    },
    { name: 'through scenes in between', script: '# 一\n客服:甲\n-> 二\n# 二 {#two}\n-> 三\n# 三\n客服:乙', ways: '甲乙' },
    { name: 'round in a circle', script: '# 一\n客服:甲\n? 再来 -> 二\n# 二\n客服:乙\n-> 一', ways: '甲乙 乙甲' },
    { name: 'a target that is not there leads nowhere', script: '# 一\n客服:甲\n-> 没有\n# 二\n客服:乙\n-> 一', ways: '乙甲' },
  ];
  for (const { name, script, ways } of table) it(name, () => assert.equal(waysOf(script), ways));
});

/** Every pair of words that one conversation can say in that order. */
function waysOf(script: string): string {
  const found: string[] = [];
  for (const dialogue of dialogues(read('huashu', script))) {
    const path = paths(dialogue);
    const said: { word: string; place: Place }[] = dialogue.scenes.flatMap((scene, i) =>
      scene.items.flatMap((item, j) => (isTurn(item) ? [{ word: item.utterances[0]!.body.text, place: { scene: i, item: j } }] : [])),
    );
    for (const a of said) for (const b of said) if (a !== b && path(a.place, b.place)) found.push(a.word + b.word);
  }
  const order = (word: string): number => '甲乙丙'.indexOf(word[0]!) * 3 + '甲乙丙'.indexOf(word[1]!);
  return found.sort((a, b) => order(a) - order(b)).join(' ');
}
