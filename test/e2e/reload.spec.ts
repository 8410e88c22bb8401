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
  await officer.call();
  await officer.field('Catatan').fill('Dipanggil lewat papan');
  await expectStored(officer.page, 'Dipanggil lewat papan');
  await officer.page.reload();
  await expect(officer.field('Catatan')).toHaveValue('Dipanggil lewat papan');
  await officer.attendance('Hadir');

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

test('a reload in the middle of an escalation, its reply and a correction loses nothing', async ({
  visitor,
  officer,
}) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.sendBack(['Uraian permasalahan'], 'Mohon sebutkan pesan galatnya.');
  const words = `${vendor.uraian} Galatnya: kode 500.`;
  await visitor.field('Uraian permasalahan').fill(words);
  await expectStored(visitor.page, 'kode 500');
  await visitor.page.reload();
  await expect(visitor.field('Uraian permasalahan')).toHaveValue(words);
  await visitor.handIn();

  await officer.accept();
  await officer.callAndMeet();
  await officer.analyse(false);
  await officer.field('Alasan eskalasi').fill('Di luar kewenangan LPSE');
  await expectStored(officer.page, 'Di luar kewenangan LPSE');
  await officer.page.reload();
  await expect(officer.field('Alasan eskalasi')).toHaveValue('Di luar kewenangan LPSE');
  await officer.escalate('INAPROC-2026-004712');
  await officer.handOverAndArchive();
  await officer.field('Pengirim balasan').fill('Helpdesk LKPP (contoh)');
  await expectStored(officer.page, 'Helpdesk LKPP (contoh)');
  await officer.page.reload();
  await expect(officer.field('Pengirim balasan')).toHaveValue('Helpdesk LKPP (contoh)');
});
