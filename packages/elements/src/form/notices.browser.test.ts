import { expect } from '@open-wc/testing';
import type { JsonSchema } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';
import { waitUntil } from '../testing/wait-until.js';

const schema: JsonSchema = {
  type: 'object',
  required: ['nama', 'tidakAda'],
  properties: {
    nama: { type: 'string', title: 'Nama' },
    catatan: { type: 'string', nullable: true },
  },
};

describe('What a schema asks and no form can', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  function box(): Element | null | undefined {
    return page.form.shadowRoot?.querySelector('.notices');
  }

  function lines(): (string | undefined)[] {
    return [...(box()?.querySelectorAll('li') ?? [])].map((line) =>
      line.textContent?.replaceAll(/\s+/g, ' ').trim(),
    );
  }

  it('is told below the form by pointer and keyword, in the language of the form', async () => {
    page = await openForm({ schema });
    await waitUntil(() => box(), 'the box');
    expect(lines()).to.deep.equal([
      '# required: tidakAda, wajib ada, tetapi tidak satu isian pun menanyakannya; tambahkan pada properties.',
      '#/properties/catatan nullable: bukan kata kunci JSON Schema; tulis "null" di antara nilai type.',
    ]);
    await expect(page.form).to.be.accessible();
    page.form.locale = 'en';
    await waitUntil(() => lines()[0]?.includes('has to be there'), 'English');
  });

  it('is told of what no value can satisfy, for which no control stands there', async () => {
    page = await openForm({
      schema: {
        type: 'object',
        properties: {
          buntu: { not: {} },
          kanal: { oneOf: [false, { type: 'string' }] },
        },
      },
    });
    await waitUntil(() => box(), 'the box');
    const words =
      'tidak satu nilai pun benar di sini, jadi tidak ditanyakan; hapus, atau tulis nilai yang boleh diisi.';
    expect(lines()).to.deep.equal([
      `#/properties/buntu not: ${words}`,
      `#/properties/kanal/oneOf/0 false: ${words}`,
    ]);
    const root = page.form.shadowRoot;
    expect(root?.querySelector('[data-pointer="/buntu"]')).to.equal(null);
    expect(root?.querySelectorAll('[data-pointer="/kanal"] .control')).to.have.length(1);
  });

  it('is not told where the page does not want it', async () => {
    page = await openForm({ schema, noNotices: true });
    await new Promise((resolve) => requestIdleCallback(resolve));
    expect(box()).to.equal(null);
  });

  it('goes with the schema that asked it', async () => {
    page = await openForm({ schema });
    await waitUntil(() => box(), 'the box');
    page.form.schema = { type: 'object', properties: { a: { type: 'string' } } };
    await waitUntil(() => !box(), 'no box');
  });
});
