import { expect, expectAccessible, test } from './support/test.js';
import { vendor } from './support/people.js';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the form comes section by section and ends with all answers', async ({ visitor }) => {
    const { page } = visitor;
    await visitor.register();
    const next = visitor.button('Lanjut');
    await expect(visitor.element).toContainText('Langkah 1 dari 6 · Identitas');
    await expectAccessible(page);
    await next.click();
    await expect(visitor.element).toContainText('Langkah 2 dari 6 · Perwakilan');
    await next.click();
    await expect(visitor.element).toContainText('Ada 1 isian yang perlu diperbaiki');
    await expectAccessible(page);
    await visitor.field('Jenis pengguna').selectOption({ label: 'Masyarakat umum' });
    await next.click();
    await visitor.field('Aplikasi').selectOption({ label: 'SPSE' });
    await visitor.field('Kategori').selectOption({ label: 'Akses lambat' });
    await visitor.field('Judul').fill(vendor.judul);
    await visitor.field('Uraian permasalahan').fill(vendor.uraian);
    await next.click();
    await visitor.button('Kembali').click();
    await expect(visitor.field('Judul')).toHaveValue(vendor.judul);
    await next.click();
    await expect(visitor.element).toContainText('Langkah 4 dari 6 · Bukti pendukung');
    await next.click();
    await visitor.field('Saya telah membaca pemberitahuan privasi').check();
    await visitor.field('Isian ini benar').check();
    await visitor.button('Periksa jawaban').click();
    await expect(visitor.element).toContainText('Langkah 6 dari 6 · Periksa jawaban');
    await expect(visitor.element).toContainText(vendor.uraian);
    await expectAccessible(page);
    await visitor.button('Ubah Permasalahan').click();
    await expect(visitor.field('Judul')).toHaveValue(vendor.judul);
    // Who only changes one section goes straight back to all answers.
    await visitor.button('Periksa jawaban').click();
    await expect(visitor.element).toContainText('Langkah 6 dari 6 · Periksa jawaban');
    await visitor.handIn();
    await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();
    await expectAccessible(page);
  });
});

test('nothing has to be scrolled sideways at 320 pixels', async ({ visitor, officer }) => {
  await visitor.submitConsultation();
  await officer.openCase();
  for (const { page } of [visitor, officer]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
  }
});
