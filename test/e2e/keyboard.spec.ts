import type { Page } from '@playwright/test';
import { expect, test } from './support/test.js';
import { answer, vendor } from './support/people.js';

/** Name and role of what has the focus, through every shadow root: what a screen reader would say. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
        ? [...(element.labels ?? [])].map(({ textContent }) => textContent)
        : [];
    return [...labels, element?.getAttribute('aria-label'), element?.textContent]
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Tabs on until the focus is on something with this name; a focus that got lost is a failure. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await focused(page)).includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${name}" cannot be reached with the Tab key`);
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Chooses in a native select by typing the first letters of the option. */
async function pick(page: Page, name: string, option: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(option);
  await page.keyboard.press('Tab');
}

async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test('the whole procedure works with the keyboard alone', async ({ visitor, officer }) => {
  test.slow();
  const { page } = visitor;
  await type(page, 'Nama lengkap', vendor.nama);
  await type(page, 'Nomor telepon/WhatsApp', vendor.telepon);
  await press(page, 'Lanjut ke formulir');
  await expect(visitor.heading('Formulir konsultasi').first()).toBeVisible();
  await pick(page, 'Jenis pengguna', 'Masyarakat');
  await pick(page, 'Aplikasi', 'SPSE');
  await pick(page, 'Kategori', 'Akses lambat');
  await type(page, 'Judul', vendor.judul);
  await type(page, 'Uraian permasalahan', vendor.uraian);
  await press(page, 'Saya telah membaca pemberitahuan privasi', 'Space');
  await press(page, 'Isian ini benar', 'Space');
  await press(page, 'Serahkan formulir');
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();

  const desk = officer.page;
  await tabTo(desk, vendor.nama);
  await desk.keyboard.press('Enter');
  await press(desk, 'Mulai periksa');
  await expect(officer.desk.locator('lpse-review').getByRole('checkbox').first()).toBeVisible();
  const checks = await officer.desk.locator('lpse-review').getByRole('checkbox').all();
  for (const check of checks) {
    const name =
      (await check.evaluate((box: HTMLInputElement) => box.labels?.[0]?.textContent)) ?? '';
    await press(desk, name.replace(/\s+/g, ' ').trim(), 'Space');
    await expect(check).toBeChecked();
  }
  await press(desk, 'Ya, lengkap', 'Space');
  await press(desk, 'Simpan hasil pemeriksaan');
  await press(desk, 'Panggil');
  await expect(officer.heading('Kehadiran')).toBeVisible();
  await press(desk, 'Hadir', 'Space');
  await press(desk, 'Catat kehadiran');
  await type(desk, 'Informasi tambahan', 'Sambungan di kantor pengguna lambat.');
  await press(desk, 'Ya, tuliskan jawaban', 'Space');
  await press(desk, 'Simpan analisis');
  await type(desk, 'Jawaban/solusi atas permasalahan', answer);
  await press(desk, 'Diketik', 'Space');
  await type(desk, 'Inisial', 'SU');
  await press(desk, 'Paraf dan simpan jawaban');
  await type(desk, 'Lokasi simpan', 'Lemari 2');
  await press(desk, 'Serahkan dan arsipkan');
  await expect(officer.heading('Arsip')).toBeVisible();
  await expect(visitor.element.locator('lpse-sheet')).toContainText(answer);
});
