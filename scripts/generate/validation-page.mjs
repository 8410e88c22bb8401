// Writes docs/reference/validation.md: what of JSON Schema is supported, with what the official tests say of it.
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from '../lib/run.mjs';
import { editions, runSuite, suiteDocuments } from '../lib/schema-suite.mjs';

const target = resolve(root, 'docs/reference/validation.md');

const opening = `# Validation

<!-- Written by \`npm run generate\` from the official test suite and scripts/generate/validation-page.mjs; edit that. -->

\`compile(schema)\` answers a validator: \`validate(value)\` lists the problems of a value, each with \`pointer\`, \`keyword\`, \`params\` and a message. There are three ways to one and the same answer:

| | Where | Needs |
| --- | --- | --- |
| generated | the forms of the procedure, written by \`npm run generate\` | nothing at run time |
| interpreted | \`import { compile } from '@lpse-konsultasi/form-schema/compile'\` | nothing: it works under any content security policy |
| compiled | \`import { compileCode } from '@lpse-konsultasi/form-schema/compile-code'\` | a policy that allows \`'unsafe-eval'\`; under any other it interprets |

\`<lpse-form>\` interprets a schema that it is given, unless it is given a \`validator\`. A page that allows code to be made asks for it by setting \`form.validator = compileCode(schema)\`: trying without being asked would be reported as a violation of the policy.

Messages are in Indonesian, or in the \`locale\` that \`compile\` is given. A page with generated validators carries no English until it is asked for: \`<lpse-form locale="en">\` loads it, and whoever words problems without an element makes it known once, \`knowMessages('en', messagesEn)\`, with \`messagesEn\` from \`@lpse-konsultasi/form-schema/messages/en\`.

## Keywords

The numbers are the required tests of the [official suite](../../test/vendor/json-schema-test-suite/PROVENANCE.md) that pass, of those there are; interpreted and compiled agree on all of them.
`;

const notes = {
  format:
    'Asserted, as the vocabulary `format-assertion` has it, for all formats of 2020-12; a name that is not known is an annotation. An e-mail address needs a domain with a dot.',
  content: 'An annotation.',
  default: 'An annotation; the form starts with it.',
  pattern:
    'Matched in linear time, whatever the pattern (see below). Read as ECMAScript with the flag `u`.',
  patternProperties: 'As with `pattern`.',
  refRemote:
    'Nothing is ever fetched: other documents come along as `compile(schema, { schemas })`.',
  multipleOf: 'By decimals as people write them: 19.99 is a multiple of 0.01.',
  vocabulary:
    'A dialect that comes along in `schemas` may leave `validation` out; one that needs a vocabulary which is not known here is refused.',
  dynamicRef: '`$dynamicRef`, `$dynamicAnchor`; `$recursiveRef` of 2019-09 as well.',
  anchor: '`$anchor`.',
  id: '`$id`.',
  ref: '`$ref`.',
  defs: '`$defs`.',
  definitions: '`definitions`.',
  boolean_schema: '`true` and `false` as schemas.',
  'infinite-loop-detection':
    'A reference that comes back to the same value without end is refused.',
  unknownKeyword: 'Ignored.',
};

const closing = `
Schemas of draft-04 and 2019-09 are read as well, in so far as they say the same; without \`$schema\` a document is read as 2020-12. \`x-notFuture: true\` is a keyword of our own: a date or time that has come.

## What is refused

\`compile\` refuses with \`LPSE_SCHEMA_INVALID\` what could not be checked or would not answer in time. The message names the place (JSON Pointer with the keyword) and what has to be there instead.

| | Limit |
| --- | --- |
| a document | 256 Ki characters as JSON |
| schemas within schemas | 32 deep |
| schemas that one value is held against, references followed | 10,000 |
| steps for one value, recursion included | 500,000; beyond it the value is answered as \`unreadable\` |
| a keyword | a value of the right kind |
| \`$ref\`, \`$dynamicRef\` | leads somewhere in the document or in \`schemas\`, and not back to the same value |
| a pattern | no back-references (\`\\1\`, \`\\k<name>\`), no modifiers (\`(?i:…)\`), at most 300 states and 25 look-arounds; one of a limited length, like \`^[^@]{1,64}@[^@]{1,255}$\`, 700 states. One count of one kind of character (\`^[a-z]{1,2000}$\`) has no limit |

## Patterns

Engines try one way through a pattern after the other, and a few characters can make them try for years: \`^(a+)+$\` is the best-known example. Here a pattern runs in the engine only when it is plain enough to be known as harmless. Every other runs in an automaton that is in all its states at once, look-arounds included, so that a text of 10,000 characters takes milliseconds for any pattern and any text.
`;

/** Writes the page, or with `check` only tells whether it is up to date. */
export async function generateValidationPage({ check }) {
  const page = await validationPage();
  const isCurrent = (await readFile(target, 'utf8').catch(() => '')) === page;
  if (!check && !isCurrent) await writeFile(target, page);
  return isCurrent;
}

async function validationPage() {
  const { compile } = await load('compile.ts');
  const schemas = suiteDocuments();
  const [modern, old] = editions.map((edition) =>
    runSuite(edition, (schema) => compile(schema, { schemas })),
  );
  const keywords = [...new Set([...modern, ...old].map(({ keyword }) => keyword))].sort();
  const find = (rows, keyword) => rows.find((row) => row.keyword === keyword);
  const lines = keywords.map((keyword) => {
    const cells = [find(modern, keyword), find(old, keyword)].map(share);
    return `| \`${keyword}\` | ${cells.join(' | ')} | ${notes[keyword] ?? ''} |`;
  });
  const sums = [modern, old].map((rows) => share(sumOf(rows)));
  const table = [
    '| Tests of | 2020-12 | draft-07 | |',
    '| --- | --: | --: | --- |',
    ...lines,
    `| **all** | **${sums.join('** | **')}** | |`,
  ].join('\n');
  return format(`${opening}\n${table}\n${closing}\n${agreement()}`, {
    ...(await resolveConfig(target)),
    parser: 'markdown',
  });
}

/** What the last long run of scripts/agreement.mjs found. */
function agreement() {
  const record = JSON.parse(readFileSync(new URL('agreement.json', import.meta.url), 'utf8'));
  const number = new Intl.NumberFormat('en-GB');
  const rows = Object.entries(compared)
    .filter(([name]) => record[name])
    .map(([name, words]) => {
      const { pairs, schemas, date, seed } = record[name];
      return `| ${words} | ${number.format(pairs)} | ${number.format(schemas)} | 0 | ${date} | ${seed} |`;
    });
  return `## Agreement

That the validators tell the same problems (pointer, keyword, params) of random schemas and values, and judge the same conditions as met, is tested with every change on some thousand pairs. \`node scripts/agreement.mjs\` asks for 100,000 of each kind; what it last found:

| | Pairs | Schemas | Differences | Date | Seed |
| --- | --: | --: | --: | --- | --: |
${rows.join('\n')}
`;
}

const compared = {
  forms: 'generated, interpreted and compiled; schemas of the kinds that forms use',
  any: 'interpreted and compiled; schemas of every supported keyword, hostile names and texts in them',
};

async function load(file) {
  const folder = resolve(root, 'packages/form-schema/src/validation');
  const options = { configFile: false, root: folder, logLevel: 'error' };
  return (await runnerImport(resolve(folder, file), options)).module;
}

function share(row) {
  return row === undefined ? '–' : `${row.passed} of ${row.passed + row.failed.length}`;
}

function sumOf(rows) {
  return {
    passed: rows.reduce((sum, { passed }) => sum + passed, 0),
    failed: rows.flatMap(({ failed }) => failed),
  };
}
