import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotli, pages } from './build.mjs';
import { openTab } from './measure/tab.mjs';

/**
 * Puts the form of a built page into its HTML, drawn by this browser as a portal would do it once. What the script imports
 * is not fetched ahead: nobody waits for it, and the style sheet shares the line with it. Answers the sizes that this
 * changes.
 */
export async function putDrawn(browser, url, path) {
  const tab = await openTab(browser, `${url}/index.html`, { width: 360, height: 740 });
  const drawn = await tab.run(
    `import('${url}/main.js').then(() => bench.mount()).then(() => predraw())`,
  );
  await tab.close();
  const file = (name) => resolve(pages, path, name);
  const sheets = Object.entries(drawn.sheets);
  for (const [tag, css] of sheets) writeFileSync(file(`${tag}.css`), css);
  const page = readFileSync(file('auto.html'), 'utf8')
    .replace('<main id="host">', () => `<main id="host"><lpse-form>${drawn.html}</lpse-form>`)
    .replaceAll('<script ', '<script fetchpriority="low" ')
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '');
  writeFileSync(file('auto.html'), page);
  return {
    html: brotli(page),
    css: sheets.reduce((total, [, css]) => total + brotli(css), 0),
  };
}
