import { expect, fixture, html } from '@open-wc/testing';
import '../define/desk.js';
import '../define/provider.js';
import type { Backend } from '@lpse-konsultasi/client';
import { sampleLogs } from '@lpse-konsultasi/client/samples';
import type { Actor } from '@lpse-konsultasi/form-schema';
import { deskTexts } from '../locales/desk.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseDesk } from './desk.js';
import {
  clock,
  failing,
  find,
  now,
  openOffice,
  press,
  samplePeople,
  textOf,
  type Office,
} from './desk-harness.test.js';

const { id } = deskTexts;

async function openDesk(
  actor: Actor,
  office: Office,
  through = (backend: Backend): Backend => backend,
): Promise<LpseDesk> {
  return fixture<LpseDesk>(html`
    <lpse-desk
      officer-id=${actor.id ?? ''}
      officer-name=${actor.name}
      officer-role=${actor.role}
      .backend=${through(office.as(actor))}
      .clock=${clock}
    ></lpse-desk>
  `);
}

async function officeWithSamples(): Promise<Office> {
  const office = await openOffice();
  const backend = office.as(samplePeople.officer);
  for (const log of sampleLogs({ profile: office.profile, now })) await backend.importLog(log);
  return office;
}

/** The number whose turn it is, by what the backend tells its visitor. */
async function firstOf(office: Office): Promise<string> {
  const backend = office.as(samplePeople.officer);
  const { items } = await backend.list({ states: ['queued'] });
  for (const { id: each, nomorAntrean } of items)
    if ((await backend.turn?.(each))?.position === 0) return nomorAntrean ?? '';
  throw new Error('Nobody waits');
}

describe('The next call of a desk', () => {
  beforeEach(() => sessionStorage.clear());

  it('calls whoever is next to the counter of this workplace, and opens the case', async () => {
    const office = await officeWithSamples();
    const first = await firstOf(office);
    const element = await openDesk(samplePeople.officer, office);
    await waitUntil(() => textOf(find(element, '.next-call')).includes(id.call.nextNumber(first)));
    const counter = find<HTMLSelectElement>(element, '.next-call select');
    if (counter === null) throw new Error('no counter');
    counter.value = '2';
    counter.dispatchEvent(new Event('change'));
    await press(element, id.call.callNext);
    await waitUntil(() => textOf(find(element, '#case')) !== '', 'the case opens');
    const record = await office.as(samplePeople.officer).read(element.consultationId ?? '');
    expect(record?.consultation.nomorAntrean).to.equal(first);
    expect(record?.consultation.state).to.equal('called');
    expect(record?.consultation.calls.at(-1)?.loket).to.equal('2');
    await expect(element).to.be.accessible();
  });

  it('says how many wait, and says when nobody does', async () => {
    const office = await openOffice();
    await office.open('queued');
    const element = await openDesk(samplePeople.officer, office);
    await waitUntil(() => textOf(find(element, '.next-call')).includes(id.call.waiting(1)));
    expect(textOf(find(element, '.next-call'))).to.include(id.call.noEstimate);
    await press(element, id.call.callNext);
    await waitUntil(() => textOf(find(element, '.next-call')).includes(id.call.nobodyWaits));
  });

  it('leaves the focus on the button when nobody could be called', async () => {
    const office = await officeWithSamples();
    const element = await openDesk(samplePeople.officer, office, failing);
    await waitUntil(() => textOf(find(element, '.next-call')).includes(id.call.waiting(2)));
    await press(element, id.call.callNext);
    const trouble = (): string => textOf(find(element, '.next-call-trouble'));
    await waitUntil(() => trouble() === id.call.callFailed, 'not told');
    expect(textOf(element.shadowRoot?.activeElement ?? null)).to.equal(id.call.callNext);
  });

  it('is not there for somebody who may not call', async () => {
    const office = await officeWithSamples();
    const viewer: Actor = { ...samplePeople.officer, role: 'viewer' };
    const element = await openDesk(viewer, office);
    await waitUntil(() => find(element, 'lpse-queue') !== null);
    expect(find(element, '.next-call')).to.equal(null);
  });
});
