import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drawFrom, example, putInto } from './lib/predraw.mjs';
import { root } from './lib/run.mjs';
import { createPortalServer } from './serve.mjs';

/**
 * `node scripts/predraw.mjs <address of a page>` draws the element on a page into files that the page can carry
 * (docs/reference/predrawn.md). Without an address it draws that of the example portal, from the build in dist/cdn.
 *
 *   --select  which element, default `lpse-consultation`
 *   --script  the module, as seen from the page, default `/cdn/lpse-konsultasi.js`
 *   --sheets  the folder of the style sheets, as the page names it, default `predrawn/`
 *   --without-script  what to do where scripts are off
 *   --to      the folder for what is written, default `predrawn`
 *   --into    a file with the page's HTML, which gets what was drawn between the element's tags
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    select: { type: 'string', default: 'lpse-consultation' },
    script: { type: 'string', default: '/cdn/lpse-konsultasi.js' },
    sheets: { type: 'string', default: 'predrawn/' },
    'without-script': { type: 'string' },
    to: { type: 'string', default: 'predrawn' },
    into: { type: 'string' },
  },
});

async function run() {
  const [address] = positionals;
  if (address === undefined) return drawExample();
  const drawn = await drawFrom(address, { ...values, withoutScript: values['without-script'] });
  write(resolve(values.to), drawn, values.select, values.into);
}

async function drawExample() {
  const folder = resolve(root, 'examples/portal');
  const portal = await createPortalServer();
  try {
    const drawn = await drawFrom(`${portal.url}konsultasi.html`, example.options);
    const file = resolve(folder, example.page);
    write(resolve(folder, 'predrawn'), drawn, example.options.select, file);
  } finally {
    await portal.close();
  }
}

function write(folder, { html, sheets }, tag, into) {
  mkdirSync(folder, { recursive: true });
  for (const [name, css] of Object.entries(sheets))
    writeFileSync(resolve(folder, `${name}.css`), css);
  if (into === undefined) writeFileSync(resolve(folder, `${tag}.html`), html);
  else writeFileSync(into, putInto(readFileSync(into, 'utf8'), tag, html));
}

run().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
