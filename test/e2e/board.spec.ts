import type { BrowserContext, Locator, Page } from '@playwright/test';
import { vendor } from './support/people.js';
import { expect, expectAccessible, test } from './support/test.js';
import { Visitor } from './support/visitor.js';

async function openBoard(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('papan.html');
  await expect(page.locator('lpse-call-board')).toContainText('Selamat datang');
  return page;
}

function currentOf(board: Page): Locator {
  return board.locator('lpse-call-board').getByRole('status').first();
}

function lastOf(board: Page): Locator {
  return board.locator('lpse-call-board').getByRole('region', { name: 'Panggilan terakhir' });
}

/** Somebody hands a form in at the kiosk. */
async function handInAtKiosk(context: BrowserContext, nama: string): Promise<void> {
  const page = await context.newPage();
  const visitor = new Visitor(page, { ...vendor, nama }, 'lpse-kiosk');
  await page.goto('kiosk.html');
  await visitor.button('Mulai').click();
  await visitor.submitConsultation();
  await page.close();
}

test('the board in another tab shows who is called, again, passed over, and who is next', async ({
  context,
  officer,
}) => {
  test.slow();
  const names = ['Rina Wulandari (contoh)', 'Budi Hartono (contoh)'] as const;
  for (const name of names) await handInAtKiosk(context, name);
  const board = await openBoard(context);
  for (const name of names) {
    await officer.openCase(name);
    await officer.accept();
  }
  const next = board.locator('lpse-call-board').getByRole('region', { name: 'Berikutnya' });
  await expect(next.getByRole('listitem')).toHaveText(['A-001', 'A-002']);

  await officer.openCase(names[0]);
  await officer.call();
  await expect(currentOf(board)).toContainText('A-001');
  await expect(lastOf(board)).toContainText('sedang dipanggil');
  await expect(next.getByRole('listitem')).toHaveText(['A-002']);
  await expectAccessible(board);

  // Passed over, and called again: the board says which call it is.
  await officer.attendance('Dilewati');
  await expect(lastOf(board)).not.toContainText('sedang dipanggil');
  await officer.button('Kembalikan ke antrean').click();
  await officer.call();
  await expect(lastOf(board)).toContainText('panggilan ke-2');
  await officer.attendance('Hadir');
  await expect(lastOf(board)).not.toContainText('sedang dipanggil');

  // The counter is taken: the second person goes to another one.
  await officer.openCase(names[1]);
  await officer.desk.locator('lpse-call').getByLabel('Loket').selectOption({ label: 'Loket 2' });
  await officer.call();
  await expect(currentOf(board)).toContainText('A-002');
  await expect(currentOf(board)).toContainText('Loket 2');
  await expect(next).toContainText('Tidak ada antrean');
});
