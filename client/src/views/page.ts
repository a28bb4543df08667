import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import { locale } from '../settings.ts';
import type { Picture } from './messages.ts';

/** Where pages have their scripts and styles from; nothing else is let in. */
export function pageRoot(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}

/** The page of a picture: empty but for one script of ours. What is said in scripts comes in later, as data. */
export function pageOf(webview: Webview, extension: Uri, picture: Picture, document: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const source = (file: string): string => attribute(webview.asWebviewUri(Uri.joinPath(pageRoot(extension), file)).toString());
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${attribute(locale())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${source(`${picture}.css`)}">
</head>
<body data-uri="${attribute(document.toString())}" data-locale="${attribute(locale())}">
<script nonce="${nonce}" src="${source(`${picture}.js`)}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
