import { expect, fixtureCleanup } from '@open-wc/testing';
import { html } from 'lit';
import { openForm, schemaOf } from '../testing/open-form.js';
import type { FormHarness } from '../testing/form-harness.js';
import { entry } from './entry.js';
import { defineWidget } from './registry.js';

// What follows stands in docs/reference/widgets.md, word for word.
const rupiah = new Intl.NumberFormat('id-ID');

defineWidget('rupiah', {
  labelling: 'label',
  render: (view) =>
    html`<input
      part="control"
      class="control"
      id=${view.id}
      inputmode="numeric"
      aria-describedby=${view.describedBy}
      ${entry(view, typeof view.field.value === 'number' ? rupiah.format(view.field.value) : '')}
    />`,
  read: (control) => Number((control as HTMLInputElement).value.replaceAll(/\D/g, '')) || undefined,
  settles: () => true,
});
// End of what the page shows.

describe('A widget of a portal’s own', () => {
  let page: FormHarness;
  const layout = { fields: { '/isian': { widget: 'rupiah' } } };

  afterEach(() => {
    page.form.remove();
    fixtureCleanup();
  });

  it('asks for its field in its own way', async () => {
    page = await openForm({ schema: schemaOf({ type: 'integer', minimum: 1000 }), layout });
    await page.fill('Isian', 'Rp 1.250.000');
    expect(page.form.value).to.deep.equal({ isian: 1250000 });
    expect(page.field('Isian').value).to.equal('1.250.000');
    await page.fill('Isian', '500');
    expect(page.field('Isian').error).to.contain('1.000');
    await expect(page.form).to.be.accessible();
  });

  for (const part of ['render', 'read', 'handle'] as const) {
    it(`that fails to ${part} is said by its own code, and the other fields work on`, async () => {
      defineWidget(`fails-to-${part}`, {
        labelling: 'label',
        render: ({ id }) => html`<input class="control" id=${id} />`,
        [part]: () => {
          throw new Error(`no ${part}`);
        },
      });
      const heard: string[] = [];
      page = await openForm({});
      page.form.addEventListener('lpse-error', ({ code }) => heard.push(code));
      page.form.layout = { fields: { '/rusak': { widget: `fails-to-${part}` } } };
      page.form.schema = {
        type: 'object',
        properties: {
          rusak: { title: 'Rusak', type: 'string' },
          baik: { title: 'Baik', type: 'string' },
        },
      };
      await page.form.updateComplete;
      const control = page.form.control('/rusak');
      control?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      expect(heard).to.include('LPSE_WIDGET_FAILED');
      await page.fill('Baik', 'ya');
      expect(page.form.value).to.deep.equal({ baik: 'ya' });
    });
  }
});
