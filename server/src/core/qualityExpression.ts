import { describeFault } from '../engine/config/problem.ts';
import type { Localised } from '../engine/finding.ts';
import { linearPattern } from '../engine/team/linearPattern.ts';

/** A keyword rule taken apart. */
export type Expression =
  | { readonly op: 'word' | 'pattern'; readonly text: string }
  | { readonly op: 'not'; readonly of: Expression }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] };

/** What is wrong with an expression, and where in it. */
export class ExpressionFault extends Error {
  readonly at: number;
  readonly words: Localised;

  constructor(at: number, words: Localised) {
    super(words.en);
    this.at = at;
    this.words = words;
  }
}

/** Reads `a&&(b||c)&&!d`: `&`, `|` and `!` in one or two, half or full width, AND OR NOT; words bare or in quotes; patterns between slashes. Throws ExpressionFault. */
export function readExpression(source: string): Expression {
  const reader = new Reader(source);
  const expression = reader.either();
  reader.end();
  return expression;
}

const MOST_DEEP = 60;
const AND = /\s*(?:[&\uff06]{1,2}|\bAND\b)\s*/uy;
const OR = /\s*(?:[|\uff5c]{1,2}|\bOR\b)\s*/uy;
const NOT = /\s*(?:[!\uff01]|\bNOT\b)\s*/uy;
const OPEN = /\s*[(\uff08]\s*/uy;
const CLOSE = /\s*[)\uff09]\s*/uy;
const QUOTED = /\s*(?:"([^"]*)"|\u201c([^\u201d]*)\u201d|'([^']*)'|\u300c([^\u300d]*)\u300d|\u300e([^\u300f]*)\u300f)\s*/uy;
const PATTERN = /\s*\/((?:[^/\\]|\\.)+)\/\s*/uy;
const BARE = /(?:(?!\s(?:AND|OR|NOT)\s)[^&|!()\uff06\uff5c\uff01\uff08\uff09"\u201c\u201d\u300c-\u300f])+/uy;

class Reader {
  private readonly source: string;
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    this.source = source;
  }

  either(): Expression {
    const parts = [this.both()];
    while (this.take(OR)) parts.push(this.both());
    return parts.length === 1 ? parts[0]! : { op: 'or', of: parts.flatMap((part) => (part.op === 'or' ? part.of : [part])) };
  }

  end(): void {
    if (this.at < this.source.length) throw new ExpressionFault(this.at, SAY.unexpected(this.source.slice(this.at, this.at + 8)));
  }

  private both(): Expression {
    const parts = [this.one()];
    while (this.take(AND)) parts.push(this.one());
    return parts.length === 1 ? parts[0]! : { op: 'and', of: parts.flatMap((part) => (part.op === 'and' ? part.of : [part])) };
  }

  private one(): Expression {
    if (++this.depth > MOST_DEEP) throw new ExpressionFault(this.at, SAY.deep);
    const found = this.within();
    this.depth--;
    return found;
  }

  private within(): Expression {
    if (this.take(NOT)) {
      const of = this.one();
      return of.op === 'not' ? of.of : { op: 'not', of };
    }
    const start = this.at;
    if (this.take(OPEN)) {
      const inner = this.either();
      if (!this.take(CLOSE)) throw new ExpressionFault(start, SAY.unclosed);
      return inner;
    }
    const pattern = this.take(PATTERN);
    if (pattern) return { op: 'pattern', text: linear(pattern[1]!, start) };
    const quoted = this.take(QUOTED);
    const text = (quoted ? quoted.slice(1).find((one) => one !== undefined)! : (this.take(BARE)?.[0] ?? '')).trim();
    if (!/[\p{L}\p{N}]/u.test(text)) throw new ExpressionFault(start, SAY.missing);
    return { op: 'word', text };
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source) ?? undefined;
    if (found) this.at += found[0].length;
    return found;
  }
}

/** A pattern that a pack may have. */
function linear(source: string, at: number): string {
  const made = linearPattern(source);
  if (!('why' in made)) return source;
  const code = made.why === 'empty' ? 'empty-pattern' : made.why === 'large' ? 'large-pattern' : 'bad-pattern';
  const words = code === 'bad-pattern' ? made.why : source;
  throw new ExpressionFault(at, describeFault({ code, span: { start: 0, end: 0 }, data: { words } }));
}

const SAY = {
  missing: { en: 'A word is missing here.', 'zh-CN': '这里缺少词语。', 'zh-TW': '這裡缺少詞語。' },
  unclosed: { en: 'This bracket is not closed.', 'zh-CN': '这个括号没有闭合。', 'zh-TW': '這個括號沒有閉合。' },
  deep: { en: 'There are too many brackets within one another.', 'zh-CN': '括号嵌套太深。', 'zh-TW': '括號巢狀太深。' },
  unexpected: (words: string) => ({
    en: `“${words}” was not expected here: is &&, || or a bracket missing?`,
    'zh-CN': `这里不应出现“${words}”：是不是少了 &&、|| 或括号？`,
    'zh-TW': `這裡不應出現「${words}」：是不是少了 &&、|| 或括號？`,
  }),
} as const;
