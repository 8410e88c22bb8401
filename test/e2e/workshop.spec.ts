import { expect, expectAccessible, test } from './support/test.js';

test.describe('The workshop for forms, under the strictest policy', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('bengkel.html');
  });

  test('makes the form of a schema that is being written, and keeps it while it is no JSON', async ({
    page,
  }) => {
    await page.getByLabel('Skema (JSON Schema)').fill('{ "properties": ');
    await expect(page.locator('#skema-salah')).toContainText('Belum berupa JSON');
    await expect(page.getByLabel('Nama badan usaha')).toBeVisible();
    await page
      .getByLabel('Skema (JSON Schema)')
      .fill('{"type":"object","required":["kota"],"properties":{"kota":{"type":"string"}}}');
    await expect(page.locator('#skema-salah')).toBeEmpty();
    await page.getByLabel('Kota').fill('Batang');
    await expect(page.locator('#nilai')).toContainText('"kota": "Batang"');
    await page.getByRole('button', { name: 'Kirim' }).click();
    await expect(page.getByText('Formulir lengkap.')).toBeVisible();
  });

  test('asks for each situation what belongs to it', async ({ page }) => {
    await page.getByLabel('Lewat pertemuan daring').check();
    await expect(page.getByLabel('Surel untuk tautan pertemuan')).toBeVisible();
    await expect(page.getByLabel('Tanggal kedatangan')).toHaveCount(0);
    await expect(page.locator('#masalah')).toContainText('/surel');
  });

  test('calculates rows and their sum, and asks for more above a limit', async ({ page }) => {
    await page.getByLabel('Contoh').selectOption({ label: 'Rincian biaya (baris dan hitungan)' });
    await expect(page.locator('#nilai')).toContainText('"seluruhnya": 1500000');
    await page.getByLabel('Harga satuan (rupiah)').fill('40000000');
    await expect(page.locator('#nilai')).toContainText('"seluruhnya": 80000000');
    await expect(page.getByLabel('Nomor persetujuan atasan')).toBeVisible();
  });

  test('shows every example in both languages with nothing for axe to find', async ({ page }) => {
    const names = await page.locator('#contoh option').allTextContents();
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) {
      await page.getByLabel('Contoh').selectOption({ label: name });
      for (const locale of ['en', 'id']) {
        await page.getByLabel('Bahasa').selectOption(locale);
        await expect(page.locator('lpse-form').getByRole('textbox').first()).toBeVisible();
        await expectAccessible(page);
      }
    }
  });
});
