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
    };
  });
  await officer.button('Cetak ASLI').click();
  const [original, ...more] = await print(officer.page);
  expect(more).toHaveLength(0);
  expect(original?.text).toContain('ASLI');
  expect(original?.text).not.toContain('SALINAN');
  expect(original?.text).toContain('Silakan perbarui aplikasi pengaman dokumen');
  expect(original?.text).not.toContain('Antrean konsultasi');
});
