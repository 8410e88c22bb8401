import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/test.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'; trusted-types lit-html";

/** A webmaster's own page on the portal's host, under the policy that the project promises to work with. */
async function openPage(context: BrowserContext, head: string, body: string): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/halaman-sendiri.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="id"><title>Contoh</title>${head}<body>${body}</body></html>`,
    }),
  );
  await page.goto('halaman-sendiri.html');
  return page;
}

const element = '<lpse-consultation profile="batang"></lpse-consultation>';

test('two lines in a plain page make a working consultation', async ({ context }) => {
  const page = await openPage(
    context,
    '<script type="module" src="/cdn/lpse-konsultasi.js"></script>',
    element,
  );
  await page.getByLabel('Nama lengkap').fill('Contoh');
  await page.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await expect(page.getByRole('heading', { name: 'Formulir konsultasi' })).toBeVisible();
});

test('the classic script does the same where modules cannot be used', async ({ context }) => {
  const page = await openPage(
    context,
    '<script defer src="/cdn/lpse-konsultasi.classic.js"></script>',
    element,
  );
  await page.getByLabel('Nama lengkap').fill('Contoh');
  await page.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await expect(page.getByRole('heading', { name: 'Formulir konsultasi' })).toBeVisible();
});

const widget = `
  defineWidget('jempol', {
    labelling: 'label',
    render: (view) => html\`<input id=\${view.id} class="control" \${entry(view, view.field.value ?? '')} />\`,
    read: (control) => control.value.toUpperCase() || undefined,
    settles: () => true,
  });
  const form = document.querySelector('lpse-form');
  form.layout = { fields: { '/kode': { widget: 'jempol' } } };
  form.schema = { type: 'object', properties: { kode: { type: 'string', title: 'Kode' } } };
`;
const ways = {
  module: `import { defineWidget, entry, html } from '/cdn/lpse-konsultasi.js';${widget}`,
  classic: `const { defineWidget, entry, html } = LpseKonsultasi;${widget}`,
};

for (const [kind, script] of Object.entries(ways)) {
  test(`a page without a bundler adds a widget of its own (${kind})`, async ({ context }) => {
    await context.route('**/widget-sendiri.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    const head =
      kind === 'module'
        ? '<script type="module" src="/widget-sendiri.js"></script>'
        : '<script defer src="/cdn/lpse-konsultasi.classic.js"></script><script defer src="/widget-sendiri.js"></script>';
    const page = await openPage(context, head, '<lpse-form></lpse-form>');
    await page.getByLabel('Kode').fill('ab-1');
    await page.getByLabel('Kode').press('Tab');
    await expect(page.getByLabel('Kode')).toHaveValue('AB-1');
  });
}

test('the integrity file holds for the browser that checks it', async ({ context }) => {
  const integrity = JSON.parse(readFileSync('dist/cdn/sri.json', 'utf8')) as Record<string, string>;
  const file = 'lpse-konsultasi.js';
  expect(integrity[file]).toMatch(/^sha384-/);
  const page = await openPage(
    context,
    `<script type="module" src="/cdn/${file}" integrity="${integrity[file] ?? ''}" crossorigin="anonymous"></script>`,
    element,
  );
  await expect(page.getByLabel('Nama lengkap')).toBeVisible();
});

test('the public page loads nothing of the desk', async ({ context }) => {
  const page = await context.newPage();
  const scripts: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (url.endsWith('.js')) scripts.push(response.text().then((text) => ({ url, text })));
  });
  await page.goto('konsultasi.html');
  await page.getByLabel('Nama lengkap').fill('Contoh');
  await page.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await expect(page.getByRole('heading', { name: 'Formulir konsultasi' })).toBeVisible();
  const loaded = await Promise.all(scripts);
  expect(loaded.length).toBeGreaterThan(0);
  for (const words of ['lpse-review', 'lpse-queue', 'Pemeriksaan kelengkapan']) {
    expect(loaded.filter(({ text }) => text.includes(words)).map(({ url }) => url)).toEqual([]);
  }
});

test('two consultations on one page do not disturb each other', async ({ context }) => {
  const page = await openPage(
    context,
    '<script type="module" src="/cdn/lpse-konsultasi.js"></script>',
    `${element}<lpse-consultation profile="batang" name="kedua"></lpse-consultation>`,
  );
  const [first, second] = [
    page.locator('lpse-consultation').first(),
    page.locator('lpse-consultation').last(),
  ];
  await first.getByLabel('Nama lengkap').fill('Pertama (contoh)');
  await first.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await expect(first.getByRole('heading', { name: 'Formulir konsultasi' })).toBeVisible();
  await expect(second.getByRole('heading', { name: 'Buku tamu' })).toBeVisible();
  await second.getByLabel('Nama lengkap').fill('Kedua (contoh)');
  await second.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await expect(second.getByLabel('Nama lengkap')).toHaveValue('Kedua (contoh)');
  await expect(first.getByLabel('Nama lengkap')).toHaveValue('Pertama (contoh)');
});
