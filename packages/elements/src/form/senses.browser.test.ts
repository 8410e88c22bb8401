import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { openForm } from '../testing/open-form.js';
import type { LpseForm } from './form.js';

/*
 * A form as people see it who enlarge text, choose their own colours, or are made ill by motion (WCAG 1.4.4, 1.4.10,
 * 1.4.11, 2.3.3, 2.5.8). Every kind of field stands in it, most of them wrong.
 */

const text = { type: 'string' } as const;
const long = 'Keterangan tentang pertanggungjawaban penyelenggaraan';
const schema: JsonSchema = {
  type: 'object',
  title: long,
  required: ['nama', 'pilihan', 'setuju', 'tanggal', 'lama'],
  properties: {
    nama: { ...text, title: long, description: long, minLength: 5, maxLength: 10 },
    uraian: { ...text, maxLength: 400 },
    pagu: { type: 'number', minimum: 100 },
    tanggal: { ...text, format: 'date' },
    lama: { ...text, format: 'date-time' },
    pilihan: { ...text, enum: ['Penyelenggaraan', 'Pertanggungjawaban'] },
    kantor: { ...text, enum: Array.from({ length: 12 }, (_, at) => `${long} ${at}`) },
    dinas: { ...text, enum: Array.from({ length: 30 }, (_, at) => `${long} ${at}`) },
    hari: { type: 'array', uniqueItems: true, items: { ...text, enum: ['Senin', 'Selasa'] } },
    setuju: { const: true, title: long },
    nilai: { type: 'integer', minimum: 1, maximum: 5 },
    kata: { type: 'array', items: text },
    baris: { type: 'array', items: { type: 'object', properties: { judul: text, isi: text } } },
    ragam: {
      oneOf: [
        { ...text, title: 'Teks' },
        { type: 'number', title: 'Angka' },
      ],
    },
    lain: { type: 'object', additionalProperties: text },
    gambar: { ...text, contentEncoding: 'base64', contentMediaType: 'image/png' },
  },
};
const layout: Layout = {
  fields: { '/nilai': { widget: 'rating' }, '/kata': { widget: 'tags' } },
  texts: { id: { fields: { '/nama': { help: long, example: long } } } },
};
const value: Json = {
  nama: 'x',
  pagu: 1,
  hari: ['Senin'],
  nilai: 3,
  kata: [long, 'pendek'],
  baris: [{ judul: 'Satu' }, {}],
  lain: { warna: 'biru' },
};
const sizes = { s: 14, m: 16, l: 18, xl: 22, '2xl': 28, '3xl': 36 };

/** What the browser takes for true of the person. */
function media(features: { readonly [name: string]: string }): Promise<unknown> {
  const payload = Object.entries(features).map(([name, setting]) => ({ name, value: setting }));
  return executeServerCommand('media-features', payload);
}

/** What a person sees or touches of the form. */
function visible<T extends HTMLElement = HTMLElement>(form: LpseForm, selector: string): T[] {
  return [...(form.shadowRoot?.querySelectorAll<T>(selector) ?? [])].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    // What only screen readers get is one pixel in size.
    return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
  });
}

function nameOf(element: Element): string {
  const { localName, className, textContent, id } = element;
  return `${localName}#${id}.${className} ${textContent?.trim().slice(0, 30) ?? ''}`;
}

describe('A form', () => {
  let page: FormHarness;

  beforeEach(async () => {
    page = await openForm({ schema, layout, value });
    page.form.validate();
    await page.form.updateComplete;
  });

  afterEach(async () => {
    page.form.remove();
    await media({});
  });

  it('grows with the text size that a reader has set, and does not shrink with a page that makes it small', () => {
    const { form } = page;
    const label = form.shadowRoot?.querySelector('label') as HTMLElement;
    const size = (root: string): string => {
      document.documentElement.style.fontSize = root;
      return getComputedStyle(label).fontSize;
    };
    expect([size('32px'), size('10px'), size('')]).to.deep.equal(['32px', '16px', '16px']);
  });

  it('grows what is drawn beside the words as it grows the words', () => {
    const { shadowRoot } = page.form;
    const drawn = [
      [shadowRoot?.querySelector('.select'), '::after'],
      [shadowRoot?.querySelector('.date-icon'), undefined],
      [shadowRoot?.querySelector('.rating-step > input'), undefined],
    ] as const;
    const sizes = (root: string): number[] => {
      document.documentElement.style.fontSize = root;
      return drawn.map(([element, pseudo]) =>
        Number.parseFloat(getComputedStyle(element as Element, pseudo).inlineSize),
      );
    };
    const [usual, large] = [sizes('16px'), sizes('32px')];
    document.documentElement.style.fontSize = '';
    expect(large).to.deep.equal(usual.map((size) => size * 2));
  });

  it('puts fields side by side only where there is room for the text size that a reader has set', () => {
    const { form } = page;
    form.style.setProperty('display', 'block');
    form.style.setProperty('inline-size', '700px');
    const fields = form.shadowRoot?.querySelector('.fields') as HTMLElement;
    const columns = (root: string): number => {
      document.documentElement.style.fontSize = root;
      return getComputedStyle(fields).gridTemplateColumns.split(' ').length;
    };
    expect([columns('32px'), columns('10px'), columns('')]).to.deep.equal([1, 6, 6]);
  });

  it('with text of twice its size at 320 px is not wider, and cuts nothing off', () => {
    const { form } = page;
    form.style.setProperty('inline-size', '320px');
    form.style.setProperty('display', 'block');
    for (const [name, size] of Object.entries(sizes))
      form.style.setProperty(`--lpse-text-${name}`, `${size * 2}px`);
    const edge = form.getBoundingClientRect();
    const words = visible(form, 'h2, h3, p, label, legend, button, a, summary, span, input, li');
    expect(words.length).to.be.greaterThan(60);
    for (const element of words) {
      const box = element.getBoundingClientRect();
      expect([
        nameOf(element),
        box.right <= edge.right + 1,
        box.left >= edge.left - 1,
      ]).to.deep.equal([nameOf(element), true, true]);
    }
    const cut = words.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isOpen =
        element.localName === 'input' || `${overflowX}${overflowY}`.includes('visible');
      return !isOpen && element.scrollWidth > element.clientWidth + 1;
    });
    expect(cut.map(nameOf)).to.deep.equal([]);
    // Words do not stand out of their button, and a box is as high as the words beside it.
    const tight = visible(form, 'button').filter((one) => one.scrollWidth > one.clientWidth);
    expect(tight.map(nameOf)).to.deep.equal([]);
    for (const box of visible(form, '.choice > input')) {
      const words = getComputedStyle(box.parentElement as HTMLElement);
      expect(box.offsetHeight).to.be.at.least(Number.parseFloat(words.fontSize));
    }
    // A line of text in a control is as high as its text.
    for (const control of visible(form, 'input.control, select.control'))
      expect(control.clientHeight).to.be.at.least(
        Number.parseFloat(getComputedStyle(control).fontSize),
      );
  });

  it('has nothing to press that is smaller than 24 px', () => {
    const targets = visible(page.form, 'button, input, select, textarea, summary');
    expect(targets.length).to.be.greaterThan(30);
    const small = targets.filter((target) => {
      // Who hits the words around a box hits the box.
      const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
      return width < 24 || height < 24;
    });
    expect(small.map(nameOf)).to.deep.equal([]);
  });

  it('in colours of a person’s own shows where controls are, which is chosen and where the focus is', async () => {
    const { form } = page;
    await media({ 'forced-colors': 'active' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    for (const control of visible(form, '.control, button')) {
      const { borderStyle, borderWidth, textDecorationLine } = getComputedStyle(control);
      const isLink = textDecorationLine === 'underline';
      const isFramed = borderStyle !== 'none' && /[1-9]/.test(borderWidth);
      expect([nameOf(control), isLink || isFramed]).to.deep.equal([nameOf(control), true]);
    }
    for (const choice of visible(form, 'input[type=checkbox], input[type=radio]')) {
      const isDrawn = getComputedStyle(choice).appearance !== 'none' || choice.closest('.rating');
      expect([nameOf(choice), Boolean(isDrawn)]).to.deep.equal([nameOf(choice), true]);
    }
    for (const control of visible(form, 'input, select, textarea, button, summary')) {
      control.focus();
      const { outlineStyle, outlineWidth } = getComputedStyle(control);
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      expect([nameOf(control), isSeen]).to.deep.equal([nameOf(control), true]);
    }
    await expect(form).to.be.accessible();
  });

  it('does not move, least of all for people whom motion makes ill', async () => {
    await media({ 'prefers-reduced-motion': 'reduce' });
    const moving = visible(page.form, '*').filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
    });
    expect(moving.map(nameOf)).to.deep.equal([]);
  });
});
