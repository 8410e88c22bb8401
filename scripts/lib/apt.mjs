import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * Installs Debian packages, where there is apt-get and this is root or has a sudo that asks nothing. Resolves to true
 * when they are there, to undefined when this machine cannot, or it did not work.
 */
export async function installWithApt(...packages) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  const isRoot = process.getuid() === 0;
  if (!isRoot && (await run('sudo', ['-n', 'true'], { quiet: true })) !== 0) return undefined;
  const apt = (...args) => {
    const command = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    return isRoot
      ? run(command[0], command.slice(1), { env })
      : run('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', ...command]);
  };
  console.log(`Installing with apt-get: ${packages.join(', ')} …`);
  // A stale list is still worth a try; a missing one makes the install fail, and that is reported.
  await apt('update');
  const code = await apt('install', '-y', '--no-install-recommends', ...packages);
  return code === 0 || undefined;
}
