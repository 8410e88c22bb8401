import { expect, test, type Browser, type Page } from '@playwright/test';
import {
  administrator,
  beAdministrator,
  signIn,
  whileServed,
  type Served,
} from './support/served.js';
import { expectAccessible } from './support/test.js';

const officer = {
  account: 'bayu',
  name: 'Bayu Nugraha (contoh)',
  position: 'Petugas layanan (contoh)',
  passphrase: 'sepeda gunung hujan kopi',
} as const;

test('an administrator makes an account, changes it and takes it away; whoever is signed out comes back to their page', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await whileServed((served) => throughTheAccounts(browser, served));
});

async function throughTheAccounts(browser: Browser, served: Served): Promise<void> {
  const baseURL = served.url;
  const office = await browser.newContext({ baseURL });
  const elsewhere = await browser.newContext({ baseURL });
  const admin = await office.newPage();

  await admin.goto('masuk/akun');
  await expect(admin.getByRole('status')).toContainText('masuk sebagai administrator');
  await expectAccessible(admin);
  await beAdministrator(admin, served);
  await admin.getByRole('link', { name: 'Kelola akun' }).click();
  await expect(row(admin, administrator.name)).toContainText('administrator');
  for (const width of [320, 1280]) {
    await admin.setViewportSize({ width, height: 900 });
    const scrolls = await admin.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(scrolls, `sideways at ${width} px`).toBe(false);
    await expectAccessible(admin);
  }

  await admin.getByLabel('Nama akun').fill('bayu nugraha');
  await admin.locator('#new-name').fill(officer.name);
  await admin.locator('#new-position').fill(officer.position);
  await admin.locator('#new-loket').selectOption('2');
  await admin.keyboard.press('Tab');
  await admin.getByRole('button', { name: 'Buat akun' }).click();
  await expect(admin.getByLabel('Nama akun')).toBeFocused();
  await expect(admin.getByLabel('Nama akun')).toHaveAttribute('aria-invalid', 'true');
  await admin.getByLabel('Nama akun').fill(officer.account);
  await admin.getByRole('button', { name: 'Buat akun' }).click();
  const link = admin.getByRole('textbox', { name: `Tautan satu kali untuk ${officer.name}` });
  await expect(link).toHaveValue(/masuk#[\w-]{43}$/);
  await expect(row(admin, officer.name)).toContainText('Belum memakai tautan');
  await expectAccessible(admin);

  const person = await elsewhere.newPage();
  await person.goto(await link.inputValue());
  await person.locator('#new-passphrase').fill(officer.passphrase);
  await person.locator('#repeat').fill(officer.passphrase);
  await person.keyboard.press('Enter');
  await expect(person.locator('#account')).toHaveValue(officer.account);

  // Whoever is not signed in comes back to the page that led to the sign-in, with nothing in the address.
  await person.goto('resepsionis.html');
  await expect(person).toHaveURL(/\/masuk$/);
  await signIn(person, officer.account, officer.passphrase);
  await expect(person).toHaveURL(/\/resepsionis\.html$/);
  await person.goto('petugas.html');
  await expect(person.getByRole('combobox', { name: /Loket/ })).toHaveValue('2');

  await admin.reload();
  await expect(row(admin, officer.name)).toContainText('Aktif');
  await row(admin, officer.name).getByRole('button', { name: 'Ubah' }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(admin);
  await dialog.getByLabel('Peran').selectOption('viewer');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(row(admin, officer.name)).toContainText('Pengamat');

  await row(admin, officer.name).getByRole('button', { name: 'Nonaktifkan' }).click();
  await expect(dialog).toContainText(officer.name);
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await expect(row(admin, officer.name)).toContainText('Aktif');
  await row(admin, officer.name).getByRole('button', { name: 'Nonaktifkan' }).click();
  await dialog.getByRole('button', { name: 'Nonaktifkan' }).click();
  await expect(row(admin, officer.name)).toContainText('Nonaktif');
  await person.reload();
  await expect(person).toHaveURL(/\/masuk$/);
  await signIn(person, officer.account, officer.passphrase);
  await expect(person.getByRole('status')).toContainText('tidak sesuai');

  await row(admin, administrator.name).getByRole('button', { name: 'Ubah' }).click();
  await expect(dialog.getByLabel('Administrator: boleh mengelola akun')).toBeDisabled();
  await office.close();
  await elsewhere.close();
}

function row(page: Page, name: string) {
  return page.getByRole('listitem').filter({ hasText: name });
}
