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

  // An officer asks how it is going, and that stands on record.
  const escalation = officer.desk.locator('lpse-escalation');
  await escalation.locator('summary', { hasText: 'Catat pengingat' }).click();
  await officer.button('Catat pengingat').click();
  await expect(escalation).toContainText('Mohon pilih media pengingat.');
  await officer.field('Media pengingat').selectOption({ label: 'Pusat panggilan' });
  await escalation.getByLabel('Catatan').fill('Diminta menunggu sampai Senin.');
  await officer.button('Catat pengingat').click();
  await expect(escalation).toContainText(/oleh Sari Utami.+melalui Pusat panggilan/);
  await expect(escalation).toContainText('Diminta menunggu sampai Senin.');
  await expect(officer.desk.locator('lpse-timeline')).toContainText(
    'Perkembangan eskalasi ditanyakan',
  );

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
