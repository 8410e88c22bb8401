import { expect, expectAccessible, test } from './support/test.js';
import { Officer } from './support/officer.js';
import { vendor } from './support/people.js';

/** Bytes of a PNG's signature; what follows does not matter for telling its type. */
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

test('wrong answers are named with their cure, and what was typed stays', async ({ visitor }) => {
  await visitor.register();
  await visitor.fillForm();
  const long = 'Sangat panjang. '.repeat(300);
  await visitor.field('Uraian permasalahan').fill(long);
  await visitor.field('NPWP').fill('12345');
  await visitor.field('Nomor telepon/WhatsApp').fill('12-34');
  await visitor.field('Waktu kejadian').fill('01/01/2035 08.00');
  await visitor.handIn();

  const summary = visitor.element
    .getByRole('alert')
    .filter({ hasText: 'perlu diperbaiki' })
    .or(visitor.element.getByRole('group').filter({ hasText: 'perlu diperbaiki' }));
  await expect(visitor.element).toContainText('Ada 4 isian yang perlu diperbaiki');
  await expect(summary.first()).toBeVisible();
  for (const [label, typed] of [
    ['Uraian permasalahan', long],
    ['NPWP', '12345'],
    ['Nomor telepon/WhatsApp', '12-34'],
    ['Waktu kejadian', '01/01/2035 08.00'],
  ] as const) {
    const field = visitor.field(label);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(typed.trimEnd() === typed ? typed : /./);
    await expect(field).toHaveAccessibleDescription(/Contoh|paling banyak|sudah lewat|belum/i);
  }
  await expectAccessible(visitor.page);

  await visitor.button('English').click();
  await expect(visitor.element).toContainText('There are 4 answers to correct');
  await expect(visitor.field('NPWP')).toHaveValue('12345');
});

test('an attachment that is too large, or not what it says, is refused by name', async ({
  visitor,
}) => {
  await visitor.register();
  await visitor.fillForm();
  const chooser = visitor.element.locator('input[type=file]').first();
  await chooser.setInputFiles({
    name: 'rekaman-besar.png',
    mimeType: 'image/png',
    buffer: Buffer.concat([png, Buffer.alloc(6 * 1024 * 1024)]),
  });
  await expect(visitor.element).toContainText(/rekaman-besar\.png.*5 MB/s);
  await chooser.setInputFiles({
    name: 'bukan-gambar.png',
    mimeType: 'image/png',
    buffer: Buffer.from('%PDF-1.7 bukan gambar'),
  });
  await expect(visitor.element).toContainText('bukan-gambar.png');
  await expect(visitor.field('Judul')).toHaveValue(vendor.judul);
  await expectAccessible(visitor.page);
});

test('a command on an outdated case is refused, and what the officer wrote stays', async ({
  visitor,
  officer,
  context,
}) => {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.button('Mulai periksa').click();

  // A second window of the same officer that hears nothing from other tabs.
  const page = await context.newPage();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
  });
  const deaf = new Officer(page);
  await deaf.open();
  await deaf.openCase();
  await deaf.radio('Hasil pemeriksaan', 'Tidak, belum lengkap').check();
  await deaf.field('Alasan').fill('Mohon lengkapi uraian permasalahannya.');
  await deaf.flag('Judul');

  await visitor.button('Batalkan konsultasi').click();
  await visitor.button('Ya, batalkan').click();
  await expect(visitor.heading('Konsultasi dibatalkan')).toBeVisible();
  await deaf.button('Simpan hasil pemeriksaan').click();
  await expect(deaf.desk.getByRole('alert').first()).toContainText('diubah');
  await expect(deaf.desk).toContainText('Mohon lengkapi uraian permasalahannya.');
});

test('a profile that breaks a rule is refused by place and reason', async ({ context }) => {
  const page = await context.newPage();
  await page.route('**/profil.json', (route) =>
    route.fulfill({
      json: {
        id: 'salah',
        extends: 'base',
        forms: { 'consultation-form': { hide: ['/uraian'] } },
      },
    }),
  );
  await page.goto('konsultasi.html');
  await page.evaluate(() => {
    document.querySelector('lpse-consultation')?.setAttribute('profile', '/profil.json');
  });
  const element = page.locator('lpse-consultation');
  await expect(element.getByRole('alert').first()).toContainText('LPSE_PROFILE_INVALID');
  await expect(element).toContainText('/forms/consultation-form/hide/0');
});
