import { ensureInstall } from './lib/ensure-install.mjs';
import { root } from './lib/run.mjs';

/**
 * `npm test`: every check in turn, each counted, none hiding those after it. `npm test -- unit lint`
 * runs only the named stages. The last line is always `N passed, N failed`.
 */
async function test(names) {
  await ensureInstall();
  process.chdir(root);
  const { stages } = await import('./lib/stages.mjs');
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stages.map((stage) => stage.name).join(', ');
    throw new Error(`No such stage: ${unknown.join(', ')}. There are: ${known}.`);
  }
  const chosen = stages.filter((stage) => names.length === 0 || names.includes(stage.name));
  const results = [];
  for (const stage of chosen) results.push(await runStage(stage));
  return results;
}

async function runStage({ name, title, run }) {
  console.log(`\n── ${name}: ${title}`);
  const started = Date.now();
  let counts;
  try {
    counts = await run();
  } catch (error) {
    console.error(error.message);
    counts = { passed: 0, failed: 1 };
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  return { name, seconds, ...counts };
}

function report(results) {
  console.log('\n── summary');
  for (const { name, seconds, passed, failed, note } of results) {
    const counts = note ?? `${passed} passed, ${failed} failed`;
    console.log(`  ${name.padEnd(12)} ${String(seconds).padStart(4)} s  ${counts}`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const passed = total('passed');
  const failed = total('failed');
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

test(process.argv.slice(2)).then(report, (error) => {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});
