import { resolve } from 'node:path';
import { ensureInstall } from './lib/ensure-install.mjs';
import { isBuilt } from './lib/build-stamp.mjs';
import { root, runNode } from './lib/run.mjs';
import { writeServedPortal } from './lib/served-portal.mjs';

const endpoint = '/api/v1';

/** `npm start`: everything from a fresh clone to a portal, a desk and their server on this machine. */
async function start() {
  await ensureInstall();
  if (!isBuilt()) {
    console.log(
      'Building what is served. This takes some minutes, and only when something has changed …',
    );
    const code = await runNode(`${root}/scripts/build.mjs`, ['--brief']);
    if (code !== 0) throw new Error('The build failed (see above).');
  }
  const site = [
    { prefix: '/cdn/', folder: resolve(root, 'dist/cdn') },
    { prefix: '/demo/', folder: resolve(root, 'examples/portal') },
    { prefix: '/', folder: writeServedPortal(endpoint) },
  ];
  const running = await listen(site);
  stopWithParent(running);
  say(running);
}

/** On PORT if that is set, else on 8080 or the next free port. */
async function listen(site) {
  const { readConfig, serve } = await import('../packages/server/dist/index.js');
  const environment = {
    LPSE_PROFILE: 'batang',
    LPSE_DATA: resolve(root, 'data'),
    ...process.env,
  };
  const onBroken = ({ message }) => {
    console.error(message);
    process.exit(70);
  };
  const options = { site, onBroken, log: { write: keepFaults } };
  const wanted = process.env.PORT;
  if (wanted) return serve(await readConfig(environment), options);
  for (let port = 8080; port < 8100; port += 1) {
    try {
      return await serve(await readConfig({ ...environment, PORT: String(port) }), options);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    }
  }
  return serve(await readConfig({ ...environment, PORT: '0' }), options);
}

/** A screen is for what needs someone: level 40 and above of the structured lines. */
function keepFaults(line) {
  if (/"level":[456]0/.test(line)) process.stderr.write(line);
}

function say({ url, database, firstRunLinks }) {
  const row = (address, what) => console.log(`  ${address.padEnd(40)} ${what}`);
  console.log('');
  console.log('The demo portal and its server are ready:');
  row(url, 'portal with the consultation form');
  row(`${url}petugas.html`, 'desk of the officers');
  row(`${url}masuk`, 'sign-in of the officers');
  row(`${url.replace(/\/$/, '')}${endpoint}`, 'API');
  row(`${url}demo/`, 'the same without a server, kept in the browser');
  console.log('');
  console.log(`Cases are kept in ${database.place} (${database.engine}).`);
  for (const { link } of firstRunLinks)
    console.log(`Nobody can sign in yet. This link makes the administrator, once:\n  ${link}`);
  console.log('');
  console.log('Stop it with Ctrl+C.');
}

/** Ends in order on a signal; npm does not pass on the one that ends it, so its going is one as well. */
function stopWithParent(running) {
  const stop = () => void running.stop().finally(() => process.exit());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000).unref();
}

start().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
