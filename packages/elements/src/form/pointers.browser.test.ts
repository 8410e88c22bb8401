import { expect } from '@open-wc/testing';
import type { JsonObject, Problem } from '@lpse-konsultasi/form-schema';
import type { LpseChangeEvent } from '../events/change.js';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';

const schema: JsonObject = {
  type: 'object',
  properties: {
    'nama/lengkap': { title: 'Nama', type: 'string' },
    alamat: {
      title: 'Alamat',
      type: 'object',
      properties: { kota: { title: 'Kota', type: 'string' } },
    },
    baris: {
      title: 'Baris',
      type: 'array',
      items: { type: 'object', properties: { isi: { title: 'Isi', type: 'string' } } },
    },
  },
};

function found(pointer: string, message: string): Problem {
  return { pointer, keyword: 'server', params: {}, messageKey: 'server', message };
}

describe('What a page reads and sets by pointer', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  it('is a member, an item, or what lies in them, with its name escaped', async () => {
    page = await openForm({ schema });
    page.form.setValue('/nama~1lengkap', 'Rina');
    page.form.setValue('/alamat/kota', 'Batang');
    page.form.setValue('/baris/1/isi', 'kedua');
    expect(page.form.value).to.deep.equal({
      'nama/lengkap': 'Rina',
      alamat: { kota: 'Batang' },
      baris: [null, { isi: 'kedua' }],
    });
    expect(page.form.getValue('/baris/1/isi')).to.equal('kedua');
    await page.form.updateComplete;
    expect(page.field('Nama').value).to.equal('Rina');
  });

  it('is the same before the form is ready', async () => {
    page = await openForm({ schema, value: { alamat: { kota: 'Batang' } } });
    const early = document.createElement('lpse-form');
    early.setValue('/alamat/kota', 'Pekalongan');
    expect(early.getValue('/alamat/kota')).to.equal('Pekalongan');
    expect(early.control('/alamat/kota')).to.equal(null);
    expect(early.isDirty('/alamat/kota')).to.equal(false);
  });

  for (const [what, pointer] of [
    ['a member that nobody described', '/tidakAda'],
    ['an item that is not there', '/baris/7'],
    ['what lies in a text', '/nama~1lengkap/huruf'],
    ['a pointer that is none', 'nama'],
    ['an index that is none', '/baris/-'],
    ['a name of the language', '/__proto__/toString'],
  ] as const) {
    it(`is nothing for ${what}, and no error`, async () => {
      page = await openForm({ schema, value: { 'nama/lengkap': 'Rina', baris: [] } });
      expect(page.form.getValue(pointer)).to.equal(undefined);
      expect(page.form.control(pointer)).to.equal(null);
      expect(page.form.isDirty(pointer)).to.equal(false);
    });
  }

  it('says of each field whether it was changed, and tells it with each change', async () => {
    page = await openForm({ schema, value: { 'nama/lengkap': 'Rina' } });
    const told: [string, boolean][] = [];
    page.form.addEventListener('lpse-change', ({ pointer, dirty }: LpseChangeEvent) =>
      told.push([pointer, dirty]),
    );
    await page.fill('Nama', 'Budi');
    expect(page.form.isDirty('/nama~1lengkap')).to.equal(true);
    expect(page.form.isDirty('/alamat/kota')).to.equal(false);
    await page.fill('Nama', 'Rina');
    expect(told).to.deep.equal([
      ['/nama~1lengkap', true],
      ['/nama~1lengkap', false],
    ]);
    expect(page.form.dirty).to.equal(false);
  });

  it('may have problems that others found: at their fields, and in the summary also those of no field', async () => {
    page = await openForm({ schema, value: { 'nama/lengkap': 'Rina' } });
    page.form.setProblems([
      found('/nama~1lengkap', 'Sudah terdaftar.'),
      found('/tidakAda', 'Kuota sudah habis.'),
      found('', 'Silakan coba besok.'),
    ]);
    await page.form.updateComplete;
    expect(page.errors().map(({ message }) => message)).to.deep.equal(['Sudah terdaftar.']);
    expect(page.summary()).to.deep.equal([
      'Sudah terdaftar.',
      'Kuota sudah habis.',
      'Silakan coba besok.',
    ]);
    const links = page.form.shadowRoot?.querySelectorAll('#summary a') ?? [];
    expect([...links].map((link) => link.textContent)).to.deep.equal(['Sudah terdaftar.']);
    await expect(page.form).to.be.accessible();
  });

  it('is not said to have fields to mend, where what others found is about none', async () => {
    page = await openForm({ schema, value: { 'nama/lengkap': 'Rina' } });
    page.form.setProblems([found('/tidakAda', 'Kuota sudah habis.')]);
    await page.form.updateComplete;
    const summary = page.form.shadowRoot?.querySelector('#summary');
    expect(summary?.querySelector('#summary-title')?.textContent.trim()).to.equal(
      'Formulir ini belum dapat dikirim',
    );
    expect(summary?.textContent).to.not.contain('menuju isian');
    await page.fill('/nama~1lengkap', 'Rina B');
    expect(page.form.checkValidity()).to.equal(true);
    expect(page.summary()).to.deep.equal([]);
  });
});
