import type { Node } from 'jsonc-parser';
import type { Role } from '../../dialogue/model.ts';
import type { RoleOf } from '../../dialogue/speakers.ts';

/** Somebody's words in a file: the string they stand in. */
export interface Said {
  readonly node: Node;
  readonly role: Role;
  readonly speaker: string;
}

/** Messages of one conversation, in order, or phrases by themselves. `title`: what the file calls it. */
export interface Found {
  readonly kind: 'turn' | 'phrase';
  readonly title: string;
  readonly said: readonly Said[];
}

export const WORDS: readonly string[] = ['content', 'text', 'message', 'utterance'];
export const SPEAKERS: readonly string[] = ['role', 'speaker', 'sender', 'from', 'author'];
const CONVERSATIONS = [
  'conversation_id',
  'conversationId',
  'dialogue_id',
  'dialogueId',
  'session_id',
  'sessionId',
  'chat_id',
  'ticket_id',
] as const;
export const CANNED: readonly string[] = ['short_code', 'shortcode', 'shortcut'];
/** The action of a macro that answers. */
const FIELDS: readonly string[] = ['field', 'type', 'action'];
const COMMENT = /^comment(?:_value)?$/u;
/** Who speaks, in the words of programs. */
const PROGRAMS: Readonly<Record<string, Role>> = { assistant: 'agent', bot: 'agent', human: 'customer', contact: 'customer' };

/** What is said in a JSON value of a known shape: chat messages, pairs of speaker and text, canned responses, macros, Rasa responses. */
export function* foundIn(root: Node, roleOf: RoleOf): Generator<Found> {
  if (isReport(root)) return;
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const found = [...known(node, roleOf)];
    yield* found;
    if (found.length > 0) continue;
    for (const child of [...(node.children ?? [])].reverse()) if (child.children) waiting.push(child);
  }
}

/** True for a report of ours, or a line of one: what it quotes of scripts is nobody's words. */
function isReport(root: Node): boolean {
  const tool = valueAt(root, 'tool');
  const lists = valueAt(root, 'findings')?.type === 'array' && (valueAt(root, 'path') ?? valueAt(root, 'suppressed')) !== undefined;
  return lists || (tool !== undefined && valueAt(tool, 'name')?.value === 'huashu');
}

/** A message by itself, as a line of a log is, with the conversation it is part of. */
export function messageOf(node: Node, roleOf: RoleOf): { readonly conversation: string; readonly said: Said } | undefined {
  if (node.type !== 'object') return undefined;
  const words = stringAt(node, WORDS);
  const speaker = stringAt(node, SPEAKERS);
  const role = speaker && words && roleNamed(speaker.value as string, roleOf);
  return role ? { conversation: conversationOf(node), said: { node: words!, role, speaker: speaker!.value as string } } : undefined;
}

/** What a value says the conversation is called that it is, or is part of. */
export function conversationIdOf(node: Node): Node | undefined {
  for (const name of CONVERSATIONS) {
    const id = valueAt(node, name);
    if (id?.type === 'number' || (id?.type === 'string' && id.value !== '')) return id;
  }
  return undefined;
}

/** The value of a property; of a key that stands twice the last, as every parser takes it. */
export function valueAt(node: Node, name: string): Node | undefined {
  return node.type === 'object' ? node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1] : undefined;
}

function* known(node: Node, roleOf: RoleOf): Generator<Found> {
  if (node.type === 'array') yield* conversations(node.children ?? [], roleOf);
  else if (node.type === 'object') yield* phrases(node);
}

function* conversations(items: readonly Node[], roleOf: RoleOf): Generator<Found> {
  const open = new Map<string, Said[]>();
  for (const item of items) {
    const message = messageOf(item, roleOf) ?? pairOf(item, roleOf);
    if (!message) continue;
    const said = open.get(message.conversation) ?? [];
    open.set(message.conversation, said);
    said.push(message.said);
  }
  for (const [title, said] of open) yield { kind: 'turn', title, said };
}

/** `[speaker, text]` */
function pairOf(node: Node, roleOf: RoleOf): ReturnType<typeof messageOf> {
  const [speaker, words, ...more] = node.type === 'array' ? (node.children ?? []) : [];
  if (speaker?.type !== 'string' || words?.type !== 'string' || more.length > 0) return undefined;
  const role = roleNamed(speaker.value, roleOf);
  return role && { conversation: '', said: { node: words, role, speaker: speaker.value } };
}

function* phrases(node: Node): Generator<Found> {
  const phrase = (words: readonly Node[], title: string): Found => ({
    kind: 'phrase',
    title,
    said: words.map((one) => ({ node: one, role: 'agent', speaker: '' })),
  });
  const code = stringAt(node, CANNED);
  const canned = code && stringAt(node, WORDS);
  if (canned) yield phrase([canned], code!.value as string);
  const actions = valueAt(node, 'actions');
  const comments = actions?.type === 'array' ? actions.children!.flatMap(commentOf) : [];
  if (comments.length > 0) yield phrase(comments, (stringAt(node, ['title', 'name'])?.value as string | undefined) ?? '');
  const responses = valueAt(node, 'responses');
  for (const property of responses?.type === 'object' ? responses.children! : []) {
    const [name, variations] = property.children!;
    const texts = variations?.type === 'array' ? variations.children!.flatMap((one) => stringAt(one, ['text']) ?? []) : [];
    if (texts.length > 0) yield phrase(texts, name!.value as string);
  }
}

/** The words of a macro that answers: `{field: comment_value, value}`, the value being a text or a channel and a text. */
function commentOf(action: Node): Node[] {
  const field = stringAt(action, FIELDS);
  if (!field || !COMMENT.test(field.value as string)) return [];
  const value = valueAt(action, 'value') ?? valueAt(action, 'text');
  if (value?.type === 'string') return [value];
  const last = value?.type === 'array' ? value.children!.at(-1) : undefined;
  return last?.type === 'string' ? [last] : [];
}

/** True for the key and value that make an action of a macro a comment. */
export function isComment(key: string, value: string): boolean {
  return FIELDS.includes(key) && COMMENT.test(value);
}

function conversationOf(node: Node): string {
  return String(conversationIdOf(node)?.value ?? '');
}

/** Who a name in the file stands for. */
export function roleNamed(speaker: string, roleOf: RoleOf): Role | undefined {
  const name = speaker.trim().toLowerCase();
  return (
    roleOf(speaker) ?? (Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : name === 'system' || name === 'tool' ? 'narrator' : undefined)
  );
}

function stringAt(node: Node, names: readonly string[]): Node | undefined {
  for (const name of names) {
    const value = valueAt(node, name);
    if (value?.type === 'string') return value;
  }
  return undefined;
}
