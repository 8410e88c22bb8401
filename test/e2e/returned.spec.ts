import { expect, expectAccessible, test } from './support/test.js';
import { vendor } from './support/people.js';

test('a form returned twice reopens exactly the flagged fields and keeps the rest', async ({
  visitor,
  officer,
}) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.sendBack(['Uraian permasalahan'], 'Mohon sebutkan pesan galat yang tampil.');

  await expect(visitor.heading('Mohon lengkapi formulir')).toBeVisible();
  await expect(visitor.element).toContainText('Mohon sebutkan pesan galat yang tampil.');
  await expectAccessible(visitor.page);
  await expect(visitor.element.getByRole('textbox')).toHaveCount(1);
  const unanswered = visitor.element.getByText('Tidak diisi').filter({ visible: true });
  await expect(unanswered).toHaveCount(0);
  await expect(visitor.field('Uraian permasalahan')).toHaveValue(vendor.uraian);
  await visitor.field('Uraian permasalahan').fill(`${vendor.uraian} Galatnya: kode 500.`);
  await visitor.handIn();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();

  await expect(officer.button('Mulai periksa')).toBeVisible();
  await officer.sendBack(['Judul', 'NPWP'], 'Judul terlalu umum, NPWP mohon diperiksa.');
  await expect(visitor.heading('Mohon lengkapi formulir')).toBeVisible();
  await expect(visitor.element.getByRole('textbox')).toHaveCount(2);
  await expect(visitor.field('Judul')).toHaveValue(vendor.judul);
  await visitor.field('Judul').fill('Galat 500 saat mengunggah dokumen penawaran');
  await visitor.handIn();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();

  await officer.accept();
  await expect(officer.desk).toContainText('Galat 500 saat mengunggah dokumen penawaran');
  await expect(officer.desk).toContainText('Galatnya: kode 500.');
  await expect(officer.desk).toContainText('putaran ke-3');
});
