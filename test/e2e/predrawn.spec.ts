import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { drawFrom, example, putInto } from '../../scripts/lib/predraw.mjs';
import { expect, expectAccessible, test } from './support/test.js';

const portal = resolve(import.meta.dirname, '../../examples/portal');
const viewport = { width: 360, height: 740 };

interface Slow {
  readonly page: Page;
  /** The script comes now. */
  arrive(): Promise<void>;
  /** The sum of all layout shifts up to now. */
  shift(): Promise<number>;
}

/** The page for slow lines, whose script is on its way until `arrive`. */
async function openSlow(context: BrowserContext): Promise<Slow> {
  const page = await context.newPage();
  await page.clock.setFixedTime(example.options.at ?? 0);
  await page.addInitScript(() => {
    Object.assign(window, { lpseShift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { lpseShift: number }).lpseShift += (
          entry as PerformanceEntry & { value: number }
        ).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/cdn/lpse-konsultasi.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(example.page, { waitUntil: 'commit' });
  await cover(page).getByRole('button', { name: 'Lanjut ke formulir' }).waitFor();
  return {
    page,
    async arrive() {
      release();
      await expect(cover(page)).toHaveCount(0);
    },
    shift: () => page.evaluate(() => (window as unknown as { lpseShift: number }).lpseShift),
  };
}

function cover(page: Page): Locator {
  return page.locator('lpse-consultation > [data-predrawn]');
}

test.describe('a page whose form is drawn before its script comes', () => {
  test.use({ viewport });

  test('can be filled in meanwhile, and loses nothing when the script is here', async ({
    context,
  }) => {
    const { page, arrive, shift } = await openSlow(context);
    const first = cover(page);
    await first.getByLabel('Nama lengkap').fill('Rina Wulandari (contoh)');
    await first.getByLabel('Nomor telepon/WhatsApp').pressSequentially('0812 3456');
    await first.getByRole('button', { name: 'Lanjut ke formulir' }).press('Enter');
    await expect(first.getByText('Begitu siap')).toBeVisible();
    await first.getByRole('button', { name: 'Jangan kirim dulu' }).click();
    await first.getByLabel('Nomor telepon/WhatsApp').press('End');
    expect(new URL(page.url()).search).toBe('');
    await arrive();
    await page.keyboard.type(' 7890');
    const element = page.locator('lpse-consultation');
    await expect(element.getByLabel('Nama lengkap')).toHaveValue('Rina Wulandari (contoh)');
    await expect(element.getByLabel('Nomor telepon/WhatsApp')).toHaveValue('0812 3456 7890');
    expect(await shift()).toBeLessThan(0.001);
    await page.reload();
    await expect(page.locator('lpse-consultation').getByLabel('Nama lengkap').last()).toHaveValue(
      'Rina Wulandari (contoh)',
    );
  });

  test('carries out a press on the button as soon as it can', async ({ context }) => {
    const { page, arrive } = await openSlow(context);
    const first = cover(page);
    await first.getByLabel('Nama lengkap').fill('Rina Wulandari (contoh)');
    await first.getByLabel('Nomor telepon/WhatsApp').fill('0812 3456 7890');
    await first.getByRole('button', { name: 'Lanjut ke formulir' }).click();
    await arrive();
    await page.locator('lpse-consultation').getByRole('heading', { name: 'Identitas' }).waitFor();
  });

  test('is accessible as it is drawn, with its note open too', async ({ context }) => {
    const { page, arrive } = await openSlow(context);
    await expectAccessible(page);
    await cover(page).getByRole('button', { name: 'Lanjut ke formulir' }).click();
    await expectAccessible(page);
    await arrive();
  });
});

test('where scripts are off it says what to do instead, and asks for nothing', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport,
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(example.page);
  // What is for browsers without scripts is no text to a selector of texts.
  const instead = page.locator('lpse-consultation noscript p');
  await expect(instead).toBeVisible();
  await expect(instead).toContainText('di atas kertas');
  await expect(page.getByLabel('Nama lengkap')).toBeHidden();
  await context.close();
});

test('what stands in the portal is what the elements draw now', async ({ baseURL }) => {
  const { html, sheets } = await drawFrom(`${baseURL ?? ''}konsultasi.html`, example.options);
  const page = readFileSync(resolve(portal, example.page), 'utf8');
  const advice = 'draw anew: npm run build && node scripts/predraw.mjs';
  expect(page, advice).toBe(putInto(page, example.options.select, html));
  for (const [tag, css] of Object.entries(sheets)) {
    const file = resolve(portal, 'predrawn', `${tag}.css`);
    expect(readFileSync(file, 'utf8'), `${tag}.css, ${advice}`).toBe(css);
  }
});
