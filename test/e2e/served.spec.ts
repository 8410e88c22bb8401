import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Browser } from '@playwright/test';
import { Officer } from './support/officer.js';
import { answer } from './support/people.js';
import { expectAccessible } from './support/test.js';
import { Visitor } from './support/visitor.js';

interface Served {
  readonly url: string;
  /** Makes the administrator's account, once. */
  readonly firstRunLink: string;
}

/** Does something with what `npm start` serves, on a port and in a folder of its own. */
async function whileServed(work: (served: Served) => Promise<void>): Promise<void> {
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

test('a first start, an account, and a case between two browsers that share nothing but the server', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await whileServed((served) => throughTheProcedure(browser, served));
});

async function throughTheProcedure(browser: Browser, served: Served): Promise<void> {
  const baseURL = served.url;
  const office = await browser.newContext({ baseURL });
  const home = await browser.newContext({ baseURL });

  const officer = new Officer(await office.newPage());
  // Nobody has signed in: the desk leads there by itself.
  await officer.page.goto('petugas.html');
  await expect(officer.page).toHaveURL(/\/masuk/);
  await expectAccessible(officer.page);
  await officer.page.goto(served.firstRunLink);
  const field = (name: string) => officer.page.locator(`#${name}`);
  await expect(field('new-account')).toBeVisible();
  await expectAccessible(officer.page);
  await field('new-account').fill('sari');
  await field('name').fill('Sari Utami (contoh)');
  await field('new-passphrase').fill('kertas jendela perahu lampu');
  await field('repeat').fill('kertas jendela perahu lampu');
  await officer.page.keyboard.press('Enter');
  await expect(field('account')).toHaveValue('sari');
  await field('passphrase').fill('kertas jendela perahu lampu');
  await officer.page.keyboard.press('Enter');
  await expect(field('who')).toContainText('Sari Utami (contoh)');
  await officer.open();

  const visitor = new Visitor(await home.newPage());
  await visitor.open();
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await expect(visitor.heading('Menunggu panggilan')).toBeVisible();
  await officer.call();
  await expect(visitor.heading('Bapak/Ibu dipanggil')).toBeVisible();
  await officer.attendance('Hadir');
  await officer.analyse(true);
  // The first account has no position yet; it is asked for where it is printed.
  await officer.field('Jabatan').fill('Koordinator layanan (contoh)');
  await officer.answerAndInitial();
  await expect(visitor.heading('Jawaban telah tersedia')).toBeVisible();
  await expect(visitor.element.locator('lpse-sheet')).toContainText(answer);
  await officer.handOverAndArchive();
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  for (const page of [visitor.page, officer.page])
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');

  await office.close();
  await home.close();
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
