import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
export const cache = resolve(here, '.cache');
const pages = resolve(cache, 'pages');

/**
 * Bundles one contender's page for one form into `.cache/pages/<contender>/<form>/` and answers what of it a browser
 * needs to show the form: `{ html, js, css }` in bytes of brotli, and the number of requests.
 */
export async function buildPage(contender, form) {
  const dir = resolve(pages, contender, form.name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const says = await import(`./contenders/${contender}/form.mjs`);
  const { metafile } = await build({
    ...settings,
    entryPoints: { main: resolve(here, 'contenders', contender, 'client.js') },
    outdir: dir,
    plugins: [formPlugin(await says.source(form)), textPlugin],
  });
  const css = Object.keys(metafile.outputs).some((file) => file.endsWith('main.css'));
  const body = says.html?.(form) ?? '';
  writeFileSync(resolve(dir, 'page.css'), pageSheet);
  writeFileSync(resolve(dir, 'index.html'), page(css, body, ''));
  writeFileSync(resolve(dir, 'auto.html'), page(css, body, ' data-auto'));
  writeFileSync(resolve(dir, 'meta.json'), JSON.stringify(metafile));
  return sizesOf(dir, metafile);
}

const settings = {
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  metafile: true,
  target: 'es2022',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  conditions: ['source', 'production', 'browser', 'module'],
  chunkNames: '[name]-[hash]',
  loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.svg': 'dataurl' },
  logLevel: 'error',
  // Adapters of this folder, and the packages of the tree around it, find each other by the tree's own folders.
  nodePaths: [resolve(here, 'node_modules')],
};

/** The form as the contender's own `form.mjs` says it. */
function formPlugin(source) {
  return {
    name: 'form',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^bench:form$/ }, () => ({ path: 'form', namespace: 'bench' }));
      onLoad({ filter: /.*/, namespace: 'bench' }, () => ({
        contents: source,
        loader: 'js',
        resolveDir: here,
      }));
    },
  };
}

/** A sheet as a string, minified. */
const textPlugin = {
  name: 'text',
  setup({ onResolve, onLoad, esbuild }) {
    onResolve({ filter: /\?text$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('?text', '')),
      namespace: 'text',
    }));
    onLoad({ filter: /.*/, namespace: 'text' }, async ({ path }) => {
      const sheet = await esbuild.transform(readFileSync(path, 'utf8'), {
        loader: 'css',
        minify: true,
      });
      return { contents: sheet.code, loader: 'text' };
    });
  },
};

/** A portal's page: it has words, a style sheet and a field of its own before the form comes. */
function page(css, body, attribute) {
  const sheets = ['page.css', ...(css ? ['main.css'] : [])].map(
    (file) => `<link rel="stylesheet" href="${file}">`,
  );
  const script = attribute ? '<script type="module" src="main.js"></script>' : '';
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LPSE</title><link rel="icon" href="data:,">${sheets.join('')}${script}</head><body${attribute}><header><p><b>LPSE</b> Layanan pengadaan</p><form role="search"><input aria-label="Cari"><select aria-label="Di"><option>Semua</option></select><button>Cari</button></form></header><main id="host"></main>${body}</body></html>`;
}

const pageSheet =
  'body{margin:8px;font:16px/1.5 system-ui,sans-serif}input,select,button{font:inherit}';

/** Everything that is loaded before the form stands; chunks that it asks for later are told apart by the gate. */
function sizesOf(dir, { outputs }) {
  const byFile = new Map(
    Object.entries(outputs).map(([file, output]) => [file.split('/').at(-1), output]),
  );
  const wanted = new Set(['main.js']);
  for (const file of wanted)
    for (const { path, kind } of byFile.get(file)?.imports ?? [])
      if (kind === 'import-statement') wanted.add(path.split('/').at(-1));
  const sum = (files) => files.reduce((total, file) => total + brotli(resolve(dir, file)), 0);
  return {
    html: brotli(resolve(dir, 'auto.html')),
    js: sum([...wanted]),
    css: byFile.has('main.css') ? sum(['main.css']) : 0,
  };
}

function brotli(file) {
  return brotliCompressSync(readFileSync(file)).length;
}
