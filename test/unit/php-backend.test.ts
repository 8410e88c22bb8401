import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { createHttpBackend, serverCapabilities } from '@lpse-konsultasi/client/http';
import { coreCases, runCase, WireSite } from '@lpse-konsultasi/client/conformance';
import { samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '../../examples/php-backend');
const officerToken = 'contoh-petugas-0123456789abcdef';

/** `npm test` installs it where it can; elsewhere the note below says what is missing. */
function hasPhp(): boolean {
  const asks = ['-r', 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);'];
  return spawnSync('php', asks).status === 0;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

const isThere = hasPhp();
if (!isThere)
  process.stdout.write(
    'php-backend: skipped, there is no php-cli with pdo_sqlite on this machine\n',
  );

describe.skipIf(!isThere)('the example in PHP keeps the core of the contract', () => {
  const data = mkdtempSync(resolve(tmpdir(), 'lpse-php-'));
  let php: ChildProcess | undefined;
  let site: WireSite;
  let endpoint: string;

  beforeAll(async () => {
    const port = await freePort();
    const hash = createHash('sha256').update(officerToken).digest('hex');
    php = spawn('php', ['-S', `127.0.0.1:${port}`, 'index.php'], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        PHP_CLI_SERVER_WORKERS: '4',
        LPSE_DATA: data,
        LPSE_STAFF: JSON.stringify({ [hash]: samplePeople.officer }),
        LPSE_CHECKLIST: JSON.stringify(profile.procedure.checklist.map(({ butir }) => butir)),
      },
    });
    endpoint = `http://127.0.0.1:${port}/api/v1`;
    await serverCapabilities({ endpoint });
    site = new WireSite({ endpoint, profile, officerToken, fetch });
  });

  afterAll(() => {
    php?.kill();
    rmSync(data, { recursive: true, force: true });
  });

  it('refuses a case whose log somebody has changed, and leaves the others as they are', async () => {
    const backend = createHttpBackend({
      endpoint,
      profile,
      access: 'staff',
      staffToken: officerToken,
    });
    const register = async (): Promise<string> => {
      const consultationId = randomUUID();
      const command = { type: 'register', consultationId, data: sampleValues.guestBook() } as const;
      await backend.execute(command, { key: consultationId });
      return consultationId;
    };
    const [good, bad] = [await register(), await register()];
    const change = `$db = new PDO('sqlite:' . getenv('LPSE_DATA') . '/lpse.sqlite');
      $db->exec('DROP TRIGGER events_stay');
      $db->prepare('UPDATE events SET event = replace(event, ?, ?) WHERE id = ?')
        ->execute(['"name":"', '"name":"Orang lain, ', getenv('LPSE_CASE')]);`;
    const env = { ...process.env, LPSE_DATA: data, LPSE_CASE: bad };
    expect(spawnSync('php', ['-r', change], { env }).status).toBe(0);
    await expect(backend.read(bad)).rejects.toMatchObject({ code: 'LPSE_STORAGE_CORRUPT' });
    expect((await backend.read(good))?.consultation.id).toBe(good);
    await backend.close();
  });

  // Its own README says what it leaves out.
  const leftOut = ['listing', 'changes', 'withdrawing', 'signingIn', 'restarting'];
  it.each(coreCases)('$chapter: $name', async (each) => {
    const { failure, notOffered } = await runCase(each, site);
    expect(failure).toBeUndefined();
    expect(notOffered === true && !leftOut.includes(each.chapter), 'left out').toBe(false);
  });
});
