import { expect, fixtureCleanup } from '@open-wc/testing';
import type { Json, JsonObject } from '@lpse-konsultasi/form-schema';
import { openForm, schemaOf } from '../testing/open-form.js';
import type { FormHarness } from '../testing/form-harness.js';
import { fromLocalInput, fromLocalTime, zoneName } from './local-time.js';

interface Case {
  readonly widget: string;
  readonly member: JsonObject;
  readonly answer: string | number | boolean | readonly string[];
  /** What the answer becomes in the value. */
  readonly value: Json;
  /** A value that is not valid, and reaches the form. */
  readonly wrong: Json;
  /** What a locked field shows for `value`. */
  readonly shown: string;
}

const cases: readonly Case[] = [
  {
    widget: 'text',
    member: { type: 'string', maxLength: 20 },
    answer: 'Rina',
    value: 'Rina',
    wrong: 'x'.repeat(21),
    shown: 'Rina',
  },
  {
    widget: 'textarea',
    member: { type: 'string', minLength: 5 },
    answer: 'Baris satu\nBaris dua',
    value: 'Baris satu\nBaris dua',
    wrong: 'abc',
    shown: 'Baris satu Baris dua',
  },
  {
    widget: 'email',
    member: { type: 'string', format: 'email' },
    answer: 'rina@contoh.id',
    value: 'rina@contoh.id',
    wrong: 'rina@',
    shown: 'rina@contoh.id',
  },
  {
    widget: 'tel',
    member: { type: 'string', pattern: '^[0-9+ ]+$' },
    answer: '0812 3456 7890',
    value: '0812 3456 7890',
    wrong: 'telepon',
    shown: '0812 3456 7890',
  },
  {
    widget: 'url',
    member: { type: 'string', format: 'uri' },
    answer: 'https://contoh.go.id',
    value: 'https://contoh.go.id',
    wrong: 'contoh',
    shown: 'https://contoh.go.id',
  },
  {
    widget: 'number',
    member: { type: 'number', maximum: 5000 },
    answer: '1.234,5',
    value: 1234.5,
    wrong: 6000,
    shown: '1.234,5',
  },
  {
    widget: 'date',
    member: { type: 'string', format: 'date' },
    answer: '2026-11-22',
    value: '2026-11-22',
    wrong: '2026-02-31',
    shown: '22 November 2026',
  },
  {
    widget: 'datetime',
    member: { type: 'string', format: 'date-time' },
    answer: '2026-11-22T14:05',
    value: fromLocalInput('2026-11-22T14:05') ?? '',
    wrong: 'kemarin',
    shown: '22 November 2026 pukul 14.05',
  },
  {
    widget: 'time',
    member: { type: 'string', format: 'time' },
    answer: '08.30',
    value: fromLocalTime('08:30') ?? '',
    wrong: 'pagi',
    shown: `08.30 ${zoneName(undefined)}`,
  },
  {
    widget: 'select',
    member: { type: 'string', enum: ['a', 'b', 'c'] },
    answer: 'B',
    value: 'b',
    wrong: 'z',
    shown: 'B',
  },
  {
    widget: 'radio',
    member: { type: 'string', enum: ['a', 'b', 'c'] },
    answer: 'C',
    value: 'c',
    wrong: 'z',
    shown: 'C',
  },
  {
    widget: 'checkboxes',
    member: { type: 'array', items: { enum: ['a', 'b', 'c'] }, maxItems: 2, uniqueItems: true },
    answer: ['C', 'A'],
    value: ['a', 'c'],
    wrong: ['a', 'b', 'c'],
    shown: 'AC',
  },
  {
    widget: 'checkbox',
    member: { type: 'boolean', const: true },
    answer: true,
    value: true,
    wrong: false,
    shown: 'Ya',
  },
];

async function open(
  { widget, member }: Case,
  properties: Parameters<typeof openForm>[0] = {},
): Promise<FormHarness> {
  return openForm({
    schema: { ...schemaOf(member), required: ['isian'] },
    layout: { fields: { '/isian': { widget } } },
    ...properties,
  });
}

for (const one of cases) {
  describe(`A ${one.widget} field`, () => {
    let page: FormHarness;

    afterEach(() => {
      page.form.remove();
      fixtureCleanup();
    });

    it('turns an answer into its value', async () => {
      page = await open(one);
      await page.fill('Isian', one.answer);
      expect(page.form.value).to.deep.equal({ isian: one.value });
      expect(page.errors()).to.deep.equal([]);
    });

    it('shows the value that the page gave', async () => {
      page = await open(one, { value: { isian: one.value } });
      const given = page.field('Isian').value;
      page.form.remove();
      page = await open(one);
      await page.fill('Isian', one.answer);
      const typed = page.field('Isian').value;
      // A number is shown without the grouping that a person may type.
      expect(one.widget === 'number' ? '1.234,5' : given).to.deep.equal(typed);
    });

    it('ties its problem to its control', async () => {
      page = await open(one, { value: { isian: one.wrong } });
      await page.submit();
      const { wrapper, error } = page.field('/isian');
      expect(error).to.not.equal('');
      expect(wrapper.hasAttribute('data-invalid')).to.equal(true);
      const named = wrapper.matches('[aria-describedby]')
        ? wrapper
        : wrapper.querySelector('[aria-describedby]');
      const ids = named?.getAttribute('aria-describedby')?.split(' ') ?? [];
      const message = wrapper.querySelector('.error');
      expect(ids).to.include(message?.id);
      expect(wrapper.matches('[aria-invalid]') || wrapper.querySelector('[aria-invalid]')).to.be.ok;
    });

    it('says how to answer right after its name, then what is wrong, then asks', async () => {
      const hinted = { ...one, member: { ...one.member, description: 'Sesuai dokumen.' } };
      page = await open(hinted, { value: { isian: one.wrong } });
      await page.submit();
      const { wrapper } = page.field('/isian');
      const parts = [...wrapper.querySelectorAll<HTMLElement>('[part], .hint, .error')].filter(
        (part) => !part.matches('[part="control"] [part]'),
      );
      const order = parts.flatMap(({ part, classList }) => [
        classList.contains('hint') ? 'hint' : (part[0] ?? ''),
      ]);
      // The name of a box stands beside it.
      const expected =
        one.widget === 'checkbox'
          ? ['error', 'label', 'control', 'hint']
          : ['label', 'hint', 'error', 'control'];
      const met = order.filter((kind, index) => kind !== order[index - 1]);
      expect(met).to.deep.equal(expected);
    });

    it('is accessible while empty, answered and wrong', async () => {
      page = await open(one);
      await expect(page.form).to.be.accessible();
      await page.fill('Isian', one.answer);
      await expect(page.form).to.be.accessible();
      page.form.value = { isian: one.wrong };
      await page.submit();
      await expect(page.form).to.be.accessible();
    });

    it('is text when it is locked', async () => {
      page = await open(one, { value: { isian: one.value }, readonly: true });
      expect(page.field('Isian').locked).to.equal(true);
      expect(page.field('Isian').wrapper.textContent?.replace(/\s+/g, ' ')).to.contain(one.shown);
      expect(page.form.control('/isian')).to.equal(null);
      await expect(page.form).to.be.accessible();
    });

    it('goes back to the value of the page', async () => {
      page = await open(one);
      const empty = page.field('Isian').value;
      const nothing = page.form.value;
      await page.fill('Isian', one.answer);
      page.form.reset();
      await page.form.updateComplete;
      expect(page.field('Isian').value).to.deep.equal(empty);
      expect(page.form.value).to.deep.equal(nothing);
    });

    it('takes nothing while the fieldset around the form is disabled', async () => {
      const around = document.createElement('fieldset');
      around.disabled = true;
      const outer = document.createElement('form');
      outer.append(around);
      document.body.append(outer);
      page = await openForm({ schema: schemaOf(one.member) }, around);
      await page.form.updateComplete;
      const control = page.form.control('/isian');
      expect(control?.matches(':disabled')).to.equal(true);
      outer.remove();
    });
  });
}

describe('What is pasted', () => {
  it('into a text of a certain form leaves its edges behind, where there is nothing to see', async () => {
    const members: JsonObject[] = [{ pattern: '^[A-Z]+$' }, { format: 'uuid' }];
    for (const member of members) {
      const page = await openForm({ schema: schemaOf({ type: 'string', ...member }) });
      const text = member['pattern'] === undefined ? '3fa85f64-5717-4562-b3fc-2c963f66afa6' : 'ABC';
      await page.fill('Isian', `\u00a0 ${text}\u200b `);
      expect(page.form.value).to.deep.equal({ isian: text });
      expect(page.errors()).to.deep.equal([]);
      page.form.remove();
    }
    const page = await openForm({ schema: schemaOf({ type: 'string' }) });
    await page.fill('Isian', ' a ');
    expect(page.form.value).to.deep.equal({ isian: ' a ' });
    page.form.remove();
  });

  it('as lines is as many words', async () => {
    const page = await openForm({ schema: schemaOf({ type: 'array', items: { type: 'string' } }) });
    const paste = async (text: string): Promise<boolean> => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const options = { clipboardData, bubbles: true, composed: true, cancelable: true };
      const goesOn = page.form
        .control('/isian')
        ?.dispatchEvent(new ClipboardEvent('paste', options));
      await page.form.updateComplete;
      return goesOn === true;
    };
    expect(await paste('satu kata')).to.equal(true);
    expect(await paste('satu\r\n dua\n\nsatu\n')).to.equal(false);
    expect(page.form.value).to.deep.equal({ isian: ['satu', 'dua'] });
    page.form.remove();
  });
});
