import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { kits } from '../../server/src/core/kit.ts';
import { lintSettings } from '../../server/src/core/lintSettings.ts';
import { Moment } from '../../server/src/engine/moment.ts';
import type { FlowRule, FlowState } from '../../server/src/engine/rule.ts';
import { folds, read } from '../support/conversation.ts';

const { ours } = kits(folds);
const { reading, hearing } = lintSettings({}, ours);
const listening = { reading, hearing, table: ours.rules.acts, traces: new WeakMap() };

/** How many moments a state holds on to. */
function heldBy(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (value instanceof Moment) return 1;
  const parts = value instanceof Map ? [...value.values()] : value instanceof Set ? [...value] : Object.values(value);
  return parts.reduce((sum: number, part) => sum + heldBy(part, seen), 0);
}

/** The most that a state of a rule holds on the way through a conversation. */
function mostHeld(rule: FlowRule, source: string): number {
  const scene = [...read('huashu', source).scenes][0]!;
  let state: FlowState | undefined = rule.start({});
  let most = 0;
  scene.items.forEach((item, at) => {
    if (state && item.kind === 'turn') state = rule.step(state, new Moment(item.role, scene, at, listening), () => {});
    most = Math.max(most, heldBy(state));
  });
  return most;
}

const turns = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

describe('what a flow rule remembers', () => {
  const shapes: Readonly<Record<string, (n: number) => string>> = {
    'an agent who goes on and on': (n) => `客户:太过分了，我要投诉！\n${turns(n, (i) => `客服:第${i}条是说明文字。\n`)}`,
    'a customer who does': (n) => `客服:您好。\n${turns(n, (i) => `客户:第${i}次了，太过分了，我要投诉！\n`)}`,
    'one who stays angry': (n) => turns(n, (i) => `客户:太过分了${i}！\n客服:请您重启一下设备${i}。\n`),
    'one who gives number after number': (n) => turns(n, (i) => `客户:我的订单号是${100000 + i}。\n客服:好的，您继续讲。\n`),
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`does not grow with ${name}`, () => {
      const growing = ours.rules.flow.filter((rule) => mostHeld(rule, shape(400)) > mostHeld(rule, shape(100)));
      assert.deepEqual(
        growing.map(({ meta }) => meta.id),
        [],
      );
    });
  }
});
