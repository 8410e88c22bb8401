import { expect, test, type Browser } from '@playwright/test';
import { Officer } from './support/officer.js';
import { answer } from './support/people.js';
import { beAdministrator, whileServed, type Served } from './support/served.js';
import { expectAccessible } from './support/test.js';
import { Visitor } from './support/visitor.js';

test('a first start, an account, and a case between two browsers that share nothing but the server', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await whileServed((served) => throughTheProcedure(browser, served));
});

async function throughTheProcedure(browser: Browser, served: Served): Promise<void> {
  const baseURL = served.url;
  const office = await browser.newContext({ baseURL });
  const home = await browser.newContext({ baseURL });

  const officer = new Officer(await office.newPage());
  // Nobody has signed in: the desk leads there by itself.
  await officer.page.goto('petugas.html');
  await expect(officer.page).toHaveURL(/\/masuk/);
  await expectAccessible(officer.page);
  await beAdministrator(officer.page, served);
  await officer.open();

  const visitor = new Visitor(await home.newPage());
  await visitor.open();
  await visitor.submitConsultation();
  await officer.openCase();
  await officer.accept();
  await expect(visitor.heading('Menunggu panggilan')).toBeVisible();
  await officer.call();
  await expect(visitor.heading('Bapak/Ibu dipanggil')).toBeVisible();
  await officer.attendance('Hadir');
  await officer.analyse(true);
  await officer.answerAndInitial();
  await expect(visitor.heading('Jawaban telah tersedia')).toBeVisible();
  await expect(visitor.element.locator('lpse-sheet')).toContainText(answer);
  await officer.handOverAndArchive();
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  for (const page of [visitor.page, officer.page])
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');

  await office.close();
  await home.close();
}
