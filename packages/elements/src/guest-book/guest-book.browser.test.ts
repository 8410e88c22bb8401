import { expect, fixture, html } from '@open-wc/testing';
import type { Actor } from '@lpse-konsultasi/form-schema';
import '../define/guest-book.js';
import { clock, formOf, openOffice, samplePeople, wordsOf } from '../desk/desk-harness.test.js';
import { publicTexts } from '../locales/public.js';
import type { FormHarness } from '../testing/form-harness.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = publicTexts;

async function opened(session: Actor): Promise<{ words: string; form: FormHarness }> {
  const office = await openOffice();
  const element = Object.assign(document.createElement('lpse-guest-book'), {
    backend: office.as(session),
    clock,
    session,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => wordsOf(element).includes(id.guestBook), 'no guest book');
  return { words: wordsOf(element), form: await formOf(element) };
}

describe('<lpse-guest-book>', () => {
  it('speaks to the guest, or to whoever enters them', async () => {
    const guest = await opened(samplePeople.user);
    expect(guest.words).to.contain(id.guestBookLead);
    expect(wordsOf(guest.form.form)).to.contain('Bapak/Ibu');
    expect(guest.form.form.control('/nama')?.getAttribute('autocomplete')).to.equal('name');
    const staff = await opened(samplePeople.reception);
    expect(staff.words).to.contain(id.guestBookStaffLead);
    expect(staff.words).not.to.contain(id.guestBookLead);
    expect(wordsOf(staff.form.form)).not.to.contain('Bapak/Ibu');
    expect(wordsOf(staff.form.form)).to.contain(id.guestBookStaffSubmit);
    expect(staff.form.form.control('/nama')?.getAttribute('autocomplete')).to.equal('off');
  });
});
