import { expect } from '@open-wc/testing';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';

const text = { type: 'string' } as const;
const schema: JsonSchema = {
  type: 'object',
  properties: {
    nama: { ...text, title: 'Nama', minLength: 5 },
    telepon: { ...text, title: 'Telepon' },
    kota: { ...text, enum: Array.from({ length: 20 }, (_, at) => `Kota ${at}`) },
    kata: { type: 'array', items: text },
    lain: { type: 'object', additionalProperties: text },
  },
};
const layout: Layout = {
  fields: { '/kata': { widget: 'tags' }, '/telepon': { options: { mask: 'phone' } } },
};

/*
 * What an input method (of Chinese, Japanese, Korean, or of a phone's keyboard) is still making a word of. Its keys are
 * its own until the word stands.
 */
describe('In the middle of a composition', () => {
  let page: FormHarness;
  let sent: Json[];

  beforeEach(async () => {
    page = await openForm({ schema, layout, value: { lain: { warna: 'biru' } } });
    sent = [];
    page.form.addEventListener('lpse-submit', ({ value }) => sent.push(value));
  });

  afterEach(() => page.form.remove());

  function control(pointer: string): HTMLInputElement {
    return page.form.control(pointer) as HTMLInputElement;
  }

  async function compose(target: HTMLInputElement, words: string): Promise<void> {
    target.focus();
    target.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    target.value = words;
    target.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await page.form.updateComplete;
  }

  /** Presses a key as browsers tell of it; answers whether the form took it for itself. */
  async function isTaken(target: Element, key: string, init: KeyboardEventInit): Promise<boolean> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(event);
    await page.form.updateComplete;
    return event.defaultPrevented;
  }

  const ways: readonly (readonly [string, KeyboardEventInit])[] = [
    ['during it', { isComposing: true, keyCode: 13 }],
    ['at its end in Safari', { isComposing: false, keyCode: 229 }],
  ];

  for (const [name, init] of ways) {
    it(`Enter ${name} takes no word into a list of words`, async () => {
      await compose(control('/kata'), 'にほ');
      expect(await isTaken(control('/kata'), 'Enter', init)).to.equal(false);
      expect(control('/kata').value).to.equal('にほ');
      expect(page.form.getValue('/kata')).to.equal(undefined);
      expect(await isTaken(control('/kata'), 'Enter', { keyCode: 13 })).to.equal(true);
      expect(page.form.getValue('/kata')).to.deep.equal(['にほ']);
    });

    it(`Enter ${name} chooses nothing from a list, and arrows move nothing`, async () => {
      await compose(control('/kota'), 'Kota 1');
      for (const key of ['Enter', 'ArrowDown', 'Escape'])
        expect(await isTaken(control('/kota'), key, init), key).to.equal(false);
      expect(control('/kota').getAttribute('aria-activedescendant')).to.match(/-option-0$/);
      expect(page.form.getValue('/kota')).to.equal(undefined);
    });

    it(`Enter ${name} gives a member no name yet`, async () => {
      const name = page.form.shadowRoot?.querySelector<HTMLInputElement>('[data-member="warna"]');
      if (name == null) throw new Error('no name');
      await compose(name, 'いろ');
      expect(await isTaken(name, 'Enter', init)).to.equal(false);
      expect(page.form.getValue('/lain')).to.deep.equal({ warna: 'biru' });
    });
  }

  it('nothing is said, and nothing is written in another way', async () => {
    await compose(control('/nama'), 'に');
    expect(page.errors()).to.deep.equal([]);
    await compose(control('/telepon'), '０８１２３４５６７８９０');
    expect(control('/telepon').value).to.equal('０８１２３４５６７８９０');
    control('/telepon').blur();
    await page.form.updateComplete;
    expect(control('/telepon').value).to.equal('0812 3456 7890');
    expect(page.form.getValue('/telepon')).to.equal('+6281234567890');
  });
});
