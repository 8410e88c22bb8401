import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/**
 * The files that a webmaster puts on a page. Input is what tsc wrote, so there is one compiler.
 *
 * - Two ES modules, for the public page and for the desk. They share chunks, and neither loads
 *   anything of the other.
 * - The same two as classic scripts, for pages whose editor strips `type="module"`.
 */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const entries = {
  'lpse-konsultasi': path('packages/elements/dist/cdn/public.js'),
  'lpse-konsultasi-desk': path('packages/elements/dist/cdn/desk.js'),
  'lpse-konsultasi-board': path('packages/elements/dist/cdn/board.js'),
};
const classicNames = {
  'lpse-konsultasi': 'LpseKonsultasi',
  'lpse-konsultasi-desk': 'LpseKonsultasiDesk',
  'lpse-konsultasi-board': 'LpseKonsultasiBoard',
};

const plugins = [
  // `production` leaves Lit's development warnings out.
  nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
  // `module` stays unset: the plugin knows the format, and a classic script needs its global name.
  terser({ ecma: 2022, format: { comments: /@license|@preserve|^!/ } }),
];

/** A warning is a defect of the bundle: stop, unless it is known to be harmless. */
function onwarn(warning) {
  throw new Error(`rollup: ${warning.code ?? 'warning'}: ${warning.message}`);
}

/** `index` says nothing in a list of files; the folder that it stands for does. */
function folderOf(moduleId) {
  return moduleId?.split(/[\\/]/).at(-2) ?? 'index';
}

const dir = path('dist/cdn');

const modules = {
  input: entries,
  plugins,
  onwarn,
  output: {
    dir,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name, facadeModuleId }) =>
      `chunks/${name === 'index' ? folderOf(facadeModuleId) : name}-[hash].js`,
    generatedCode: 'es2015',
  },
};

const classic = Object.entries(entries).map(([name, input]) => ({
  input: { [name]: input },
  plugins,
  onwarn,
  output: {
    dir,
    format: 'iife',
    name: classicNames[name],
    entryFileNames: '[name].classic.js',
    inlineDynamicImports: true,
    generatedCode: 'es2015',
  },
}));

/** What a page pays that brings its own bundler and takes `<lpse-form>` alone. Only measured. */
export const measured = {
  input: { 'define/form': path('packages/elements/dist/define/form.js') },
  plugins,
  onwarn,
  output: { format: 'es', entryFileNames: '[name].js', generatedCode: 'es2015' },
};

export default [modules, ...classic];
