import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../packages/server/src/testing/client.js';
import { startEngine, type Engine } from '../../packages/server/src/testing/engines.js';
import { browserFlags, browserPath, buildPageScript } from '../support/browser-page.js';

if (browserPath === undefined)
  process.stdout.write('uploads: no Chromium is installed, so nothing is uploaded from one\n');

/** Bytes, and bytes a second: some seconds for the whole. */
const [size, speed] = [600_000, 400_000];

describe.skipIf(browserPath === undefined)('an upload from a page over a slow line', () => {
  const site = mkdtempSync(join(tmpdir(), 'lpse-upload-'));
  let engine: Engine;
  let office: Office;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    writeFileSync(
      join(site, 'index.html'),
      '<!doctype html><script type="module" src="page.js"></script>',
    );
    const script = await buildPageScript(resolve(import.meta.dirname, 'support/upload-page.ts'));
    writeFileSync(join(site, 'page.js'), script);
    engine = await startEngine('pglite');
    office = await openOffice(engine, {
      // What is uploaded here is noise.
      limits: { attachmentTypes: 'any' },
      site: [{ prefix: '/', folder: site }],
    });
    const url = await office.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: [...browserFlags] });
    page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'uploads' in globalThis);
    await page.evaluate(() => globalThis.uploads.register());
    const chrome = await page.context().newCDPSession(page);
    await chrome.send('Network.enable');
    await chrome.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: speed },
    });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await office.app.close();
    await engine.database.close();
    rmSync(site, { recursive: true, force: true });
  });

  const stored = async (): Promise<readonly object[]> =>
    engine.database.query('select sha256 from attachments where office_id = $1', [office.id]);

  it('tells bit by bit how much is sent, and arrives', async () => {
    const { progress, reference } = await page.evaluate((n) => globalThis.uploads.upload(n), size);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[0]).toBeLessThan(1);
    expect(progress.at(-1)).toBe(1);
    expect(reference).toMatchObject({ nama: 'layar.png', mime: 'image/png', ukuran: size });
    expect(await stored()).toEqual([{ sha256: reference?.sha256 }]);
  });

  it('can be called off under way: the line is cut and nothing is kept', async () => {
    const before = await stored();
    const cut = new Promise<Partial<IncomingMessage>>((done) => {
      office.app.server.once('request', (request: IncomingMessage) => {
        const { method, url } = request;
        request.on('error', () => undefined);
        request.on('close', () => done({ method, url, complete: request.complete }));
      });
    });
    const { progress, ...rest } = await page.evaluate(
      (n) => globalThis.uploads.upload(n, 0.3),
      2 * size,
    );
    expect(rest).toEqual({ failure: 'AbortError' });
    expect(progress.at(-1)).toBeLessThan(1);
    expect(await cut).toEqual({ method: 'POST', url: '/api/v1/attachments', complete: false });
    expect(await stored()).toEqual(before);
  });
});
