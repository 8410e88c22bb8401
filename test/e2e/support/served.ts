import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './test.js';

export interface Served {
  readonly url: string;
  /** Makes the administrator's account, once. */
  readonly firstRunLink: string;
}

/** Does something with what `npm start` serves, on a port and in a folder of its own. */
export async function whileServed(work: (served: Served) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'lpse-served-'));
  const port = await freePort();
  const server = spawn(process.execPath, [resolve('scripts/start.mjs')], {
    env: { ...process.env, PORT: String(port), LPSE_DATA: data, npm_lifecycle_event: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((done) => server.once('exit', done));
  try {
    await work({ url: `http://127.0.0.1:${port}/`, firstRunLink: await linkOf(server) });
  } finally {
    server.kill();
    await gone;
    rmSync(data, { recursive: true, force: true });
  }
}

export const administrator = {
  account: 'sari',
  name: 'Sari Utami (contoh)',
  position: 'Koordinator layanan (contoh)',
  passphrase: 'kertas jendela perahu lampu',
} as const;

/** Makes the administrator's account by the link of the first start, and signs in. */
export async function beAdministrator(page: Page, { firstRunLink }: Served): Promise<void> {
  const { account, name, position, passphrase } = administrator;
  const field = (id: string) => page.locator(`#${id}`);
  await page.goto(firstRunLink);
  await expect(field('new-account')).toBeVisible();
  await expectAccessible(page);
  await field('new-account').fill(account);
  await field('name').fill(name);
  await field('position').fill(position);
  await field('new-passphrase').fill(passphrase);
  await field('repeat').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(field('account')).toHaveValue(account);
  await signIn(page, account, passphrase);
  await expect(field('who')).toContainText(name);
}

export async function signIn(page: Page, account: string, passphrase: string): Promise<void> {
  await page.locator('#account').fill(account);
  await page.locator('#passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

/** The link that the first start prints; PGlite takes its time to make a folder. */
function linkOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const link = /http\S+masuk#\S+/.exec(said)?.[0];
      if (link !== undefined && said.includes('Ctrl+C')) done(link);
    });
    stdout?.once('end', () => fail(new Error(`the server ended: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
