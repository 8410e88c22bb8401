import { expect, fixture, html } from '@open-wc/testing';
import { openForm } from '../testing/open-form.js';
import '../define/form.js';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { LpseForm } from './form.js';

const schema = {
  type: 'object',
  required: ['nama'],
  properties: { nama: { type: 'string', title: 'Nama' }, kota: { type: 'string', title: 'Kota' } },
};

describe('A form whose layout is replaced while it is being filled', () => {
  it('keeps what was typed and the problems that are shown, in the new words', async () => {
    const form = await fixture<LpseForm>(html`<lpse-form .schema=${schema}></lpse-form>`);
    form.setValue('/kota', 'Batang');
    form.requestSubmit();
    await form.updateComplete;
    form.layout = { texts: { en: { fields: { '/nama': { label: 'Name' } } } } };
    form.locale = 'en';
    await form.updateComplete;
    expect(form.getValue('/kota')).to.equal('Batang');
    const problem = form.shadowRoot?.querySelector('[data-pointer="/nama"][data-invalid]');
    expect(problem?.textContent).to.contain('Please fill in name.');
    expect(form.problems.map(({ message }) => message)).to.deep.equal(['Please fill in name.']);
  });
});

describe('A field that goes while its problem is shown', () => {
  const text = { type: 'string' };
  const jenis = { enum: ['badan', 'orang'] };
  const of = (one: string, key: string): JsonObject => ({
    properties: { jenis: { const: one }, [key]: text },
    required: ['jenis', key],
  });
  const cases: { readonly [how: string]: JsonObject } = {
    'by a condition': {
      type: 'object',
      properties: { jenis },
      if: { properties: { jenis: { const: 'badan' } }, required: ['jenis'] },
      then: { properties: { npwp: text }, required: ['npwp'] },
    },
    'with its shape': { type: 'object', oneOf: [of('badan', 'npwp'), of('orang', 'nik')] },
  };
  const failures: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    failures.push(event.reason);
  };

  beforeEach(() => window.addEventListener('unhandledrejection', note));
  afterEach(() => window.removeEventListener('unhandledrejection', note));

  for (const [how, schema] of Object.entries(cases))
    it(`leaves the rest of the form working ${how}`, async () => {
      const page = await openForm({ schema, value: { jenis: 'badan' } });
      page.form.validate();
      await page.form.updateComplete;
      expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/npwp']);
      await page.fill('/jenis', 'Orang');
      // A failure in the page is told of in a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
      expect(failures).to.deep.equal([]);
      expect(page.fields().map(({ pointer }) => pointer)).to.not.include('/npwp');
      page.form.remove();
    });
});
