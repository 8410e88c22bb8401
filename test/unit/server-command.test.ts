import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findPostgres,
  startCluster,
  type Cluster,
} from '../../packages/server/src/testing/postgres.js';
import { newToken, send } from '../promises/support/desk.js';
import { buildNodeProgram, type BuiltProgram } from '../support/node-program.js';

const bin = resolve(import.meta.dirname, '../../packages/server/src/bin.ts');
const postgres = findPostgres();
const login = 'sari';
const passphrase = 'kertas jendela perahu lampu';

type Environment = Readonly<Record<string, string>>;

let program: BuiltProgram;
let folder: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  program = await buildNodeProgram(bin);
  folder = mkdtempSync(join(tmpdir(), 'lpse-command-'));
}, 120_000);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What an operator sees of a command. */
interface Started {
  readonly child: ChildProcess;
  said(): string;
  complained(): string;
  /** The exit code. */
  readonly ended: Promise<number>;
}

function start(args: readonly string[], environment: Environment): Started {
  const child = spawn(process.execPath, [program.file, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LPSE_PROFILE: 'batang', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number;
  });
  return { child, said: () => said, complained: () => complained, ended };
}

async function run(
  args: readonly string[],
  environment: Environment,
): Promise<{ readonly code: number; readonly said: string; readonly complained: string }> {
  const { ended, said, complained } = start(args, environment);
  const code = await ended;
  return { code, said: said(), complained: complained() };
}

interface Server extends Started {
  readonly url: string;
  /** Of the link that the first start prints; undefined when somebody can sign in already. */
  readonly secret: string | undefined;
  stop(): Promise<number>;
}

/** The server, once it says where it listens. */
async function serve(environment: Environment): Promise<Server> {
  const started = start([], environment);
  const isUp = async (): Promise<string> => {
    for (;;) {
      const [, url] = /"msg":"Server listening at (http:\S+?)"/.exec(started.said()) ?? [];
      if (url !== undefined) return url;
      await once(started.child.stdout ?? started.child, 'data');
    }
  };
  const failed = started.ended.then((code) => {
    throw new Error(`The server ended with ${code}: ${started.complained()}`);
  });
  failed.catch(() => undefined);
  const url = await Promise.race([isUp(), failed]);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  const stop = (): Promise<number> => {
    started.child.kill('SIGTERM');
    return started.ended;
  };
  return {
    ...started,
    ...{ url, stop },
    get secret() {
      return /masuk#(\S+)/.exec(started.said())?.[1];
    },
  };
}

const post = (server: Server, path: string, headers: Environment, body: object) =>
  send(`${server.url}/api/v1${path}`, 'POST', headers, body);

it('offers only commands that are files of the repository: npm links none to a file that is built later', () => {
  for (const name of ['client', 'server']) {
    const folder = resolve(import.meta.dirname, '../../packages', name);
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      bin: Environment;
    };
    for (const path of Object.values(bin)) {
      expect(path).not.toMatch(/dist/);
      expect(statSync(join(folder, path)).mode & 0o111, path).not.toBe(0);
    }
  }
});

describe('the server as its operator starts it', () => {
  it('says how it is used, and ends with 64 for what it does not know', async () => {
    const help = await run(['--help'], {});
    expect(help).toMatchObject({ code: 0, complained: '' });
    for (const command of ['serve', 'migrate', 'backup', 'restore', 'verify', 'reset'])
      expect(help.said).toContain(`  ${command} `);
    for (const args of [['begin'], ['backup'], ['restore'], ['reset']]) {
      const { code, said, complained } = await run(args, {});
      expect({ code, said }).toEqual({ code: 64, said: '' });
      expect(complained).toBe(help.said.trimEnd() + '\n');
    }
  });

  it.each([
    [{ PORT: 'pintu' }, /PORT must be a number/],
    [{ LPSE_PROFILE: 'tidak-ada.json' }, /LPSE_PROFILE: tidak-ada\.json cannot be read as JSON/],
    [{ LPSE_PORTALS: 'portal.example' }, /LPSE_PORTALS must list origins/],
    [{ LPSE_SITE: '/cdn/=tidak-ada' }, /LPSE_SITE must list folders.*tidak-ada is not a folder/],
    [{ SMTP_URL: 'smtp://mail.example' }, /LPSE_MAIL_FROM|from/],
  ])('names the setting that it cannot use, and ends with 78: %o', async (environment, words) => {
    const { code, said, complained } = await run([], environment);
    expect(complained).toMatch(words);
    expect(complained).not.toContain('    at ');
    expect({ code, said }).toEqual({ code: 78, said: '' });
  });

  it.each<readonly [string, readonly string[], Environment, RegExp]>([
    [
      'a database that nobody serves',
      [],
      { DATABASE_URL: 'postgres://lpse:rahasia@127.0.0.1:1/lpse' },
      /./,
    ],
    [
      'a folder for a backup that is not there',
      ['backup', 'tidak/ada.gz'],
      { LPSE_DATA: 'kosong' },
      /tidak\/ada/,
    ],
    [
      'a backup that is not there',
      ['restore', 'tidak-ada.gz'],
      { LPSE_DATA: 'kosong' },
      /tidak-ada\.gz/,
    ],
  ])(
    'says in one line what is wrong with %s, without a secret',
    async (_, args, environment, words) => {
      const { code, complained } = await run(args, environment);
      expect(complained).toMatch(/^lpse-server: .+\n$/);
      expect(complained).toMatch(words);
      expect(complained).not.toContain('rahasia');
      expect(code).toBe(1);
    },
  );

  it('serves an office’s own pages beside the API where the environment names their folders', async () => {
    const [pages, parts] = [join(folder, 'halaman kantor'), join(folder, 'bagian')];
    for (const [at, name] of [
      [pages, 'petugas.html'],
      [parts, 'lpse-konsultasi.js'],
    ] as const) {
      mkdirSync(at);
      writeFileSync(join(at, name), name);
    }
    const server = await serve({
      LPSE_DATA: join(folder, 'pages-data'),
      LPSE_SITE: `halaman kantor, /cdn/=${parts}`,
    });
    const status = async (path: string): Promise<number> =>
      (await fetch(`${server.url}${path}`)).status;
    const desk = await fetch(`${server.url}/petugas.html`);
    expect(await desk.text()).toBe('petugas.html');
    expect(desk.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(await status('/cdn/lpse-konsultasi.js')).toBe(200);
    expect(await status('/lpse-konsultasi.js')).toBe(404);
    expect(await status('/masuk')).toBe(200);
    const nowhere = (accept: string): Promise<Response> =>
      fetch(`${server.url}/berita`, { headers: { accept, 'accept-language': 'en' } });
    const [page, problem] = [await nowhere('text/html,*/*'), await nowhere('application/json')];
    expect([page.status, problem.status]).toEqual([404, 404]);
    expect(await page.text()).toContain('Page not found · LPSE Kabupaten Batang');
    expect(page.headers.get('content-security-policy')).toMatch(/style-src 'self'/);
    expect(await problem.json()).toMatchObject({ code: 'LPSE_ROUTE_NOT_FOUND' });
    expect(await status('/api/v1/session')).toBe(401);
    expect(await server.stop()).toBe(0);
    // A first start makes a database: on a busy machine that alone takes as long as other tests have in all.
  }, 120_000);

  it('serves from a folder, makes the first administrator by its link, and gives everything to another engine', async () => {
    const data = { LPSE_DATA: join(folder, 'data') };
    let server = await serve(data);
    expect(server.said()).toContain('"durability":"process-crash"');
    const { secret } = server;
    const accepted = await post(
      server,
      '/invitations/accept',
      {},
      { secret, passphrase, login, name: 'Sari Utami (contoh)' },
    );
    expect(accepted.status, accepted.body).toBeLessThan(300);
    const signedIn = await post(server, '/session', {}, { account: login, passphrase });
    expect(signedIn.status, signedIn.body).toBe(200);
    const registered = await post(
      server,
      '/consultations/k-1/commands',
      { ...newToken(), 'idempotency-key': '"k"', 'if-match': '*' },
      { type: 'register', data: sampleValues.guestBook() },
    );
    expect(registered.status, registered.body).toBe(200);

    // The folder is taken while it serves, and every command says so.
    const file = join(folder, 'cadangan.gz');
    for (const args of [['backup', file], ['verify'], []]) {
      const { code, complained } = await run(args, data);
      expect(complained).toMatch(new RegExp(`^lpse-server: .*\\b${server.child.pid}\\b.*\n$`));
      expect(code).toBe(1);
    }
    const taken = await run([], { LPSE_DATA: 'kosong', PORT: new URL(server.url).port });
    expect(taken.complained).toMatch(/^lpse-server: .*EADDRINUSE.*\n$/);
    expect(taken.code).toBe(1);
    expect(await server.stop()).toBe(0);
    expect(server.complained()).toBe('');

    const written = await run(['backup', file], data);
    expect(written).toMatchObject({ code: 0, complained: '' });
    expect(written.said).toMatch(
      /^Wrote \d+ rows of 1 cases to .*cadangan\.gz; heads [0-9a-f]{64}\.\n$/,
    );
    expect(await run(['verify'], data)).toMatchObject({
      code: 0,
      said: '1 logs, 0 of them damaged.\n',
    });
    expect(await run(['migrate'], data)).toMatchObject({ code: 0, said: 'Nothing to do.\n' });
    const reset = await run(['reset', login], data);
    expect(reset).toMatchObject({ code: 0 });
    expect(reset.said).toMatch(/\/masuk#\S+\n$/);
    expect(await run(['reset', 'siapa'], data)).toMatchObject({
      code: 1,
      said: 'No such account.\n',
    });

    const heads = /heads ([0-9a-f]{64})/.exec(written.said)?.[1] ?? '';
    const full = await run(['restore', file], data);
    expect(full.complained).toMatch(/^lpse-server: The database is not empty/);
    expect(full.complained).not.toContain('    at ');
    expect(full.code).toBe(1);
    writeFileSync(join(folder, 'lain.gz'), 'bukan cadangan');
    const other = await run(['restore', join(folder, 'lain.gz')], { LPSE_DATA: 'kosong' });
    expect(other.complained).toBe('lpse-server: The file cannot be read as a backup\n');
    expect(other.code).toBe(1);
    const cluster: Cluster | undefined =
      postgres === undefined ? undefined : await startCluster(postgres);
    try {
      const there: Environment =
        cluster === undefined ? { LPSE_DATA: join(folder, 'baru') } : { DATABASE_URL: cluster.url };
      const read = await run(['restore', file], there);
      expect(read, read.complained).toMatchObject({ code: 0, complained: '' });
      expect(read.said).toContain(`heads ${heads}, as in the backup`);
      server = await serve(there);
      // Who could sign in there can sign in here; the first-run link is for nobody any more.
      expect(server.secret).toBeUndefined();
      if (cluster !== undefined) expect(server.said()).toContain('"durability":"power-loss"');
      // The reset was after the backup.
      expect((await post(server, '/session', {}, { account: login, passphrase })).status).toBe(200);
      expect(await server.stop()).toBe(0);
    } finally {
      cluster?.dispose();
    }
    expect(existsSync(`${file}.partial`)).toBe(false);
  }, 240_000);
});
