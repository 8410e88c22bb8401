import { expect, fixture, html } from '@open-wc/testing';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import type { LpseErrorEvent } from '../events/error.js';
import { FormHarness } from '../testing/form-harness.js';
import type { LpseForm } from './form.js';
import { waitUntil } from '../testing/wait-until.js';

/* What a layout does to a form in the page. */

async function formOf(
  schema: JsonSchema,
  layout?: Layout,
  { value = {}, width = 700 }: { readonly value?: Json; readonly width?: number } = {},
): Promise<LpseForm> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const form = document.createElement('lpse-form');
  Object.assign(form, { schema, layout, value });
  box.append(form);
  await form.updateComplete;
  return form;
}

function find(form: LpseForm, selector: string): HTMLElement | null {
  return form.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

const text = { type: 'string' } as const;

const order: JsonSchema = {
  type: 'object',
  properties: {
    jenis: { title: 'Jenis', enum: ['orang', 'badan'] },
    npwp: { title: 'NPWP', ...text },
    harga: { title: 'Harga', type: 'number' },
    jumlah: { title: 'Jumlah', type: 'number' },
    total: { title: 'Total', type: 'number' },
  },
};
const orderLayout: Layout = {
  fields: {
    '/npwp': { visible: { '==': [{ var: '/jenis' }, 'badan'] } },
    '/total': { calculate: { '*': [{ var: '/harga' }, { var: '/jumlah' }] } },
  },
  texts: {
    id: { fields: { '/total': { hint: 'Harga kali jumlah.', help: 'Dihitung sendiri.' } } },
  },
};

describe('A layout that says nothing of how a text looks', () => {
  it('leaves it to the pattern to give an example', async () => {
    const kode = { title: 'Kode', ...text, pattern: '^[A-Z]{2}-\\d{3}$' };
    const form = await formOf(
      { type: 'object', required: ['kode'], properties: { kode } },
      { fields: { '/kode': { width: 'half' } } },
      { value: { kode: 'AB' } },
    );
    expect(form.validate().map(({ message }) => message)).to.have.length(1);
    expect(form.validate()[0]?.message).to.contain('AB-345');
    expect(new FormHarness(form).field('/kode').hint).to.contain('AB-345');
  });
});

describe('A rule', () => {
  it('brings a field and takes it away, and keeps what was typed', async () => {
    const form = await formOf(order, orderLayout);
    const harness = new FormHarness(form);
    expect(harness.has('/npwp')).to.equal(undefined);
    await harness.fill('/jenis', 'Badan');
    await harness.fill('/npwp', '12345');
    await harness.fill('/jenis', 'Orang');
    expect(harness.has('/npwp')).to.equal(undefined);
    expect(form.value).to.deep.equal({ jenis: 'orang' });
    await harness.fill('/jenis', 'Badan');
    expect(harness.field('/npwp').value).to.equal('12345');
  });
});

describe('A calculated field', () => {
  it('shows what it comes to as a person types, without being said at every key', async () => {
    const form = await formOf(order, orderLayout, { value: { harga: 1500 } });
    const harness = new FormHarness(form);
    await harness.fill('/jumlah', 3);
    expect(harness.field('/total').value).to.equal('4.500');
    expect(harness.field('/total').locked).to.equal(true);
    expect(harness.field('/total').hint).to.equal('Harga kali jumlah.');
    expect(form.value).to.deep.equal({ harga: 1500, jumlah: 3, total: 4500 });
    const output = find(form, '[data-pointer="/total"] output');
    expect(output?.getAttribute('aria-live')).to.equal('off');
    const label = find(form, `#${output?.getAttribute('aria-labelledby')}`);
    expect(label?.textContent).to.equal('Total');
    await expect(form).to.be.accessible();
  });
});

describe('A layout that cannot be used', () => {
  it('is said in words to whoever made the form, with the circle', async () => {
    const circle: Layout = {
      fields: {
        '/harga': { calculate: { var: '/total' } },
        '/total': { calculate: { var: '/harga' } },
      },
    };
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const form = document.createElement('lpse-form');
    const errors: LpseErrorEvent[] = [];
    form.addEventListener('lpse-error', (event) => errors.push(event));
    Object.assign(form, { schema: order, layout: circle });
    box.append(form);
    await form.updateComplete;
    expect(errors.map(({ code }) => code)).to.deep.equal(['LPSE_LAYOUT_INVALID']);
    expect(errors[0]?.message).to.contain('/harga (calculate) → /total (calculate)');
    const shown = form.shadowRoot?.textContent;
    expect(shown).to.contain('LPSE_LAYOUT_INVALID');
    expect(shown).to.contain('/harga (calculate)');
    await expect(form).to.be.accessible();

    Object.assign(form, { layout: orderLayout });
    await form.updateComplete;
    expect(new FormHarness(form).has('/total')).to.not.equal(undefined);
  });

  it('leaves a required field that it hides in the summary', async () => {
    const form = await formOf({ ...(order as object), required: ['npwp'] }, orderLayout);
    form.requestSubmit();
    await form.updateComplete;
    const harness = new FormHarness(form);
    expect(harness.summary().join()).to.contain('NPWP');
    expect(find(form, '#summary a')).to.equal(null);
  });
});

describe('A layout with a slip', () => {
  it('is pointed out in the console, and the form goes on', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (words: string) => warnings.push(words);
    try {
      const layout = { fields: { '/hargaa': { width: 'half' }, '/npwp': { widget: 'txet' } } };
      const form = await formOf(order, layout as Layout);
      await waitUntil(() => warnings.join().includes('hargaa'), 'no advice');
      expect(warnings.join()).to.contain('no such field: /hargaa; did you mean "/harga"?');
      expect(warnings.join()).to.contain('no such widget: "txet"; did you mean "text"?');
      expect(new FormHarness(form).fields()).to.have.length(5);
    } finally {
      console.warn = warn;
    }
  });
});

describe('A field', () => {
  it('opens further help on demand', async () => {
    const form = await formOf(order, orderLayout);
    const help = find(form, '[data-pointer="/total"] details') as HTMLDetailsElement | null;
    expect(help?.open).to.equal(false);
    expect(help?.querySelector('summary')?.textContent?.trim()).to.equal('Penjelasan Total');
    help?.querySelector('summary')?.click();
    expect(help?.open).to.equal(true);
  });

  it('stands where the layout orders it', async () => {
    const form = await formOf(order, { fields: { '': { order: ['total', 'npwp'] } } });
    expect(new FormHarness(form).fields().map(({ pointer }) => pointer)).to.deep.equal([
      '/total',
      '/npwp',
      '/jenis',
      '/harga',
      '/jumlah',
    ]);
  });
});

describe('Columns', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: { a: text, b: text, c: text, d: text, e: text },
  };
  const layout: Layout = {
    fields: {
      '/a': { width: 'half' },
      '/b': { width: 'half' },
      '/c': { width: 'third' },
      '/d': { width: 'third' },
      '/e': { width: 'third' },
    },
  };
  const tops = (form: LpseForm): number[] =>
    new FormHarness(form).fields().map(({ wrapper }) => wrapper.getBoundingClientRect().top);

  it('stand side by side where there is room', async () => {
    const [a, b, c, d, e] = tops(await formOf(schema, layout, { width: 700 }));
    expect(a).to.equal(b);
    expect([c, c]).to.deep.equal([d, e]);
    expect(c).to.be.greaterThan(b ?? 0);
  });

  it('become one at 320 px, and nothing is wider than the form', async () => {
    const form = await formOf(schema, layout, { width: 320 });
    expect(new Set(tops(form)).size).to.equal(5);
    for (const { wrapper } of new FormHarness(form).fields())
      expect(wrapper.getBoundingClientRect().width).to.be.at.most(320);
    expect(form.scrollWidth).to.be.at.most(320);
  });
});

describe('A form without a layout', () => {
  it('gets one: short fields in pairs, autofill where it is clear', async () => {
    const form = await formOf({
      type: 'object',
      properties: {
        nama: text,
        email: { ...text, format: 'email' },
        mulai: { ...text, format: 'date' },
        selesai: { ...text, format: 'date' },
        uraian: text,
      },
    });
    const harness = new FormHarness(form);
    const half = harness.fields().filter(({ wrapper }) => wrapper.classList.contains('half'));
    expect(half.map(({ pointer }) => pointer)).to.deep.equal(['/mulai', '/selesai']);
    expect(form.control('/nama')?.getAttribute('autocomplete')).to.equal('name');
    expect(form.control('/email')?.getAttribute('autocomplete')).to.equal('email');
  });
});

describe('A group of fields', () => {
  const alamat = { type: 'object', title: 'Alamat', properties: { jalan: text } };
  const schema = { type: 'object', properties: { nama: text, alamat } };
  const legend = (form: LpseForm): HTMLElement | null =>
    find(form, '[data-pointer="/alamat"] > legend');

  it('has a heading, which is larger than the labels of its fields', async () => {
    const form = await formOf(schema);
    const size = (element: HTMLElement | null): number =>
      element === null ? 0 : parseFloat(getComputedStyle(element).fontSize);
    const label = find(form, '[data-pointer="/alamat/jalan"] > label');
    expect(size(legend(form))).to.be.greaterThan(size(label));
    await expect(form).to.be.accessible();
  });

  it('says its title once where its section has the same and nothing else', async () => {
    const titles = { a: { title: 'Alamat' }, b: { title: 'Nama' } };
    const texts = { id: { sections: titles } };
    const alone = [
      { id: 'b', fields: ['/nama'] },
      { id: 'a', fields: ['/alamat'] },
    ];
    const form = await formOf(schema, { sections: alone, texts });
    expect(legend(form)?.offsetHeight).to.equal(0);
    await expect(form).to.be.accessible();
    const together = await formOf(schema, {
      sections: [{ id: 'a', fields: ['/alamat', '/nama'] }],
      texts,
    });
    expect(legend(together)?.offsetHeight).to.be.greaterThan(0);
  });
});
