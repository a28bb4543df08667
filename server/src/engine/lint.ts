import { type Dialogue, dialogues } from '../dialogue/dialogues.ts';
import { isTurn, type Scene, type ScriptDocument, type Turn, type Utterance } from '../dialogue/model.ts';
import { unescaped } from '../text/escapes.ts';
import { circumstancesOf, type Fixing, findingOf, fixingOf, isAllowed, once, optionsOf, placeOf, stirredBy } from './assemble.ts';
import { settleClaims } from './claims.ts';
import type { Finding, Severity } from './finding.ts';
import { fixesOf } from './fix.ts';
import { Flow } from './flow.ts';
import { Gathering } from './gathering.ts';
import { isOn, reportedAs, severityOf } from './levels.ts';
import type { LintCache } from './lintCache.ts';
import type { LintSettings } from './lintSettings.ts';
import { describe } from './message.ts';
import type { Listening } from './moment.ts';
import { eventFinding, placedFinding } from './placedFinding.ts';
import type { DialogueRule, FlowRule, Report, RuleMeta, SceneReport, SceneRule, TypingRule, UtteranceRule } from './rule.ts';
import type { RuleSet } from './ruleSet.ts';
import type { SceneMemo } from './sceneMemo.ts';
import { type Found, type LintResult, settleWhole } from './settle.ts';
import { sceneFindings, typingFindings } from './simpleFindings.ts';
import { Speech } from './speech.ts';

/** A report of an utterance rule, with its severity settled. */
export interface Ruled {
  readonly rule: UtteranceRule;
  readonly report: Report;
  readonly severity: Severity;
}

/** Lints one document. Pure: the same source, rules and settings give the same findings; the cache only saves work. */
export function lint(source: string, document: ScriptDocument, rules: RuleSet, settings: LintSettings, cache?: LintCache): LintResult {
  cache?.start(settings);
  const found = findAll(source, document, rules, settings, cache);
  cache?.turnOver();
  return settleWhole(source, found, rules, settings);
}

/** Everything the rules find in a document, suppressed or not. */
export function findAll(source: string, document: ScriptDocument, rules: RuleSet, settings: LintSettings, cache?: LintCache): Found {
  const gathering = new Gathering(document, rules, settings, cache);
  const run = new Run(source, rules, settings, cache, fixingOf(document, cache));
  for (const dialogue of dialogues(document)) {
    run.dialogue(dialogue);
    gathering.dialogue(dialogue, settings.hearing);
  }
  run.whole(document);
  return { findings: run.findings, comments: document.comments, turns: run.turns, items: gathering.items() };
}

/** The wording findings of one speech by the rules that are wanted, claims settled; what throws is named by `failed`. */
export function wordingOf(
  speech: Speech,
  rules: RuleSet,
  settings: LintSettings,
  failed: (rule: RuleMeta, error: unknown) => void,
  isWanted: (rule: RuleMeta) => boolean = (rule) => isOn(rule, settings.levels),
): Ruled[] {
  const found: Ruled[] = [];
  const stirs = (rule: UtteranceRule): boolean => rule.stirs!(speech.utterance.body.text, optionsOf(rule.meta, settings));
  const woken = rules.wokenBy(speech.waking()).filter(({ meta }) => isWanted(meta));
  for (const rule of [...woken, ...rules.shape.filter((rule) => isWanted(rule.meta) && stirs(rule))]) {
    try {
      for (const report of rule.check(speech, optionsOf(rule.meta, settings))) {
        const severity = reportedAs(rule.meta, report, settings.levels);
        if (severity !== 'off' && !isAllowed(speech, report, settings.allow)) found.push({ rule, report, severity });
      }
    } catch (error) {
      failed(rule.meta, error);
    }
  }
  return settleClaims(found, rules.precedence);
}

/** Most findings of an utterance that are reworded: with more, no one sentence is what is wrong. */
const MOST_REWORDED = 40;

class Run {
  readonly findings: Finding[] = [];
  turns = 0;
  private readonly rules: RuleSet;
  private readonly settings: LintSettings;
  readonly listening: Listening;
  private readonly cache: LintCache | undefined;
  private readonly typing: readonly TypingRule[];
  private readonly dialogueRules: readonly DialogueRule[];
  private readonly flowRules: readonly FlowRule[];
  private readonly stirs: (text: string) => boolean;
  private readonly sceneRules: readonly SceneRule[];
  private readonly source: string;
  /** When the fixes of a rule's finding are computed: late, but at once where scenes are read one by one and not to be kept for it. */
  private readonly fixing: (meta: RuleMeta) => Fixing;

  constructor(source: string, rules: RuleSet, settings: LintSettings, cache: LintCache | undefined, fixing: Run['fixing']) {
    this.source = source;
    this.fixing = fixing;
    this.rules = rules;
    this.settings = settings;
    this.cache = cache;
    this.listening = { reading: settings.reading, hearing: settings.hearing, table: rules.acts, traces: new WeakMap() };
    const on = (rule: { meta: RuleMeta }): boolean => severityOf(rule.meta, undefined, settings.levels) !== 'off';
    const written = unescaped(source);
    this.typing = rules.typing.filter((rule) => on(rule) && rule.mayApply(written, settings));
    this.dialogueRules = rules.dialogue.filter(on);
    this.flowRules = rules.flow.filter(on);
    this.stirs = stirredBy(rules.shape.filter(on), settings);
    this.sceneRules = rules.scene.filter((rule) => on(rule) && rule.mayApply(settings));
  }

  dialogue(dialogue: Dialogue): void {
    for (const scene of dialogue.scenes) {
      for (const rule of this.sceneRules) {
        this.guarded(rule.meta, scene.span.start, () => this.placed(rule, rule.check(scene, this.settings), scene));
      }
      this.scene(scene, dialogue);
    }
    const hear = (scene: number, item: number, utterance: number): Speech => {
      const { items } = dialogue.scenes[scene]!;
      return new Speech(this.settings.reading, items, item, (items[item] as Turn).utterances[utterance]!);
    };
    for (const rule of this.dialogueRules) {
      this.guarded(rule.meta, dialogue.scenes[0]!.span.start, () => {
        for (const report of rule.check(dialogue, hear, optionsOf(rule.meta, this.settings), circumstancesOf(rule.meta, this.settings)))
          this.add(placedFinding(rule, report, dialogue, this.rules, this.settings, this.listening, this.fixing(rule.meta)));
      });
    }
    this.conversation(dialogue);
  }

  /** What flow rules find where two speak. */
  private conversation(dialogue: Dialogue): void {
    if (this.flowRules.length === 0) return;
    const flow = new Flow(dialogue, this.listening);
    if (!flow.isConversation()) return;
    for (const rule of this.flowRules) {
      this.guarded(rule.meta, dialogue.scenes[0]!.span.start, () => {
        for (const report of flow.follow(rule, optionsOf(rule.meta, this.settings)))
          this.add(
            'event' in report
              ? eventFinding(rule, report, this.source, this.settings)
              : placedFinding(rule, report, dialogue, this.rules, this.settings, this.listening, this.fixing(rule.meta)),
          );
      });
    }
  }

  /** What the file says of itself, once its scenes have been looked at, and what could not be read. */
  whole(document: ScriptDocument): void {
    for (const rule of this.sceneRules) {
      if (rule.head) this.guarded(rule.meta, 0, () => this.placed(rule, rule.head!(this.source, document, this.settings), undefined));
    }
    const rule = this.rules.problem;
    const severity = severityOf(rule.meta, undefined, this.settings.levels);
    if (severity === 'off') return;
    for (const problem of document.problems) {
      this.findings.push(findingOf(rule.meta, severity, problem.span, { message: rule.message(problem) }));
    }
  }

  private scene(scene: Scene, dialogue: Dialogue): void {
    const memo = this.cache?.scene(scene);
    for (let at = 0; at < scene.items.length; at++) {
      const item = scene.items[at]!;
      if (!isTurn(item)) continue;
      this.turns++;
      if (item.role !== 'agent') continue;
      for (let i = 0; i < item.utterances.length; i++) this.utterance(scene, at, i, dialogue, memo);
    }
  }

  private utterance(scene: Scene, at: number, i: number, dialogue: Dialogue, memo: SceneMemo | undefined): void {
    const turn = scene.items[at] as Turn;
    const utterance = turn.utterances[i]!;
    for (const rule of this.typing)
      this.guarded(rule.meta, turn.span.start, () =>
        this.findings.push(...typingFindings(rule, utterance, placeOf(scene, turn), this.settings)),
      );
    const known = memo?.recall(at, i);
    if (known?.length === 0) return;
    const speech = known ? new Speech(this.settings.reading, scene.items, at, utterance) : this.stirring(scene, at, utterance);
    if (!speech) {
      memo?.keep(at, i, []);
      return;
    }
    const ruled = known ?? this.wording(speech, (found) => memo?.keep(at, i, found));
    for (const one of ruled) this.addRuled(one, speech, scene, turn, ruled.length > MOST_REWORDED ? undefined : dialogue);
  }

  /** The speech of an utterance, unless no waking pattern matches in it and no shape stirs; words that stir nothing are remembered, for scripts repeat themselves. */
  private stirring(scene: Scene, at: number, utterance: Utterance): Speech | undefined {
    const { text } = utterance.body;
    const { hearing, reading } = this.listening;
    const known = hearing.hear(text);
    if (known.quiet) return undefined;
    const stirs = this.stirs(text);
    const speech = stirs || known.rouses ? new Speech(reading, scene.items, at, utterance, known.ids) : undefined;
    if (speech && (stirs || speech.waking().length > 0)) return speech;
    known.quiet = true;
    return undefined;
  }

  /** The wording findings of a speech, kept for another run unless a rule failed. */
  private wording(speech: Speech, keep: (found: readonly Ruled[]) => void): readonly Ruled[] {
    let failed = false;
    const found = wordingOf(speech, this.rules, this.settings, (meta, error) => {
      failed = true;
      this.fail(meta, speech.turn.span.start, error);
    });
    if (!failed) keep(found);
    return found;
  }

  private addRuled({ rule, report, severity }: Ruled, speech: Speech, scene: Scene, turn: Turn, dialogue?: Dialogue): void {
    const again = speech.again();
    const fixing = this.fixing(rule.meta);
    const finding = findingOf(rule.meta, severity, speech.source(report.span), {
      message: describe(rule.meta, { words: speech.words(report.span), ...report.data }),
      at: placeOf(scene, turn),
      fixes: fixing(() => (dialogue ? fixesOf(rule, report, again(), this.rules, this.settings, dialogue, this.listening) : [])),
      why: fixing(() => rule.why?.(fixing === once ? again() : speech, report) ?? []),
    });
    this.findings.push(finding);
  }

  private add(finding: Finding | undefined): void {
    if (finding) this.findings.push(finding);
  }

  private placed(rule: SceneRule, reports: Iterable<SceneReport>, scene: Scene | undefined): void {
    this.findings.push(...sceneFindings(rule, reports, this.source, scene, this.settings));
  }

  private guarded(meta: RuleMeta, at: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fail(meta, at, error);
    }
  }

  private fail(meta: RuleMeta, at: number, error: unknown): void {
    const { internal } = this.rules;
    const words = error instanceof Error ? error.message : String(error);
    if (this.findings.some((f) => f.rule === internal.meta.id && f.message.en.includes(`${meta.id}:`))) return;
    const message = describe(internal.meta, { rule: meta.id, words });
    this.findings.push(findingOf(internal.meta, 'error', { start: at, end: at }, { message }));
  }
}
