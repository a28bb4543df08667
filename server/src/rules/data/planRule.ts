import type { Dialogue } from '../../dialogue/dialogues.ts';
import type { Plan } from '../../engine/condition.ts';
import { DialogueStage } from '../../engine/dialogueStage.ts';
import { type Hit, hitsIn, holdsAbout, type Stage, stretchAround, whole } from '../../engine/evaluate.ts';
import type { Reason, Related, Severity } from '../../engine/finding.ts';
import { localise } from '../../engine/message.ts';
import type { CompiledPacks, RuleData } from '../../engine/pack.ts';
import { isLocal, isWithinUtterance, listsOf, wakersOf } from '../../engine/planScope.ts';
import type { DialogueRule, Hear, PlacedReport, Report, UtteranceRule } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { dataReframes } from './dataReframes.ts';
import { excuseTrace, traceOf } from './planTrace.ts';
import { firstOfEachSentence, toClauseEnd } from './ranges.ts';

/** Stages by dialogue, so that the rules of a run look at each dialogue through one. */
export type Stages = WeakMap<Dialogue, DialogueStage>;

/** A rule whose condition says in full what it finds: over each utterance where that is enough, else over the dialogue. */
export function planRule(
  data: RuleData & { readonly when: Plan },
  packs: Pick<CompiledPacks, 'reframes'>,
  stages: Stages,
): UtteranceRule | DialogueRule {
  const { when, excuse, grades = [] } = data;
  const plans = [when, ...(excuse ? [excuse] : []), ...grades.flatMap(({ when: plan }) => ('parts' in plan ? [plan] : []))];
  const wakes = plans.every(isLocal) ? wakersOf(when) : undefined;
  const reframes = dataReframes(data, packs, listsOf(when));
  const wording = reframes ? { reframes } : {};
  if (wakes) {
    const why = (speech: Speech, { span }: Report): Reason[] => reasons(data, { speech, span }, undefined);
    return { scope: 'utterance', meta: data, wakes, check: (speech) => inUtterance(data, speech), why, ...wording };
  }
  return {
    scope: 'dialogue',
    meta: data,
    check: (dialogue, hear) => inDialogue(data, stageOf(dialogue, hear, stages), dialogue, hear),
    accepts: (_, original, changed) => hitsAlone(data, changed) <= hitsAlone(data, original),
    mends: (original, changed) => hitsAlone(data, changed) < Math.max(1, hitsAlone(data, original)),
    ...wording,
  };
}

function* inUtterance(data: RuleData & { readonly when: Plan }, speech: Speech): Generator<Report> {
  const speeches = isWithinUtterance(data.when) ? [speech] : speech.ofTurn();
  const hits = hitsIn(data.when, speeches.map(whole), undefined).filter((hit) => hit.speech === speech);
  yield* reportsOf(data, hits, undefined);
}

function* inDialogue(
  data: RuleData & { readonly when: Plan },
  stage: DialogueStage,
  dialogue: Dialogue,
  hear: Hear,
): Generator<PlacedReport> {
  for (const hits of [...stage.byTurn(data.when), ...phrases(data.when, dialogue, hear)]) {
    const own = hits.filter(({ speech }) => speech.turn.role === 'agent');
    for (const report of reportsOf(data, own, stage)) {
      const hit = { speech: report.speech, span: report.span };
      const judged = { speech: report.speech, span: report.judged };
      yield { ...report, ...hit, related: relatedTo(data.when, judged, stage), why: () => reasons(data, judged, stage) };
    }
  }
}

/** Replies that stand by themselves: a condition on one turn is asked of each. */
function* phrases(plan: Plan, { scenes }: Dialogue, hear: Hear): Generator<Hit[]> {
  if (!isLocal(plan)) return;
  for (const [s, { items }] of scenes.entries()) {
    for (const [i, item] of items.entries()) {
      if (item.kind === 'phrase')
        yield hitsIn(
          plan,
          item.utterances.map((_, u) => whole(hear(s, i, u))),
          undefined,
        );
    }
  }
}

function* reportsOf(
  data: RuleData,
  hits: readonly Hit[],
  stage: Stage | undefined,
): Generator<Report & { readonly speech: Speech; readonly judged: Hit['span'] }> {
  const spansOf = new Map<Speech, Hit['span'][]>();
  for (const hit of hits) {
    if (data.excuse && holdsAbout(data.excuse, hit, stage)) continue;
    const spans = spansOf.get(hit.speech);
    if (spans) spans.push(hit.span);
    else spansOf.set(hit.speech, [hit.span]);
  }
  for (const [speech, spans] of spansOf) {
    for (const judged of data.once ? firstOfEachSentence(speech, spans) : spans) {
      const span = data.reach ? toClauseEnd(speech, judged) : judged;
      const grade = gradeOf(data, { speech, span: judged }, stage);
      yield { speech, span, judged, ...(grade ? { grade } : {}) };
    }
  }
}

function gradeOf({ grades = [] }: RuleData, hit: Hit, stage: Stage | undefined): Severity | undefined {
  return grades.find(({ when }) => ('parts' in when ? holdsAbout(when, hit, stage) : when.some((list) => hit.speech.has(list))))?.severity;
}

function reasons(data: RuleData, hit: Hit, stage: Stage | undefined): Reason[] {
  const when = data.when!;
  const trace = traceOf(when, { pieces: stretchAround(hit, when.unit, stage), stage, hit });
  return data.excuse ? [...trace, excuseTrace(data.excuse, hit, stage)] : trace;
}

/** The places in the dialogue that a finding goes by. */
function relatedTo({ near }: Plan, hit: Hit, stage: Stage): Related[] {
  return near.flatMap((one) => {
    const found = stage.near(hit, one);
    return found ? [{ span: found.speech.source(found.span), message: HERE }] : [];
  });
}

const HERE = localise((locale) => ({ en: 'This is why', 'zh-CN': '原因在这里', 'zh-TW': '原因在這裡' })[locale]);

function stageOf(dialogue: Dialogue, hear: Hear, stages: Stages): DialogueStage {
  const known = stages.get(dialogue) ?? new DialogueStage(dialogue, hear);
  stages.set(dialogue, known);
  return known;
}

/** How often the condition finds something in an utterance, as far as its turn tells by itself. */
function hitsAlone({ when }: RuleData & { readonly when: Plan }, speech: Speech): number {
  const { first: _, last: __, nth: ___, ...rest } = when;
  return hitsIn({ ...rest, near: [] }, speech.ofTurn().map(whole), undefined).filter((hit) => hit.speech === speech).length;
}
