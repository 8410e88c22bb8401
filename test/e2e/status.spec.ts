import { expect, expectAccessible, test } from './support/test.js';
import type { Officer } from './support/officer.js';
import type { Visitor } from './support/visitor.js';

async function toArchive(visitor: Visitor, officer: Officer): Promise<void> {
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await officer.callAndMeet();
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
}

/** Ticket and code as they stand on the visitor's page. */
async function accessOf(visitor: Visitor): Promise<{ ticket: string; code: string }> {
  const code = await visitor.element.locator('.access-code').innerText();
  const ticket = await visitor.element.locator('.ticket dd').last().innerText();
  return { ticket, code };
}

test('a visitor comes back by ticket and code, says that it is not solved, and confirms the follow-up', async ({
  visitor,
  officer,
  context,
}) => {
  await toArchive(visitor, officer);
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  const { ticket, code } = await accessOf(visitor);

  // Days later, in a tab of their own.
  await visitor.page.close();
  const page = await context.newPage();
  await page.goto('status.html');
  const status = page.locator('lpse-status');
  await status.getByLabel('Nomor tiket').fill(ticket.toLowerCase());
  await status.getByLabel('Kode akses').fill(code.replaceAll('-', ' ').toLowerCase());
  await status.getByRole('button', { name: 'Lihat status' }).click();
  await expect(status.getByRole('heading', { name: 'Konsultasi selesai' })).toBeFocused();
  await expect(status.locator('lpse-sheet')).toContainText('SALINAN');
  await expect(status.locator('lpse-sheet')).toContainText(code);
  await expectAccessible(page);

  await status.getByRole('button', { name: 'Belum selesai' }).click();
  await status.getByLabel('Yang belum selesai').fill('Unggahan masih berhenti pada 80 persen.');
  await status.getByRole('button', { name: 'Kirim kepada petugas' }).click();
  await expect(status.getByRole('heading', { name: /sedang ditindaklanjuti/ })).toBeVisible();

  await expect(officer.heading('Jawaban tindak lanjut dan paraf')).toBeVisible();
  await expect(officer.desk).toContainText('berhenti pada 80 persen');
  await officer.answerAndInitial('Silakan memakai jaringan di loket; unggahan sudah dicoba.');
  await officer.button('Serahkan dan arsipkan').click();

  await expect(status.locator('lpse-sheet')).toContainText('Silakan memakai jaringan di loket');
  await status.getByRole('button', { name: 'Ya, sudah selesai' }).click();
  await expect(status.getByRole('heading', { name: /dinyatakan selesai/ })).toBeVisible();
  await expectAccessible(page);
});

test('the link of the copy opens the case, and leaves nothing of it in the address', async ({
  visitor,
  officer,
  context,
}) => {
  await toArchive(visitor, officer);
  const link = visitor.element.getByRole('link', { name: 'Buka halaman status' });
  const address = (await link.getAttribute('href')) ?? '';
  expect(new URL(address).search).toBe('');
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await expect(
    page.locator('lpse-status').getByRole('heading', { name: 'Konsultasi selesai' }),
  ).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  expect(asked.filter((url) => url.includes('kode='))).toEqual([]);
});

test('another browser finds nothing, and the page says why', async ({ visitor, browser }) => {
  await visitor.submitConsultation();
  const { ticket, code } = await accessOf(visitor);
  const elsewhere = await browser.newContext();
  const page = await elsewhere.newPage();
  await page.goto(new URL('status.html', visitor.page.url()).href);
  const status = page.locator('lpse-status');
  await status.getByLabel('Nomor tiket').fill(ticket);
  await status.getByLabel('Kode akses').fill(code);
  await status.getByRole('button', { name: 'Lihat status' }).click();
  await expect(status).toContainText('tidak ditemukan');
  await expect(status).toContainText('hanya disimpan di peramban tempat formulir diisi');
  await elsewhere.close();
});
