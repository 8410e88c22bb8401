import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { brotli, bundle, formPlugin, staticOf } from './build.mjs';
import { forms } from './forms/index.mjs';
import { root } from '../scripts/lib/run.mjs';

/**
 * `npm run bench -- --modules`: what two pages are made of before they show anything, module by module, with what each
 * costs in bytes of brotli. A module costs what the page is smaller without it.
 */
export async function listModules() {
  const says = await import('./contenders/ours/form.mjs');
  const form = formPlugin(await says.source(forms.consultation));
  await list('only <lpse-form>', 'contenders/ours/client.js', [form]);
  const entry = fileURLToPath(new URL('../packages/elements/src/cdn/public.ts', import.meta.url));
  await list('the public page', entry, []);
}

async function list(title, entry, plugins) {
  const chunks = staticOf(await bundle(entry, { minify: false, plugins }));
  const modules = (
    await Promise.all(
      chunks
        .flatMap((chunk) => Object.entries(chunk.modules))
        .map(async ([id, { code }]) => ({ id: nameOf(id), code: await small(code ?? '') })),
    )
  ).filter(({ code }) => code !== '');
  const all = modules.map(({ code }) => code);
  const whole = brotli(all.join('\n'));
  const priced = modules
    .map(({ id, code }, index) => ({
      id,
      min: code.length,
      brotli: whole - brotli(all.filter((_, other) => other !== index).join('\n')),
    }))
    .sort((a, b) => b.brotli - a.brotli);
  console.log(`\n${title}: ${modules.length} modules, ${all.join('').length} B, ${whole} B brotli`);
  for (const { id, min, brotli: cost } of priced)
    console.log(`${String(cost).padStart(7)} ${String(min).padStart(7)}  ${id}`);
}

async function small(code) {
  const { code: minified } = await minify(code, { ecma: 2022, toplevel: false });
  return minified ?? '';
}

function nameOf(id) {
  return id.replace(root, '').replace(/\?.*$/, '').replace('\0', '');
}
