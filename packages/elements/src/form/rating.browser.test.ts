import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Json, JsonObject, Layout } from '@lpse-konsultasi/form-schema';
import { openForm, schemaOf } from '../testing/open-form.js';
import type { FormHarness } from '../testing/form-harness.js';

const words = { '1': 'Tidak baik', '2': 'Kurang baik', '3': 'Baik', '4': 'Sangat baik' };

describe('A rating', () => {
  let page: FormHarness;

  async function open(
    member: JsonObject,
    options: { [value: string]: string },
    value: Json = {},
  ): Promise<void> {
    const layout: Layout = {
      fields: { '/isian': { widget: 'rating' } },
      texts: { id: { fields: { '/isian': { options } } } },
    };
    page = await openForm({ schema: schemaOf(member), layout, value });
  }

  afterEach(() => {
    page.form.remove();
    fixtureCleanup();
  });

  const scale = { type: 'integer', minimum: 1, maximum: 4 };

  it('offers each step with its word, and gives its number', async () => {
    await open(scale, words);
    await page.fill('Isian', '3 Baik');
    expect(page.form.value).to.deep.equal({ isian: 3 });
  });

  it('has words for its ends only where there are no others', async () => {
    await open({ ...scale, maximum: 5 }, { '1': 'Tidak puas', '5': 'Puas' });
    const steps = [...page.field('Isian').wrapper.querySelectorAll('.rating-step')];
    expect(steps.map((step) => step.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      '1 Tidak puas',
      '2',
      '3',
      '4',
      '5 Puas',
    ]);
  });

  it('goes by the arrow keys', async () => {
    await open(scale, words, { isian: 2 });
    page.form.control('/isian')?.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(page.form.value).to.deep.equal({ isian: 3 });
  });

  it('can be taken back where it need not be answered', async () => {
    await open(scale, words, { isian: 2 });
    await page.press('Kosongkan pilihan');
    expect(page.form.value).to.deep.equal({});
  });

  it('takes the choices of a field that has them', async () => {
    await open({ enum: [1, 2, 3] }, { '1': 'Rendah' });
    await page.fill('Isian', '1 Rendah');
    expect(page.form.value).to.deep.equal({ isian: 1 });
  });

  it('reads with its word where it is not to be edited', async () => {
    await open(scale, words, { isian: 4 });
    page.form.readonly = true;
    await page.form.updateComplete;
    expect(page.field('Isian').value).to.equal('4 (Sangat baik)');
  });

  it('of a scale without ends fails alone, and says what it needs', async () => {
    const layout: Layout = { fields: { '/isian': { widget: 'rating' } } };
    const form = document.createElement('lpse-form');
    const heard: string[] = [];
    form.addEventListener('lpse-error', ({ code, message }) => heard.push(`${code} ${message}`));
    page = await openForm({ schema: schemaOf(scale) });
    page.form.addEventListener('lpse-error', ({ code, message }) =>
      heard.push(`${code} ${message}`),
    );
    page.form.schema = schemaOf({ type: 'integer' });
    page.form.layout = layout;
    await page.form.updateComplete;
    expect(heard.join()).to.contain('LPSE_WIDGET_FAILED').and.to.contain('/isian');
    expect(page.form.shadowRoot?.textContent).to.contain('Isian ini belum dapat ditampilkan');
  });

  it('is accessible empty and answered', async () => {
    await open(scale, words);
    await expect(page.form).to.be.accessible();
    await page.fill('Isian', '3 Baik');
    await expect(page.form).to.be.accessible();
  });
});
