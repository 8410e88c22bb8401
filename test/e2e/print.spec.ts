import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';
import { answer, vendor } from './support/people.js';
import { pagesOf } from './support/pdf.js';

/** What comes out of the printer when the browser prints the page as it stands. */
async function print(page: Page): Promise<Awaited<ReturnType<typeof pagesOf>>> {
  return pagesOf(await page.pdf({ preferCSSPageSize: true }));
}

test('the printed sheet of an ordinary case is one A4 page with all of the answer and nothing else', async ({
  visitor,
  officer,
}) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await officer.callAndMeet();
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  await expect(visitor.element.locator('lpse-sheet')).toContainText('SALINAN');

  const [copy, ...more] = await print(visitor.page);
  expect(more).toHaveLength(0);
  expect(Math.round(copy?.width ?? 0)).toBe(595);
  expect(Math.round(copy?.height ?? 0)).toBe(842);
  const words = copy?.text ?? '';
  for (const word of answer.split(' ')) expect(words).toContain(word);
  expect(words).toContain('SALINAN');
  expect(words).not.toContain('ASLI');
  expect(words).toContain('SOP-LPSE.BTG-008');
  expect(words).toContain(vendor.nama);
  for (const portal of [
    'Beranda',
    'Demo',
    'Cetak',
    'Mulai konsultasi baru',
    'Langkah selanjutnya',
  ]) {
    expect(words).not.toContain(portal);
  }
});

test('the office prints the original for its archive', async ({ visitor, officer }) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await officer.callAndMeet();
  await officer.analyse(true);
  await officer.answerAndInitial();
  // What the button prints is caught at the moment in which the browser would open its dialogue.
  await officer.page.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset['printed'] = '';
    };
  });
  await officer.button('Cetak ASLI').click();
  await expect(officer.page.locator('html[data-printed]')).toBeVisible();
  const [original, ...more] = await print(officer.page);
  expect(more).toHaveLength(0);
  expect(original?.text).toContain('ASLI');
  expect(original?.text).not.toContain('SALINAN');
  expect(original?.text).toContain('Silakan perbarui aplikasi pengaman dokumen');
  expect(original?.text).not.toContain('Antrean konsultasi');
});

test('the blank form to hand out is two A4 pages that count themselves', async ({ page }) => {
  await page.goto('resepsionis.html');
  // What the button prints is caught at the moment in which the browser would open its dialogue.
  await page.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset['printed'] = '';
    };
  });
  await page.getByRole('button', { name: 'Cetak formulir kosong' }).click();
  await expect(page.locator('html[data-printed]')).toBeVisible();
  const pages = await print(page);
  expect(pages.map(({ height }) => Math.round(height))).toEqual([842, 842]);
  const [first, second] = pages.map(({ text }) => text);
  expect(first).toContain('Halaman 1 dari 2');
  expect(first).toContain('Nama lengkap');
  expect(second).toContain('Halaman 2 dari 2');
  expect(second).toContain('Paraf petugas');
  expect(`${first}${second}`).not.toMatch(/SALINAN|ASLI/);
});

test('the report of an ordinary month is one A4 page', async ({ page }) => {
  await page.goto('petugas.html');
  await page.getByRole('button', { name: 'Isi kasus contoh' }).click();
  await expect(page.getByText('kasus contoh siap.')).toBeVisible();
  await page.locator('lpse-desk').getByRole('button', { name: 'Laporan' }).click();
  const report = page.locator('lpse-report');
  await expect(report.getByRole('listitem').first()).toBeVisible();
  await expect(report.locator('[aria-busy="false"]')).toHaveCount(1);
  const [first, ...more] = await print(page);
  expect(more).toHaveLength(0);
  expect(first?.text).toContain('Laporan layanan konsultasi');
  expect(first?.text).toContain('Penyimpangan dan penjelasannya');
  expect(first?.text).toContain('Halaman 1 dari 1');
  for (const portal of ['Unduh CSV', 'Beranda', 'Pintasan papan ketik', 'Tentang halaman ini'])
    expect(first?.text).not.toContain(portal);
});

test('the procedure prints its drawing on one A4 page and its table, as a table, on the next', async ({
  page,
}) => {
  await page.goto('petugas.html');
  await page.locator('lpse-desk').getByRole('button', { name: 'Alur SOP' }).click();
  await expect(page.locator('lpse-procedure').getByRole('row')).toHaveCount(12);
  const [drawing, table, ...more] = await print(page);
  expect(more).toHaveLength(0);
  expect(drawing?.text).toContain('SOP-LPSE.BTG-008 · Revisi 00');
  expect(drawing?.text).toContain('Tidak');
  expect(drawing?.text).not.toContain('Uraian kegiatan');
  expect(table?.text).toContain('Uraian kegiatan Pelaksana Perlengkapan Waktu');
  expect(table?.text).toContain('mengarsipkan lembar formulir konsultasi asli');
  expect(table?.text).toContain('Halaman 2 dari 2');
  // A card of the narrow screen names each of its cells.
  expect(table?.text).not.toContain('Perlengkapan:');
  for (const portal of ['Beranda', 'Tamu baru', 'Cetak', 'Tentang halaman ini'])
    expect(`${drawing?.text}${table?.text}`).not.toContain(portal);
});

test('a page of the portal prints what it is about, without its head, menu and foot', async ({
  visitor,
}) => {
  await expect(visitor.field('Nama lengkap')).toBeVisible();
  const pages = await print(visitor.page);
  const words = pages.map(({ text }) => text).join(' ');
  expect(words).toContain('Nama lengkap');
  for (const portal of ['Bukan situs resmi', 'Bengkel formulir', 'Tentang halaman ini'])
    expect(words).not.toContain(portal);
});
