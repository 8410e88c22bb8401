import { expect, fixture, html } from '@open-wc/testing';
import { createIndexedDbBackend, eraseIndexedDb } from '@lpse-konsultasi/client/indexeddb';
import { sampleLogs } from '@lpse-konsultasi/client/samples';
import type { ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { clock, find, now, openOffice, samplePeople, textOf } from '../desk/desk-harness.test.js';
import { queueTexts } from '../locales/queue.js';
import { waitUntil } from '../testing/wait-until.js';
import '../define/queue.js';

const texts = queueTexts.id;

describe('The queue of a desk that somebody has changed', () => {
  it('says how many cases are damaged and what to do, also when none is as it was', async () => {
    const { profile } = await openOffice();
    const name = `queue-${crypto.randomUUID()}`;
    const options = { profile, name, actor: () => samplePeople.officer, now: () => now };
    const before = await createIndexedDbBackend(options);
    for (const log of sampleLogs({ profile, now }).slice(0, 3)) await before.importLog(log);
    await before.close();
    await changeEveryFirstEntry(name);
    const backend = await createIndexedDbBackend(options);
    const element = Object.assign(document.createElement('lpse-queue'), {
      backend,
      clock,
      session: samplePeople.officer,
    });
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => textOf(find(element, '.damage')) === texts.damaged('3'), 'not all found');
    await expect(element).to.be.accessible();
    await backend.close();
    await eraseIndexedDb({ name });
  });

  it('does not say that there is nothing where nothing can be read', async () => {
    const office = await openOffice();
    const backend = Object.assign(office.as(samplePeople.officer), {
      list: async () => ({ items: [], total: 0, damaged: 2 }),
    });
    const element = Object.assign(document.createElement('lpse-queue'), {
      backend,
      clock,
      session: samplePeople.officer,
    });
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => textOf(find(element, '.none')) === texts.emptyDamaged, 'said nothing');
    expect(textOf(find(element, '.damage'))).to.equal(texts.damaged('2'));
  });
});

/** As somebody with the browser's tools can. */
async function changeEveryFirstEntry(name: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = database.transaction('events', 'readwrite');
  const events = transaction.objectStore('events');
  const all = events.getAll();
  all.onsuccess = () => {
    for (const event of all.result as ConsultationEvent[])
      if (event.seq === 1) events.put({ ...event, data: { ...event.data, tiket: 'DIUBAH' } });
  };
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}
