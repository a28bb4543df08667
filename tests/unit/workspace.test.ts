import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLinter, type Linter, type Settings, type Workspace } from '../../server/src/core/index.ts';
import { runs } from '../support/runs.ts';

const linter = createLinter();
const SETTINGS: Settings = {
  only: ['broken-link', 'unreachable-scene', 'conflicting-fact', 'duplicate-entry', 'unused-suppression'],
  facts: { days: { match: '退款(\\d+)天', value: '3' } },
};
const LINES = [
  '# 开场\n',
  '# 退款 {#refund}\n',
  '# 升级\n',
  '# 结束\n',
  '客服:您好。\n',
  '? 退款 -> 退款\n',
  '-> 结束\n',
  '-> #refund\n',
  '-> 没有的地方\n',
  '- 您的退款3天到账。\n',
  '- 您的退款5天到账。\n',
  '- 您的包裹已经到达本地的配送站，今天下午安排派送。\n',
  '- 您的包裹已到达本地的配送站，今天下午安排派送哦。\n',
  '- 您的包裹已经到达本地配送站，今天上午安排派送。\n',
  '- 请您保持手机畅通，师傅上门前会联系您。\n',
  '- 请稍等。\n',
  '// huashu-disable-next-line duplicate-entry -- 有意\n',
  '// huashu-disable-next-line conflicting-fact\n',
  '\n',
  '\n',
];
const PATHS = ['/a.huashu', '/b.huashu', '/c.huashu'];

/** The findings of every file, each as text. */
function findings(workspace: Workspace, files: ReadonlyMap<string, string>, settings: Settings = SETTINGS): Map<string, string> {
  return new Map(
    [...files].map(([path, text]) => [path, JSON.stringify(workspace.complete(path, lint(text, settings)).findings.map(plain))]),
  );
}

function lint(text: string, settings: Settings): ReturnType<Linter['lint']> {
  return linter.lint({ text, format: 'huashu' }, settings);
}

function plain({ rule, span, related, message }: ReturnType<Linter['lint']>['findings'][number]): unknown {
  return { rule, span, related, message: message.en };
}

function fresh(files: ReadonlyMap<string, string>, settings: Settings = SETTINGS): Workspace {
  const workspace = linter.workspace();
  for (const [path, text] of files) workspace.update(path, lint(text, settings));
  return workspace;
}

describe('a workspace that is kept between edits', () => {
  it('finds what a new one finds, and names the files that an edit bears on', () => {
    const text = fc.array(fc.constantFrom(...LINES), { maxLength: 14 }).map((lines) => lines.join(''));
    const edit = fc.record({ path: fc.constantFrom(...PATHS), text: fc.option(text) });
    const property = fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const workspace = linter.workspace();
      const files = new Map<string, string>();
      let before = new Map<string, string>();
      for (const one of edits) {
        if (one.text === null) files.delete(one.path);
        else files.set(one.path, one.text);
        const touched = workspace.update(one.path, one.text === null ? undefined : lint(one.text, SETTINGS));
        const after = findings(workspace, files);
        assert.deepEqual(after, findings(fresh(files), files));
        for (const [path, found] of after) {
          if (path === one.path || shownOf(found) === shownOf(before.get(path) ?? '[]')) continue;
          assert.ok(touched.has(path), `${path} after an edit of ${one.path}`);
        }
        before = after;
      }
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('names the files whose findings point at what an edit moves to another line, and no others', () => {
    const FILES = new Map([
      ['/a.huashu', '- 您的退款3天到账。\n- 请您保持手机畅通，师傅上门前会联系您。\n- 您的包裹已到达配送站。\n'],
      ['/b.huashu', '- 请您保持手机畅通，师傅上门前会联系您。\n'],
      ['/c.huashu', '- 请您保持手机畅通，师傅上门之前会联系您。\n'],
      ['/d.huashu', '- 退款5天内完成，请您放心等候通知。\n'],
      ['/e.huashu', '- 退款3天内完成，请您耐心等候通知。\n'],
      ['/f.huashu', '- 请您稍等，我看一下您的订单。\n'],
    ]);
    const facts = { days: { match: '退款(\\d+)天', value: '3' }, parcel: { match: '包裹已到达(..)', value: '驿站' } };
    const settings = { ...SETTINGS, facts };
    const workspace = fresh(FILES, settings);
    findings(workspace, FILES, settings);
    const named = (path: string, text: string): string[] => [...workspace.update(path, lint(text, settings))].sort();
    const text = FILES.get('/a.huashu')!;
    const pointing = ['/b.huashu', '/c.huashu', '/d.huashu'];
    assert.deepEqual(named('/a.huashu', `\n${text}`), pointing);
    assert.deepEqual(named('/a.huashu', `# 说明\n${text}`), [], 'as far down as before');
    assert.deepEqual(named('/a.huashu', `# 说明\n${text}\n说明\n`), [], 'below');
    assert.deepEqual(named('/a.huashu', text.replace('\n', '\n\n')), ['/d.huashu'], 'the fact alone');
    assert.deepEqual(named('/a.huashu', text.replace('\n', '\n\n\n')), ['/b.huashu', '/c.huashu'], 'all but the fact');
    for (const path of ['/b.huashu', '/c.huashu', '/d.huashu', '/e.huashu', '/f.huashu'])
      assert.deepEqual(named(path, `\n${FILES.get(path)}`), [], `nothing points at ${path}`);
  });

  it('suppresses its findings like all, and calls no suppression unused that suppresses one', () => {
    const files = new Map([
      ['/a.huashu', '- 请您保持手机畅通，师傅上门前会联系您。\n'],
      ['/b.huashu', '// huashu-disable-next-line duplicate-entry -- 有意\n- 请您保持手机畅通，师傅上门前会联系您。\n'],
    ]);
    const workspace = fresh(files);
    const { findings: found, suppressed } = workspace.complete('/b.huashu', lint(files.get('/b.huashu')!, SETTINGS));
    assert.deepEqual([found, suppressed], [[], 1]);
    workspace.update('/a.huashu', undefined);
    const alone = workspace.complete('/b.huashu', lint(files.get('/b.huashu')!, SETTINGS));
    assert.deepEqual(
      alone.findings.map(({ rule }) => rule),
      ['unused-suppression'],
    );
  });

  it('has rules at the levels of each file', () => {
    const text = '- 请您保持手机畅通，师傅上门前会联系您。\n';
    const loud: Settings = { rules: { 'duplicate-entry': { level: 'error' } } };
    const silent: Settings = { rules: { 'duplicate-entry': { level: 'off' } } };
    const workspace = linter.workspace();
    workspace.update('/a', lint(text, {}));
    workspace.update('/b', lint(text, loud));
    workspace.update('/c', lint(text, silent));
    const severities = (path: string, settings: Settings): string[] =>
      workspace.complete(path, lint(text, settings)).findings.map(({ severity }) => severity);
    assert.deepEqual([severities('/a', {}), severities('/b', loud), severities('/c', silent)], [[], ['error'], []]);
  });
});

interface Shown {
  readonly rule: string;
  readonly message: string;
  readonly related: readonly { readonly path?: string; readonly range?: object }[];
}

/** Which findings there are and where in other files they point to, whatever their own place. */
function shownOf(found: string): string {
  const placeOf = ({ path, range }: Shown['related'][number]): unknown => path && [path, range];
  return JSON.stringify((JSON.parse(found) as Shown[]).map(({ rule, message, related }) => [rule, message, related.map(placeOf)]));
}

describe('duplicate-entry', () => {
  const only: Settings = { only: ['duplicate-entry'] };
  const reported = (text: string): number[] =>
    fresh(new Map([['/a', text]]), only)
      .complete('/a', lint(text, only))
      .findings.map(({ span }) => text.slice(0, span.start).split('\n').length);

  it('misses nothing that comparing each with each would find', () => {
    const chars = fc.constantFrom(...'您的包裹今天下午到请稍等我们马上安排退款换货登记好不');
    const words = fc.array(chars, { minLength: 3, maxLength: 30 }).map((all) => all.join(''));
    const change = fc.record({ of: fc.nat(), at: fc.nat(40), cut: fc.nat(2), put: fc.array(chars, { maxLength: 2 }) });
    const property = fc.property(
      fc.array(words, { minLength: 1, maxLength: 14 }),
      fc.array(change, { maxLength: 14 }),
      (seeds, changes) => {
        const entries = [...seeds];
        for (const { of, at, cut, put } of changes) {
          const from = [...entries[of % entries.length]!];
          from.splice(at, cut, ...put);
          entries.push(from.join(''));
        }
        const text = entries.map((entry) => `- ${entry}\n`).join('');
        assert.deepEqual(reported(text), bruteForce(entries));
      },
    );
    fc.assert(property, { numRuns: runs(300) });
  });

  it('finds what is alike among very many entries of the same templates', () => {
    const things = ['订单', '包裹', '发票', '押金', '会员卡', '优惠券', '保温杯', '运动鞋', '行李箱', '电饭煲', '耳机', '键盘'];
    const deeds = ['查询', '登记', '修改', '取消', '补发', '核实', '申请', '转接', '延期', '升级', '安装', '维修'];
    const entries = things.flatMap((one) =>
      deeds.flatMap((deed) =>
        things.map((other) => `让您久等了，您的${one}我这就为您${deed}，有了结果马上给您回电话。${other}目前支持原路返回到您的账户。`),
      ),
    );
    const changed = '您的押金我这就为您核实，有了结果马上给您回电话，让您久等了。键盘目前支持原路返回到您的账户里。';
    const lines = reported([...entries, changed].map((entry) => `- ${entry}\n`).join(''));
    assert.equal(lines.at(-1), entries.length + 1);
  });

  it('compares all with the next where the first of very many alike is taken away', () => {
    const entries = Array.from(
      { length: 1200 },
      (_, i) => `- 您的包裹已经到达本地的配送站，今天下午安排派送，请保持手机畅通${String.fromCharCode(0x4e00 + i)}。\n`,
    );
    const [, ...others] = entries;
    const files = new Map([['/a', entries.join('')]]);
    const workspace = fresh(files, only);
    const text = ['- 请稍等。\n', ...others].join('');
    workspace.complete('/a', lint(files.get('/a')!, only));
    workspace.update('/a', lint(text, only));
    assert.deepEqual(workspace.complete('/a', lint(text, only)).findings.length, reported(text).length);
  });

  it('takes the digits for what they are, written either way', () => {
    const say = (number: string): string => `- 您前面还有${number}位客户，轮到您的时候我会主动给您发消息。\n`;
    assert.deepEqual(reported(say('三') + say('3')), [2]);
    assert.deepEqual(reported(say('2') + say('3')), []);
    assert.deepEqual(reported(say('两') + say('三')), [2]);
    assert.deepEqual(reported(say('两') + say('3')), []);
  });
});

/** Lines of the entries that are the same as one above or alike to it. Entries hold no particles, digits or marks. */
function bruteForce(entries: readonly string[]): number[] {
  const said = entries.map((entry) => entry.replace(/[的了好]/gu, (char) => (char === '好' ? char : '')));
  return said.flatMap((words, i) =>
    words !== '' && said.slice(0, i).some((other) => other === words || dice(words, other) >= 0.9) ? [i + 1] : [],
  );
}

function dice(a: string, b: string): number {
  const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const left = pairs(b);
  const all = pairs(a).length + left.length;
  let shared = 0;
  for (const pair of pairs(a)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}
