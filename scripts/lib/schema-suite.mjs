// Runs the vendored JSON-Schema-Test-Suite through a validator of ours.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { root } from './run.mjs';

const suite = resolve(root, 'test/vendor/json-schema-test-suite');

/** Where each edition's tests are, and what a schema that names no edition is read as. */
export const editions = [
  { name: '2020-12', folder: 'draft2020-12', dialect: undefined },
  { name: 'draft-07', folder: 'draft7', dialect: 'http://json-schema.org/draft-07/schema#' },
];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function jsonFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => resolve(folder, name));
}

/** The documents that the tests refer to: the suite's own, at the address it gives them, and the meta-schemas. */
export function suiteDocuments() {
  const remotes = resolve(suite, 'remotes');
  const own = jsonFiles(remotes).map((file) => [
    `http://localhost:1234/${relative(remotes, file).replaceAll('\\', '/')}`,
    readJson(file),
  ]);
  const ajv = dirname(createRequire(import.meta.url).resolve('ajv/package.json'));
  const metaSchemas = ['json-schema-2020-12', '.'].flatMap((folder) =>
    jsonFiles(resolve(ajv, 'dist/refs', folder)).map((file) => {
      const document = readJson(file);
      return [document.$id ?? document.id, document];
    }),
  );
  return Object.fromEntries([...own, ...metaSchemas.filter(([uri]) => typeof uri === 'string')]);
}

/**
 * Runs one edition's required tests.
 * @param {(schema: unknown) => (value: unknown) => readonly { keyword: string }[]} compile
 * @returns {{ keyword: string, passed: number, failed: string[] }[]} by file, which the suite names after keywords
 */
export function runSuite({ folder, dialect }, compile) {
  const tests = resolve(suite, 'tests', folder);
  return jsonFiles(tests).map((file) => {
    const row = { keyword: relative(tests, file).replace(/\.json$/, ''), passed: 0, failed: [] };
    for (const group of readJson(file)) {
      const validate = attempt(() => compile(withDialect(group.schema, dialect)));
      for (const { description, data, valid } of group.tests) {
        const problems = validate.error ?? validate.value(data);
        const isRight =
          Array.isArray(problems) &&
          problems.every(({ keyword }) => keyword !== 'unreadable') &&
          (problems.length === 0) === valid;
        if (isRight) row.passed += 1;
        else row.failed.push(`${group.description}: ${description}`);
      }
    }
    return row;
  });
}

function attempt(make) {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}

function withDialect(schema, dialect) {
  const isSilent = typeof schema === 'object' && schema.$schema === undefined;
  return dialect !== undefined && isSilent ? { $schema: dialect, ...schema } : schema;
}
