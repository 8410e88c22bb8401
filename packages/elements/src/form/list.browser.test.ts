import { expect } from '@open-wc/testing';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { LpseChangeEvent } from '../events/change.js';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm, schemaOf } from '../testing/open-form.js';

const rows: JsonObject = {
  type: 'object',
  properties: {
    kronologi: {
      title: 'Kronologi',
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        required: ['peristiwa'],
        properties: { peristiwa: { title: 'Peristiwa', type: 'string', minLength: 3 } },
      },
    },
  },
};

const value = { kronologi: [{ peristiwa: 'Pertama' }, { peristiwa: 'Kedua' }] };

describe('A list of objects', () => {
  let page: FormHarness;
  const active = (): string | null | undefined =>
    page.form.shadowRoot?.activeElement?.getAttribute('aria-label');

  afterEach(() => page.form.remove());

  it('may hold nothing but lists of its own kind', async () => {
    page = await openForm({
      schema: {
        type: 'object',
        properties: { cabang: { title: 'Cabang', $ref: '#/$defs/cabang' } },
        $defs: { cabang: { type: 'array', items: { $ref: '#/$defs/cabang' } } },
      },
      value: { cabang: [[[]], []] },
    });
    expect(page.form.shadowRoot?.querySelectorAll('.row')).to.have.length(3);
    expect(page.form.value).to.deep.equal({ cabang: [[[]], []] });
  });

  it('names each row by its place', async () => {
    page = await openForm({ schema: rows, value });
    const legends = [...(page.form.shadowRoot?.querySelectorAll('.row legend') ?? [])];
    expect(legends.map((legend) => legend.textContent)).to.deep.equal([
      'Baris 1 dari 2',
      'Baris 2 dari 2',
    ]);
    await expect(page.form).to.be.accessible();
  });

  it('calls each row what the schema calls it, where the layout does not', async () => {
    const items = { title: 'Produk', type: 'object', properties: { nama: { type: 'string' } } };
    const schema = { properties: { produk: { type: 'array', items } } };
    page = await openForm({ schema, value: { produk: [{ nama: 'Keripik' }] } });
    expect(page.form.shadowRoot?.querySelector('.row legend')?.textContent).to.equal(
      'Produk 1 dari 1',
    );
    await page.press('Tambah produk');
    await page.press('Hapus Produk 2 dari 2');
    page.form.layout = { fields: {}, texts: { id: { fields: { '/produk': { item: 'UMKM' } } } } };
    await page.press('Tambah UMKM');
    expect(page.form.value).to.deep.equal({ produk: [{ nama: 'Keripik' }, {}] });
  });

  it('adds a row and goes to its first control', async () => {
    page = await openForm({ schema: rows });
    await page.press('Tambah baris');
    expect(page.has('/kronologi/0/peristiwa')).to.not.equal(undefined);
    expect(
      page.form.shadowRoot?.activeElement === page.form.control('/kronologi/0/peristiwa'),
    ).to.equal(true);
  });

  it('puts a row back with what it said was wrong', async () => {
    page = await openForm({ schema: rows, value: { kronologi: [{ peristiwa: 'a' }, {}] } });
    page.form.validate();
    await page.form.updateComplete;
    const before = page.errors();
    expect(before).to.have.length(2);
    await page.press('Hapus Baris 1 dari 2');
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/kronologi/0/peristiwa']);
    await page.press('Batalkan penghapusan');
    expect(page.errors()).to.deep.equal(before);
  });

  it('removes a row, offers to put it back, and puts it back where it was', async () => {
    page = await openForm({ schema: rows, value });
    await page.press('Hapus Baris 1 dari 2');
    expect(page.form.value).to.deep.equal({ kronologi: [{ peristiwa: 'Kedua' }] });
    expect(page.announcement()).to.equal('Baris 1 dihapus.');
    expect(page.form.shadowRoot?.activeElement?.textContent?.trim()).to.equal(
      'Batalkan penghapusan',
    );
    await page.press('Batalkan penghapusan');
    expect(page.form.value).to.deep.equal(value);
  });

  it('moves a row and keeps the focus with it', async () => {
    page = await openForm({ schema: rows, value });
    await page.press('Turunkan Baris 1 dari 2');
    expect(page.form.value).to.deep.equal({
      kronologi: [{ peristiwa: 'Kedua' }, { peristiwa: 'Pertama' }],
    });
    expect(active()).to.equal('Naikkan Baris 2 dari 2');
  });

  it('shows the right text in every row after a move, also one that was typed', async () => {
    page = await openForm({ schema: rows, value });
    await page.fill('/kronologi/0/peristiwa', 'Diketik');
    await page.press('Turunkan Baris 1 dari 2');
    expect(page.field('/kronologi/0/peristiwa').value).to.equal('Kedua');
    expect(page.field('/kronologi/1/peristiwa').value).to.equal('Diketik');
  });

  it('offers no more rows than there may be', async () => {
    page = await openForm({ schema: rows, value });
    await page.press('Tambah baris');
    expect(page.field('/kronologi').wrapper.textContent).to.contain('paling banyak, yaitu 3');
    expect(page.form.shadowRoot?.querySelector('[data-action="add"]')).to.equal(null);
  });

  it('shows a problem in its row and leads there from the summary', async () => {
    page = await openForm({ schema: rows, value: { kronologi: [{}, { peristiwa: 'x' }] } });
    await page.submit();
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal([
      '/kronologi/0/peristiwa',
      '/kronologi/1/peristiwa',
    ]);
    page.form.shadowRoot
      ?.querySelector<HTMLElement>('[data-goto="/kronologi/1/peristiwa"]')
      ?.click();
    expect(
      page.form.shadowRoot?.activeElement === page.form.control('/kronologi/1/peristiwa'),
    ).to.equal(true);
  });

  it('tells the page of the list when rows come and go', async () => {
    page = await openForm({ schema: rows, value });
    const heard: string[] = [];
    page.form.addEventListener('lpse-change', ({ pointer }: LpseChangeEvent) =>
      heard.push(pointer),
    );
    await page.press('Hapus Baris 1 dari 2');
    await page.press('Batalkan penghapusan');
    expect(heard).to.deep.equal(['/kronologi', '/kronologi']);
  });

  it('has no buttons when it is locked', async () => {
    page = await openForm({ schema: rows, value, readonly: true });
    expect(page.form.shadowRoot?.querySelectorAll('button')).to.have.length(0);
    expect(page.form.shadowRoot?.textContent).to.contain('Pertama');
  });
});

describe('A list of short texts', () => {
  let page: FormHarness;
  const schema: JsonObject = {
    type: 'object',
    properties: {
      label: { title: 'Label', type: 'array', items: { type: 'string', maxLength: 5 } },
    },
  };

  afterEach(() => page.form.remove());

  it('takes a text on Enter, once, and does not send the form with it', async () => {
    page = await openForm({ schema });
    let sent = 0;
    page.form.addEventListener('lpse-submit', () => (sent += 1));
    const input = page.form.control('/label') as HTMLInputElement;
    for (const text of ['spse', 'spse', 'rup']) {
      input.value = text;
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      );
    }
    await page.form.updateComplete;
    expect(page.form.value).to.deep.equal({ label: ['spse', 'rup'] });
    expect(sent).to.equal(0);
    await expect(page.form).to.be.accessible();
  });

  it('takes what stands in the entry when it is left', async () => {
    page = await openForm({ schema });
    await page.fill('Label', 'spse');
    expect(page.form.value).to.deep.equal({ label: ['spse'] });
  });

  it('says at once what is wrong with the text that it took', async () => {
    page = await openForm({ schema });
    await page.fill('Label', 'terlalu panjang');
    expect(page.form.shadowRoot?.querySelectorAll('.tag[data-invalid]')).to.have.length(1);
    expect(page.announcement()).to.contain('paling banyak 5 huruf');
    await page.fill('Label', 'rup');
    expect(page.form.shadowRoot?.querySelectorAll('.tag[data-invalid]')).to.have.length(1);
  });

  it('gives a text up again', async () => {
    page = await openForm({ schema, value: { label: ['spse', 'rup'] } });
    await page.press('Hapus spse');
    expect(page.form.value).to.deep.equal({ label: ['rup'] });
  });

  it('shows a problem beside the text that has it', async () => {
    page = await openForm({ schema, value: { label: ['spse', 'terlalu panjang'] } });
    await page.submit();
    const wrong = page.form.shadowRoot?.querySelectorAll('.tag[data-invalid]');
    expect([...(wrong ?? [])].map((tag) => tag.getAttribute('data-pointer'))).to.deep.equal([
      '/label/1',
    ]);
  });
});

describe('A list in the rows of a list', () => {
  const nested: JsonObject = {
    type: 'object',
    properties: {
      paket: {
        title: 'Paket',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            nama: { title: 'Nama paket', type: 'string' },
            tahap: {
              title: 'Tahap',
              type: 'array',
              items: { type: 'object', properties: { isi: { title: 'Isi', type: 'string' } } },
            },
          },
        },
      },
    },
  };
  const given = {
    paket: [
      { nama: 'A', tahap: [{ isi: 'a1' }] },
      { nama: 'B', tahap: [{ isi: 'b1' }, { isi: 'b2' }] },
    ],
  };
  let page: FormHarness;

  afterEach(() => page.form.remove());

  const offers = (): number =>
    page.form.shadowRoot?.querySelectorAll('[data-action="undo"]').length ?? 0;

  it('puts its own row back, in its own place', async () => {
    page = await openForm({ schema: nested, value: given });
    await page.press('Hapus Baris 1 dari 2', '/paket/1/tahap');
    expect(page.form.getValue('/paket/1/tahap')).to.deep.equal([{ isi: 'b2' }]);
    expect(offers()).to.equal(1);
    await page.press('Batalkan penghapusan', '/paket/1/tahap');
    expect(page.form.value).to.deep.equal(given);
  });

  it('goes to the row that it puts back, not to the means to add another', async () => {
    page = await openForm({ schema: nested, value: given });
    await page.press('Hapus Baris 1 dari 2', '/paket/1/tahap');
    await page.press('Batalkan penghapusan', '/paket/1/tahap');
    const focused = page.form.shadowRoot?.activeElement;
    expect(focused).to.equal(page.form.control('/paket/1/tahap/0/isi'));
  });

  it('offers nothing in a row that has come into the place of another', async () => {
    page = await openForm({ schema: nested, value: given });
    await page.press('Hapus Baris 1 dari 2', '/paket/1/tahap');
    await page.press('Naikkan Baris 2 dari 2', '/paket');
    expect(offers()).to.equal(0);
    expect(page.form.value).to.deep.equal({
      paket: [{ nama: 'B', tahap: [{ isi: 'b2' }] }, given.paket[0]],
    });
  });

  it('comes back with the row that holds it', async () => {
    page = await openForm({ schema: nested, value: given });
    const outer = page.form.shadowRoot?.querySelectorAll<HTMLElement>(
      '[data-pointer="/paket"] > .rows > .row > .row-buttons [data-action="remove"]',
    )[1];
    outer?.click();
    await page.form.updateComplete;
    expect(page.form.value).to.deep.equal({ paket: [given.paket[0]] });
    await page.press('Batalkan penghapusan', '/paket');
    expect(page.form.value).to.deep.equal(given);
  });
});

describe('The summary of problems', () => {
  const nama = { type: 'string', title: 'Nama' };
  const orang = { type: 'object', title: 'Orang', required: ['nama'], properties: { nama } };
  const value: JsonObject = { isian: [{}, { nama: 'B' }, {}] };

  it('follows the rows that it is about', async () => {
    const page = await openForm({ schema: schemaOf({ type: 'array', items: orang }), value });
    const leads = (): (string | undefined)[] =>
      [...(page.form.shadowRoot?.querySelectorAll<HTMLElement>('#summary a') ?? [])].map(
        ({ dataset }) => dataset['goto'],
      );
    page.form.validate();
    await page.form.updateComplete;
    expect(leads()).to.deep.equal(['/isian/0/nama', '/isian/2/nama']);
    await page.press('Naikkan Orang 3 dari 3');
    expect(leads()).to.deep.equal(['/isian/0/nama', '/isian/1/nama']);
    await page.press('Hapus Orang 1 dari 3');
    expect(leads()).to.deep.equal(['/isian/0/nama']);
    page.form.remove();
  });
});
