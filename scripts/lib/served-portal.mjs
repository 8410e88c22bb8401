import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run.mjs';

/**
 * The demo portal as a webmaster would have it before a server: the same pages, in which each element of ours has an
 * `endpoint`, and the desk a sign-in in the place of sample officers and sample cases. Answers the folder.
 */
export function writeServedPortal(endpoint) {
  const source = resolve(root, 'examples/portal');
  const target = resolve(root, 'dist/portal');
  rmSync(target, { recursive: true, force: true });
  cpSync(source, target, { recursive: true });
  for (const name of readdirSync(target).filter((file) => file.endsWith('.html'))) {
    const file = resolve(target, name);
    writeFileSync(file, servedPage(readFileSync(file, 'utf8'), endpoint));
  }
  return target;
}

const staffElement = /<lpse-(?:desk|reception)\b/;

/** One page before a server. */
export function servedPage(html, endpoint) {
  return forStaff(html)
    .replaceAll(/<lpse-[\w-]+\b[^>]*\bprofile="[^"]*"[^>]*>/g, (tag) =>
      tag
        .replace(/\bprofile="/, `endpoint="${endpoint}" profile="`)
        .replaceAll(/\s+officer-[\w-]+="[^"]*"/g, ''),
    )
    .replaceAll(/\n\s*<script type="module" src="js\/petugas\.js"><\/script>/g, '')
    .replaceAll(
      /<section class="tools" aria-label="Data contoh">.*?<\/section>/gs,
      '<p><a href="/masuk">Masuk petugas</a> · <a href="/demo/petugas.html">Demo tanpa server</a></p>',
    )
    .replaceAll(
      /Data konsultasi hanya disimpan di peramban Anda dan\s+tidak dikirim ke mana pun\./g,
      'Data konsultasi dikirim ke server LPSE dan disimpan di sana. Draf yang belum dikirim tetap di peramban Anda.',
    );
}

/** A page of the officers shows its desk to who is signed in, and leads all others to the sign-in. */
function forStaff(html) {
  if (!staffElement.test(html)) return html;
  return html
    .replace(staffElement, '$& hidden data-staff')
    .replace('</head>', '  <script type="module" src="js/hanya-petugas.js"></script>\n  </head>');
}
