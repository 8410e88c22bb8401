import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Cluster } from '../../../packages/server/src/testing/postgres.js';

/** Runs a program of PostgreSQL while this process goes on with its own work. */
async function run(bin: string, name: string, args: readonly string[], cwd: string): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const program = `${bin}/${name}`;
  const child = isRoot
    ? spawn('setpriv', ['--reuid=nobody', '--clear-groups', program, ...args], {
        ...{ cwd, stdio: 'ignore' },
      })
    : spawn(program, args, { cwd, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`);
}

const portOf = ({ url }: Pick<Cluster, 'url'>): number => Number(new URL(url).port);

function start(bin: string, folder: string, port: number): Promise<void> {
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=100`;
  const args = ['-D', join(folder, 'data'), '-w', '-t', '120', '-l', join(folder, 'log')];
  return run(bin, 'pg_ctl', [...args, '-o', options, 'start'], folder);
}

/** As if it had crashed: sessions are cut off, and the start has to recover from the log. */
export function stopAtOnce(bin: string, { folder }: Pick<Cluster, 'folder'>): Promise<void> {
  return run(
    bin,
    'pg_ctl',
    ['-D', join(folder, 'data'), '-m', 'immediate', '-w', '-t', '120', 'stop'],
    folder,
  );
}

export function startAgain(bin: string, cluster: Cluster): Promise<void> {
  return start(bin, cluster.folder, portOf(cluster));
}

export interface Standby {
  readonly folder: string;
  readonly url: string;
  promote(): Promise<void>;
  dispose(): Promise<void>;
}

/** A copy that follows `primary`, so far as an ordinary one. */
export async function startStandby(bin: string, primary: Cluster): Promise<Standby> {
  const folder = mkdtempSync(join(tmpdir(), 'lpse-pg-standby-'));
  const port = await freePort();
  if (process.getuid?.() === 0) execFileSync('chown', ['nobody', folder]);
  const data = join(folder, 'data');
  const from = ['-h', '127.0.0.1', '-p', String(portOf(primary)), '-U', 'lpse'];
  await run(
    bin,
    'pg_basebackup',
    [...from, '-D', data, '-R', '-X', 'stream', '-c', 'fast'],
    folder,
  );
  await start(bin, folder, port);
  return {
    folder,
    url: `postgres://lpse@127.0.0.1:${port}/postgres`,
    promote: () => run(bin, 'pg_ctl', ['-D', data, '-w', '-t', '120', 'promote'], folder),
    dispose: async () => {
      await stopAtOnce(bin, { folder }).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One address for the database, whichever server stands behind it, as a virtual address or a proxy gives. */
export class FixedAddress {
  readonly #open = new Set<Socket>();
  readonly #server: Server;
  #target: string;
  port = 0;

  constructor(target: string) {
    this.#target = target;
    this.#server = createServer((near) => {
      const { port } = new URL(this.#target);
      const far = connect(Number(port), '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
  }

  async start(): Promise<string> {
    this.port = await freePort();
    await new Promise<void>((done) => this.#server.listen(this.port, '127.0.0.1', done));
    return `postgres://lpse@127.0.0.1:${this.port}/postgres`;
  }

  pointAt(target: string): void {
    this.#target = target;
    for (const socket of this.#open) socket.destroy();
  }

  stop(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    return new Promise((done) => this.#server.close(() => done()));
  }
}
