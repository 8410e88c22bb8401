import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { validatorCall, validatorModules } from '../../../scripts/generate/validators.mjs';

const sources = fileURLToPath(new URL('../../../packages/form-schema/src/', import.meta.url));
let rules;

/** Schema, layout and the validator that `npm run generate` would write for them. */
export async function source({ schema, layout }) {
  rules ??= { ...(await load('refs')), ...(await load('plain')) };
  const modules = new Map(validatorModules('form', schema, rules.inlineRefs));
  const hasConditions = modules.has('form.conditions.ts');
  // All in one: the predicates come first, and what the validator imports is the package's own.
  const conditions = (modules.get('form.conditions.ts') ?? 'export const conditions = {};')
    .replaceAll(/^export const (?!conditions\b)/gm, 'const ')
    .replaceAll('const has =', 'const hasMember =')
    .replaceAll(/\bhas\(/g, 'hasMember(');
  const check = modules
    .get('form.ts')
    .replaceAll(/^import \{[^}]*\} from '\.\/form\.conditions\.js';$/gm, '')
    .replace(/export \{ (\w+) as check \};/, 'const check = $1;')
    .replaceAll(/from '(?:\.\.?\/)+(validation\/[\w/-]+)\.js'/g, `from '${sources}$1.ts'`);
  return `${conditions}
${check}
import { generatedValidator } from '@lpse-konsultasi/form-schema';
export const form = {
  schema: ${JSON.stringify(schema)},
  layout: ${JSON.stringify(layout)},
  validator: ${validatorCall(hasConditions, rules.isPlainSchema(schema))},
};`;
}

const quiet = { configFile: false, root: sources, logLevel: 'error' };

async function load(file) {
  return (await runnerImport(`${sources}schema/${file}.ts`, quiet)).module;
}
