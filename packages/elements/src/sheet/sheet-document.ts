import { render } from 'lit';
import { sha256Hex } from '@lpse-konsultasi/form-schema';
import { paperRules } from './paper-rules.js';
import { renderSheet, type SheetContent } from './sheet-content.js';
import { sheetStyles } from './sheet.styles.js';

/**
 * The sheet as an HTML document of its own: it opens from a file, needs nothing, runs nothing and prints on A4. Its
 * policy allows the one style sheet that it brings, by hash.
 */
export function sheetDocument(content: SheetContent, title: string): string {
  const root = document.createElement('div');
  render(renderSheet(content), root);
  withoutComments(root);
  const css = `${paperRules(title)}\nbody { margin: 0; }\n${sheetStyles.cssText}`;
  return [
    '<!doctype html>',
    '<html lang="id">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${base64OfHash(css)}'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    // eslint-disable-next-line no-restricted-syntax -- a document of its own, whose policy names this sheet by its hash
    `<style>${css}</style>`,
    '</head>',
    `<body><main class="desk">${root.innerHTML}</main></body>`,
    '</html>',
    '',
  ].join('\n');
}

/** Lit's own marks, which mean nothing in a file. */
function withoutComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode() !== null) found.push(walker.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

function base64OfHash(text: string): string {
  const bytes = sha256Hex(text).match(/../g) ?? [];
  return btoa(String.fromCharCode(...bytes.map((byte) => parseInt(byte, 16))));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
