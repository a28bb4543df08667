import type { ChatView, ChatWalk, FlowView, NoView, ViewRange } from '../../../server/src/viewProtocol.ts';

/** The pictures there are. */
export type Picture = 'preview' | 'flow';

/** Extension → page. `gone`: the file cannot be read any more. */
export type ToPage<View = ChatView | FlowView> =
  | { readonly type: 'show'; readonly view: View }
  | { readonly type: 'none'; readonly why: NoView | 'gone' }
  | { readonly type: 'cursor'; readonly line: number };

/** Page → extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly line?: number; readonly walk?: ChatWalk }
  | { readonly type: 'goto'; readonly range: ViewRange }
  | { readonly type: 'open'; readonly picture: Picture }
  | { readonly type: 'export'; readonly form: 'svg' | 'mermaid' };

/** What a page remembers over a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly walk?: ChatWalk;
  /** How far down the page was scrolled, in pixels. */
  readonly scroll?: number;
}
