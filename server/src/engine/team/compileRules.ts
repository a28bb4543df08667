import { scriptLean } from '../../text/script.ts';
import { contains, type Span } from '../../text/span.ts';
import type { ConditionSource, Item, ItemSource, Plan } from '../condition.ts';
import { planOf } from '../condition.ts';
import type { ConfigProblem } from '../config/problem.ts';
import type { ReadFile } from '../config/readYaml.ts';
import { near } from '../config/shape.ts';
import type { Localised, Severity } from '../finding.ts';
import { localise } from '../message.ts';
import type { ReframeData, RuleData } from '../pack.ts';
import { SLOT_NAMES } from '../rule.ts';
import type { ListTable } from './listTable.ts';
import type { PackData, PackRuleData } from './packShape.ts';
import type { TeamExample, TeamRule } from './teamPack.ts';

type Reframes = Record<string, readonly ReframeData[]>;

/** Makes the rules of a pack ready. One with a fault in it is left out, for half of a condition would find what it should not. */
export function compileRules(
  data: PackData,
  file: ReadFile<PackData>,
  table: ListTable,
  problems: ConfigProblem[],
): { readonly rules: readonly TeamRule[]; readonly reframes: Reframes } {
  const rules: TeamRule[] = [];
  const reframes: Reframes = {};
  const taken = new Set<string>();
  // A rule that was not read has no place in the list any more: rules are told by where they stand.
  for (const [i, source] of (data.rules ?? []).entries()) {
    const at = namesOf(file)[i]!;
    const span = file.values.get(at)!;
    if (taken.has(source.id!)) table.fault(`${at}.id`, 'rule-taken', { words: source.id! });
    taken.add(source.id!);
    const compiler = new RuleCompiler(source, at, data, file, table, reframes);
    const rule = compiler.rule();
    if (!problems.some((problem) => contains(span, problem.span))) rules.push(rule);
  }
  return { rules, reframes };
}

/** The names of the rules that were read, in order: those whose id is there and right. */
function namesOf(file: ReadFile<PackData>): string[] {
  const faulty = file.problems.map((problem) => problem.span);
  const names = [...file.values.keys()].filter((name) => /^rules\[\d+\]$/u.test(name));
  return names.filter((name) => {
    const id = file.values.get(`${name}.id`);
    return id !== undefined && !faulty.some((span) => span.start === id.start && span.end === id.end);
  });
}

class RuleCompiler {
  private readonly source: PackRuleData;
  private readonly at: string;
  private readonly data: PackData;
  private readonly file: ReadFile<PackData>;
  private readonly table: ListTable;
  private readonly reframes: Reframes;

  constructor(source: PackRuleData, at: string, data: PackData, file: ReadFile<PackData>, table: ListTable, reframes: Reframes) {
    this.source = source;
    this.at = at;
    this.data = data;
    this.file = file;
    this.table = table;
    this.reframes = reframes;
  }

  rule(): TeamRule {
    const { source, at } = this;
    return {
      data: { ...this.meta(), ...this.finding(), ...this.wording() },
      at: this.file.values.get(`${at}.id`)!,
      about: source.about === undefined ? undefined : localised(source.about),
      bad: this.examples('bad'),
      good: this.examples('good'),
    };
  }

  private meta(): Pick<RuleData, 'id' | 'severity' | 'strict' | 'source' | 'title' | 'message'> {
    const { id, severity = 'warning', strict, title, message } = this.source;
    const said = localised(message ?? title ?? id!);
    return {
      id: id!,
      severity,
      ...(strict ? { strict } : {}),
      source: this.source.source ?? this.data.source ?? this.data.pack!,
      title: title === undefined ? localise((locale) => said[locale].replaceAll('{words}', '\u2026')) : localised(title),
      message: said,
    };
  }

  private finding(): Partial<RuleData> {
    const { source, at, table } = this;
    const { any, when } = source;
    const unless = isItems(source.unless) && source.unless.length === 0 ? undefined : source.unless;
    const names = (list: readonly string[], key: string): string[] =>
      list.flatMap((name, i) => table.list(name, `${at}.${key}[${i}]`) ?? []);
    const out: { -readonly [K in keyof RuleData]?: RuleData[K] } = {};
    if (when) out.when = this.plan(when, `${at}.when`);
    if (any) out.any = names(any, 'any');
    if (source.aside) out.aside = names(source.aside, 'aside');
    if (!when && !any && !table.isFaulty(at)) table.fault(`${at}.id`, 'no-condition', { words: source.id! });
    if (unless && when) out.excuse = this.excuse(unless, when.in ?? 'turn');
    else if (isItems(unless)) out.unless = names(unless as readonly string[], 'unless');
    else if (unless) {
      out.excuse = this.excuse(unless, 'turn');
      out.when = {
        speaker: 'agent',
        unit: 'turn',
        parts: [{ op: 'any', of: [{ lists: out.any ?? [], says: any ?? [] }] }],
        none: [],
        near: [],
      };
    }
    if (source.unlessInSentence) out.unlessInSentence = names(source.unlessInSentence, 'unlessInSentence');
    if (source.unlessInTurn) out.unlessInTurn = names(source.unlessInTurn, 'unlessInTurn');
    if (source.idle) out.idle = names(source.idle, 'idle');
    if (source.idleBefore) out.idleBefore = names(source.idleBefore, 'idleBefore');
    if (source.grades) out.grades = source.grades.map((grade, i) => this.grade(grade as Grade, `${at}.grades[${i}].when`, names));
    if (source.reach) out.reach = source.reach;
    if (source.once) out.once = source.once;
    return out;
  }

  private grade({ when, severity }: Grade, at: string, names: (list: readonly string[], key: string) => string[]) {
    if (isItems(when)) return { when: names(when as readonly string[], at.slice(this.at.length + 1)), severity };
    return { when: planOf(when, at, this.table), severity };
  }

  private plan(when: ConditionSource, at: string): Plan {
    const plan = planOf(when, at, this.table);
    if (plan.speaker === 'customer') this.table.fault(`${at}.speaker`, 'not-the-agent', {});
    this.check(plan, at);
    return plan;
  }

  private excuse(unless: ConditionSource | readonly ItemSource[], unit: Plan['unit']): Plan {
    const at = `${this.at}.unless`;
    const plan = planOf(isItems(unless) ? { any: unless } : (unless as ConditionSource), at, this.table, 'agent', unit);
    this.check(plan, at);
    return plan;
  }

  /** What a plan lacks to mean anything. */
  private check(plan: Plan, at: string, outer?: Plan): void {
    const says = plan.parts.length + plan.none.length + plan.near.length > 0 || plan.not || plan.first || plan.last;
    const isHollow = plan.parts.some((part) => part.of.length === 0);
    if ((!says || isHollow) && !this.table.isFaulty(at)) this.table.fault(at, 'says-nothing', {});
    if (outer && outer.unit !== 'dialogue' && outer.speaker !== plan.speaker && outer.speaker !== 'anyone')
      this.table.fault(at, 'other-speaker', {});
    const inner = [...plan.parts.flatMap((part) => part.of), ...plan.none].filter((item): item is Plan => !isFind(item));
    // Their own places in the file are not known here: the whole condition is what is pointed at.
    for (const item of inner) this.check(item, at, plan);
    if (plan.not) this.check(plan.not, `${at}.not`, plan);
    for (const { side, plan: other } of plan.near) this.check(other, `${at}.${side}`);
  }

  private wording(): Partial<RuleData> {
    const { source, at, table } = this;
    const out: { -readonly [K in keyof RuleData]?: RuleData[K] } = {};
    if (source.reframes) {
      const name = table.nameOf(`${at}.reframes`);
      this.reframes[name] = source.reframes.map((reframe, i) => this.templates(reframe, `${at}.reframes[${i}]`));
      out.reframe = name;
    } else if (source.reframe) out.reframe = this.reframeNamed(source.reframe);
    if (source.replace) out.replace = source.replace.map((reframe, i) => this.templates(reframe, `${at}.replace[${i}]`));
    if (source.keeps) out.keeps = source.keeps.flatMap((name, i) => table.list(name, `${at}.keeps[${i}]`) ?? []);
    return out;
  }

  private reframeNamed(name: string): string {
    const bare = name.replace(/^.*\//u, '');
    if (!Object.hasOwn(this.data.reframes ?? {}, bare)) {
      this.table.fault(`${this.at}.reframe`, 'no-list', { words: name, ...near(bare, Object.keys(this.data.reframes ?? {})) });
    }
    return this.table.nameOf(bare);
  }

  private templates(reframe: string | ReframeSource, at: string): ReframeData {
    const { when, ...byScript } = typeof reframe === 'string' ? { ...inScripts(reframe), when: undefined } : reframe;
    for (const template of new Set([byScript['zh-Hans'], byScript['zh-Hant'], byScript.en].filter((one) => one !== undefined)))
      this.checkTemplate(template, at);
    const list = when === undefined ? undefined : this.table.list(when, `${at}.when`);
    return list === undefined ? byScript : { ...byScript, when: list };
  }

  private checkTemplate(template: string, at: string): void {
    const slots = Object.keys(SLOT_NAMES);
    for (const [, slot] of template.matchAll(/<([a-z]+)>/gu)) {
      if (!slots.includes(slot!)) this.table.fault(at, 'no-slot', { words: slot!, known: slots.join(', '), ...near(slot!, slots) });
    }
    for (const [mark, name] of template.matchAll(/\{([a-z]+)\}/gu)) {
      const known = ['mentions', 'found'].includes(name!) || new RegExp(`\\(\\?P?<${name}>`, 'u').test(JSON.stringify(this.data));
      if (!known) this.table.fault(at, 'no-capture', { words: mark });
    }
  }

  private examples(key: 'bad' | 'good'): TeamExample[] {
    return (this.source[key] ?? []).map((example, i) => {
      const at = this.file.values.get(`${this.at}.${key}[${i}]`) ?? NOWHERE;
      const { text, lang, fixed } = typeof example === 'string' ? { text: example, lang: undefined, fixed: undefined } : example;
      return { text: text!.trimEnd(), lang, fixed: fixed?.trimEnd(), at };
    });
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

interface Grade {
  readonly when: ConditionSource | readonly string[];
  readonly severity: Severity;
}

type ReframeSource = ReframeData;

function isItems(value: unknown): value is readonly ItemSource[] {
  return Array.isArray(value);
}

function isFind(item: Item): boolean {
  return 'lists' in item;
}

/** A sentence in the scripts it can stand in: Han that both scripts share serves both. */
function inScripts(text: string): ReframeData {
  if (!/\p{Script=Han}/u.test(text)) return { en: text };
  const lean = scriptLean(text);
  if (lean === 0) return { 'zh-Hans': text, 'zh-Hant': text };
  return lean > 0 ? { 'zh-Hant': text } : { 'zh-Hans': text };
}

/** A sentence in every language: what is not given is taken from one that is. */
function localised(said: string | Partial<Localised>): Localised {
  if (typeof said === 'string') return { en: said, 'zh-CN': said, 'zh-TW': said };
  const any = said.en ?? said['zh-CN'] ?? said['zh-TW'] ?? '';
  const chinese = said['zh-CN'] ?? said['zh-TW'] ?? any;
  return { en: said.en ?? any, 'zh-CN': chinese, 'zh-TW': said['zh-TW'] ?? chinese };
}
