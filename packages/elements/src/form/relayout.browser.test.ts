import { expect, fixture, html } from '@open-wc/testing';
import '../define/form.js';
import type { LpseForm } from './form.js';

const schema = {
  type: 'object',
  required: ['nama'],
  properties: { nama: { type: 'string', title: 'Nama' }, kota: { type: 'string', title: 'Kota' } },
};

describe('A form whose layout is replaced while it is being filled', () => {
  it('keeps what was typed and the problems that are shown, in the new words', async () => {
    const form = await fixture<LpseForm>(html`<lpse-form .schema=${schema}></lpse-form>`);
    form.setValue('/kota', 'Batang');
    form.requestSubmit();
    await form.updateComplete;
    form.layout = { texts: { en: { fields: { '/nama': { label: 'Name' } } } } };
    form.locale = 'en';
    await form.updateComplete;
    expect(form.getValue('/kota')).to.equal('Batang');
    const problem = form.shadowRoot?.querySelector('[data-pointer="/nama"][data-invalid]');
    expect(problem?.textContent).to.contain('Please fill in name.');
    expect(form.problems.map(({ message }) => message)).to.deep.equal(['Please fill in name.']);
  });
});
