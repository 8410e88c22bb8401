import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { serverCapabilities } from '@lpse-konsultasi/client/http';
import { coreCases, runCase, WireSite } from '@lpse-konsultasi/client/conformance';
import { samplePeople } from '@lpse-konsultasi/client/samples';
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
    const endpoint = `http://127.0.0.1:${port}/api/v1`;
    await serverCapabilities({ endpoint });
    site = new WireSite({ endpoint, profile, officerToken, fetch });
  });

  afterAll(() => {
    php?.kill();
    rmSync(data, { recursive: true, force: true });
  });

  // Its own README says what it leaves out.
  const leftOut = ['listing', 'changes', 'withdrawing', 'signingIn', 'restarting'];
  it.each(coreCases)('$chapter: $name', async (each) => {
    const { failure, notOffered } = await runCase(each, site);
    expect(failure).toBeUndefined();
    expect(notOffered === true && !leftOut.includes(each.chapter), 'left out').toBe(false);
  });
});
