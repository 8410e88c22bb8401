import { expect, test } from './support/test.js';
import { answer, vendor } from './support/people.js';
import { expectStored } from './support/stored.js';

test('a reload in the middle of each step loses nothing', async ({ visitor, officer }) => {
  await visitor.field('Nama lengkap').fill(vendor.nama);
  await expectStored(visitor.page, vendor.nama);
  await visitor.page.reload();
  await expect(visitor.field('Nama lengkap')).toHaveValue(vendor.nama);
  await visitor.register();

  await visitor.field('Judul').fill(vendor.judul);
  await visitor.field('Jenis pengguna').selectOption({ label: 'Penyedia' });
  await expectStored(visitor.page, 'penyedia');
  await visitor.page.reload();
  await expect(visitor.field('Judul')).toHaveValue(vendor.judul);
  await visitor.fillForm();
  await visitor.handIn();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();
  await visitor.page.reload();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();

  await officer.openCase();
  await officer.button('Mulai periksa').click();
  await officer.radio('Hasil pemeriksaan', 'Tidak, belum lengkap').check();
  await officer.field('Alasan').fill('Setengah ditulis');
  await expectStored(officer.page, 'Setengah ditulis');
  await officer.page.reload();
  await expect(officer.field('Alasan')).toHaveValue('Setengah ditulis');
  await officer.radio('Hasil pemeriksaan', 'Ya, lengkap').check();
  for (const check of await officer.desk.locator('lpse-review').getByRole('checkbox').all()) {
    await check.check();
  }
  await officer.button('Simpan hasil pemeriksaan').click();
  await officer.callAndMeet();

  await officer.field('Informasi tambahan').fill('Baru sebagian');
  await expectStored(officer.page, 'Baru sebagian');
  await officer.page.reload();
  await expect(officer.field('Informasi tambahan')).toHaveValue('Baru sebagian');
  await officer.analyse(true);

  await officer.field('Jawaban/solusi atas permasalahan').fill(answer);
  await expectStored(officer.page, answer);
  await officer.page.reload();
  await expect(officer.field('Jawaban/solusi atas permasalahan')).toHaveValue(answer);
  await officer.answerAndInitial();

  await officer.field('Lokasi simpan').fill('Lemari 1');
  await expectStored(officer.page, 'Lemari 1');
  await officer.page.reload();
  await expect(officer.field('Lokasi simpan')).toHaveValue('Lemari 1');
  await officer.handOverAndArchive();
  await visitor.page.reload();
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
});
