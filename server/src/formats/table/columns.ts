import type { RoleOf } from '../../dialogue/speakers.ts';
import type { ParseOptions } from '../format.ts';
import { columnsOf } from '../markdown/columns.ts';
import type { Speaker } from '../openTurn.ts';

/** Which columns of a table hold what is said, by number. */
export interface TableColumns {
  /** Columns of speech, with who speaks. */
  readonly speech: ReadonlyMap<number, Speaker>;
  /** The columns of what the speaker named in `speaker` says. */
  readonly said: readonly number[];
  readonly speaker: number | undefined;
  /** The column whose value is the same throughout one conversation. */
  readonly conversation: number | undefined;
}

const SAID =
  /^(?:(?:对话|對話|消息|訊息|聊天|发言|發言|说话|說話)?(?:内容|內容|文本|正文|话语|話語)|消息|訊息|text|content|message|utterance|body|话术|話術|回复|回覆|答案|response|reply|answer|script)s?$/iu;
const SPEAKER =
  /^(?:说话方|說話方|发送者|發送者|发送方|發送方|发送人|發送人|发言方|sender|from|author|sender[ _-]?type|speaker[ _-]?(?:type|role))$/iu;
const CONVERSATION =
  /^(?:(?:conversation|dialogue|dialog|session|chat|ticket|thread|call)[ _-]?(?:id|no|number)?|(?:会话|會話|对话|對話|通话|通話|聊天|工单|工單)[ _-]?(?:id|编号|編號|号|號|标识)?)$/iu;
/** Columns of replies where no column is called so: beside one that is, what is called content is the question it answers, or a note. */
const REPLY = /^(?:内容|內容|content|message)$/iu;

const PHRASE: Speaker = { kind: 'phrase', role: 'agent', speaker: '' };

/** Reads a header, by what config says of it where it does; undefined where it tells of nothing that is said. */
export function tableColumns(header: readonly string[], roleOf: RoleOf, mapped: ParseOptions['columns']): TableColumns | undefined {
  const head = header.map((words) => words.trim());
  const find = (isIt: (words: string, column: number) => boolean): number | undefined => {
    const at = head.findIndex(isIt);
    return at < 0 ? undefined : at;
  };
  const conversation = find((words) => (mapped?.conversation === undefined ? CONVERSATION.test(words) : words === mapped.conversation));
  const known = columnsOf(new Map(head.entries()), roleOf);
  const speaker =
    mapped?.speaker === undefined ? (known.speaker ?? find((words) => SPEAKER.test(words))) : find((words) => words === mapped.speaker);
  // A column that config names and that is not there leaves open who says what.
  const isThere = (named: string | undefined, column: number | undefined): boolean => named === undefined || column !== undefined;
  if (!isThere(mapped?.speaker, speaker) || !isThere(mapped?.conversation, conversation)) return undefined;
  if (mapped?.text) {
    const columns = head.flatMap((words, column) => (mapped.text!.includes(words) ? [column] : []));
    if (columns.length === 0) return undefined;
    if (speaker !== undefined) return { speech: new Map(), said: columns, speaker, conversation };
    return { speech: new Map(columns.map((column) => [column, PHRASE])), said: [], speaker: undefined, conversation };
  }
  // Beside a column of speakers, a column of replies is what each of them says.
  const isSaid = (words: string, column: number): boolean =>
    column !== speaker && column !== conversation && (SAID.test(words) || known.speech.get(column)?.kind === 'phrase');
  const said = speaker === undefined ? undefined : find(isSaid);
  if (said !== undefined) return { speech: new Map(), said: [said], speaker, conversation };
  const speech = new Map(known.speech);
  if (speech.size === 0) for (const [column, words] of head.entries()) if (REPLY.test(words)) speech.set(column, PHRASE);
  return speech.size > 0 ? { speech, said: [], speaker: undefined, conversation } : undefined;
}
