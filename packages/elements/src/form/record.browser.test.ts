import { expect } from '@open-wc/testing';
import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';
import { sendKeys } from '@web/test-runner-commands';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';

describe('A group of which a person names the members', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  async function open(group: JsonObject, value: Json = {}): Promise<void> {
    const schema = {
      type: 'object',
      properties: { harga: { title: 'Harga', type: 'object', ...group } },
    };
    page = await openForm({ schema, value });
  }

  const prices: JsonObject = { additionalProperties: { type: 'integer', minimum: 1 } };

  function names(): HTMLInputElement[] {
    return [...page.field('/harga').wrapper.querySelectorAll<HTMLInputElement>('[data-member]')];
  }

  function active(): HTMLElement | null {
    return (page.form.shadowRoot?.activeElement ?? null) as HTMLElement | null;
  }

  async function type(words: string): Promise<void> {
    (active() as HTMLInputElement).select();
    await sendKeys({ type: words });
    await sendKeys({ press: 'Enter' });
    await page.form.updateComplete;
  }

  it('shows what it was given as rows of name and value', async () => {
    await open(prices, { harga: { teh: 3000, kopi: 5000 } });
    expect(names().map(({ value }) => value)).to.deep.equal(['teh', 'kopi']);
    expect(page.field('/harga/kopi').value).to.equal('5000');
    await expect(page.form).to.be.accessible();
  });

  it('is filled in by keyboard alone', async () => {
    await open(prices);
    await page.press('Tambah isian');
    expect(active()).to.equal(names()[0]);
    await expect(page.form).to.be.accessible();
    await type('teh');
    expect(active()).to.equal(names()[0]);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '3000' });
    expect(page.form.value).to.deep.equal({ harga: { teh: 3000 } });
    await sendKeys({ press: 'Tab' });
    expect(active()?.getAttribute('aria-label')).to.equal('Hapus Isian “teh”');
    await sendKeys({ press: 'Enter' });
    await page.form.updateComplete;
    expect(page.form.value).to.deep.equal({});
    expect(active()?.dataset['action']).to.equal('undo');
    await sendKeys({ press: 'Enter' });
    await page.form.updateComplete;
    expect(page.form.value).to.deep.equal({ harga: { teh: 3000 } });
    expect(active()).to.equal(names()[0]);
  });

  it('keeps the value of a member that gets another name', async () => {
    await open(prices, { harga: { teh: 3000, kopi: 5000 } });
    names()[0]?.focus();
    await type('jahe');
    expect(Object.entries((page.form.value as { harga: JsonObject }).harga)).to.deep.equal([
      ['jahe', 3000],
      ['kopi', 5000],
    ]);
    expect(active()).to.equal(names()[0]);
  });

  it('says beside the name that it is taken, and is not sent meanwhile', async () => {
    await open(prices, { harga: { teh: 3000, kopi: 5000 } });
    names()[0]?.focus();
    await type('kopi');
    const name = names()[0];
    const root = page.form.shadowRoot;
    const message = root?.getElementById(name?.getAttribute('aria-describedby') ?? '');
    expect(message?.textContent).to.include('Nama “kopi” sudah dipakai');
    expect([name?.value, name?.getAttribute('aria-invalid')]).to.deep.equal(['kopi', 'true']);
    await page.submit();
    expect(page.summary()).to.have.length(1);
    names()[0]?.focus();
    await type('jahe');
    expect(page.form.problems).to.deep.equal([]);
    expect(names()[0]?.getAttribute('aria-invalid')).to.equal(null);
  });

  it('is not sent while a new member has no name', async () => {
    await open({ additionalProperties: { type: 'string' } });
    await page.press('Tambah isian');
    await page.press('Tambah isian');
    expect(names()).to.have.length(1);
    await page.submit();
    expect(page.summary().join()).to.include('Mohon isi nama untuk isian ini');
    await page.press('Hapus Isian tanpa nama');
    await page.submit();
    expect(page.summary()).to.deep.equal([]);
  });

  it('tells a name that is not allowed from a value that is not right', async () => {
    await open({ ...prices, propertyNames: { pattern: '^[a-z]+$' } }, { harga: { 'T-1': 5 } });
    await page.submit();
    const [name] = names();
    const root = page.form.shadowRoot;
    const message = root?.getElementById(name?.getAttribute('aria-describedby') ?? '');
    expect(message?.textContent).to.include('T-1');
    name?.focus();
    await type('teh');
    await page.fill('/harga/teh', '0');
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/harga/teh']);
  });

  it('offers names where the schema lists them', async () => {
    await open({ ...prices, propertyNames: { enum: ['teh', 'kopi'] } });
    await page.press('Tambah isian');
    await page.press('Tambah isian');
    expect(names().map(({ value }) => value)).to.deep.equal(['teh', 'kopi']);
    const { wrapper } = page.field('/harga');
    expect(wrapper.textContent).to.include('Semua nama yang tersedia sudah dipakai');
    await expect(page.form).to.be.accessible();
  });

  it('stops where there may be no more', async () => {
    await open({ ...prices, maxProperties: 1 }, { harga: { teh: 1 } });
    expect(page.field('/harga').wrapper.querySelector('[data-action="add"]')).to.equal(null);
  });

  it('stands below the fields of its group, and of the form', async () => {
    page = await openForm({
      schema: {
        type: 'object',
        properties: { nama: { type: 'string', title: 'Nama' } },
        additionalProperties: { type: 'string' },
      },
      value: { nama: 'x', lain: 'y' },
    });
    expect(page.fields().map(({ pointer }) => pointer)).to.deep.equal(['/nama', '', '/lain']);
    await page.fill('/lain', 'z');
    expect(page.form.value).to.deep.equal({ nama: 'x', lain: 'z' });
    await expect(page.form).to.be.accessible();
  });

  it('shows names as text where the form is only read', async () => {
    await open(prices, { harga: { teh: 3000 } });
    page.form.readonly = true;
    await page.form.updateComplete;
    expect(names()).to.deep.equal([]);
    expect(page.field('/harga').wrapper.textContent).to.include('teh');
  });
});

describe('A tuple', () => {
  it('asks for each of its items under its own name', async () => {
    const page = await openForm({
      schema: {
        type: 'object',
        properties: {
          titik: {
            title: 'Titik',
            type: 'array',
            prefixItems: [{ type: 'number', title: 'Bujur' }, { type: 'number' }],
            items: { type: 'string' },
            minItems: 2,
          },
        },
      },
    });
    expect(page.fields().map(({ label }) => label)).to.deep.equal(['Titik', 'Bujur', 'Titik 2']);
    await page.fill('/titik/0', '109,7');
    await page.fill('/titik/1', '-6,9');
    await page.press('Tambah baris');
    await page.fill('/titik/2', 'Batang');
    expect(page.form.value).to.deep.equal({ titik: [109.7, -6.9, 'Batang'] });
    expect(page.field('/titik').wrapper.querySelectorAll('.row-buttons')).to.have.length(1);
    await expect(page.form).to.be.accessible();
    await page.press('Hapus Baris 3 dari 3');
    await page.fill('/titik/1', '');
    await page.fill('/titik/0', '');
    expect(page.form.value).to.deep.equal({});
    page.form.remove();
  });

  it('may hold lists of lists', async () => {
    const page = await openForm({
      schema: {
        type: 'object',
        properties: {
          garis: {
            title: 'Garis',
            type: 'array',
            items: { type: 'array', items: { type: 'number' } },
          },
        },
      },
      value: { garis: [[1, 2], [3]] },
    });
    await page.press('Tambah baris', '/garis/1');
    await page.fill('/garis/1/1', '4');
    await page.press('Turunkan Baris 1 dari 2', '/garis/0');
    expect(page.form.value).to.deep.equal({
      garis: [
        [2, 1],
        [3, 4],
      ],
    });
    await expect(page.form).to.be.accessible();
    page.form.remove();
  });
});
