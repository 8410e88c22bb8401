import { expect, expectAccessible, test } from './support/test.js';

const ticket = 'INAPROC-2026-004711';
const reply =
  'Gangguan pada server pusat telah ditangani. Mohon pengguna mengunggah ulang dokumennya.';

test('what cannot be solved here is escalated, and the reply comes as a follow-up', async ({
  visitor,
  officer,
}) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await officer.callAndMeet();
  await officer.analyse(false);
  await officer.escalate(ticket);
  await expect(visitor.heading('Permasalahan telah dieskalasikan')).toBeVisible();
  await expect(visitor.element).toContainText(ticket);
  await officer.handOverAndArchive();
  await expectAccessible(officer.page);

  await officer.recordReply(reply);
  await expect(visitor.heading('Balasan LKPP telah diterima')).toBeVisible();
  await officer.answerAndInitial('LKPP telah memperbaiki server pusat; silakan unggah ulang.');
  await officer.handOverAndArchive();

  const sheet = visitor.element.locator('lpse-sheet');
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  await expect(sheet).toContainText(ticket);
  await expect(sheet).toContainText('silakan unggah ulang');
  await expectAccessible(visitor.page);
});
