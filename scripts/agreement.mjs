import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { root } from './lib/run.mjs';

/**
 * `node scripts/agreement.mjs`: holds the validators against each other on many random schemas and values, with the
 * tests that run a few thousand of them every day, and writes down what came of it for docs/reference/validation.md
 * (`npm run generate` puts it there). `--pairs` of schema and value, 100,000 by default; `--seed`, a new one by default.
 */
const { values: options } = parseArgs({
  options: { pairs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});

const suites = {
  any: 'packages/form-schema/src/validation/agreement.test.ts',
  forms: 'test/unit/generated-validators.test.ts',
};
const seed = Number(options.seed ?? Date.now() % 2_147_483_648);

async function measure() {
  // A schema that is refused brings no pairs, so a tenth more is asked for.
  process.env.LPSE_RUNS = String(Math.ceil(Number(options.pairs) * 1.1));
  process.env.LPSE_SEED = String(seed);
  const record = { date: new Date().toISOString().slice(0, 10), seed };
  let isGreen = true;
  for (const [name, file] of Object.entries(suites)) {
    const start = performance.now();
    const vitest = await startVitest('test', [file], { root, watch: false });
    const tests = vitest.state.getTestModules().flatMap((each) => [...each.children.allTests()]);
    await vitest.close();
    isGreen &&= tests.every((test) => test.result().state === 'passed');
    const found = tests.map((test) => test.meta().agreement).find(Boolean);
    const seconds = Math.round((performance.now() - start) / 1000);
    if (found)
      record[name] = { pairs: found.pairs, schemas: found.schemas, refused: found.refused };
    console.log(`${file}: ${JSON.stringify(found)}, ${seconds} s`);
  }
  if (!isGreen) {
    console.error(`They differ: see above, and run again with --seed ${seed}.`);
    process.exitCode = 1;
    return;
  }
  const target = resolve(root, 'scripts/generate/agreement.json');
  writeFileSync(target, `${JSON.stringify(record, null, 2)}\n`);
  console.log(`${target}\nNow run npm run generate.`);
}

await measure();
