// `node tests/bench/phrasebook.mjs [N]`: 100,000 generated phrases, no two the same: what it takes to index them, to ask, and to take in an edit.
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const { createLinter, LintCache, phraseTopic } = createRequire(import.meta.url)('../../dist/core.js');
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const N = Number(process.argv[2] ?? 100_000);
const PER_FILE = 200;
const SETTINGS = {};

const ZH = {
  open: [
    '您好，',
    '{姓氏}先生您好，',
    '让您久等了，真的很抱歉，',
    '给您添麻烦了，',
    '谢谢您的耐心，',
    '换作我也会着急，',
    '谢谢您告诉我们，',
  ],
  body: [
    '{item}的{what}我这就为您{act}，{time}给您回电。',
    '您的{item}{what}已经{done}，预计{time}有结果。',
    '关于{item}的{what}，我先为您{act}，您看可以吗？',
    '为了尽快{act}您的{item}，麻烦您把{what}发给我。',
    '我把{item}的{what}登记好了，{time}由同事联系您。',
  ],
  close: ['请问还有什么可以帮您？', '祝您生活愉快！', '有问题请随时找我。', ''],
  item: [
    '加湿器',
    '登山鞋',
    '电热水壶',
    '儿童座椅',
    '投影仪',
    '羊毛衫',
    '信用卡',
    '宽带',
    '机票',
    '酒店订单',
    '保单',
    '会员卡',
    '手机套餐',
    '快递',
    '车位',
    '账单',
    '积分',
    '礼品卡',
  ],
  what: ['退款', '换货', '发票', '物流', '维修', '地址', '保修', '改签', '押金', '密码', '预约', '补发', '尺码', '安装', '续费'],
  act: ['查询', '登记', '核实', '办理', '申请', '安排', '转接', '跟进', '补发'],
  done: ['提交', '办好', '受理', '寄出', '审核通过'],
  time: ['今天下班前', '24小时内', '三个工作日内', '明天上午十点前', '本周五前'],
};
const EN = {
  open: ['Hello, ', 'Thank you for waiting. ', 'I am sorry about the delay. ', 'Thanks for getting in touch. '],
  body: [
    'I can {act} the {what} for your {item} and call you back {time}. ',
    'Your {item} {what} has been {done}; you will hear from us {time}. ',
    'About the {what} of your {item}: let me {act} it first, is that all right? ',
  ],
  close: ['Is there anything else I can help with?', 'Have a lovely day!', ''],
  item: [
    'humidifier',
    'boots',
    'kettle',
    'child seat',
    'projector',
    'sweater',
    'keyboard',
    'credit card',
    'broadband',
    'flight',
    'booking',
    'parcel',
  ],
  what: ['refund', 'exchange', 'invoice', 'shipment', 'repair', 'address', 'warranty', 'deposit', 'password', 'appointment'],
  act: ['check', 'register', 'process', 'verify', 'arrange', 'update'],
  done: ['submitted', 'approved', 'shipped'],
  time: ['today', 'within 24 hours', 'by Friday'],
};
const TAGS = ['退款', '物流', '安抚', '投诉', '问候', '发票'];
const MOODS = ['angry', 'hesitant', 'assertive', 'cheerful'];
const ASKED = [
  { words: '退款 安抚' },
  { words: '婉拒 改签' },
  { words: 'refund apology' },
  { words: '您好' },
  { words: '问候', tags: ['问候'], mood: 'cheerful' },
  { said: '您好，我的退款怎么还没到账，都三个工作日了，你们到底什么时候处理？' },
  { said: '我的机票要改签，麻烦查一下。', mood: 'hesitant' },
  { said: 'Where is my refund for the kettle? I have been waiting for days.' },
  { instead: '抱歉，这款羊毛衫我们没办法换货。', acts: ['offer', 'options'] },
  { words: '为了尽快处理您的信用卡账单麻烦您把发票发给我，已经登记好请您放心祝您生活愉快' },
];

function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function phrases(count) {
  const next = random(7);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const seen = new Set();
  while (seen.size < count) {
    const words = next() < 0.75 ? ZH : EN;
    const text = pick(words.open) + pick(words.body) + pick(words.body) + pick(words.close);
    seen.add(text.replace(/\{(item|what|act|done|time)\}/g, (_, name) => pick(words[name])).trim());
  }
  return [...seen];
}

function files(texts) {
  const out = [];
  for (let i = 0; i < texts.length; i += PER_FILE) {
    let text = '';
    for (const [j, phrase] of texts.slice(i, i + PER_FILE).entries()) {
      const n = Math.floor((i + j) / 20);
      if (j % 20 === 0) text += `\n# 场景 ${n}\n@customer ${MOODS[n % MOODS.length]}\n@tags ${TAGS[n % TAGS.length]}\n\n`;
      text += `- ${phrase}\n`;
    }
    out.push({ path: `kb/${i}.huashu`, text });
  }
  return out;
}

const memory = () => {
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const timed = (work) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};
const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];

const linter = createLinter({ gathers: [phraseTopic()] });
const all = files(phrases(N));
const lint = (text, cache) => linter.lint({ text, format: 'huashu' }, SETTINGS, cache);
let linted = [];
const linting = timed(() => {
  linted = all.map(({ path, text }) => {
    const { findings, gathered } = lint(text);
    return { path, result: { findings, gathered } };
  });
});
const before = memory();
const book = linter.phrasebook();
const building = timed(() => {
  for (const { path, result } of linted) book.put(path, result);
});
const held = memory() - before;
console.log(`${book.size} phrases from ${all.length} files (${N - book.size} have findings)`);
console.log(
  `build          ${(building / 1000).toFixed(2)} s, ${(building / linting).toFixed(2)}× of linting them (${(linting / 1000).toFixed(1)} s), ${held.toFixed(0)} MB`,
);

for (const asked of ASKED) book.recommend(asked);
const times = ASKED.flatMap((asked) => Array.from({ length: 20 }, () => timed(() => book.recommend(asked))));
console.log(
  `recommend      p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, worst ${quantile(times, 1).toFixed(1)} ms`,
);

for (const [name, from] of [
  [`${PER_FILE} phrases`, all.slice(0, 1)],
  ['1 MB', all.slice(0, 60)],
]) {
  const cache = new LintCache();
  const text = from.map((file) => file.text).join('');
  book.put('open', lint(text, cache));
  const updates = Array.from({ length: 15 }, (_, i) => {
    const edited = `${text}- 您好，第 ${i} 份发票今天寄出。\n`;
    const { findings, gathered } = lint(edited, cache);
    return timed(() => book.put('open', { findings, gathered }));
  });
  console.log(
    `save, ${name.padEnd(11)} p50 ${quantile(updates, 0.5).toFixed(1)} ms, worst ${quantile(updates, 1).toFixed(1)} ms (${(text.length / 1e6).toFixed(2)} M units)`,
  );
  book.remove('open');
}
