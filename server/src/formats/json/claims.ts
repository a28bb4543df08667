import { createScanner } from 'jsonc-parser';
import type { RoleOf } from '../../dialogue/speakers.ts';
import { CANNED, isComment, roleNamed, SPEAKERS, WORDS } from './shapes.ts';

/** What an object or a list has shown of a known shape so far. */
interface Shown {
  readonly isList: boolean;
  /** The last string that may be a key, or of a list the first string, once. */
  key: string;
  speaks: boolean;
  words: boolean;
}

/**
 * True for a text, broken as it may be, in which a known shape shows by its own marks: the keys of a message with a speaker we know,
 * or of a canned response; a pair that begins with such a speaker; the comment of a macro; the response of a bot.
 */
export function claimsShape(text: string, roleOf: RoleOf): boolean {
  const scanner = createScanner(text, true);
  const open: Shown[] = [];
  const keys = new Set<string>();
  let before = '';
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const mark = text[scanner.getTokenOffset()]!;
    const around = open.at(-1);
    if (mark === '{' || mark === '[') {
      if (around && before === ':' && WORDS.includes(around.key)) around.words = false;
      open.push({ isList: mark === '[', key: '', speaks: false, words: false });
    } else if (mark === '}' || mark === ']') {
      const closed = open.pop();
      if (closed?.speaks && closed.words) return true;
    } else if (mark === '"' && around) {
      const value = scanner.getTokenValue();
      if (around.isList) {
        if (isPair(around, value, open.at(-2), roleOf)) return true;
        around.key = before === '[' ? value : '';
      } else {
        if (isPart(around, value, before === ':', keys, roleOf)) return true;
        if (before !== ':') around.key = value;
      }
    }
    before = mark;
  }
  return open.some(({ speaks, words }) => speaks && words);
}

/** True for the words of a pair: what stands second in a list of a list, behind somebody we know. */
function isPair({ key }: Shown, value: string, outer: Shown | undefined, roleOf: RoleOf): boolean {
  return outer?.isList === true && speaks(key, roleOf) && roleNamed(value, roleOf) === undefined;
}

/** Takes a string of an object for the value of the key before it, and, where no colon stands between, for a key. True where that alone tells. */
function isPart(object: Shown, value: string, isValue: boolean, keys: Set<string>, roleOf: RoleOf): boolean {
  const { key } = object;
  if (SPEAKERS.includes(key) && speaks(value, roleOf)) object.speaks = true;
  if (keys.has('actions') && isComment(key, value)) return true;
  if (isValue) return false;
  if (CANNED.includes(value)) object.speaks = true;
  if (WORDS.includes(value)) object.words = true;
  keys.add(value);
  return keys.has('responses') && value.startsWith('utter_');
}

function speaks(name: string, roleOf: RoleOf): boolean {
  const role = roleNamed(name, roleOf);
  return role === 'agent' || role === 'customer';
}
