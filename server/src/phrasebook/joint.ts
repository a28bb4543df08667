import type { Span } from '../text/span.ts';

/** A place where a sentence may be parted: `at`–`end` goes, `put` begins what follows. */
export interface Joint extends Span {
  readonly put: string;
  /** 0 where a sentence may well begin; more where it would sound broken off. */
  readonly cost: number;
  /** What must be said otherwise before it for what stands there to be a sentence: within the text, in order. */
  readonly edits?: readonly (Span & { readonly put: string })[];
}

/** 单子因为利率调整了所以… → 单子，利率调整了。所以… ; 鉴于近期下雨您的… → 近期下雨。您的…: the cause as a sentence of its own. */
export function causes(text: string): Joint[] {
  const joints: Joint[] = [];
  for (const { index, 0: found, groups } of text.matchAll(SO)) {
    const at = index + groups!['topic']!.length;
    const start = index + found.length;
    joints.push({ start, end: start, put: '', cost: 0, edits: [{ start: at, end: at + 2, put: COMMA }] });
  }
  const given = GIVEN.exec(text);
  if (given) {
    const start = given[0].length;
    joints.push({ start, end: start, put: '', cost: 1, edits: [{ start: 0, end: 2, put: '' }] });
  }
  return joints;
}

/** 关于您昨天提到的洗衣机漏水的情况,我… → 您昨天提到，洗衣机漏水。我… */
export function toldBefore(text: string): Joint[] {
  const found = ABOUT.exec(text);
  if (!found) return [];
  const { opening, telling, what } = found.groups!;
  const about = opening!.length;
  const of = about + 2 + telling!.length;
  const end = of + 1 + what!.length;
  const edits = [
    { start: about, end: about + 2, put: '' },
    { start: of, end: of + 1, put: COMMA },
    { start: end, end: found[0].length - 1, put: '' },
  ];
  return [{ start: found[0].length - 1, end: found[0].length, put: '', cost: 1, edits }];
}

/* Normal text. */
const SO = /(?<=^|,)(?<topic>[^,]{4,60}?)(?:因为|由于)[^,]{4,50}(?=所以[^,]{4,})/gu;
const GIVEN = /^(?:鉴于|由于|因为)(?!.*(?:所以|因此))[^,]{10,}?(?:影响|原因|关系|调整|延误)(?=[您我]们?(?!的))/u;
const ABOUT =
  /^(?<opening>(?:您好,)?)(?:关于|针对)(?<telling>[您你][^,的]{0,8}(?:提到|反映|反馈|说|讲|咨询))的(?<what>[^,]{8,60})的(?:情况|问题|事情|事),(?=我)/u;
const COMMA = '\uff0c';
