import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  createFormModel,
  type Json,
  type JsonSchema,
  type Layout,
} from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';
import { widgetNameOf, widgetNames } from './registry.js';
import { isBuiltIn } from './widgets/index.js';

/*
 * Every widget of ours with the keys of a real keyboard: reached by Tab, with a mark that can be seen, changed, and left
 * again in both directions.
 */

const text = { type: 'string' } as const;
const many = (count: number, word: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${word} ${String.fromCharCode(65 + at)}`);
const file = {
  type: 'object',
  required: ['nama', 'mime', 'ukuran', 'sha256'],
  properties: { nama: text, mime: text, ukuran: { type: 'integer' }, sha256: text },
};

const schema: JsonSchema = {
  type: 'object',
  properties: {
    nama: text,
    uraian: { ...text, maxLength: 400 },
    surel: { ...text, format: 'email' },
    telepon: text,
    situs: { ...text, format: 'uri' },
    pagu: { type: 'number' },
    peran: { ...text, enum: many(3, 'Peran') },
    kantor: { ...text, enum: many(12, 'Kantor') },
    kota: { ...text, enum: many(20, 'Kota') },
    setuju: { type: 'boolean' },
    hari: { type: 'array', uniqueItems: true, items: { ...text, enum: many(2, 'Hari') } },
    tanggal: { ...text, format: 'date' },
    saat: { ...text, format: 'date-time' },
    pukul: { ...text, format: 'time' },
    lama: { ...text, format: 'duration' },
    nilai: { type: 'integer', minimum: 1, maximum: 5 },
    alamat: { type: 'object', properties: { jalan: text } },
    saksi: { type: 'array', items: { type: 'object', properties: { nama: text } } },
    kata: { type: 'array', items: text },
    berkas: { type: 'array', items: file },
    paraf: text,
    lain: { type: 'object', additionalProperties: text },
    ragam: {
      oneOf: [
        { ...text, title: 'Teks' },
        { type: 'number', title: 'Angka' },
      ],
    },
    gambar: { ...text, contentEncoding: 'base64', contentMediaType: 'image/png' },
  },
};

const layout: Layout = {
  fields: {
    '/telepon': { widget: 'tel' },
    '/nilai': { widget: 'rating' },
    '/kata': { widget: 'tags' },
    '/paraf': { widget: 'signature' },
    '/pukul': { options: { zone: 'WIB' } },
    '/saat': { options: { zone: 'WIB' } },
  },
};

/** From the first control of a field: the keys, `Tab` among them, and the value that they lead to. */
const changes: readonly (readonly [name: string, keys: readonly string[], value: Json])[] = [
  ['nama', ['"Rina"'], 'Rina'],
  ['uraian', ['"satu"', 'Enter', '"dua"'], 'satu\ndua'],
  ['surel', ['"a@contoh.id"'], 'a@contoh.id'],
  ['telepon', ['"0812"'], '0812'],
  ['situs', ['"https://contoh.id"'], 'https://contoh.id'],
  ['pagu', ['"1,5"'], 1.5],
  ['peran', ['ArrowDown', 'ArrowDown'], 'Peran C'],
  ['kantor', ['"Kantor B"'], 'Kantor B'],
  ['kota', ['"kota c"', 'Enter'], 'Kota C'],
  ['setuju', ['Space'], true],
  ['hari', ['Space', 'Tab', 'Space'], ['Hari A', 'Hari B']],
  ['tanggal', ['"22/11/2026"'], '2026-11-22'],
  ['saat', ['"22/11/2026 14.05"'], '2026-11-22T14:05:00+07:00'],
  ['pukul', ['"8.30"'], '08:30:00+07:00'],
  ['lama', ['"1"', 'Tab', '"2"', 'Tab', '"3"'], 'P1DT2H3M'],
  ['nilai', ['ArrowRight', 'ArrowRight'], 3],
  ['alamat', ['"Jalan Contoh"'], { jalan: 'Jalan Contoh' }],
  ['saksi', ['Enter', '"Satu"'], [{ nama: 'Satu' }]],
  ['kata', ['"satu"', 'Enter', '"dua"', 'Enter'], ['satu', 'dua']],
  ['lain', ['Enter', '"warna"', 'Tab', '"biru"'], { warna: 'biru' }],
  ['ragam', ['ArrowDown', 'Tab', '"7"'], 7],
];

describe('The keys of a keyboard', () => {
  let page: FormHarness;
  let before: HTMLButtonElement;
  let after: HTMLButtonElement;

  beforeEach(async () => {
    page = await openForm({ schema, layout, noSubmit: true });
    [before, after] = [document.createElement('button'), document.createElement('button')];
    page.form.before(before);
    page.form.after(after);
    await page.form.updateComplete;
  });

  afterEach(() => {
    for (const element of [page.form, before, after]) element.remove();
  });

  function active(): Element | null {
    const { activeElement } = document;
    return activeElement?.shadowRoot?.activeElement ?? activeElement;
  }

  /** The member of the form in which the focus is. */
  function place(): string | undefined {
    const wrapper = active()?.closest<HTMLElement>('.fields > [data-pointer]') ?? undefined;
    return wrapper?.dataset['pointer']?.split('/')[1];
  }

  async function send(key: string): Promise<void> {
    const isBack = key.startsWith('Shift+');
    if (isBack) await sendKeys({ down: 'Shift' });
    if (key.startsWith('"')) await sendKeys({ type: key.slice(1, -1) });
    else if (isBack) await sendKeys({ press: key.slice('Shift+'.length) });
    else await sendKeys({ press: key });
    if (isBack) await sendKeys({ up: 'Shift' });
    await page.form.updateComplete;
  }

  /** Whether the focus can be seen: at the control, or at what stands for it. */
  function isMarked(element: Element): boolean {
    const shown = [element, element.nextElementSibling, element.closest('label')];
    return shown.some((one) => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
  }

  async function walk(key: 'Tab' | 'Shift+Tab', to: Element): Promise<Set<string>> {
    const seen = new Set<string>();
    const unmarked: string[] = [];
    for (let presses = 0; ; presses += 1) {
      if (presses > 120) throw new Error(`caught in ${place() ?? 'the form'}`);
      await send(key);
      const element = active();
      if (element === to) break;
      if (element === null || element === document.body) throw new Error('the focus is lost');
      seen.add(place() ?? '');
      if (!isMarked(element)) unmarked.push(`${place() ?? ''} ${element.outerHTML.slice(0, 120)}`);
    }
    expect(unmarked, 'without a mark that can be seen').to.deep.equal([]);
    return seen;
  }

  it('are tried on every widget that there is', () => {
    const model = createFormModel({ schema, layout });
    const used = model.children('').map((field) => widgetNameOf(field));
    // The widget of a branch shows the rest of a variant.
    const ours = widgetNames().filter((name) => isBuiltIn(name) && name !== 'branch');
    expect(ours.filter((name) => !used.includes(name))).to.deep.equal([]);
  });

  it('reach every field and leave it, forwards and backwards', async () => {
    const names = Object.keys(schema['properties'] as object);
    before.focus();
    const controls = page.form.shadowRoot?.querySelectorAll('input, select, textarea, button');
    expect([...(controls ?? [])].filter(isMarked), 'a mark without the focus').to.deep.equal([]);
    expect([...(await walk('Tab', after))].filter((name) => name !== '')).to.have.members(names);
    expect([...(await walk('Shift+Tab', before))].filter((name) => name !== '')).to.have.members(
      names,
    );
  });

  for (const [name, keys, value] of changes)
    it(`change ${name}, and lead on from it`, async () => {
      const first = page.form.shadowRoot?.querySelector<HTMLElement>(`[data-pointer="/${name}"]`);
      [...(first?.querySelectorAll<HTMLElement>('input, select, textarea, button') ?? [])]
        .find((control) => control.tabIndex >= 0 && control.checkVisibility())
        ?.focus();
      for (const key of keys) await send(key);
      expect(page.form.getValue(`/${name}`)).to.deep.equal(value);
      for (let presses = 0; place() === name; presses += 1) {
        if (presses > 12) throw new Error('no way out');
        await send('Tab');
      }
      expect(page.form.getValue(`/${name}`)).to.deep.equal(value);
      expect(active() !== document.body, 'the focus is somewhere').to.equal(true);
    });

  it('take away a word, a row and a member, and put back what was removed', async () => {
    page.form.value = { kata: ['satu', 'dua'], saksi: [{ nama: 'Satu' }], lain: { warna: 'biru' } };
    await page.form.updateComplete;
    page.form.control('/kata')?.focus();
    await send('Shift+Tab');
    await send('Enter');
    expect(page.form.getValue('/kata')).to.deep.equal(['satu']);
    expect(active() === page.form.control('/kata')).to.equal(true);
    for (const [name, value] of [
      ['saksi', [{ nama: 'Satu' }]],
      ['lain', { warna: 'biru' }],
    ] as const) {
      page.form.shadowRoot
        ?.querySelector<HTMLElement>(`[data-pointer="/${name}"] [data-action="remove"]`)
        ?.focus();
      await send('Enter');
      expect(page.form.getValue(`/${name}`)).to.equal(undefined);
      await send('Enter');
      expect(page.form.getValue(`/${name}`)).to.deep.equal(value);
      expect(place()).to.equal(name);
    }
  });

  it('write initials, and change the way to do it', async () => {
    page.form.shadowRoot
      ?.querySelector<HTMLElement>('[data-pointer="/paraf"] input[type="radio"]')
      ?.focus();
    for (const key of ['ArrowDown', 'Tab', '"RW"']) await send(key);
    expect(String(page.form.getValue('/paraf'))).to.match(/^M/);
    expect(place()).to.equal('paraf');
  });
});
