import { expect, expectAccessible, test } from './support/test.js';
import { answer, vendor } from './support/people.js';

test('a consultation goes from the guest book to the archive', async ({ visitor, officer }) => {
  await expectAccessible(visitor.page);
  await visitor.register();
  await expectAccessible(visitor.page);
  await visitor.fillForm();
  await visitor.handIn();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();
  await expectAccessible(visitor.page);

  await officer.openCase();
  await expectAccessible(officer.page);
  await officer.accept();
  await expect(visitor.heading('Menunggu panggilan')).toBeVisible();
  await expectAccessible(visitor.page);
  await expectAccessible(officer.page);

  await officer.call();
  await expect(visitor.heading('Bapak/Ibu dipanggil')).toBeVisible();
  await expectAccessible(officer.page);
  await officer.attendance('Hadir');
  await expect(visitor.heading('Permasalahan sedang dianalisis')).toBeVisible();
  await officer.analyse(true);
  await expectAccessible(officer.page);
  await officer.answerAndInitial();

  await expect(visitor.heading('Jawaban telah tersedia')).toBeVisible();
  await expect(visitor.element.locator('lpse-sheet')).toContainText(answer);
  await expect(visitor.element.locator('lpse-sheet')).toContainText('SALINAN');
  await expectAccessible(visitor.page);
  await expectAccessible(officer.page);

  await officer.handOverAndArchive();
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  await expect(officer.desk.locator('lpse-timeline')).toContainText('lembar asli diarsipkan');
  await expect(visitor.element).toContainText(vendor.judul);
  await expectAccessible(officer.page);
});
