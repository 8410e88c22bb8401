import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { root } from './lib/run.mjs';

/**
 * `node scripts/agreement.mjs`: holds the validators against each other on many random schemas and values, with the
 * tests that run a few thousand of them every day, and writes down what came of it for docs/reference/validation.md
 * (`npm run generate` puts it there). `--pairs` of schema and value, 100,000 by default; `--seed`, a new one by default;
 * `--suite forms` or `any` for one of them alone.
 */
const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    suite: { type: 'string' },
  },
});

const suites = {
  forms: 'test/unit/generated-validators.test.ts',
  any: 'packages/form-schema/src/validation/agreement.test.ts',
};
const target = resolve(root, 'scripts/generate/agreement.json');

async function measure(name, seed) {
  // A schema that is refused brings no pairs, so some more is asked for.
  process.env.LPSE_RUNS = String(Math.ceil(Number(options.pairs) * 1.05));
  process.env.LPSE_VALUES = '200';
  process.env.LPSE_SEED = String(seed);
  const vitest = await startVitest('test', [suites[name]], { root, watch: false });
  const tests = vitest.state.getTestModules().flatMap((each) => [...each.children.allTests()]);
  await vitest.close();
  const found = tests.map((test) => test.meta().agreement).find(Boolean);
  if (!found || tests.some((test) => test.result().state !== 'passed')) {
    console.error(
      `${name}: they differ, or did not end in time (see above); run again with --seed ${seed}.`,
    );
    process.exitCode = 1;
    return;
  }
  const known = existsSync(target) ? JSON.parse(readFileSync(target, 'utf8')) : {};
  const record = { ...known, [name]: { date: new Date().toISOString().slice(0, 10), ...found } };
  writeFileSync(target, `${JSON.stringify(record, null, 2)}\n`);
  console.log(`${name}: ${JSON.stringify(record[name])}; now run npm run generate`);
}

const seed = Number(options.seed ?? Date.now() % 2_147_483_648);
for (const name of options.suite ? [options.suite] : Object.keys(suites)) await measure(name, seed);
