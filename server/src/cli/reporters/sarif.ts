import docs from 'huashu:docs';
import type { Artifact, PropertyBag, Region, ReportingDescriptor, Result, Run } from 'sarif';
import {
  type Finding,
  type Fix,
  type Locale,
  type RuleDocument,
  type RuleMeta,
  readRuleDocument,
  type Severity,
  type Span,
  teamPage,
} from '../../core/index.ts';
import type { FileResult, Reporter, RunError } from '../fileResult.ts';
import { fingerprints } from '../fingerprint.ts';
import { type Places, placesFor } from '../relatedPlaces.ts';

declare const HUASHU_VERSION: string;

/** SARIF 2.1.0. Results come first and the rules they name at the end, so that nothing need be held. */
export function sarif(locale: Locale, rules: ReadonlyMap<string, { readonly meta: RuleMeta }>): Reporter {
  const named = new Map<string, number>();
  const indexOf = (rule: string): number => {
    const index = named.get(rule) ?? named.size;
    named.set(rule, index);
    return index;
  };
  const teams = new Map<string, ReturnType<typeof teamPage>>();
  let comma = '';
  return {
    showsFixes: true,
    start: () =>
      `{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    *file(file) {
      const fingerprint = fingerprints(file);
      for (const finding of file.findings) {
        if (file.team && !rules.has(finding.rule) && !teams.has(finding.rule)) teams.set(finding.rule, teamPage(file.team, finding.rule));
        yield comma + JSON.stringify(result(file, finding, indexOf(finding.rule), fingerprint(finding), locale));
        comma = ',\n';
      }
    },
    end(_summary, errors) {
      const documents = docs();
      const descriptors = [...named.keys()].map((id) =>
        descriptor(
          id,
          rules.get(id)?.meta ?? teams.get(id)?.meta,
          teams.get(id)?.document ?? readRuleDocument(documents[id] ?? ''),
          locale,
        ),
      );
      const rest: Omit<Run, 'results'> = {
        tool: {
          driver: { name: 'huashu', version: HUASHU_VERSION, semanticVersion: HUASHU_VERSION, language: locale, rules: descriptors },
        },
        invocations: [{ executionSuccessful: errors.length === 0, toolExecutionNotifications: errors.map(notification) }],
      };
      return `],${JSON.stringify(rest).slice(1)}]}\n`;
    },
  };
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<Severity, Result['level']>;

function result(file: FileResult, finding: Finding, ruleIndex: number, fingerprint: string, locale: Locale): Result {
  const { rule, severity, message, span, related, speaker, scene, turn } = finding;
  const fixes = finding.fixes();
  const properties: PropertyBag = { severity, source: finding.source, speaker, scene, turn };
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message[locale] },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file.path),
          region: { ...region(file, span), snippet: { text: file.text.slice(span.start, span.end) } },
        },
      },
    ],
    partialFingerprints: { 'huashu/v1': fingerprint },
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((r, id) => ({
            id,
            message: { text: r.message[locale] },
            physicalLocation: { artifactLocation: artifact(r.path ?? file.path), region: region(placesFor(r, file), r.span) },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => sarifFix(file, fix, locale)) }),
    properties,
  };
}

function sarifFix(file: FileResult, { title, edits }: Fix, locale: Locale): NonNullable<Result['fixes']>[number] {
  const replacements = edits.map(({ span, text }) => ({ deletedRegion: region(file, span), insertedContent: { text } }));
  return { description: { text: title[locale] }, artifactChanges: [{ artifactLocation: artifact(file.path), replacements }] };
}

function region({ lines }: Places, { start, end }: Span): Region {
  const [from, to] = [lines.placeAt(start), lines.placeAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
    charOffset: start,
    charLength: end - start,
  };
}

function descriptor(id: string, meta: RuleMeta | undefined, document: RuleDocument, locale: Locale): ReportingDescriptor {
  const text = meta?.title[locale] ?? id;
  const page = document.text[locale] ?? text;
  return {
    id,
    name: id,
    shortDescription: { text },
    fullDescription: { text: page.split(/\n\s*\n/u)[0]!.replace(/\s+/gu, ' ') },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVELS[meta?.severity ?? 'warning'] },
    ...(meta ? { properties: { source: meta.source } } : {}),
  };
}

function notification({
  path,
  message,
}: RunError): NonNullable<NonNullable<Run['invocations']>[number]['toolExecutionNotifications']>[number] {
  return { level: 'error', message: { text: message }, locations: [{ physicalLocation: { artifactLocation: artifact(path) } }] };
}

function artifact(path: string): NonNullable<Artifact['location']> {
  return { uri: path.split('/').map(encodeURIComponent).join('/') };
}
