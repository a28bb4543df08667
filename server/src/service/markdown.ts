import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** Words of the script shown in Markdown as they are. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/gu, '\\$&');
}

/** Markdown, or the same without its marks for clients that show none. */
export function markup(value: string, markdown: boolean): MarkupContent {
  if (markdown) return { kind: MarkupKind.Markdown, value };
  const bare = value.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/\*\*|`{3,}\w*\n?|`|\\(?=[\\*_{}[\]<>|#])/gu, '');
  return { kind: MarkupKind.PlainText, value: bare };
}
