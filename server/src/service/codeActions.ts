import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { compareLevels, type Finding, type Fix, findingsAmong } from '../core/index.ts';
import { saidTwice } from '../core/saidTwice.ts';
import { openRuleCommand } from '../protocol.ts';
import { insteadOfRefusal, insteadOfTurn, type PhraseSource } from './approvedPhrase.ts';
import type { ActionSupport, Checked, Presentation } from './checked.ts';
import { toSpan } from './convert.ts';
import { SOURCE, toDiagnostic } from './diagnostics.ts';
import { disabling } from './disableComment.ts';
import { together, workspaceEdit } from './textEdits.ts';
import { fill, WORDS } from './words.ts';

/** Applies every safe fix of a file; what fix-on-save asks for. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

/** What the client asked for, and how to put it. */
export interface ActionRequest {
  readonly range: Range;
  readonly context: CodeActionContext;
  readonly support: ActionSupport;
  readonly presentation: Presentation;
  /** The team's phrases; absent where there are none. */
  readonly phrases?: PhraseSource | undefined;
}

/** What is left to work out of an action when the client resolves it: rewording a whole file takes its time. */
export interface FixAllOfRule {
  readonly uri: string;
  readonly version: number | null;
  readonly rule: string;
}

/** Rewords every finding of a rule that needs nothing from the writer. */
export function editOfRule(checked: Checked, rule: string, support: ActionSupport): WorkspaceEdit {
  const isAgain = saidTwice();
  const fixes = checked.findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.fixes().find((fix) => fix.slots.length === 0 && !isAgain(finding, fix)) ?? []);
  return workspaceEdit(checked, { edits: together(fixes), slots: [] }, support);
}

/** Most findings whose rewordings are worked out before anybody has chosen them. */
const MOST_AT_ONCE = 50;

/** The actions for a range: rewordings of the findings it touches, then what can be done about their rule. */
export function codeActions(checked: Checked, request: ActionRequest): CodeAction[] {
  const { context, support } = request;
  const actions: CodeAction[] = [];
  if (asksFor(context, CodeActionKind.QuickFix)) {
    const touched = findingsAt(checked, request.range).toSorted(graverFirst);
    actions.push(...reframes(checked, touched, request));
    for (const rule of new Set(touched.map((finding) => finding.rule))) actions.push(...aboutRule(checked, touched, rule, request));
  }
  if (context.only !== undefined && asksFor(context, CodeActionKind.RefactorRewrite)) actions.push(...rewritten(checked, request));
  if (context.only !== undefined && asksFor(context, FIX_ALL)) actions.push(...fixAll(checked, support));
  return actions;
}

/** Findings that share a unit with the range, or touch it where one of the two is empty. */
export function findingsAt({ stretches, lines }: Checked, range: Range): readonly Finding[] {
  const { start, end } = toSpan(lines, range);
  return findingsAmong(stretches, (span) =>
    start === end || span.start === span.end ? span.start <= end && start <= span.end : span.start < end && start < span.end,
  );
}

/** The graver first, and of those equally grave the one that points at fewer words: its fix is what the cursor was put there for. */
function graverFirst(a: Finding, b: Finding): number {
  return compareLevels(b.severity, a.severity) || a.span.end - a.span.start - (b.span.end - b.span.start);
}

/** True when a kind is wanted: nothing was said, or it or a kind above it was named; some clients name one without a list around it. */
export function asksFor({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || [only].flat().some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** Each rewording once, even where it answers several findings of a sentence. */
function reframes(checked: Checked, touched: readonly Finding[], request: ActionRequest): CodeAction[] {
  const offered = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  for (const finding of touched) {
    const diagnostic = diagnosticOf(finding, checked, request);
    for (const [i, fix] of [...teamPhrases(touched, finding, request), ...finding.fixes()].entries()) {
      const key = JSON.stringify(fix.edits);
      const action = offered.get(key) ?? {
        title: fix.title[request.support.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics: [],
        edit: workspaceEdit(checked, fix, request.support),
      };
      action.diagnostics.push(diagnostic);
      if (i === 0 && finding === touched[0]) action.isPreferred = true;
      offered.set(key, action);
    }
  }
  return [...offered.values()];
}

/** Most findings at a place for which phrases are looked up: with more, a whole selection is asked about. */
const MOST_PHRASED = 8;

/** A phrase of the team in place of a refusal: for all the findings on its words at once. */
function teamPhrases(touched: readonly Finding[], { rule, span }: Finding, { phrases }: ActionRequest): Fix[] {
  return phrases && touched.length <= MOST_PHRASED ? insteadOfRefusal(phrases, rule, [span, ...touched.map((other) => other.span)]) : [];
}

/** What an agent says, said by a phrase of the team. */
function rewritten(checked: Checked, { range, support, phrases }: ActionRequest): CodeAction[] {
  if (!phrases) return [];
  return insteadOfTurn(phrases, toSpan(checked.lines, range)).map((fix) => ({
    title: fix.title[support.locale],
    kind: CodeActionKind.RefactorRewrite,
    edit: workspaceEdit(checked, fix, support),
  }));
}

function aboutRule(checked: Checked, touched: readonly Finding[], rule: string, request: ActionRequest): CodeAction[] {
  const { support } = request;
  const finding = touched.find((one) => one.rule === rule)!;
  const diagnostics = [diagnosticOf(finding, checked, request)];
  const title = (words: keyof typeof WORDS): string => fill(WORDS[words][support.locale], { rule });
  const actions: CodeAction[] = [];
  const others = checked.stretches.reduce((sum, { findings }) => sum + findings.filter((one) => one.rule === rule).length, 0);
  if (others > 1 && withoutSlots(finding)) {
    const action = { title: title('fixAllOfRule'), kind: CodeActionKind.QuickFix, diagnostics };
    if (support.resolve) actions.push({ ...action, data: { uri: checked.uri, version: checked.version, rule } satisfies FixAllOfRule });
    else if (others <= MOST_AT_ONCE) actions.push({ ...action, edit: editOfRule(checked, rule, support) });
  }
  const disable = support.disableComment ? disabling(checked, finding, WORDS.reason[support.locale]) : undefined;
  if (disable)
    actions.push({
      title: title('disableLine'),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: workspaceEdit(checked, disable, support),
    });
  if (support.openRule) {
    const command = { title: title('openPage'), command: openRuleCommand, arguments: [rule] };
    actions.push({ title: title('openPage'), kind: CodeActionKind.QuickFix, diagnostics, command });
  }
  return actions;
}

function fixAll(checked: Checked, support: ActionSupport): CodeAction[] {
  const safe = checked.findings.flatMap((finding) => finding.safe ?? []);
  if (safe.length === 0) return [];
  const edit = workspaceEdit(checked, { edits: together(safe), slots: [] }, support);
  return [{ title: WORDS.fixAllSafe[support.locale], kind: FIX_ALL, edit }];
}

/** The first fix that leaves nothing for the writer to fill in. */
function withoutSlots(finding: Finding): Fix | undefined {
  return finding.fixes().find((fix) => fix.slots.length === 0);
}

/** The client's own diagnostic where it sent one, so that it recognises the action as its quick fix. */
function diagnosticOf(finding: Finding, checked: Checked, { context, presentation }: ActionRequest): Diagnostic {
  const own = toDiagnostic(finding, checked, presentation);
  const same = (other: Diagnostic): boolean => other.code === own.code && JSON.stringify(other.range) === JSON.stringify(own.range);
  return context.diagnostics.find(same) ?? own;
}
