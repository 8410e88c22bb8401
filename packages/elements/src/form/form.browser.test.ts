import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { FormTexts, JsonObject, Layout } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import type { LpseChangeEvent } from '../events/change.js';
import type { LpseErrorEvent } from '../events/error.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import { FormHarness } from '../testing/form-harness.js';
import type { LpseForm } from './form.js';

const schema: JsonObject = {
  type: 'object',
  required: ['nama', 'peran'],
  properties: {
    nama: { title: 'Nama', type: 'string', minLength: 2 },
    peran: { title: 'Peran', type: 'string', enum: ['penyedia', 'lainnya'] },
    catatan: { title: 'Catatan', type: 'string' },
  },
  allOf: [
    {
      if: { properties: { peran: { const: 'lainnya' } }, required: ['peran'] },
      then: {
        properties: { peranLain: { title: 'Sebutkan', type: 'string', minLength: 3 } },
        required: ['peranLain'],
      },
    },
  ],
};

const texts: { readonly id: FormTexts; readonly en: FormTexts } = {
  id: { fields: { '/nama': { label: 'Nama lengkap' } } },
  en: { fields: { '/nama': { label: 'Full name' } } },
};

const layout: Layout = { texts };

async function open(properties: Partial<LpseForm> = {}): Promise<FormHarness> {
  const form = await fixture<LpseForm>(html`<lpse-form></lpse-form>`);
  Object.assign(form, { schema, ...properties });
  await form.updateComplete;
  return new FormHarness(form);
}

describe('<lpse-form>', () => {
  it('shows a field for each property, named by its title', async () => {
    const page = await open();
    expect(page.fields().map(({ label }) => label)).to.deep.equal(['Nama', 'Peran', 'Catatan']);
  });

  it('hands a valid value to the page, before and after', async () => {
    const page = await open();
    await page.fill('Nama', 'Rina (contoh)');
    await page.fill('Peran', 'Penyedia');
    const heard: string[] = [];
    page.form.addEventListener('lpse-submit', ({ value }: LpseSubmitEvent) =>
      heard.push(`before ${JSON.stringify(value)}`),
    );
    page.form.addEventListener('lpse-submitted', () => heard.push('after'));
    await page.submit();
    expect(heard).to.deep.equal(['before {"nama":"Rina (contoh)","peran":"penyedia"}', 'after']);
  });

  it('hands nothing on after the page has refused the submission', async () => {
    const page = await open({ value: { nama: 'Rina', peran: 'penyedia' } });
    let after = 0;
    page.form.addEventListener('lpse-submit', (event) => event.preventDefault());
    page.form.addEventListener('lpse-submitted', () => (after += 1));
    await page.submit();
    expect(after).to.equal(0);
    expect(page.form.value).to.deep.equal({ nama: 'Rina', peran: 'penyedia' });
  });

  it('shows problems in their fields and in a summary that takes the focus', async () => {
    const page = await open();
    await page.submit();
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/nama', '/peran']);
    expect(page.summary()).to.have.length(2);
    expect(page.form.shadowRoot?.activeElement?.id).to.equal('summary');
  });

  it('leads from a line of the summary to its field', async () => {
    const page = await open();
    await page.submit();
    page.form.shadowRoot?.querySelector<HTMLElement>('#summary a[data-goto="/peran"]')?.click();
    expect(page.form.shadowRoot?.activeElement === page.form.control('/peran')).to.equal(true);
  });

  it('asks for more when an answer makes more necessary, and takes it back', async () => {
    const page = await open();
    expect(page.has('Sebutkan')).to.equal(undefined);
    await page.fill('Peran', 'Lainnya');
    expect(page.has('Sebutkan')).to.not.equal(undefined);
    await page.fill('Sebutkan', 'Wartawan');
    await page.fill('Peran', 'Penyedia');
    expect(page.has('Sebutkan')).to.equal(undefined);
    expect(page.form.value).to.deep.equal({ peran: 'penyedia' });
    expect(page.form.entered).to.have.property('peranLain', 'Wartawan');
  });

  it('tells the page what a person changes, and nothing of what the page sets', async () => {
    const page = await open();
    const heard: unknown[] = [];
    page.form.addEventListener('lpse-change', ({ pointer, value }: LpseChangeEvent) =>
      heard.push([pointer, value]),
    );
    page.form.setValue('/nama', 'Budi');
    await page.fill('Nama', 'Rina');
    expect(heard).to.deep.equal([['/nama', 'Rina']]);
  });

  it('keeps what was typed when the language changes', async () => {
    const page = await open({ layout });
    await page.fill('Nama lengkap', 'R');
    page.form.locale = 'en';
    await page.form.updateComplete;
    expect(page.field('/nama').label).to.equal('Full name');
    expect(page.field('/nama').value).to.equal('R');
    expect(page.field('/nama').error).to.contain('at least');
    expect(page.field('/catatan').wrapper.textContent).to.contain('(optional)');
  });

  it('shows a problem when the field is left, not while it is being typed', async () => {
    const page = await open();
    const control = page.form.control('/nama') as HTMLInputElement;
    control.focus();
    control.value = 'R';
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.form.updateComplete;
    expect(page.errors()).to.deep.equal([]);
    control.blur();
    await page.form.updateComplete;
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/nama']);
    expect(page.announcement()).to.equal(page.errors()[0]?.message);
  });

  it('goes back to the value of the page', async () => {
    const page = await open({ value: { nama: 'Rina' } });
    await page.fill('Nama', 'X');
    await page.submit();
    page.form.reset();
    await page.form.updateComplete;
    expect(page.field('Nama').value).to.equal('Rina');
    expect(page.errors()).to.deep.equal([]);
    expect(page.summary()).to.deep.equal([]);
  });

  it('shows problems that a server has found', async () => {
    const page = await open({ value: { nama: 'Rina', peran: 'penyedia' } });
    page.form.setProblems([
      {
        pointer: '/nama',
        keyword: 'server',
        params: {},
        messageKey: 'server',
        message: 'Sudah terdaftar.',
      },
    ]);
    await page.form.updateComplete;
    expect(page.field('Nama').error).to.equal('Sudah terdaftar.');
    expect(page.summary()).to.deep.equal(['Sudah terdaftar.']);
    await page.fill('Nama', 'Rina B');
    expect(page.errors()).to.deep.equal([]);
  });

  it('shows an error instead of throwing when the schema cannot be used', async () => {
    const form = await fixture<LpseForm>(html`<lpse-form></lpse-form>`);
    const heard = oneEvent(form, 'lpse-error') as Promise<LpseErrorEvent>;
    form.schema = { type: 'object', properties: { a: { $ref: '#/$defs/nowhere' } } };
    expect((await heard).code).to.equal('LPSE_SCHEMA_INVALID');
    await form.updateComplete;
    expect(form.shadowRoot?.querySelector('[role="alert"]')?.textContent).to.contain(
      'LPSE_SCHEMA_INVALID',
    );
  });

  it('shows locked fields as text', async () => {
    const page = await open({ value: { nama: 'Rina', peran: 'penyedia' }, editable: ['/nama'] });
    expect(page.field('Peran').locked).to.equal(true);
    expect(page.field('Peran').value).to.equal('Penyedia');
    expect(page.field('Nama').locked).to.equal(false);
    expect(page.form.control('/peran')).to.equal(null);
  });
});
