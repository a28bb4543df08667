// Seeded dialogue corpora for the benchmarks: the same bytes on every machine. Sentences are ours; about one agent line in fifty has a fault.
function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ZH = {
  customer: '客户',
  agent: '客服',
  heading: '会话',
  join: '',
  slots: {
    item: ['加湿器', '登山鞋', '电热水壶', '儿童座椅', '投影仪', '羊毛衫', '机械键盘', '扫地机', '保温杯', '露营灯'],
    place: ['南京', '重庆', '福州', '大连', '合肥', '贵阳', '宁波', '太原'],
    when: ['昨晚', '前天下午', '本月三号', '上周末', '刚才', '今早八点'],
    number: ['2', '4', '6', '8', '10', '15', '36'],
    sum: ['45 元', '139.5 元', '688 元', '1,050 元'],
  },
  asks: [
    '你好，{when}下的单，{item}还没有发出，麻烦查一下。',
    '{item}的滤芯多久换一次？',
    '我想把收货地址换到{place}。',
    '箱子破了，{item}边上有裂纹，想换一台。',
    '退的{sum}还没收到，等了{number}天了！',
    '发票能开电子的吗？抬头是公司。',
    '好，谢谢，我等你消息。',
  ],
  says: [
    '您好，很高兴为您服务，麻烦您报一下订单号，我这就帮您核对。',
    '谢谢您耐心等待，{item}{when}已从{place}仓出库，{number}小时内更新物流。',
    '让您跑这一趟，真的抱歉。我这边为您登记了换新，今天下班前给您回电。',
    '{item}目前有两种颜色有现货，您更喜欢哪一种？',
    '{sum}已经原路退回，银行显示后我会短信告诉您。',
    '为了查得更快，请您拍一张{item}底部标签的照片发过来。',
    '地址改到{place}了，请您核对一下楼栋和门牌。',
    '还有其他需要我帮忙的吗？祝您生活愉快！',
  ],
  faults: [
    '抱歉，但是这个我们不能退。',
    '公司规定就是这样的。',
    '我已经跟您说过了。',
    '您搞错了，没有这回事。',
    '难道您没看说明吗？',
    '这个改不了。',
  ],
};

const EN = {
  customer: 'Customer',
  agent: 'Agent',
  heading: 'Conversation',
  join: ' ',
  slots: {
    item: ['humidifier', 'hiking boots', 'kettle', 'child seat', 'projector', 'wool sweater', 'keyboard', 'vacuum', 'travel mug'],
    place: ['Bergen', 'Halifax', 'Tucson', 'Galway', 'Hobart', 'Ghent'],
    when: ['last night', 'on Tuesday', 'an hour ago', 'this weekend', 'early today'],
    number: ['2', '4', '6', '8', '10', '15', '36'],
    sum: ['$45', '$139.50', '$688', '$1,050'],
  },
  asks: [
    'Hi, I ordered a {item} {when} and it has not left the warehouse.',
    'How often does the {item} need a new filter?',
    'Please send it to {place} instead.',
    'The box was torn and the {item} has a crack, I want a new one.',
    'My {sum} refund is missing after {number} days!',
    'Thanks, I will wait for your message.',
  ],
  says: [
    'Hello, thank you for calling, may I have the order number so that I can look it up?',
    'Thank you for waiting. The {item} left {place} {when} and tracking updates within {number} hours.',
    'I am sorry you had to chase this. A replacement is booked and I will call you before five today.',
    'The {item} is in stock in two colours, which one do you like better?',
    'The {sum} is on its way to your card and I will text you when the bank shows it.',
    'Please send me a photo of the label under the {item}.',
    'The address is now {place}. Could you check the street number for me?',
    'Is there anything else I can do for you today?',
  ],
  faults: [
    'I understand, but we cannot refund it.',
    'It is company policy.',
    'As I already said, wait for the call.',
    'You are mistaken.',
    "Didn't I tell you that?",
    "That can't be changed.",
  ],
};

/** About `bytes` of UTF-8 in the given language, as headings and labelled turns; `.huashu` and Markdown alike. */
export function corpus(lang, bytes, seed = 7) {
  const kind = lang === 'en' ? EN : ZH;
  const next = random(seed);
  const pick = (all) => all[Math.floor(next() * all.length)];
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, slot) => pick(kind.slots[slot]));
  const out = [];
  let size = 0;
  for (let n = 1; size < bytes; n++) {
    let scene = `# ${kind.heading} ${n}\n\n`;
    for (let turn = 3 + Math.floor(next() * 8); turn > 0; turn--) {
      scene += `${kind.customer}: ${fill(pick(kind.asks))}\n${kind.agent}: ${fill(pick(kind.says))}`;
      if (next() < 0.3) scene += kind.join + fill(pick(kind.says));
      if (next() < 0.02) scene += kind.join + pick(kind.faults);
      scene += '\n';
    }
    scene += '\n';
    size += Buffer.byteLength(scene);
    out.push(scene);
  }
  return out;
}

/** So many entries of a phrasebook, no two the same, under a heading each hundred. */
export function phrasebook(lang, count, seed = 7) {
  const kind = lang === 'en' ? EN : ZH;
  const next = random(seed);
  const pick = (all) => all[Math.floor(next() * all.length)];
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, slot) => pick(kind.slots[slot]));
  let out = '';
  for (let n = 0; n < count; n++) {
    if (n % 100 === 0) out += `\n# ${kind.heading} ${n / 100 + 1}\n\n`;
    out += `- ${fill(pick(kind.says))}${kind.join}${n + 1000}\n`;
  }
  return out;
}

/** So many scenes, each with three ways on, so that a conversation can go from the first to any. */
export function linked(count) {
  let out = '';
  for (let n = 0; n < count; n++) {
    out += `# 场景${n}\n客户:您好，我想问问订单${n}什么时候能到？\n客服:您好，我来帮您查一下订单${n}，请稍等。\n客服:查到了，订单${n}明天下午三点前送到，到之前会先给您打电话。\n`;
    if (n === count - 1) out += '客服:请问还有其他可以帮您的吗？祝您生活愉快，再见。\n';
    else out += `? 可以 -> 场景${(n * 7 + 1) % count}\n? 想早一点 -> 场景${(n * 13 + 5) % count}\n? 其他 -> 场景${n + 1}\n`;
  }
  return out;
}
