import { isTurn, type SceneItem, type ScriptDocument } from '../../server/src/dialogue/model.ts';
import { speakers } from '../../server/src/dialogue/speakers.ts';
import type { BlockKind, ParseOptions } from '../../server/src/formats/format.ts';
import { FORMATS } from '../../server/src/formats/registry.ts';
import { foldTable } from '../../server/src/text/fold.ts';
import { sourceExtent } from '../../server/src/text/mappedText.ts';

export const folds = foldTable();
export const roleOf = speakers(folds);

/** Reads a source as a file of that format. */
export function read(
  format: string,
  source: string,
  blocks?: readonly BlockKind[],
  mapping: Pick<ParseOptions, 'columns' | 'pointers'> = {},
): ScriptDocument {
  return FORMATS.find((f) => f.id === format)!.parse(source, { roleOf, phrasebook: blocks && { blocks }, ...mapping });
}

/**
 * A document as lines to compare with: a line a scene, an utterance (with where it stands), an event, a link, a problem.
 * `# 1 Title {id}` / `agent 12-20 words` / `event words` / `link label -> target` / `! code words`
 */
export function golden(document: ScriptDocument, source: string): string[] {
  const out: string[] = [];
  for (const scene of document.scenes) {
    out.push(`# ${scene.level} ${scene.title}${scene.id ? ` {${scene.id}}` : ''}`.trimEnd());
    for (const { name, value } of scene.directives) out.push(`@${name} ${value}`.trimEnd());
    for (const item of scene.items) out.push(...lines(item));
  }
  for (const { code, span } of document.problems) out.push(`! ${code} ${source.slice(span.start, span.end)}`);
  return out;
}

function lines(item: SceneItem): string[] {
  if (item.kind === 'event') return [`event ${item.text}`];
  if (!isTurn(item)) return [`link ${item.label} -> ${item.target}`];
  return item.utterances.map(({ body }) => {
    const { start, end } = sourceExtent(body);
    return `${item.kind === 'phrase' ? 'phrase' : item.role} ${start}-${end} ${body.text.replaceAll('\n', '\\n')}`;
  });
}

/** The words alone: who says what, in order. */
export function spoken(document: ScriptDocument): string[] {
  return golden(document, '')
    .filter((line) => /^(?:agent|customer|narrator|phrase) /u.test(line))
    .map((line) => line.replace(/ \d+-\d+/u, ''));
}
