import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { root, run, runNode } from './run.mjs';

/**
 * Makes the node_modules of a folder match its package-lock.json, and does nothing when they already do. Only Node's
 * own modules are used here: this runs before anything is installed.
 */
export async function ensureInstall(folder = root) {
  const lockFile = resolve(folder, 'package-lock.json');
  const stampFile = resolve(folder, 'node_modules/.lpse-install');
  const stamp = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (readIfThere(stampFile) === stamp) return;
  if (!installedByHand(folder, lockFile)) {
    console.log(`Installing the dependencies from ${relative(root, lockFile)} …`);
    const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], folder);
    if (code !== 0) {
      throw new Error('npm ci failed (see above). Is the package registry reachable?');
    }
  }
  writeFileSync(stampFile, stamp);
}

/** True when somebody ran `npm ci` or `npm install` already and every package has its locked version. */
function installedByHand(folder, lockFile) {
  const hidden = readIfThere(resolve(folder, 'node_modules/.package-lock.json'));
  if (!hidden) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const found = JSON.parse(hidden).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    // Workspaces and their links are files of the repository; optional ones depend on the machine.
    if (entry.link || entry.optional || entry.devOptional || !path.includes('node_modules/')) {
      return true;
    }
    return found[path]?.version === entry.version && existsSync(resolve(folder, path));
  });
}

/** The npm that called us if there is one, else the one on the PATH. */
function npm(args, cwd) {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return runNode(script, args, { cwd });
  if (process.platform === 'win32') return run('cmd', ['/d', '/s', '/c', 'npm', ...args], { cwd });
  return run('npm', args, { cwd });
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
