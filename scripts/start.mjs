import { ensureInstall } from './lib/ensure-install.mjs';
import { isBuilt } from './lib/build-stamp.mjs';
import { root, runNode } from './lib/run.mjs';
import { createPortalServer } from './serve.mjs';

/** `npm start`: everything from a fresh clone to a portal on this machine. */
async function start() {
  await ensureInstall();
  if (!isBuilt()) {
    const code = await runNode(`${root}/scripts/build.mjs`);
    if (code !== 0) throw new Error('The build failed (see above).');
  }
  const { url } = await listen();
  stopWithParent();
  console.log('');
  console.log('The demo portal is ready:');
  console.log(`  ${url.padEnd(40)} portal with the consultation form`);
  console.log(`  ${`${url}petugas.html`.padEnd(40)} desk of the officers`);
  console.log('');
  console.log('Stop it with Ctrl+C.');
}

/** On PORT if that is set, else on 8080 or the next free port. */
async function listen() {
  const wanted = process.env.PORT;
  if (wanted) return createPortalServer({ port: Number(wanted) });
  for (let port = 8080; port < 8100; port += 1) {
    try {
      return await createPortalServer({ port });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    }
  }
  return createPortalServer();
}

/** npm does not pass on the signal that ends it; without this the port would stay taken. */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, 1000).unref();
}

start().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
