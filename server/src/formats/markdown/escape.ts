/** Writes words into running Markdown: what would be markup is escaped; what is markup nowhere is left as it is. */
export function escapeMarkdown(words: string): string {
  return words.replace(MARKUP, '\\$&');
}

/** Writes words into a cell of a table. */
export function escapeCell(words: string): string {
  return escapeMarkdown(words).replaceAll('|', '\\|');
}

const MARKUP = /[\\`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|<(?=[a-z/!?])|&(?=#?\w+;)|\](?=[([])/giu;

/** The characters an entity stands for; undefined for one that is not known. */
export function decodeEntity(entity: string): string | undefined {
  const number = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/iu.exec(entity);
  if (!number) return NAMED.get(entity.slice(1, -1));
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    hellip: '\u2026',
    mdash: '\u2014',
    ndash: '\u2013',
    lsquo: '\u2018',
    rsquo: '\u2019',
    ldquo: '\u201c',
    rdquo: '\u201d',
    laquo: '\u00ab',
    raquo: '\u00bb',
    middot: '\u00b7',
    bull: '\u2022',
    times: '\u00d7',
    copy: '\u00a9',
    reg: '\u00ae',
    trade: '\u2122',
    yen: '\u00a5',
    euro: '\u20ac',
    pound: '\u00a3',
    deg: '\u00b0',
  }),
);
