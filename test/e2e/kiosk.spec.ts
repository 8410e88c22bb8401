import type { Locator, Page } from '@playwright/test';
import { vendor } from './support/people.js';
import { readShown, readTraces } from './support/traces.js';
import { expect, expectAccessible, test } from './support/test.js';
import { Visitor } from './support/visitor.js';

const marker = 'PENANDA-KIOS';
const guest = { ...vendor, nama: `${marker} (contoh)`, judul: `Tidak bisa mengunggah ${marker}` };

/** A visitor who has signed the guest book of the kiosk and sees the form. */
async function atTheForm(page: Page): Promise<Visitor> {
  const visitor = new Visitor(page, guest, 'lpse-kiosk');
  await page.goto('kiosk.html');
  await visitor.button('Mulai').click();
  await visitor.register();
  return visitor;
}

/** Waits until the form asks whether anybody is still there, and answers the question itself. */
async function untilAsked(page: Page, visitor: Visitor): Promise<Locator> {
  await page.clock.fastForward(45_000);
  const question = visitor.element.getByRole('alertdialog', { name: 'Masih di sini?' });
  await expect(question).toBeVisible();
  return question;
}

/** Goes to a button as somebody without a pointer does. */
async function pressWithKeys(button: Locator): Promise<void> {
  const isFocused = (): Promise<boolean> =>
    button.evaluate((element) => element.matches(':focus'), { timeout: 5_000 });
  while (!(await isFocused())) await button.page().keyboard.press('Tab');
  await button.page().keyboard.press('Enter');
}

async function expectForgotten(page: Page): Promise<void> {
  expect(await page.evaluate(readShown)).not.toContain(marker);
  expect(await page.evaluate(readTraces)).not.toContain(marker);
}

test('a visitor fills in the form at the kiosk, takes the slip, and leaves nothing behind', async ({
  context,
}) => {
  const page = await context.newPage();
  const visitor = await atTheForm(page);
  await visitor.fillForm();
  expect(await page.evaluate(readShown)).toContain(marker);
  await visitor.handIn();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();
  await expect(visitor.element.locator('.slip')).toContainText(/BTG-\d{8}-001/);
  // The slip stays until it is taken; what was typed does not.
  await expectForgotten(page);
  await expectAccessible(page);
  await visitor.button('Selesai').click();
  await expect(visitor.button('Mulai')).toBeVisible();
  await page.reload();
  await expect(visitor.button('Mulai')).toBeVisible();
  await expectForgotten(page);
});

for (const { how, answer } of [
  { how: 'pressed', answer: (button: Locator): Promise<void> => button.click() },
  { how: 'tapped', answer: (button: Locator): Promise<void> => button.tap() },
  { how: 'reached with Tab', answer: pressWithKeys },
]) {
  test(`the question whether somebody is there takes the answer that is ${how}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ hasTouch: true });
    const page = await context.newPage();
    await page.clock.install();
    const visitor = await atTheForm(page);
    const question = await untilAsked(page, visitor);
    await answer(question.getByRole('button', { name: 'Lanjutkan mengisi' }));
    await expect(question).toBeHidden();
    expect(await page.evaluate(readShown)).toContain(marker);

    await untilAsked(page, visitor);
    await answer(question.getByRole('button', { name: 'Hapus sekarang' }));
    await expect(visitor.button('Mulai')).toBeVisible();
    await expectForgotten(page);
    await context.close();
  });
}

test('a form that nobody touches for a minute is erased, after a question that a touch answers', async ({
  context,
}) => {
  const page = await context.newPage();
  await page.clock.install();
  const visitor = await atTheForm(page);
  await visitor.field('Judul').fill(guest.judul);
  const question = await untilAsked(page, visitor);
  await question.getByRole('button', { name: 'Lanjutkan mengisi' }).click();
  await expect(question).toBeHidden();
  expect(await page.evaluate(readShown)).toContain(marker);

  await page.clock.fastForward(61_000);
  await expect(visitor.element).toContainText('Isian sebelumnya telah dihapus dari layar ini.');
  await expect(visitor.button('Mulai')).toBeVisible();
  await expectForgotten(page);
  await page.goBack().catch(() => undefined);
  await page.goto('kiosk.html');
  await expect(visitor.button('Mulai')).toBeVisible();
  await expectForgotten(page);
});
