import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { tightCss } from '../scripts/lib/tight-css.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
export const cache = resolve(here, '.cache');
export const pages = resolve(cache, 'pages');

/**
 * Bundles one contender's page for one form into `.cache/pages/<contender>/<form>/` and answers what of it a browser
 * needs to show the form: `{ html, js, css }` in bytes of brotli. `readable` keeps names, for profiles.
 */
export async function buildPage(contender, form, { readable = false } = {}) {
  const dir = resolve(pages, contender, form.name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const says = await import(`./contenders/${contender}/form.mjs`);
  const chunks = await bundle(`contenders/${contender}/client.js`, {
    dir,
    minify: !readable,
    plugins: [formPlugin(await says.source(form))],
  });
  const css = chunks.some(({ fileName }) => fileName === 'main.css');
  const body = says.html?.(form) ?? '';
  const scripts = staticOf(chunks).map(({ fileName }) => fileName);
  writeFileSync(resolve(dir, 'page.css'), pageSheet);
  writeFileSync(resolve(dir, 'index.html'), page({ css, body }));
  writeFileSync(resolve(dir, 'auto.html'), page({ css, body, scripts }));
  return {
    html: brotli(readFileSync(resolve(dir, 'auto.html'))),
    js: sum(staticOf(chunks).map(({ code }) => code)),
    css: css ? brotli(readFileSync(resolve(dir, 'main.css'))) : 0,
  };
}

/** What Vite makes of an entry for production, from the packages' sources as they are published: its files, the entry called `main`. */
export async function bundle(entry, { dir, minify = true, plugins = [] }) {
  const [{ output }] = await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    plugins: [tightCss(), ...plugins],
    resolve: { conditions: ['source', 'production', 'browser', 'module', 'import', 'default'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: dir,
      write: dir !== undefined,
      target: 'es2022',
      // As a library: an application's build would add a helper of Vite's own to whoever loads anything later.
      lib: { entry: { main: resolve(here, entry) }, formats: ['es'], cssFileName: 'main' },
      cssMinify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify,
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  });
  return output;
}

/** The entry and all that it imports before it runs. */
export function staticOf(chunks) {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const wanted = new Set(['main.js']);
  for (const file of wanted) for (const next of byFile.get(file).imports) wanted.add(next);
  return [...wanted].map((file) => byFile.get(file));
}

/** The form as the contender's own `form.mjs` says it. */
export function formPlugin(source) {
  return {
    name: 'bench-form',
    enforce: 'pre',
    resolveId: (id) => (id === 'bench:form' ? '\0bench-form.js' : undefined),
    load: (id) => (id === '\0bench-form.js' ? source : undefined),
  };
}

/**
 * A portal's page: it has words, a style sheet and a field of its own before the form comes. With `scripts` it shows the
 * form by itself, and has the browser fetch what the first of them imports at once, as bundlers write it.
 */
function page({ css, body, scripts: [entry, ...imported] = [] }) {
  const sheets = ['page.css', ...(css ? ['main.css'] : [])].map(
    (file) => `<link rel="stylesheet" href="${file}">`,
  );
  const preloads = imported.map((file) => `<link rel="modulepreload" href="${file}">`);
  const script = entry ? `<script type="module" src="${entry}"></script>` : '';
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LPSE</title><link rel="icon" href="data:,">${sheets.join('')}${script}${preloads.join('')}</head><body${entry ? ' data-auto' : ''}><header><p><b>LPSE</b> Layanan pengadaan</p><form role="search"><input aria-label="Cari"><select aria-label="Di"><option>Semua</option></select><button>Cari</button></form></header><main id="host"></main>${body}</body></html>`;
}

const pageSheet =
  'body{margin:8px;font:16px/1.5 system-ui,sans-serif}input,select,button{font:inherit}';

function sum(files) {
  return files.reduce((total, file) => total + brotli(file), 0);
}

/** Bytes as a server sends them. */
export function brotli(content) {
  return brotliCompressSync(content).length;
}
