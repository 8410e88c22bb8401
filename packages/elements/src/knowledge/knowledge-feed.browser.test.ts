import { expect } from '@open-wc/testing';
import { openOffice, samplePeople } from '../desk/desk-harness.test.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { KnowledgeFeed } from './knowledge-feed.js';

describe('KnowledgeFeed', () => {
  for (const [end, what] of [
    ['answer', 'comes'],
    ['fail', 'breaks'],
  ] as const)
    it(`is read on by whoever stays, when the page of whoever has left ${what}`, async () => {
      const office = await openOffice();
      await office.open('archived');
      const logs = new HeldAnswers(office.as(samplePeople.officer), 'logs');
      const feed = new KnowledgeFeed(logs.backend);
      const leaving = new AbortController();
      let told = 0;
      logs.isHolding = true;
      const left = feed.refresh(leaving.signal, () => undefined).catch(() => undefined);
      const stays = feed.refresh(new AbortController().signal, () => told++);
      expect(logs.asked).to.equal(1);
      logs.isHolding = false;
      leaving.abort();
      logs[end](0);
      await left;
      await stays;
      expect(told).to.be.greaterThan(0);
      expect(feed.index.suggest({ text: 'unggah' }).length).to.be.greaterThan(0);
    });

  it('tells whoever only waited for it, too', async () => {
    const office = await openOffice();
    const feed = new KnowledgeFeed(office.as(samplePeople.officer));
    const { signal } = new AbortController();
    let told = 0;
    await Promise.all([
      feed.refresh(signal, () => undefined),
      feed.refresh(new AbortController().signal, () => told++),
    ]);
    expect(told).to.equal(1);
  });
});
