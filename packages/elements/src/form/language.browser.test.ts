import { expect, fixture, html } from '@open-wc/testing';
import { generatedValidator, type JsonSchema, type RawCheck } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import type { LpseForm } from './form.js';

const schema: JsonSchema = {
  type: 'object',
  required: ['nama'],
  properties: { nama: { type: 'string', title: 'Nama' } },
};
const layout = { fields: { '/nama': {} } };

/** What the build writes for the schema: such a page loads no interpreter, and none of the words that come with it. */
const check: RawCheck = (value) => {
  const isThere = Object.hasOwn(value as object, 'nama');
  const params = { missingProperty: 'nama' };
  check.errors = [{ instancePath: '', schemaPath: '#/required', keyword: 'required', params }];
  return isThere;
};
const validator = generatedValidator(check);

const open = (): Promise<LpseForm> =>
  fixture<LpseForm>(
    html`<lpse-form .schema=${schema} .layout=${layout} .validator=${validator}></lpse-form>`,
  );

const told = (form: LpseForm): readonly (string | undefined)[] => [
  form.shadowRoot?.querySelector('[data-pointer="/nama"] [part~="error"]')?.textContent?.trim(),
  form.shadowRoot?.querySelector('#summary li')?.textContent?.trim(),
];

describe('A form of which the validator was generated', () => {
  // The first form that asks for English has to wait for it: this test has to stay the first.
  it('words the problems that it shows anew when its language comes', async () => {
    const form = await open();
    form.requestSubmit();
    await form.updateComplete;
    expect(told(form).join()).to.contain('Mohon isi nama.');
    form.locale = 'en';
    await form.updateComplete;
    for (const words of told(form)) expect(words).to.contain('Please fill in nama.');
    expect(form.problems.map(({ message }) => message)).to.deep.equal(['Please fill in nama.']);
  });

  it('goes back to Indonesian', async () => {
    const form = await open();
    form.locale = 'en';
    await form.updateComplete;
    form.requestSubmit();
    await form.updateComplete;
    expect(told(form).join()).to.contain('Please fill in nama.');
    form.locale = 'id';
    await form.updateComplete;
    for (const words of told(form)) expect(words).to.contain('Mohon isi nama.');
  });
});
