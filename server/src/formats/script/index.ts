import type { ScriptDocument } from '../../dialogue/model.ts';
import { readComments } from '../comments.ts';
import { documentOf, LARGE } from '../document.ts';
import type { Format, ParseOptions } from '../format.ts';
import { readFrontMatter } from '../frontMatter.ts';
import { agentSpeaks, mayHaveSpeakers } from '../recognise.ts';
import { ARROW_LINE } from './lines.ts';
import { type Grammar, ScriptReader } from './reader.ts';
import { sharedNames } from './sharedNames.ts';

/** The script format, `.huashu`. */
export const script: Format = {
  id: 'huashu',
  extensions: ['.huashu'],
  parse(source, options) {
    const size = source.length > LARGE && !mayLink(source) ? 'lazy' : 'whole';
    return readScript(source, options, 'script', size);
  },
  parts: { top: (source) => readFrontMatter(source, 'meant').end, begins: /(?<=[\r\n])[#\uff03]/gu },
};

/** Plain text: the script format without directives, links and phrases. */
export const plainText: Format = {
  id: 'text',
  extensions: ['.txt'],
  parse(source, options) {
    return readScript(source, options, options.phrasebook ? 'phrases' : 'plain', source.length > LARGE ? 'lazy' : 'whole');
  },
  recognises(source, options) {
    if (options.phrasebook) return true;
    return mayHaveSpeakers(source, options.roleOf) && agentSpeaks(readScript(source, options, 'plain', 'lazy'));
  },
};

function readScript(source: string, { roleOf }: ParseOptions, grammar: Grammar, size: 'whole' | 'lazy'): ScriptDocument {
  const front = readFrontMatter(source, grammar === 'script' ? 'meant' : 'possible');
  const { comments, problems } = readComments(source, front.end);
  const text = { source, start: front.end, comments, problems: [...front.problems, ...problems] };
  const format = grammar === 'script' ? script.id : plainText.id;
  return documentOf({ format, meta: front.meta }, size, () => new ScriptReader(text, roleOf, grammar), sharedNames);
}

/** False where no scene can lead to another. */
function mayLink(source: string): boolean {
  return ['>', '\uff1e', '\u2192'].some((mark) => source.includes(mark)) && ARROW_LINE.test(source);
}
