import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { FLOW_WORDS } from '../../picture/words.ts';
import type { Checked } from '../../service/checked.ts';
import { isTooLarge } from '../../service/largeFile.ts';
import type { Parsed } from '../../service/parsed.ts';
import { chatBook } from '../../service/views/chatView.ts';
import { holdsSpeech } from '../../service/views/entries.ts';
import { flowView } from '../../service/views/flowView.ts';
import type { ViewWords } from '../../service/views/viewFinding.ts';
import {
  type FlowParams,
  type FlowResult,
  type FlowTextParams,
  type FlowTextResult,
  flowRequest,
  flowTextRequest,
  type IsScriptParams,
  type IsScriptResult,
  isScriptRequest,
  type NoView,
  type PreviewParams,
  type PreviewResult,
  previewRequest,
  type ViewChangedParams,
  viewChangedNotification,
} from '../../viewProtocol.ts';
import type { OpenDocument } from '../documents.ts';
import type { Running } from '../running.ts';
import type { Session } from '../session.ts';
import type { RequestGroup } from './group.ts';

/** The pictures of a script, and word when one is out of date. */
export const viewRequests: RequestGroup = {
  capabilities: () => ({}),
  listen({ connection, answer }) {
    const shown = new Set<string>();
    const watched = new WeakSet<Session>();
    /** Documents are listened to from the first picture on. */
    const show = async <P extends Pick<PreviewParams, 'textDocument'>, R>(
      { ready, session }: Running,
      params: P,
      draw: (subject: Subject, params: P) => R | Promise<R>,
    ): Promise<R | { none: NoView }> => {
      await ready;
      if (!watched.has(session)) {
        watched.add(session);
        session.documents.onStamp(({ document: { uri } }) => {
          if (!shown.delete(uri)) return;
          const told: ViewChangedParams = { uri };
          connection.sendNotification(viewChangedNotification, told).catch(() => {});
        });
      }
      shown.add(params.textDocument.uri);
      const subject = subjectOf(session, params.textDocument.uri);
      return 'none' in subject ? subject : draw(subject, params);
    };
    const books = new WeakMap<OpenDocument, { readonly stamp: number; readonly book: ReturnType<typeof chatBook> }>();
    const bookOf = ({ open, parsed, findings, words }: Subject): ReturnType<typeof chatBook> => {
      const known = books.get(open);
      if (known?.stamp === open.stamp) return known.book;
      const book = chatBook(parsed, findings, words);
      books.set(open, { stamp: open.stamp, book });
      return book;
    };
    connection.onRequest<PreviewResult, never>(
      previewRequest,
      answer<PreviewParams, PreviewResult>('huashu/preview', (server, params) =>
        show(server, params, (subject, { line, walk }) => ({ view: bookOf(subject)({ line, walk }) })),
      ),
    );
    connection.onRequest<FlowResult, never>(
      flowRequest,
      answer<FlowParams, FlowResult>('huashu/flow', (server, params) =>
        show(server, params, (subject, { line }) => ({ view: flowOf(subject, line) })),
      ),
    );
    connection.onRequest<FlowTextResult, never>(
      flowTextRequest,
      answer<FlowTextParams, FlowTextResult | ResponseError<never>>('huashu/flowText', async ({ ready, session }, params, token) => {
        if (params.form !== 'svg' && params.form !== 'mermaid')
          return new ResponseError<never>(ErrorCodes.InvalidParams, 'huashu/flowText: form is "svg" or "mermaid"');
        await ready;
        /** The client is heard between steps, so that it may say that it no longer waits. */
        const waits = async (): Promise<boolean> => {
          await session.host.breathe();
          return !token.isCancellationRequested;
        };
        if (!(await waits())) return { none: 'not-open' };
        const subject = subjectOf(session, params.textDocument.uri);
        return 'none' in subject ? subject : { text: await flowText(subject, params, waits) };
      }),
    );
    connection.onRequest<IsScriptResult, never>(
      isScriptRequest,
      answer<IsScriptParams, IsScriptResult>('huashu/isScript', async ({ ready, session }, { textDocument }) => {
        await ready;
        const subject = subjectOf(session, textDocument.uri);
        return { script: !('none' in subject) && holdsSpeech(subject.parsed) };
      }),
    );
  },
};

/** What pictures are made of. */
interface Subject {
  readonly open: OpenDocument;
  readonly parsed: Parsed;
  readonly findings: Checked['findings'];
  readonly words: ViewWords;
}

function subjectOf(session: Session, uri: string): Subject | { none: NoView } {
  const open = session.documents.get(uri);
  if (!open) return { none: 'not-open' };
  const parsed = session.parsed(open);
  if (!parsed) return { none: isTooLarge(open.document.getText()) ? 'too-large' : 'not-a-script' };
  const { locale } = session.features;
  const titles = new Map(session.allRules().map(({ id, title }) => [id, title[locale]]));
  return { open, parsed, findings: session.check(open)?.findings ?? [], words: { locale, titleOf: (rule) => titles.get(rule) } };
}

function flowOf({ parsed, findings }: Subject, line: number | undefined): ReturnType<typeof flowView> {
  return flowView(parsed, findings, line);
}

/** The library that lays graphs out is loaded when the first picture is drawn. */
async function flowText(subject: Subject, { line, form }: FlowTextParams, waits: () => Promise<boolean>): Promise<string> {
  const view = flowOf(subject, line);
  const words = FLOW_WORDS[subject.words.locale];
  if (form === 'mermaid') return (await import('../../picture/mermaid.ts')).flowMermaid(view, words);
  const { flowSvg } = await import('../../picture/svg.ts');
  return (await waits()) ? flowSvg(view, words) : '';
}
