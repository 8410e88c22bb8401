import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/test.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const script = `
  const form = document.querySelector('lpse-form');
  form.schema = {
    type: 'object',
    required: ['nama'],
    properties: {
      nama: { title: 'Nama', type: 'string' },
      pin: { title: 'PIN', type: 'string', writeOnly: true },
    },
  };
  form.value = {};
`;

/** A webmaster's own form with ours in it, and the page that it leads to. */
async function openPage(context: BrowserContext, attributes: string): Promise<Page> {
  const page = await context.newPage();
  const serve = (path: string, body: string, contentType = 'text/html; charset=utf-8') =>
    page.route(path, (route) =>
      route.fulfill({ contentType, headers: { 'content-security-policy': policy }, body }),
    );
  await serve('**/isi.js', script, 'text/javascript');
  await serve('**/terima.html*', '<!doctype html><html lang="id"><title>Terima</title><h1>Terima');
  await serve(
    '**/isi.html',
    `<!doctype html><html lang="id"><title>Isi</title>
      <script type="module" src="/cdn/lpse-konsultasi.js"></script>
      <script type="module" src="isi.js"></script>
      <form action="terima.html"><lpse-form no-submit ${attributes}></lpse-form><button>Kirim</button></form>`,
  );
  await page.goto('isi.html');
  return page;
}

test('the way back to a page brings back what was typed, but no secret', async ({ context }) => {
  const page = await openPage(context, 'name="k"');
  await page.getByLabel('Nama').fill('Rina');
  await page.getByLabel('PIN').fill('1234');
  await page.goto('terima.html');
  await page.goBack();
  await expect(page.getByLabel('Nama')).toHaveValue('Rina');
  await expect(page.getByLabel('PIN')).toHaveValue('');
});

test('a browser submits the answers as fields of their own', async ({ context }) => {
  const page = await openPage(context, 'submit-as="flat"');
  await page.getByLabel('Nama').fill('Rina Wulandari');
  await page.getByRole('button', { name: 'Kirim' }).click();
  await page.getByRole('heading', { name: 'Terima' }).waitFor();
  expect(new URL(page.url()).search).toBe('?nama=Rina+Wulandari');
});

test('a draft survives a closed tab, and goes when the form is submitted', async ({ context }) => {
  const page = await openPage(context, 'name="k" draft="kontak"');
  await page.getByLabel('Nama').fill('Rina');
  await page.getByText('Tersimpan pukul').waitFor();
  await page.close({ runBeforeUnload: false });
  const next = await openPage(context, 'name="k" draft="kontak"');
  await expect(next.getByLabel('Nama')).toHaveValue('Rina');
  await next.getByRole('button', { name: 'Kirim' }).click();
  await next.getByRole('heading', { name: 'Terima' }).waitFor();
  const last = await openPage(context, 'name="k" draft="kontak"');
  await expect(last.getByLabel('Nama')).toHaveValue('');
  await expect(last.getByRole('button', { name: 'Mulai dari awal' })).toHaveCount(0);
});
