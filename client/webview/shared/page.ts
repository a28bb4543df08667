import type { FromPage, PageState, ToPage } from '../../src/views/messages.ts';

interface EditorApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** A language the page has words in. */
export type PageLocale = 'en' | 'zh-CN' | 'zh-TW';

/** What the page has of the editor around it. */
export interface Page<View> {
  readonly locale: PageLocale;
  readonly uri: string;
  /** What was remembered before the window was reloaded. */
  readonly remembered: PageState | undefined;
  send(message: FromPage): void;
  remember(state: Omit<PageState, 'uri'>): void;
  /** From now on messages are heard, and the editor is told so. */
  listen(hear: (message: ToPage<View>) => void): void;
}

export function connect<View>(): Page<View> {
  const editor = acquireVsCodeApi();
  const { uri = '', locale = '' } = document.body.dataset;
  return {
    locale: localeOf(locale),
    uri,
    remembered: editor.getState(),
    send: (message) => editor.postMessage(message),
    remember: (state) => editor.setState({ uri, ...state }),
    listen(hear) {
      window.addEventListener('message', ({ data }: MessageEvent<ToPage<View>>) => hear(data));
      editor.postMessage({ type: 'ready' });
    },
  };
}

function localeOf(tag: string): PageLocale {
  const name = tag.toLowerCase();
  if (!name.startsWith('zh')) return 'en';
  return /\b(?:tw|hk|mo|hant)\b/.test(name) ? 'zh-TW' : 'zh-CN';
}
