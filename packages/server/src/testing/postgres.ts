import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of a test's own. */
export interface Cluster {
  readonly url: string;
  readonly folder: string;
  /** `-m immediate`: as if it had crashed. */
  restart(): void;
  stop(): void;
  start(): void;
  dispose(): void;
}

/** The folder with `initdb` and `pg_ctl`, of the newest PostgreSQL here; undefined when there is none. */
export function findPostgres(): string | undefined {
  const given = process.env['PG_BIN'];
  if (given !== undefined) return given;
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => `${home}/${version}/bin`)
    .find((bin) => existsSync(`${bin}/initdb`));
}

/** Starts a cluster in a folder of its own on a free port. As root it runs as `nobody`, for the engine refuses root. */
export async function startCluster(bin: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'lpse-pg-'));
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync('chown', ['nobody', folder]);
  const run = (command: string, args: readonly string[]): void => {
    const [program, all] = isRoot
      ? ['setpriv', ['--reuid=nobody', '--clear-groups', `${bin}/${command}`, ...args]]
      : [`${bin}/${command}`, [...args]];
    const { status, stderr } = spawnSync(program, all as string[], {
      cwd: folder,
      // A pipe would be held open by the server that stays behind.
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  };
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'lpse', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=100`;
  const control = (...args: readonly string[]): void =>
    run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-t', '60', ...args]);
  const start = (): void => control('-o', options, 'start');
  start();
  return {
    url: `postgres://lpse@127.0.0.1:${port}/postgres`,
    folder,
    restart: () => {
      control('-m', 'immediate', 'stop');
      start();
    },
    stop: () => control('-m', 'immediate', 'stop'),
    start,
    dispose: () => {
      try {
        control('-m', 'immediate', 'stop');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
