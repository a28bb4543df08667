import { type Row, rowReader } from '../core/records.ts';
import { decode } from '../host/decode.ts';
import { inUtf8 } from '../host/inUtf8.ts';
import { reason } from './collect.ts';
import { LineSplitter, type StreamLine } from './lineSplitter.ts';
import { atLeast, type RunContext } from './lintRun.ts';
import type { Notices } from './notices.ts';
import { shown } from './paths.ts';
import { jsonFindings } from './reporters/jsonFile.ts';
import type { Sink } from './sink.ts';
import { say } from './wording.ts';

/** Bytes of a line; a longer one is answered with an error. */
const LONGEST_LINE = 8_000_000;
/** Rows and units of a conversation that is waiting for its end; what goes on after that is a record of its own. */
const MOST_ROWS = 1000;
const MOST_UNITS = 2_000_000;

/** Lints the records on standard input and answers each on a line as soon as it is complete. What is held is one record. */
export async function lintRecords(context: RunContext, path: string, sink: Sink, notices: Notices): Promise<void> {
  const { world, configs, tally, locale } = context;
  notices.config(configs, configs.settingsFor(path).problems);
  const name = shown(world.cwd, path);
  const splitter = new LineSplitter(LONGEST_LINE);
  const answers = new Answers(context, path, sink);
  for await (const chunk of inUtf8(world.stdin.chunks())) {
    for (const line of splitter.take(chunk)) await answers.line(line);
    // Whoever waits for an answer before writing on has it before more is awaited.
    await sink.flush();
  }
  for (const line of splitter.end()) await answers.line(line);
  await answers.end();
  const { files, turns } = tally.summary(world.now());
  if (files > 0 && turns === 0) notices.warn(say(locale, 'recordsSilent', { path: name }));
  const { count, first } = answers.bad;
  if (count > 0) notices.fail(name, say(locale, 'recordsBad', { path: name, n: count, line: first }));
}

/** A record that may go on. */
interface Open {
  readonly id: string | undefined;
  readonly rows: string[];
  readonly line: number;
  units: number;
}

class Answers {
  /** How many records were answered with an error, and the line of the first. */
  bad = { count: 0, first: 0 };
  private readonly context: RunContext;
  private readonly name: string;
  private readonly sink: Sink;
  private readonly settings: ReturnType<RunContext['configs']['settingsFor']>['settings'];
  private readonly rowOf: ReturnType<typeof rowReader>;
  private open: Open | undefined;
  private index = 0;

  constructor(context: RunContext, path: string, sink: Sink) {
    this.context = context;
    this.name = shown(context.world.cwd, path);
    this.sink = sink;
    this.settings = context.configs.settingsFor(path).settings;
    this.rowOf = rowReader(this.settings);
  }

  /** Takes in a line; answers what is complete with it. */
  async line({ bytes, number }: StreamLine): Promise<void> {
    if (!bytes) return this.refuse('recordTooLong', number, { most: LONGEST_LINE });
    const decoded = decode(bytes);
    if ('why' in decoded) return this.refuse('recordNoText', number);
    // Between values a carriage return is a space; to a reader of lines it would end one.
    const text = decoded.text.replaceAll('\r', ' ');
    if (text.trim() === '') return;
    const row = this.rowOf(text);
    if (row === 'no record') return this.refuse('recordNone', number);
    if ('brokenAt' in row) return this.refuse('recordBroken', number, { column: row.brokenAt + 1 });
    if (!this.goesOn(row, text)) {
      await this.end();
      this.open = { id: row.id, rows: [], line: number, units: 0 };
    }
    const open = this.open!;
    open.rows.push(text);
    open.units += text.length;
    if (!row.isPart) await this.end();
  }

  /** Answers the record that was waiting for more. */
  async end(): Promise<void> {
    const { open } = this;
    this.open = undefined;
    if (open) await this.answer(open);
  }

  private goesOn({ id, isPart }: Row, text: string): boolean {
    const { open } = this;
    return open !== undefined && isPart && open.id === id && open.rows.length < MOST_ROWS && open.units + text.length <= MOST_UNITS;
  }

  private async answer({ id, rows, line }: Open): Promise<void> {
    const { locale, options } = this.context;
    const pieces: string[] = [];
    try {
      const result = this.lint(rows.join('\n'));
      pieces.push(`{"index":${this.index},"id":${id ?? null},`, ...jsonFindings(result, locale, options.extras), '}\n');
    } catch (error) {
      return this.error(say(locale, 'recordFailed', { path: this.name, line, why: reason(error) }), line);
    }
    this.index++;
    await this.sink.write(pieces);
  }

  /** What files say to one another is not asked: the findings are those of the record alone. */
  private lint(text: string): Parameters<typeof jsonFindings>[0] {
    const { linter, options, tally, reporter } = this.context;
    const linted = linter.lint({ text, format: 'jsonl' }, this.settings);
    const result = {
      path: this.name,
      format: 'jsonl',
      lang: linted.lang,
      text,
      lines: linted.lines(),
      findings: atLeast(linted.findings, options.least),
      suppressed: linted.suppressed,
    };
    const broken = linted.findings.find(({ rule }) => rule === 'internal');
    if (broken) throw new Error(broken.message[this.context.locale]);
    tally.add(result, linted.findings, linted.turns, reporter);
    return result;
  }

  private async refuse(
    key: 'recordTooLong' | 'recordNoText' | 'recordNone' | 'recordBroken',
    line: number,
    data: Readonly<Record<string, number>> = {},
  ): Promise<void> {
    await this.end();
    await this.error(say(this.context.locale, key, { path: this.name, line, ...data }), line);
  }

  private async error(error: string, line: number): Promise<void> {
    const { count, first } = this.bad;
    this.bad = { count: count + 1, first: count === 0 ? line : first };
    await this.sink.write([`${JSON.stringify({ index: this.index++, error })}\n`]);
  }
}
