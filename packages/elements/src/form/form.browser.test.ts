import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { FormTexts, JsonObject, Layout } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import type { LpseChangeEvent } from '../events/change.js';
import type { LpseErrorEvent } from '../events/error.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import { FormHarness } from '../testing/form-harness.js';
import type { LpseForm } from './form.js';
import { defineWidget } from './registry.js';
import { waitUntil } from '../testing/wait-until.js';

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

/** Keeps expected warnings out of the log. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    await work();
  } finally {
    console.warn = warn;
  }
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
    await quietly(async () => {
      form.schema = { type: 'object', properties: { a: { $ref: '#/$defs/nowhere' } } };
      expect((await heard).code).to.equal('LPSE_SCHEMA_INVALID');
      await form.updateComplete;
    });
    expect(form.shadowRoot?.querySelector('[role="alert"]')?.textContent).to.contain(
      'LPSE_SCHEMA_INVALID',
    );
    form.schema = schema;
    await form.updateComplete;
    expect(new FormHarness(form).fields()).to.have.length(3);
  });

  it('goes on without the field whose widget fails, and tells the page', async () => {
    defineWidget('failing', () => {
      throw new TypeError('not today');
    });
    const form = await fixture<LpseForm>(html`<lpse-form></lpse-form>`);
    const heard = oneEvent(form, 'lpse-error') as Promise<LpseErrorEvent>;
    await quietly(async () => {
      Object.assign(form, { schema, layout: { fields: { '/nama': { widget: 'failing' } } } });
      expect((await heard).message).to.equal('not today');
      await form.updateComplete;
    });
    const page = new FormHarness(form);
    expect(page.fields().map(({ pointer }) => pointer)).to.deep.equal([
      '/nama',
      '/peran',
      '/catatan',
    ]);
    await page.fill('Catatan', 'Masih dapat diisi');
    expect(form.getValue('/catatan')).to.equal('Masih dapat diisi');
  });

  it('takes a widget of the page', async () => {
    defineWidget(
      'keras',
      ({ field, id }) => html`<input id=${id} value=${String(field.value ?? '')} />`,
    );
    const page = await open({ layout: { fields: { '/nama': { widget: 'keras' } } } });
    await page.fill('Nama', 'Rina');
    expect(page.form.getValue('/nama')).to.equal('Rina');
  });

  it('shows no problem between a press and its release, so that no click misses its button', async () => {
    const page = await open();
    page.form.control('/nama')?.focus();
    window.dispatchEvent(new PointerEvent('pointerdown'));
    (page.form.shadowRoot?.activeElement as HTMLElement).blur();
    await page.form.updateComplete;
    expect(page.errors()).to.deep.equal([]);
    window.dispatchEvent(new PointerEvent('pointerup'));
    await waitUntil(() => page.errors().length === 1);
  });

  it('keeps a value that the page sets before there is a schema', async () => {
    const form = await fixture<LpseForm>(html`<lpse-form></lpse-form>`);
    form.value = { nama: 'Rina' };
    form.setValue('/peran', 'penyedia');
    expect(form.getValue('/nama')).to.equal('Rina');
    form.schema = schema;
    await form.updateComplete;
    expect(form.value).to.deep.equal({ nama: 'Rina', peran: 'penyedia' });
  });

  it('keeps what was entered when the layout changes, and what it started with', async () => {
    const page = await open({ value: { nama: 'Budi' } });
    await page.fill('Nama', 'Rina');
    page.form.layout = layout;
    await page.form.updateComplete;
    expect(page.field('Nama lengkap').value).to.equal('Rina');
    expect(page.form.dirty).to.equal(true);
    page.form.reset();
    await page.form.updateComplete;
    expect(page.field('Nama lengkap').value).to.equal('Budi');
  });

  it('starts with the defaults of the schema, also after a reset', async () => {
    const page = await open({
      schema: { type: 'object', properties: { a: { title: 'A', enum: ['x', 'y'], default: 'y' } } },
    });
    expect(page.field('A').value).to.equal('Y');
    await page.fill('A', 'X');
    page.form.reset();
    await page.form.updateComplete;
    expect(page.field('A').value).to.equal('Y');
  });

  it('goes on after it was moved in the page', async () => {
    const page = await open();
    await page.fill('Nama', 'Rina');
    document.body.append(page.form);
    await page.fill('Peran', 'Lainnya');
    expect(page.has('Sebutkan')).to.not.equal(undefined);
    expect(page.field('Nama').value).to.equal('Rina');
    page.form.remove();
  });

  it('says how much room is left when a limit is near, and lets the text be longer', async () => {
    const page = await open({
      schema: { type: 'object', properties: { a: { title: 'A', type: 'string', maxLength: 50 } } },
    });
    await page.fill('A', 'x'.repeat(10));
    expect(page.field('A').wrapper.querySelector('.counter')).to.equal(null);
    await page.fill('A', '😀'.repeat(45));
    expect(page.field('A').wrapper.textContent).to.contain('Tersisa 5 karakter');
    await page.fill('A', 'x'.repeat(53));
    expect(page.field('A').wrapper.textContent).to.contain('Kelebihan 3 karakter');
    expect(page.form.getValue('/a')).to.have.length(53);
    expect(page.field('A').error).to.not.equal('');
  });

  it('shows locked fields as text', async () => {
    const page = await open({ value: { nama: 'Rina', peran: 'penyedia' }, editable: ['/nama'] });
    expect(page.field('Peran').locked).to.equal(true);
    expect(page.field('Peran').value).to.equal('Penyedia');
    expect(page.field('Nama').locked).to.equal(false);
    expect(page.form.control('/peran')).to.equal(null);
  });

  it('lists the first fifty problems in its summary, and says how many more there are', async () => {
    const keys = Array.from({ length: 53 }, (_, index) => `isian${index}`);
    const properties = Object.fromEntries(keys.map((key) => [key, { type: 'string' as const }]));
    const page = await open({ schema: { type: 'object', properties, required: keys } });
    expect(page.form.validate()).to.have.length(53);
    await page.form.updateComplete;
    const summary = page.form.shadowRoot?.querySelector('#summary');
    expect(summary?.querySelectorAll('a')).to.have.length(50);
    expect(summary?.textContent).to.include('Ada 53 isian').and.to.include('Masih ada 3 isian');
    page.form.remove();
  });
});
