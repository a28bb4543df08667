import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';
import { LOUD } from '../support/loudRules.ts';
import { unmark } from '../support/markers.ts';

/** The share of faults that are still reported beside words that do not mend them. This floor only rises. */
const FLOOR = 0.993;
const LANGS = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** What an agent says before a fault and behind it that mends nothing: courtesies, a first look, the matter at hand. */
const BEFORE = {
  'zh-Hans': [
    '您好，我是客服小林。',
    '好的，我帮您查一下。',
    '我这边打开您的资料了，您稍等一下。',
    '我先跟您说明一下。',
    '您的心情我们都能体会，换作是我也会着急。',
    '您的订单我看到了，是上周二下的单。',
    '这件的编号是三十七。',
    '您的会员还有两个月到期。',
  ],
  'zh-Hant': [
    '您好，我是客服小林。',
    '好的，我幫您看一下。',
    '我這邊打開您的資料了，您稍等一下喔。',
    '我先跟您說明一下。',
    '您的心情我們都能體會，換作是我也會著急。',
    '您的用電資料我看到了。',
    '這件的編號是三十七。',
    '您的會員還有兩個月到期。',
  ],
  en: [
    'Good morning, this is Alice speaking.',
    'Let me check that for you.',
    'I have your order open in front of me.',
    'Let me explain.',
    'Sorry to keep you waiting.',
    'I found the booking under Tran.',
    'Your plan renews on May 2.',
    'Your deposit is $900.',
  ],
};
const BEHIND = {
  'zh-Hans': [
    '感谢您的来电。',
    '请问还有什么可以帮您？',
    '我们上班时间是九点到五点。',
    '发票已经发到您的邮箱了。',
    '下一期账单是三号出。',
    '早餐七点开始。',
    '这款有黑色和白色。',
    '明细在第二页。',
  ],
  'zh-Hant': [
    '感謝您的來電。',
    '請問還有什麼可以幫您？',
    '我們上班時間是九點到五點。',
    '發票已經寄到您的信箱了。',
    '下一期帳單是三號出。',
    '早餐七點開始。',
    '這款有黑色跟白色。',
    '明細在第二頁。',
  ],
  en: [
    'Thank you for calling.',
    'Is there anything else I can help you with?',
    'We are open from nine to five.',
    'Your invoice has been sent to your email.',
    'Your next bill is due on the 3rd.',
    'Breakfast is from seven.',
    'It comes in black and white.',
    'The stamp is on page two.',
  ],
};

describe('faults in company', () => {
  it('are reported beside words that do not mend them', () => {
    const lost: string[] = [];
    let total = 0;
    for (const lang of LANGS) {
      const { source } = unmark(readFileSync(`tests/accuracy/${lang}.huashu`, 'utf8'));
      const lines = source.split('\n');
      const base = reported(lines);
      const put = (words: string, altered: readonly string[]): void => {
        const found = reported(altered);
        for (const one of base) {
          total++;
          if (!found.has(one)) lost.push(`${words} ${one} ${lines[Number(one.split(' ', 1)[0])]}`);
        }
      };
      for (const words of BEFORE[lang])
        put(
          words,
          lines.map((line) => line.replace(AGENT, (label) => label + words + (lang === 'en' ? ' ' : ''))),
        );
      for (const words of BEHIND[lang])
        put(
          words,
          lines.map((line) => (AGENT.test(line) ? `${ended(line)}${lang === 'en' ? ' ' : ''}${words}` : line)),
        );
    }
    const share = 1 - lost.length / total;
    console.log(`      ${share.toFixed(4)} of ${total}`);
    if (process.env['VERBOSE']) console.log(lost.join('\n'));
    assert.ok(share >= FLOOR, lost.join('\n'));
  });
});

const AGENT = /^(?:客服|Agent)\s*[:\uff1a]\s*/u;

function ended(line: string): string {
  return /[.!?\u3002\uff01\uff1f~\u2026]$/u.test(line) ? line : `${line}${/[\u4e00-\u9fff]/u.test(line) ? '\u3002' : '.'}`;
}

/** What is found at warning or above in agent turns: `line rule`. */
function reported(lines: readonly string[]): ReadonlySet<string> {
  const text = lines.join('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const found = new Set<string>();
  for (const { rule, severity, span } of createLinter().lint({ text, format: 'huashu' }, { preset: 'recommended' }).findings) {
    const line = starts.findLastIndex((start) => start <= span.start);
    if ((severity === 'warning' || severity === 'error') && AGENT.test(lines[line]!) && LOUD.has(rule)) found.add(`${line} ${rule}`);
  }
  return found;
}
