import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

const script = `
  const form = document.querySelector('lpse-form');
  form.schema = {
    type: 'object',
    required: ['nama'],
    properties: {
      nama: { title: 'Nama', type: 'string', minLength: 5 },
      saksi: { title: 'Saksi', type: 'array', items: { type: 'object', properties: { a: { title: 'Nama saksi', type: 'string' } } } },
    },
  };
  form.value = { saksi: [{ a: 'Satu' }] };
`;

async function openPage(page: Page): Promise<void> {
  const serve = (path: string, body: string, contentType: string) =>
    page.route(path, (route) => route.fulfill({ contentType, body }));
  await serve('**/isi.js', script, 'text/javascript');
  await serve(
    '**/isi.html',
    `<!doctype html><html lang="id"><meta name="viewport" content="width=device-width"><title>Isi</title>
      <script type="module" src="/cdn/lpse-konsultasi.js"></script>
      <script type="module" src="isi.js"></script>
      <lpse-form></lpse-form>`,
    'text/html; charset=utf-8',
  );
  await page.goto('isi.html');
}

/** Taps where the button stands as long as the finger comes down. */
async function tap(page: Page, name: string): Promise<void> {
  const box = await page.getByRole('button', { name }).boundingBox();
  if (box === null) throw new Error(`no ${name}`);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height - 4);
}

test('a finger that leaves what is wrong hits the button that it taps', async ({ page }) => {
  await openPage(page);
  await page.getByLabel('Nama', { exact: true }).tap();
  await page.keyboard.type('a');
  await tap(page, 'Hapus Baris 1 dari 1');
  await expect(page.getByText('Nama paling sedikit 5 huruf')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Batalkan penghapusan' })).toBeFocused();
  await page.getByLabel('Nama', { exact: true }).tap();
  await tap(page, 'Kirim');
  await expect(page.getByRole('group', { name: /perlu diperbaiki/ })).toBeFocused();
});
