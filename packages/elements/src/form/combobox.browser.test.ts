import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { openForm, schemaOf } from '../testing/open-form.js';
import type { FormHarness } from '../testing/form-harness.js';
import { optionCalled, searchOptions } from './option-search.js';

const offices = Array.from({ length: 600 }, (_, index) => `Dinas Nomor ${index + 1}`);
const kinds = ['Kota Batang', 'Kabupaten Batang', 'Batangtoru', 'Kementerian Agama', 'Café Résumé'];
const member: JsonObject = { type: 'string', enum: [...kinds, ...offices] };

describe('A combobox', () => {
  let page: FormHarness;
  let input: HTMLInputElement;

  const root = (): ShadowRoot => page.form.shadowRoot as ShadowRoot;
  const options = (): HTMLElement[] => [...root().querySelectorAll<HTMLElement>('[role="option"]')];
  const words = (): string[] => options().map((option) => option.textContent?.trim() ?? '');
  const active = (): string =>
    root()
      .getElementById(input.getAttribute('aria-activedescendant') ?? '')
      ?.textContent?.trim() ?? '';

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await sendKeys({ press: key });
    await page.form.updateComplete;
  }

  async function type(text: string): Promise<void> {
    await sendKeys({ type: text });
    await page.form.updateComplete;
  }

  async function open(properties: Parameters<typeof openForm>[0] = {}): Promise<void> {
    page = await openForm({ schema: schemaOf(member), ...properties });
    input = page.form.control('/isian') as HTMLInputElement;
    input.focus();
  }

  afterEach(async () => {
    await resetMouse();
    page.form.remove();
    fixtureCleanup();
  });

  it('is what a long choice is asked with', async () => {
    await open();
    expect(input.getAttribute('role')).to.equal('combobox');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('narrows the list down while a person types', async () => {
    await open();
    await type('batang');
    expect(words()).to.deep.equal(['Batangtoru', 'Kota Batang', 'Kabupaten Batang']);
    expect(page.announcement()).to.equal('3 pilihan');
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    await press('ArrowDown', 'Enter');
    expect(page.form.value).to.deep.equal({ isian: 'Kota Batang' });
    expect(input.value).to.equal('Kota Batang');
    expect(options()).to.have.length(0);
  });

  it('keeps a few of many options in the page, and says how many there are', async () => {
    await open();
    await press('ArrowDown');
    expect(options().length).to.be.lessThan(100);
    expect(options()[0]?.getAttribute('aria-setsize')).to.equal('605');
    await press('ArrowUp');
    expect(active()).to.equal('Dinas Nomor 600');
    expect(options().at(-1)?.getAttribute('aria-posinset')).to.equal('605');
    await press('ArrowDown');
    expect(active()).to.equal('Kota Batang');
  });

  it('shows what comes when it is scrolled', async () => {
    await open();
    await press('ArrowDown');
    const box = root().querySelector<HTMLElement>('.popup');
    if (box === null) throw new Error('no list');
    for (let turn = 0; turn < 60 && !words().includes('Dinas Nomor 300'); turn++) {
      box.scrollTop += 2000;
      await new Promise((resolve) => box.addEventListener('scroll', resolve, { once: true }));
      await page.form.updateComplete;
    }
    expect(words()).to.include('Dinas Nomor 300');
    expect(options().length).to.be.lessThan(100);
  });

  it('goes by the keys of a list once the arrows have led there', async () => {
    await open();
    await press('ArrowDown');
    const first = active();
    await press('End');
    expect(active()).to.equal('Dinas Nomor 600');
    await press('PageUp');
    expect(active()).to.equal('Dinas Nomor 592');
    await press('Home');
    expect(active()).to.equal('Kota Batang');
    await press('PageDown');
    expect(active()).to.equal('Dinas Nomor 4');
    expect(first).to.equal('Kota Batang');
  });

  it('closes with Escape and goes back to what was chosen', async () => {
    await open({ value: { isian: 'Batangtoru' } });
    await type('x');
    expect(page.announcement()).to.equal('Tidak ada pilihan yang cocok.');
    await press('Escape');
    expect(input.value).to.equal('Batangtoru');
    expect(page.form.value).to.deep.equal({ isian: 'Batangtoru' });
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('takes what was typed in full, whatever its case and accents', async () => {
    await open();
    await type('cafe resume');
    input.blur();
    await page.form.updateComplete;
    expect(page.form.value).to.deep.equal({ isian: 'Café Résumé' });
  });

  it('keeps what is not in the list in sight, and says so', async () => {
    await open({ value: { isian: 'Batangtoru' } });
    await page.fill('Isian', 'Semarang');
    expect(input.value).to.equal('Semarang');
    expect(page.field('Isian').error).to.contain('“Semarang” tidak ada dalam daftar');
    expect(page.form.value).to.deep.equal({});
    expect(page.form.problems).to.have.length(1);
    await page.fill('Isian', 'Batangtoru');
    expect(page.field('Isian').error).to.equal('');
  });

  it('takes a text of one’s own where schema and layout allow it', async () => {
    page = await openForm({
      schema: schemaOf({ type: 'string' }),
      layout: { fields: { '/isian': { widget: 'combobox', options: { freeText: true } } } },
      choices: { '/isian': kinds.map((label) => ({ value: label, label })) },
    });
    await page.fill('Isian', 'Semarang');
    expect(page.form.value).to.deep.equal({ isian: 'Semarang' });
  });

  it('is emptied by emptying its text', async () => {
    await open({ value: { isian: 'Batangtoru' } });
    await page.fill('Isian', '');
    expect(page.form.value).to.deep.equal({});
  });

  it('opens and chooses with the pointer', async () => {
    await open();
    const at = (element: Element): [number, number] => {
      const { x, y, height } = element.getBoundingClientRect();
      return [Math.round(x + 20), Math.round(y + height / 2)];
    };
    await sendMouse({ type: 'click', position: at(input) });
    await page.form.updateComplete;
    const [, second] = options();
    if (second === undefined) throw new Error('no options');
    await sendMouse({ type: 'click', position: at(second) });
    await page.form.updateComplete;
    expect(page.form.value).to.deep.equal({ isian: 'Kabupaten Batang' });
    expect(root().activeElement).to.equal(input);
  });

  it('stands above a page that cuts off what hangs over', async () => {
    const host = document.createElement('div');
    host.style.setProperty('overflow', 'hidden');
    host.style.setProperty('height', '120px');
    host.style.setProperty('transform', 'translateX(0)');
    document.body.append(host);
    page = await openForm({ schema: schemaOf(member), noSubmit: true }, host);
    input = page.form.control('/isian') as HTMLInputElement;
    input.focus();
    await press('ArrowDown', 'ArrowDown');
    const box = root().querySelector('.popup')?.getBoundingClientRect();
    const own = input.getBoundingClientRect();
    expect(box?.height).to.be.greaterThan(200);
    expect(Math.round(box?.top ?? 0)).to.equal(Math.round(own.bottom + 4));
    expect(Math.round(box?.left ?? 0)).to.equal(Math.round(own.left));
    const last = options()[3]?.getBoundingClientRect();
    expect(page.form.shadowRoot?.elementFromPoint(own.left + 10, (last?.top ?? 0) + 5)).to.equal(
      options()[3],
    );
    host.remove();
  });

  it('is accessible closed, open, and without a match', async () => {
    await open();
    await expect(page.form).to.be.accessible();
    await type('batang');
    await expect(page.form).to.be.accessible();
    await type('xyz');
    await expect(page.form).to.be.accessible();
  });

  it('reads in English', async () => {
    await open({ locale: 'en' });
    await type('kota');
    expect(page.announcement()).to.equal('1 choice');
  });
});

describe('A search among options', () => {
  const choices = ['Dinas PU Kota', 'Kota Tegal', 'Pekotaan', 'Ko-Ta'].map((label) => ({
    value: label,
    label,
  }));

  it('puts first what begins with the text, then what has such a word, then the rest', () => {
    expect(searchOptions(choices, 'kota').map((at) => choices[at]?.label)).to.deep.equal([
      'Kota Tegal',
      'Dinas PU Kota',
      'Pekotaan',
    ]);
  });

  it('takes the words in any order', () => {
    expect(searchOptions(choices, 'kota dinas')).to.deep.equal([0]);
  });

  it('offers everything for an empty text', () => {
    expect(searchOptions(choices, ' - ')).to.deep.equal([0, 1, 2, 3]);
  });

  it('does not guess between two of the same name', () => {
    const twice = [...choices, { value: 9, label: 'ko ta' }];
    expect(optionCalled(twice, 'KO TA')).to.equal(undefined);
    expect(optionCalled(twice, 'kota tegal')).to.equal(1);
  });
});
