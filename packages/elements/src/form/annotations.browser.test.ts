import { expect } from '@open-wc/testing';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { fileOf, openForm, schemaOf } from '../testing/open-form.js';

describe('What a schema says besides what is valid', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  it('explains a field by its description and examples, and the form by its own', async () => {
    page = await openForm({
      schema: {
        ...schemaOf({ type: 'string', description: 'Seperti di KTP.', examples: ['Sari'] }),
        title: 'Data diri',
        description: 'Lima menit.',
      },
    });
    expect(page.field('/isian').hint).to.equal('Seperti di KTP. Contoh: Sari');
    const head = page.form.shadowRoot?.querySelector('.head');
    expect(head?.textContent?.replaceAll(/\s+/g, ' ').trim()).to.equal('Data diri Lima menit.');
  });

  it('says in words that a field is no longer used, and leaves it out while it is empty', async () => {
    const schema = schemaOf({ type: 'string', deprecated: true });
    page = await openForm({ schema });
    expect(page.fields()).to.deep.equal([]);
    page.form.remove();
    page = await openForm({ schema, value: { isian: 'lama' } });
    expect(page.field('/isian').hint).to.equal('Isian ini tidak dipakai lagi.');
    await page.fill('/isian', '');
    expect(page.has('/isian')).to.not.equal(undefined);
  });

  it('shows what is only to be read, and not what is only to be written', async () => {
    const properties: JsonObject = {
      nomor: { type: 'string', readOnly: true },
      pin: { type: 'string', writeOnly: true },
    };
    page = await openForm({
      schema: { type: 'object', properties },
      value: { nomor: '7', pin: '1234' },
    });
    expect(page.field('/nomor').locked).to.equal(true);
    page.form.readonly = true;
    await page.form.updateComplete;
    expect(page.field('/pin').value).to.equal('Tidak ditampilkan');
  });

  it('asks for long texts of a media type in several lines', async () => {
    page = await openForm({ schema: schemaOf({ type: 'string', contentMediaType: 'text/html' }) });
    expect(page.form.control('/isian')?.localName).to.equal('textarea');
  });

  for (const [format, hint] of [
    ['ipv4', 'Contoh: 192.0.2.10'],
    ['iri', 'Contoh: https://lpse.contoh.go.id'],
    ['idn-hostname', 'Contoh: lpse.contoh.go.id'],
    ['tidak-dikenal', ''],
  ] as const)
    it(`shows how ${format} is written`, async () => {
      page = await openForm({ schema: schemaOf({ type: 'string', format }) });
      expect(page.field('/isian').hint).to.equal(hint);
    });
});

describe('A file within the value', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  const bytes = [0xfb, 0xff, 0xfe, 0x01];

  for (const [contentEncoding, text] of [
    ['base64', '+//+AQ=='],
    ['base64url', '-__-AQ'],
  ] as const)
    it(`is kept as ${contentEncoding}, and can be taken away`, async () => {
      page = await openForm({
        schema: schemaOf({ type: 'string', contentEncoding, contentMediaType: 'image/png' }),
      });
      await page.fill('/isian', [fileOf('x.png', bytes)]);
      expect(page.form.value).to.deep.equal({ isian: text });
      expect(page.form.control('/isian')?.getAttribute('accept')).to.equal('image/png');
      await expect(page.form).to.be.accessible();
      await page.press('Hapus berkas');
      expect(page.form.value).to.deep.equal({});
    });

  it('that is too large is refused in words', async () => {
    page = await openForm({
      schema: schemaOf({ type: 'string', contentEncoding: 'base64', maxLength: 4 }),
    });
    await page.fill('/isian', [fileOf('x.png', bytes)]);
    expect(page.form.value).to.deep.equal({});
    expect(page.errors()[0]?.message).to.include('Berkas terlalu besar');
  });

  it('shows how much there is where the form is only read', async () => {
    page = await openForm({
      schema: schemaOf({ type: 'string', contentEncoding: 'base64' }),
      value: { isian: '+//+AQ==' },
      readonly: true,
    });
    expect(page.field('/isian').wrapper.textContent).to.include('Berkas terlampir, 4 byte.');
    expect(page.field('/isian').wrapper.querySelector('input')).to.equal(null);
  });
});
