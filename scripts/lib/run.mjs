import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The script behind a tool of node_modules, so that it runs by this very Node on any system. */
export function tool(packageName, binName = packageName.split('/').at(-1)) {
  const folder = resolve(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
  const relative = typeof bin === 'string' ? bin : bin?.[binName];
  if (!relative) throw new Error(`${packageName} has no command called ${binName}`);
  return resolve(folder, relative);
}

/**
 * Runs a command with its output on this terminal. Resolves to its exit code; a signal, a command
 * that does not exist and a command that outlives `timeout` (ms) count as 1.
 */
export function run(command, args, { env = {}, cwd = root, timeout, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? 'ignore' : 'inherit',
      timeout,
    });
    child.once('error', (error) => {
      if (!quiet) console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** `run` for a script of this repository or a tool of node_modules. */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}
