import { expect, expectAccessible, test } from './support/test.js';

test('who does not come is called again, and after the last call only cancelling is left', async ({
  visitor,
  officer,
}) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  for (const call of [1, 2, 3]) {
    await officer.call();
    await expect(visitor.heading('Bapak/Ibu dipanggil')).toBeVisible();
    await officer.attendance('Tidak hadir');
    await expect(visitor.heading('Panggilan terlewat')).toBeVisible();
    if (call < 3) await officer.button('Kembalikan ke antrean').click();
  }
  await expect(officer.desk).toContainText('Sudah dipanggil 3 kali');
  await expect(officer.button('Kembalikan ke antrean')).toHaveCount(0);
  await expectAccessible(officer.page);

  await officer.cancel('Pengguna tidak hadir setelah tiga panggilan.');
  await expect(visitor.heading('Konsultasi dibatalkan')).toBeVisible();
  await expectAccessible(visitor.page);
});

test('a visitor who is called twice is helped', async ({ visitor, officer }) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await officer.call();
  await officer.attendance('Dilewati');
  await officer.button('Kembalikan ke antrean').click();
  await officer.callAndMeet();
  await expect(visitor.heading('Permasalahan sedang dianalisis')).toBeVisible();
});

test('a visitor withdraws, and begins anew', async ({ visitor, officer }) => {
  await visitor.submitConsultation();
  await visitor.button('Batalkan konsultasi').click();
  await visitor.button('Ya, batalkan').click();
  await expect(visitor.heading('Konsultasi dibatalkan')).toBeVisible();
  await officer.showAll();
  await expect(officer.row('Dibatalkan')).toBeVisible();
  await visitor.button('Mulai konsultasi baru').click();
  await expect(visitor.heading('Buku tamu')).toBeVisible();
});
