import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm, schemaOf } from '../testing/open-form.js';
import { durationInWords } from './duration-words.js';

const schema = schemaOf({ type: 'string', format: 'duration', title: 'Lama' });

describe('A duration', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  const inputs = (): HTMLInputElement[] => [
    ...page.field('/isian').wrapper.querySelectorAll<HTMLInputElement>('input'),
  ];
  const shown = (): string[] => inputs().map(({ value }) => value);
  const active = (): Element | null => page.form.shadowRoot?.activeElement ?? null;

  async function enter(index: number, text: string): Promise<void> {
    const input = inputs()[index];
    if (input === undefined) throw new Error(`No control ${index}`);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.form.updateComplete;
  }

  async function leave(): Promise<void> {
    (active() as HTMLElement | null)?.blur();
    await page.form.updateComplete;
  }

  it('is filled in by keyboard in days, hours and minutes', async () => {
    page = await openForm({ schema });
    inputs()[0]?.focus();
    for (const key of ['1', 'Tab', '1', 'Tab', '30']) {
      await sendKeys(key === 'Tab' ? { press: key } : { type: key });
    }
    expect(page.form.value).to.deep.equal({ isian: 'P1DT1H30M' });
    expect(page.form.validate()).to.deep.equal([]);
    await expect(page.form).to.be.accessible();
  });

  it('comes back where it was typed also when it is no number', async () => {
    page = await openForm({ schema });
    await enter(0, 'tiga');
    const { value } = page.form;
    page.form.remove();
    page = await openForm({ schema, value });
    expect(shown()).to.deep.equal(['tiga', '', '']);
    expect(page.form.value).to.deep.equal(value);
    inputs()[0]?.focus();
    await leave();
    expect(page.field('/isian').error).to.contain('angka bulat saja');
  });

  it('is read from the digits of other keyboards', async () => {
    page = await openForm({ schema });
    await enter(0, '１');
    await enter(1, '٣');
    expect(page.form.value).to.deep.equal({ isian: 'P1DT3H' });
    expect(shown()).to.deep.equal(['１', '٣', '']);
    await leave();
    expect(page.errors()).to.deep.equal([]);
  });

  it('is nothing when its parts are empty', async () => {
    page = await openForm({ schema, value: { isian: 'PT5M' } });
    await enter(2, '');
    expect(page.form.value).to.deep.equal({});
  });

  it('is a group under its name, and each number has its unit for a name', async () => {
    page = await openForm({ schema });
    const { wrapper } = page.field('/isian');
    expect(wrapper.localName).to.equal('fieldset');
    expect(wrapper.querySelector('legend')?.textContent).to.contain('Lama');
    expect(inputs().map(({ labels }) => labels?.[0]?.textContent)).to.deep.equal([
      'Hari',
      'Jam',
      'Menit',
    ]);
    page.form.locale = 'en';
    await page.form.updateComplete;
    expect(inputs()[1]?.labels?.[0]?.textContent).to.equal('Hours');
  });

  for (const value of ['PT90M', 'P0D', 'P1DT0H', 'P007DT1H', 'P1Y6M', 'P2W', 'PT90S', 'tiga hari'])
    it(`leaves ${value} as it is when it is only looked at`, async () => {
      page = await openForm({ schema, value: { isian: value } });
      for (const [index, text] of shown().entries()) {
        await enter(index, text);
        await leave();
      }
      expect(page.form.value).to.deep.equal({ isian: value });
    });

  it('shows as text what days, hours and minutes cannot say, and says what it means', async () => {
    page = await openForm({ schema, value: { isian: 'P1Y6M' } });
    expect(shown()).to.deep.equal(['P1Y6M']);
    const { wrapper } = page.field('/isian');
    expect(wrapper.textContent).to.contain('Artinya 1 tahun 6 bulan.');
    await expect(page.form).to.be.accessible();
    await enter(0, 'p2w');
    expect(page.form.value).to.deep.equal({ isian: 'P2W' });
    expect(wrapper.textContent).to.contain('2 minggu');
  });

  it('turns to text and back, with the focus and without loss', async () => {
    page = await openForm({ schema, value: { isian: 'PT90M' } });
    await page.press('Tulis dengan satuan lain');
    expect(shown()).to.deep.equal(['PT90M']);
    expect(active()).to.equal(inputs()[0]);
    await enter(0, 'P3D');
    await page.press('Isi dengan hari, jam, dan menit');
    expect(shown()).to.deep.equal(['3', '', '']);
    expect(active()).to.equal(inputs()[0]);
    expect(page.form.value).to.deep.equal({ isian: 'P3D' });
  });

  it('takes a whole duration that is pasted into a part of it', async () => {
    page = await openForm({ schema });
    await enter(1, 'P2DT4H');
    expect(shown()).to.deep.equal(['2', '4', '']);
    await enter(0, 'P1M');
    expect(shown()).to.deep.equal(['P1M']);
    expect(page.form.value).to.deep.equal({ isian: 'P1M' });
  });

  it('says that only whole numbers will do, when it is left, and is not sent', async () => {
    page = await openForm({ schema });
    await enter(0, '1,5');
    expect(page.field('/isian').error).to.equal('');
    inputs()[1]?.focus();
    await page.form.updateComplete;
    expect(page.field('/isian').error).to.equal('');
    await leave();
    expect(page.field('/isian').error).to.contain('Mohon isi dengan angka bulat saja.');
    expect(shown()[0]).to.equal('1,5');
    await enter(0, '1');
    expect(page.field('/isian').error).to.equal('');
    expect(page.form.validate()).to.deep.equal([]);
  });

  it('says so as well to who sends the form without leaving it', async () => {
    page = await openForm({ schema });
    await enter(0, '1,5');
    expect(page.form.validate().map(({ message }) => message)[0]).to.contain('angka bulat saja');
  });

  it('follows what the page sets, and a reset', async () => {
    page = await openForm({ schema, value: { isian: 'PT5M' } });
    await enter(0, 'x');
    page.form.setValue('/isian', 'P1DT2H');
    await page.form.updateComplete;
    expect(shown()).to.deep.equal(['1', '2', '']);
    page.form.reset();
    await page.form.updateComplete;
    expect(shown()).to.deep.equal(['', '', '5']);
  });

  it('that may be null is empty', async () => {
    const nullable = schemaOf({ type: ['string', 'null'], format: 'duration' });
    page = await openForm({ schema: { ...nullable, required: ['isian'] }, value: { isian: null } });
    expect(shown()).to.deep.equal(['', '', '']);
    await enter(0, '2');
    expect(page.form.value).to.deep.equal({ isian: 'P2D' });
    await enter(0, '');
    expect(page.form.value).to.deep.equal({ isian: null });
  });

  it('is words where it is only read', async () => {
    page = await openForm({ schema, value: { isian: 'P1DT12H' }, readonly: true });
    expect(page.field('/isian').value).to.equal('1 hari 12 jam');
  });

  it('in words is nothing where it is no duration', () => {
    expect(durationInWords('PT1H30M', 'en')).to.equal('1 hour 30 minutes');
    for (const text of ['P', 'PT', 'P1DT', '3', ''])
      expect(durationInWords(text, 'id')).to.equal('');
  });
});
