import { existsSync, mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './lib/ensure-browser.mjs';
import { root } from './lib/run.mjs';
import { createPortalServer } from './serve.mjs';

/**
 * `node scripts/screenshots.mjs` takes the pictures of the README from the built portal with its sample
 * data, on a Monday morning in Batang: the same pictures each time.
 */
const folder = resolve(root, 'docs/images');
const morning = new Date('2026-11-23T03:40:00Z');
const screen = { width: 1280, height: 720 };
const phone = { width: 360, height: 740 };

const pictures = [
  { name: 'konsultasi-1280', viewport: screen, take: (page) => formOnPage(page) },
  { name: 'konsultasi-360', viewport: phone, take: (page) => formOnPage(page) },
  { name: 'petugas-1280', viewport: screen, take: (page) => openCase(page) },
  { name: 'petugas-360', viewport: phone, take: (page) => queue(page) },
];

/** A visitor who has signed the guest book stands before the form. */
async function formOnPage(page) {
  await page.goto('konsultasi.html');
  const element = page.locator('lpse-consultation');
  await element.getByLabel('Nama lengkap').first().fill('Rina Wulandari (contoh)');
  await element.getByLabel('Nomor telepon/WhatsApp').first().fill('0812 3456 7890');
  await element.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await element.getByRole('heading', { name: 'Identitas' }).waitFor();
  await page.evaluate(() => globalThis.document.activeElement?.blur());
  await page.evaluate(() => globalThis.scrollTo(0, 0));
}

async function sampleDesk(page) {
  await page.goto('petugas.html');
  // The portal scrolls smoothly, also to what takes the focus: it would be caught half-way.
  await page.evaluate(() => {
    globalThis.document.documentElement.style.scrollBehavior = 'auto';
  });
  await page.getByRole('button', { name: 'Isi kasus contoh' }).click();
  await page.getByText('kasus contoh siap.').waitFor();
  await page.locator('lpse-queue [role=option]').first().waitFor();
}

async function openCase(page) {
  await sampleDesk(page);
  const row = page.locator('lpse-queue [role=option]').filter({ hasText: 'Dianalisis' });
  await row.first().click();
  await page.locator('lpse-desk').getByRole('heading', { name: 'Analisis permasalahan' }).waitFor();
  await page.locator('lpse-desk #case:focus').waitFor();
  await scrollToDesk(page);
}

async function queue(page) {
  await sampleDesk(page);
  await scrollToDesk(page);
}

async function scrollToDesk(page) {
  await page.locator('lpse-desk').evaluate((desk) => {
    const top = desk.getBoundingClientRect().top + globalThis.scrollY - 16;
    globalThis.scrollTo({ top });
  });
}

async function takePictures() {
  if (!existsSync(resolve(root, 'dist/cdn/lpse-konsultasi.js'))) {
    throw new Error('There is no build to take pictures of. Run: npm run build');
  }
  mkdirSync(folder, { recursive: true });
  const portal = await createPortalServer();
  const browser = await chromium.launch({ executablePath: await ensureBrowser() });
  try {
    for (const picture of pictures) await takePicture(browser, portal.url, picture);
  } finally {
    await browser.close();
    await portal.close();
  }
}

async function takePicture(browser, baseURL, { name, viewport, take }) {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(morning);
  await take(page);
  const path = resolve(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await context.close();
  console.log(`${name}.png  ${Math.round(statSync(path).size / 1000)} kB`);
}

takePictures().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
