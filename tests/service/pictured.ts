import { createLinter, type Finding, type Locale, lineIndex, type Settings } from '../../server/src/core/index.ts';
import type { Parsed } from '../../server/src/service/parsed.ts';
import { type ChatPart, chatView } from '../../server/src/service/views/chatView.ts';
import { flowView } from '../../server/src/service/views/flowView.ts';
import type { ViewWords } from '../../server/src/service/views/viewFinding.ts';
import type { ChatView, FlowView } from '../../server/src/viewProtocol.ts';

const linter = createLinter();

/** A text as it is read, and what is found in it, alone in its workspace. */
export function pictured(text: string, settings: Settings = {}, format = 'huashu'): { parsed: Parsed; findings: readonly Finding[] } {
  const source = { text, format };
  const linted = linter.lint(source, settings);
  const workspace = linter.workspace();
  workspace.update('t', linted);
  const { findings } = workspace.complete('t', linted);
  const document = linter.parse(source, settings);
  return { parsed: { uri: 'file:///t', version: 1, ...source, lines: lineIndex(text), document, settings }, findings };
}

export function wordsIn(locale: Locale): ViewWords {
  return { locale, titleOf: (rule) => linter.rules.all.get(rule)?.meta.title[locale] };
}

export function chatOf(text: string, part: ChatPart = {}, settings: Settings = {}, format = 'huashu'): ChatView {
  const { parsed, findings } = pictured(text, settings, format);
  return chatView(parsed, findings, wordsIn('zh-CN'), part);
}

export function flowOf(text: string, line?: number): FlowView {
  const { parsed, findings } = pictured(text);
  return flowView(parsed, findings, line);
}

/** A chat in lines that can be compared: `[场景]`, `客户: …`, `(…)`, `? 标签 -> 2`, `✗ …`; samples in ‹›, underlined words in <rule|…>. */
export function inLines({ items }: Pick<ChatView, 'items'>): string[] {
  return items.map((item) => {
    switch (item.kind) {
      case 'scene':
        return `[${item.title}]`;
      case 'bad':
        return `✗ ${item.lines.join(' / ')}`;
      case 'choice': {
        const options = item.options.map(({ label, target, scene }, i) => {
          const taken = item.taken === i ? '*' : '';
          return `${taken}${label || 'jump'} -> ${scene ?? target}`;
        });
        return `? ${options.join('; ')}${item.taken === -1 ? ' *none' : ''}`;
      }
      default: {
        const said = item.paragraphs.map((runs) =>
          runs
            .map(({ text, sample, findings = [] }) => {
              const words = sample === undefined ? text : `‹${text}›`;
              return findings.length > 0 ? `<${findings.map((i) => item.findings[i]!.rule).join('+')}|${words}>` : words;
            })
            .join(''),
        );
        return item.kind === 'note' ? `(${said.join(' ')})` : `${item.side}: ${said.join(' / ')}`;
      }
    }
  });
}
