import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { fileOf, magic, openForm } from '../testing/open-form.js';
import { waitUntil } from '../testing/wait-until.js';
import type { Uploader } from './widget.js';

/*
 * A hurried hand: it leaves what is wrong or not taken yet by pressing something else. Whatever the form then says or
 * shows must not take the pressed control away from under the pointer before the press is over.
 */

const text = { type: 'string' } as const;
const cities = Array.from({ length: 20 }, (_, at) => `Kota ${String.fromCharCode(65 + at)}`);
const schema: JsonSchema = {
  type: 'object',
  properties: {
    nama: { ...text, title: 'Nama', minLength: 5 },
    tanggal: { ...text, title: 'Tanggal', format: 'date' },
    lama: { ...text, title: 'Lama', format: 'duration' },
    kota: { ...text, title: 'Kota', enum: cities },
    kata: { title: 'Kata', type: 'array', items: text },
    lain: { title: 'Lain', type: 'object', additionalProperties: text },
    saksi: {
      title: 'Saksi',
      type: 'array',
      items: { type: 'object', properties: { nama: { ...text, title: 'Nama saksi' } } },
    },
  },
};
const layout: Layout = { fields: { '/kata': { widget: 'tags' } } };

describe('A press of the mouse', () => {
  let page: FormHarness;

  afterEach(async () => {
    await resetMouse();
    page.form.remove();
  });

  const root = (): ShadowRoot => page.form.shadowRoot as ShadowRoot;

  async function open(value: Json = {}): Promise<void> {
    page = await openForm({ schema, layout, value });
  }

  function find(selector: string): HTMLElement {
    const found = root().querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  }

  async function type(selector: string, words: string): Promise<void> {
    find(selector).focus();
    await sendKeys({ type: words });
    await page.form.updateComplete;
  }

  /** Presses, lets the page render, then releases where the press began. */
  async function press(
    target: HTMLElement,
    meanwhile: () => unknown = () => undefined,
  ): Promise<void> {
    target.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = target.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'down' });
    await meanwhile();
    await page.form.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const { top: after } = target.getBoundingClientRect();
    expect(after, 'what is pressed stays where it is').to.equal(top);
    await sendMouse({ type: 'up' });
    await page.form.updateComplete;
  }

  const ways: readonly (readonly [name: string, selector: string, typed: string])[] = [
    ['a text that is too short', '[data-pointer="/nama"] .control', 'a'],
    ['half a date', '[data-pointer="/tanggal"] .control', '22/11'],
    ['a day that does not exist', '[data-pointer="/tanggal"] .control', '31/02/2026'],
    ['a duration of letters', '[data-pointer="/lama"] .control', 'x'],
    ['a choice that is not listed', '[data-pointer="/kota"] .control', 'Tidak ada'],
  ];

  for (const [name, selector, typed] of ways) {
    it(`on the button that sends, out of ${name}, sends or says why not`, async () => {
      await open();
      await type(selector, typed);
      await press(find('button[type="submit"]'));
      expect(page.summary()).to.have.length(1);
      expect(root().activeElement?.id).to.equal('summary');
    });

    it(`on the button for another row, out of ${name}, adds the row`, async () => {
      await open();
      await type(selector, typed);
      await press(find('[data-pointer="/saksi"] [data-action="add"]'));
      expect(page.form.getValue('/saksi')).to.deep.equal([{}]);
      expect(page.errors()).to.have.length(1);
    });
  }

  it('on the button that sends takes the word that stands in a list of words', async () => {
    await open();
    const sent: Json[] = [];
    page.form.addEventListener('lpse-submit', ({ value }) => sent.push(value));
    await type('[data-pointer="/kata"] .control', 'satu');
    await press(find('button[type="submit"]'));
    expect(sent).to.deep.equal([{ kata: ['satu'] }]);
  });

  it('on the button beside a list of words takes the word, and goes back to the entry', async () => {
    await open();
    await type('[data-pointer="/kata"] .control', 'satu');
    await press(find('[data-pointer="/kata"] [data-action="add"]'));
    expect(page.form.value).to.deep.equal({ kata: ['satu'] });
    expect(root().activeElement === page.form.control('/kata')).to.equal(true);
    expect((page.form.control('/kata') as HTMLInputElement).value).to.equal('');
  });

  it('on the button that sends takes a choice that was typed in full', async () => {
    await open();
    const sent: Json[] = [];
    page.form.addEventListener('lpse-submit', ({ value }) => sent.push(value));
    await type('[data-pointer="/kota"] .control', 'kota c');
    await press(find('button[type="submit"]'));
    expect(sent).to.deep.equal([{ kota: 'Kota C' }]);
  });

  it('on the button that removes a member, out of its new name, removes it', async () => {
    await open({ lain: { warna: 'biru', bahan: 'kain' } });
    const name = find('[data-member="warna"]') as HTMLInputElement;
    name.select();
    await type('[data-member="warna"]', 'bahan');
    await press(find('[data-action="remove"][data-name="warna"]'));
    expect(page.form.value).to.deep.equal({ lain: { bahan: 'kain' } });
  });

  it('on the button that removes a row, out of a field that is wrong, removes it', async () => {
    await open({ saksi: [{ nama: 'Satu' }, { nama: 'Dua' }] });
    await type('[data-pointer="/nama"] .control', 'a');
    await press(find('[data-pointer="/saksi"] [data-action="remove"][data-row="0"]'));
    expect(page.form.getValue('/saksi')).to.deep.equal([{ nama: 'Dua' }]);
    expect(page.errors().map(({ pointer }) => pointer)).to.deep.equal(['/nama']);
  });

  it('on the button for another row adds it, though an upload fails meanwhile', async () => {
    let reject: ((reason: Error) => void) | undefined;
    const uploader: Uploader = () => new Promise((_, no) => (reject = no));
    const file = { nama: text, mime: text, ukuran: { type: 'integer' }, sha256: text } as const;
    const berkas: JsonSchema = {
      title: 'Berkas',
      type: 'array',
      items: { type: 'object', properties: file },
    };
    const one: JsonSchema = { type: 'object', properties: { nama: text } };
    const saksi: JsonSchema = { title: 'Saksi', type: 'array', items: one };
    const properties = { berkas, saksi };
    page = await openForm({ schema: { type: 'object', properties }, uploader });
    const shown = (): string => page.field('/berkas').wrapper.textContent;
    await page.fill('/berkas', [fileOf('layar.png', magic.png, 'image/png')]);
    await waitUntil(() => reject !== undefined);
    // The person has been in the form before.
    find('[data-pointer="/berkas"] input[type="file"]').focus();
    let during = '';
    await press(find('[data-pointer="/saksi"] [data-action="add"]'), async () => {
      reject?.(new Error('offline'));
      await new Promise((resolve) => setTimeout(resolve));
      await page.form.updateComplete;
      during = shown();
    });
    expect(during).to.not.contain('Coba lagi');
    expect(page.form.getValue('/saksi')).to.deep.equal([{}]);
    await waitUntil(() => shown().includes('Coba lagi'));
  });

  it('that began while the first advice was on its way keeps it back until it is over', async () => {
    await open();
    await type('[data-pointer="/nama"] .control', 'kata sandi: Rahasia#2026');
    const isWarned = (): boolean =>
      root().querySelector('[data-pointer="/nama"] .warning') !== null;
    find('[data-pointer="/lama"] .control').focus();
    // Advice has been asked for, and nothing can have come of it yet.
    const button = find('[data-pointer="/saksi"] [data-action="add"]');
    const init = { bubbles: true, composed: true };
    button.dispatchEvent(new PointerEvent('pointerdown', init));
    await import('./advice.js');
    await page.form.updateComplete;
    expect(isWarned()).to.equal(false);
    button.dispatchEvent(new PointerEvent('pointerup', init));
    button.click();
    await page.form.updateComplete;
    expect(isWarned()).to.equal(true);
    expect(page.form.getValue('/saksi')).to.deep.equal([{}]);
  });
});
