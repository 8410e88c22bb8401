import process from 'node:process';
import { ensureInstall } from './lib/ensure-install.mjs';
import { root, runNode, tool } from './lib/run.mjs';

/**
 * `npm run promises`: the proofs of docs/promises.md in full, one after another; `npm run promises -- crash load` runs
 * only those that are named. `LPSE_MINUTES` ends each proof's rounds early, and it tells how many it has run;
 * `LPSE_SEED` repeats a run. Every line that begins with "promise:" is a figure that was reached.
 */
const proofs = {
  once: ['test/promises/once.test.ts'],
  crash: ['test/promises/crash.test.ts'],
  restart: ['test/promises/restart.test.ts'],
  watchers: ['test/promises/watchers.test.ts'],
  load: ['test/promises/load.test.ts'],
  hostile: [
    'test/promises/hostile.test.ts',
    ...['access', 'attachments', 'origin'].map(
      (name) => `packages/server/src/http/${name}.test.ts`,
    ),
    'packages/server/src/mail/mail.test.ts',
  ],
  outbox: ['packages/client/src/outbox'],
  browser: ['test/promises/browser.test.ts'],
  memory: ['test/promises/memory.test.ts'],
  backup: ['packages/server/src/operate/backup.test.ts', 'packages/server/src/database'],
};

async function promises(names) {
  await ensureInstall();
  const unknown = names.filter((name) => !(name in proofs));
  if (unknown.length > 0)
    throw new Error(
      `No such proof: ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}.`,
    );
  process.chdir(root);
  const env = {
    LPSE_PROMISES: 'full',
    LPSE_OUTBOX_TOTAL: process.env.LPSE_OUTBOX_TOTAL ?? '5000',
    LPSE_OUTBOX_RACES: process.env.LPSE_OUTBOX_RACES ?? '500',
  };
  let failed = 0;
  // One after another: what is measured must not compete with what is tried beside it.
  for (const [name, files] of Object.entries(proofs)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n── ${name}`);
    const args = ['run', '--no-file-parallelism', '--testTimeout=7200000', ...files];
    if ((await runNode(tool('vitest'), args, { env })) !== 0) failed += 1;
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

promises(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
