// `npm run generate` writes packages/form-schema/src/generated from schemas, layouts, texts and profiles, and
// docs/reference/elements.md from the elements' docs blocks, docs/reference/validation.md from the official test suite,
// docs/reference/schema.md from the table of keywords that the form's tests prove, packages/client/openapi.json with its
// types from the forms' schemas and scripts/generate/openapi, and the page that checks an archive package.
// `npm run generate -- --check` writes nothing there and fails when a file is not what it would write.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { generateChecker } from './generate/checker.mjs';
import { generatedFiles } from './generate/data-modules.mjs';
import { generateContract } from './generate/openapi.mjs';
import { generateReference } from './generate/reference.mjs';
import { generateSchemaPage } from './generate/schema-page.mjs';
import { compareTree, writeTree } from './generate/tree.mjs';
import { generateValidationPage } from './generate/validation-page.mjs';
import { loadRules, readCatalogue } from './generate/sources.mjs';

const packageRoot = fileURLToPath(new URL('../packages/form-schema/', import.meta.url));
const target = path.join(packageRoot, 'src/generated');

const rules = await loadRules(packageRoot);
const catalogue = await readCatalogue(packageRoot, rules.formIds);
const schemaOf = async (name) =>
  JSON.parse(await readFile(path.join(packageRoot, `schemas/${name}.schema.json`), 'utf8'));
const schemas = { profile: await schemaOf('profile'), layout: await schemaOf('layout') };

const profiles = Object.values(catalogue.profiles).map((document) => {
  const resolution = rules.resolveProfile(document, catalogue);
  if (resolution.ok) return resolution.profile;
  const reasons = resolution.breaches.map(
    ({ pointer, rule, params }) => `  ${pointer}: ${rules.wordBreach(rule, params, 'en')}`,
  );
  throw new Error(`profiles/${document.id}.json breaks a rule\n${reasons.join('\n')}`);
});
const files = await generatedFiles(profiles, catalogue, schemas, rules);

const check = process.argv.includes('--check');
/** What is written from what it tells of, by whether it was up to date. */
const pages = {
  ...(await generateContract({ check, catalogue })),
  'packages/elements/src/archive-package/generated.ts': await generateChecker({ check }),
  'docs/reference/elements.md': await generateReference({ check }),
  'docs/reference/schema.md': await generateSchemaPage({ check }),
  'docs/reference/validation.md': await generateValidationPage({ check }),
};
const stale = Object.keys(pages).filter((page) => !pages[page]);
const count = files.size + Object.keys(pages).length;

if (check) {
  const drift = (await compareTree(target, files)).map((line) => `src/generated/${line}`);
  drift.push(...stale.map((page) => `${page}: differs`));
  for (const line of drift) console.error(line);
  if (drift.length > 0) {
    console.error('Generated files differ from their sources. Run `npm run generate` and commit.');
    process.exitCode = 1;
  } else console.log(`${count} generated files are up to date.`);
} else {
  const written = await writeTree(target, files);
  console.log(`${count} generated files, ${written + stale.length} of them changed.`);
}
