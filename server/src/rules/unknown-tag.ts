import type { LintSettings } from '../engine/lintSettings.ts';
import type { SceneReport } from '../engine/rule.ts';
import { nearest } from '../text/nearest.ts';
import type { CodeRule } from './registry.ts';

export const unknownTag: CodeRule = (meta) => ({
  scope: 'scene',
  meta,
  mayApply: ({ declared }) => declared.tags !== undefined,
  *check({ directives }, settings) {
    for (const { name, value, valueSpan } of directives) {
      if (name === 'tags') yield* unknownAmong(tagsIn(value), valueSpan.start, settings);
    }
  },
  *head(source, { meta: front }, settings) {
    const tags = front['tags'];
    const list = FRONT_TAGS.exec(source.slice(0, LONGEST_FRONT));
    if (tags === undefined || !list) return;
    const at = list.indices![1]![0];
    const wanted = new Set((Array.isArray(tags) ? tags : [tags]).flatMap((tag) => tagsIn(String(tag)).map(({ tag: name }) => name)));
    yield* unknownAmong(
      tagsIn(list[1]!).filter(({ tag }) => wanted.has(tag)),
      at,
      settings,
    );
  },
});

/** The value of `tags:` in front matter: on its line, or as a list on the lines below. */
const FRONT_TAGS = /(?:^|[\r\n])tags[ \t]*:([^\r\n]*(?:(?:\r\n?|\n)[ \t]*-[ \t][^\r\n]*)*)/du;
const LONGEST_FRONT = 8192;
const TAG = /[^,\uff0c\u3001;\uff1b[\]"'\r\n]+/gu;
/** The mark of a list item or of a tag. */
const MARK = /^[\s-]*[#\uff03]?\s*/u;

interface Tag {
  readonly tag: string;
  readonly start: number;
}

function tagsIn(value: string): Tag[] {
  return [...value.matchAll(TAG)].flatMap((found) => {
    const start = found.index + MARK.exec(found[0])![0].length;
    const tag = value.slice(start, found.index + found[0].length).trim();
    return tag === '' ? [] : [{ tag, start }];
  });
}

function* unknownAmong(tags: readonly Tag[], at: number, { declared }: LintSettings): Generator<SceneReport> {
  const known = declared.tags ?? [];
  const keys = new Set(known.map(keyOf));
  for (const { tag, start } of tags) {
    if (keys.has(keyOf(tag))) continue;
    const near = nearest(tag, known);
    const span = { start: at + start, end: at + start + tag.length };
    yield { span, data: near === undefined ? {} : { near }, suggestions: near === undefined ? [] : [near] };
  }
}

function keyOf(tag: string): string {
  return tag.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
