import type { PageLocale } from '../shared/page.ts';

/** The words around the flow picture; those in it are the picture's own. */
export interface StageWords {
  readonly bar: string;
  readonly smaller: string;
  readonly larger: string;
  readonly fit: string;
  readonly svg: string;
  readonly mermaid: string;
  readonly preview: string;
  readonly help: string;
  readonly legend: string;
  readonly clean: string;
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  readonly unreachable: string;
  readonly unlinked: string;
  readonly empty: readonly [string, string];
}

export const STAGE_WORDS: Readonly<Record<PageLocale, StageWords>> = {
  en: {
    bar: 'Flow picture',
    smaller: 'Smaller',
    larger: 'Larger',
    fit: 'Fit',
    svg: 'Export SVG',
    mermaid: 'Copy Mermaid',
    preview: 'Customer’s view',
    help: 'Arrow keys go from box to box, Enter opens the scene in the editor, plus and minus zoom, 0 fits, Shift with arrows moves the picture.',
    legend: 'Legend',
    clean: 'nothing found',
    error: 'errors',
    warning: 'warnings',
    info: 'suggestions',
    unreachable: 'nothing leads here',
    unlinked: 'No scene leads to another yet. Write “? answer -> scene” under a scene and an arrow appears.',
    empty: ['No scenes yet', 'Write “# Title” and a line such as “Agent: Good morning.”, and a box appears here.'],
  },
  'zh-CN': {
    bar: '流程图',
    smaller: '缩小',
    larger: '放大',
    fit: '适应窗口',
    svg: '导出 SVG',
    mermaid: '复制 Mermaid',
    preview: '顾客视角',
    help: '方向键在场景间移动，回车在编辑器中打开，加号减号缩放，0 适应窗口，Shift 加方向键移动画面。',
    legend: '图例',
    clean: '没有问题',
    error: '错误',
    warning: '警告',
    info: '建议',
    unreachable: '走不到',
    unlinked: '场景之间还没有分支。在场景里写“? 客户同意 -> 场景名”，箭头就会出现。',
    empty: ['还没有场景', '写“# 标题”和一行“客服：您好”，这里就会出现一个方框。'],
  },
  'zh-TW': {
    bar: '流程圖',
    smaller: '縮小',
    larger: '放大',
    fit: '符合視窗',
    svg: '匯出 SVG',
    mermaid: '複製 Mermaid',
    preview: '顧客視角',
    help: '方向鍵在場景間移動，Enter 在編輯器中開啟，加號減號縮放，0 符合視窗，Shift 加方向鍵移動畫面。',
    legend: '圖例',
    clean: '沒有問題',
    error: '錯誤',
    warning: '警告',
    info: '建議',
    unreachable: '走不到',
    unlinked: '場景之間還沒有分支。在場景裡寫「? 客戶同意 -> 場景名」，箭頭就會出現。',
    empty: ['還沒有場景', '寫「# 標題」和一行「客服：您好」，這裡就會出現一個方框。'],
  },
};
