import { expect } from '@open-wc/testing';
import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';
import type { LpseChangeEvent } from '../events/change.js';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';

const text: JsonObject = { type: 'string' };

const pelapor: JsonObject = {
  title: 'Pelapor',
  oneOf: [
    {
      title: 'Perorangan',
      type: 'object',
      required: ['nama'],
      properties: { nama: { ...text, title: 'Nama' }, nik: { ...text, title: 'NIK' } },
    },
    {
      title: 'Badan usaha',
      type: 'object',
      required: ['npwp'],
      properties: { nama: { ...text, title: 'Nama' }, npwp: { ...text, title: 'NPWP' } },
    },
  ],
};

describe('A field of several shapes', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  async function open(member: JsonObject, value: Json = {}, more: JsonObject = {}): Promise<void> {
    const schema = {
      type: 'object',
      properties: { isian: { title: 'Isian', ...member } },
      ...more,
    };
    page = await openForm({ schema, value });
  }

  function select(pointer = '/isian', which = 0): HTMLSelectElement {
    const { wrapper } = page.field(pointer);
    const found = wrapper.querySelectorAll<HTMLSelectElement>('select[data-variant]')[which];
    if (found === undefined) throw new Error(`No switch in ${pointer}`);
    return found;
  }

  async function turn(words: string, pointer = '/isian', which = 0): Promise<void> {
    const control = select(pointer, which);
    const option = [...control.options].findIndex(({ text: label }) => label.trim() === words);
    control.value = String(option);
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await page.form.updateComplete;
  }

  function options(pointer = '/isian'): string[] {
    return [...select(pointer).options].map(({ text: label }) => label.trim());
  }

  it('shows one shape, and the others by name', async () => {
    await open(pelapor);
    expect(options()).to.deep.equal(['Perorangan', 'Badan usaha']);
    expect(page.fields().map(({ pointer }) => pointer)).to.deep.equal([
      '/isian',
      '/isian/nama',
      '/isian/nik',
    ]);
    await expect(page.form).to.be.accessible();
  });

  it('keeps what fits another shape, and brings back what did not', async () => {
    await open(pelapor);
    await page.fill('/isian/nama', 'Sari');
    await page.fill('/isian/nik', '33');
    const heard: string[] = [];
    page.form.addEventListener('lpse-change', (event: LpseChangeEvent) =>
      heard.push(event.pointer),
    );
    await turn('Badan usaha');
    expect(heard).to.deep.equal(['/isian']);
    expect(page.form.value).to.deep.equal({ isian: { nama: 'Sari' } });
    expect(page.field('/isian/nama').value).to.equal('Sari');
    await turn('Perorangan');
    expect(page.form.value).to.deep.equal({ isian: { nama: 'Sari', nik: '33' } });
  });

  it('opens with the shape that a value fits', async () => {
    await open(pelapor, { isian: { npwp: '09' } });
    expect(select().selectedOptions[0]?.text.trim()).to.equal('Badan usaha');
    expect(page.field('/isian/npwp').value).to.equal('09');
  });

  it('names shapes without a title by their kind', async () => {
    await open({ type: ['string', 'integer', 'boolean', 'null'] });
    expect(options()).to.deep.equal(['Teks', 'Bilangan bulat', 'Ya atau tidak']);
    await page.fill('/isian', 'lima');
    expect(page.form.value).to.deep.equal({ isian: 'lima' });
    await turn('Bilangan bulat');
    expect(page.form.control('/isian')?.getAttribute('inputmode')).to.equal('numeric');
    await page.fill('/isian', '12');
    expect(page.form.value).to.deep.equal({ isian: 12 });
    await turn('Ya atau tidak');
    await page.fill('/isian', 'Ya');
    expect(page.form.value).to.deep.equal({ isian: true });
    await expect(page.form).to.be.accessible();
  });

  it('numbers shapes that are called the same', async () => {
    await open({
      oneOf: [
        { type: 'array', items: text },
        { type: 'array', items: pelapor },
      ],
    });
    expect(options()).to.deep.equal(['Daftar 1', 'Daftar 2']);
  });

  it('says what is wrong in the shape that is chosen', async () => {
    await open(pelapor, {}, { required: ['isian'] });
    await page.submit();
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/isian/nama']);
    await turn('Badan usaha');
    expect(page.errors()).to.deep.equal([]);
    await page.submit();
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/isian/npwp']);
  });

  it('is answered by the choice where a shape is one certain value', async () => {
    await open({ anyOf: [{ const: 'otomatis' }, { type: 'number', title: 'Jumlah' }] });
    await turn('Jumlah');
    await page.fill('/isian', '5');
    await turn('otomatis');
    expect(page.form.value).to.deep.equal({ isian: 'otomatis' });
    expect(page.field('/isian').wrapper.querySelector('input')).to.equal(null);
  });

  it('is shown as text where the form is only read', async () => {
    await open({ type: ['string', 'number'] }, { isian: 1234.5 });
    page.form.readonly = true;
    await page.form.updateComplete;
    const { wrapper } = page.field('/isian');
    expect(wrapper.querySelector('select')).to.equal(null);
    expect(wrapper.querySelector('.value')?.textContent?.trim()).to.equal('1.234,5');
  });

  it('may be any JSON, as deep as a person goes', async () => {
    await open({});
    expect(options()).to.deep.equal(['Teks', 'Angka', 'Ya atau tidak', 'Daftar', 'Kelompok isian']);
    await turn('Daftar');
    await page.press('Tambah baris');
    await turn('Angka', '/isian/0');
    await page.fill('/isian/0', '7');
    await page.press('Tambah baris');
    await page.fill('/isian/1', 'x');
    expect(page.form.value).to.deep.equal({ isian: [7, 'x'] });
    await expect(page.form).to.be.accessible();
  });

  it('may be the form itself', async () => {
    page = await openForm({ schema: { oneOf: (pelapor['oneOf'] as readonly Json[]) ?? [] } });
    await page.fill('/nik', '33');
    const control = page.form.shadowRoot?.querySelector<HTMLSelectElement>('select[data-variant]');
    if (!control) throw new Error('No switch for the form');
    control.value = '1';
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await page.form.updateComplete;
    expect(page.fields().map(({ pointer }) => pointer)).to.deep.equal(['', '/nama', '/npwp']);
    await expect(page.form).to.be.accessible();
  });

  it('speaks English', async () => {
    await open({ type: ['string', 'number'] });
    page.form.locale = 'en';
    await page.form.updateComplete;
    expect(options()).to.deep.equal(['Text', 'Number']);
  });
});

describe('A validator that was made with its schema in sight', () => {
  it('is taken at its word that there are no variants to load a reader for', async () => {
    const schema = { type: 'object', properties: { isian: pelapor } };
    const validator = Object.assign(() => [], { isPlain: true });
    const { form } = await openForm({ schema, layout: {}, validator });
    expect(form.shadowRoot?.querySelector('[role="alert"]')?.textContent).to.contain(
      'LPSE_SCHEMA_INVALID',
    );
    form.remove();
  });
});

describe('A group within one of its own kind', () => {
  it('is there when a person opens it, and goes when it is closed', async () => {
    const page = await openForm({
      schema: {
        $ref: '#/$defs/orang',
        $defs: {
          orang: {
            type: 'object',
            properties: {
              nama: { ...text, title: 'Nama' },
              atasan: { title: 'Atasan', $ref: '#/$defs/orang' },
            },
          },
        },
      },
    });
    expect(page.has('/atasan/nama')).to.equal(undefined);
    await page.press('Isi Atasan');
    await page.fill('/atasan/nama', 'Budi');
    expect(page.form.value).to.deep.equal({ atasan: { nama: 'Budi' } });
    await expect(page.form).to.be.accessible();
    await page.press('Hapus Atasan');
    expect(page.form.value).to.deep.equal({});
    expect(page.has('/atasan/nama')).to.equal(undefined);
    page.form.remove();
  });
});
