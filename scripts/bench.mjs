import { resolve } from 'node:path';
import { ensureInstall } from './lib/ensure-install.mjs';
import { root, runNode } from './lib/run.mjs';

/** `npm run bench`: the other form engines are dependencies of bench/ alone, so they are installed when asked for. */
async function bench() {
  await ensureInstall();
  await ensureInstall(resolve(root, 'bench'));
  process.exitCode = await runNode(resolve(root, 'bench/run.mjs'), process.argv.slice(2));
}

bench().catch((error) => {
  console.error(`bench failed: ${error.message}`);
  process.exitCode = 1;
});
