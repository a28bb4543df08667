import { runTool } from '../../assistant/registry.ts';
import { Refusal } from '../../assistant/shape.ts';
import {
  type CheckRewriteParams,
  type CheckRewriteResult,
  checkRewriteRequest,
  type RewriteParams,
  type RewriteResult,
  rewriteRequest,
  type ToolParams,
  type ToolResult,
  toolRequest,
} from '../../assistantProtocol.ts';
import { toOffset, toRange } from '../../service/convert.ts';
import { checkRewrite, type RewriteSubject, rewriteOf } from '../../service/rewrite.ts';
import { REFUSALS } from '../../service/rewriteWords.ts';
import { deskOf } from '../assistantDesk.ts';
import type { Running } from '../running.ts';
import type { Session } from '../session.ts';
import type { RequestGroup } from './group.ts';

/** What assistants ask, and what a language model is asked and may answer. */
export const assistantRequests: RequestGroup = {
  capabilities: () => ({}),
  listen({ connection, answer }) {
    connection.onRequest<ToolResult, never>(toolRequest, answer<ToolParams, ToolResult>(toolRequest, tool));
    connection.onRequest<RewriteResult, never>(
      rewriteRequest,
      answer<RewriteParams, RewriteResult>(rewriteRequest, (server, params) => about(server, params, rewrite)),
    );
    connection.onRequest<CheckRewriteResult, never>(
      checkRewriteRequest,
      answer<CheckRewriteParams, CheckRewriteResult>(checkRewriteRequest, (server, params) =>
        about(server, params, (subject) => checkRewrite(subject, params.answer)),
      ),
    );
  },
};

async function tool({ ready, session }: Running, { tool: name, input }: ToolParams): Promise<ToolResult> {
  await ready;
  try {
    return { text: (await runTool(deskOf(session), name, input)).text };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

function rewrite(subject: RewriteSubject): RewriteResult {
  const found = rewriteOf(subject);
  if ('refused' in found) return found;
  const { prompt, spoken, finding } = found;
  return { prompt, range: toRange(subject.parsed.lines, spoken.span), words: spoken.utterance.body.text, severity: finding.severity };
}

/** Asks about a finding in the version of a document that the client has in mind. */
async function about<R>(
  { ready, session }: Running,
  params: RewriteParams,
  ask: (subject: RewriteSubject) => R,
): Promise<R | { refused: string }> {
  await ready;
  const subject = subjectOf(session, params);
  return subject ? ask(subject) : { refused: REFUSALS.changed[session.features.locale] };
}

function subjectOf(session: Session, { textDocument, version, position, rule }: RewriteParams): RewriteSubject | undefined {
  const open = session.documents.get(textDocument.uri);
  const parsed = open && session.parsed(open);
  const checked = open && session.check(open);
  if (!parsed || !checked || parsed.version !== version) return undefined;
  const at = toOffset(parsed.lines, position);
  return { linter: session.checker.linter, parsed, findings: checked.findings, at, rule, locale: session.features.locale };
}
