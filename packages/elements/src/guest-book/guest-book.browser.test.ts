import { expect, fixture, html } from '@open-wc/testing';
import type { Actor } from '@lpse-konsultasi/form-schema';
import '../define/guest-book.js';
import { clock, openOffice, samplePeople, wordsOf } from '../desk/desk-harness.test.js';
import { publicTexts } from '../locales/public.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = publicTexts;

async function opened(session: Actor): Promise<string> {
  const office = await openOffice();
  const element = Object.assign(document.createElement('lpse-guest-book'), {
    backend: office.as(session),
    clock,
    session,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => wordsOf(element).includes(id.guestBook), 'no guest book');
  return wordsOf(element);
}

describe('<lpse-guest-book>', () => {
  it('speaks to the guest, or to whoever enters them', async () => {
    expect(await opened(samplePeople.user)).to.contain(id.guestBookLead);
    const staff = await opened(samplePeople.reception);
    expect(staff).to.contain(id.guestBookStaffLead);
    expect(staff).not.to.contain(id.guestBookLead);
  });
});
