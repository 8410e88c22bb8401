import { expect, fixture, html } from '@open-wc/testing';
import type { LiveLine } from '@lpse-konsultasi/client';
import '../define/call-board.js';
import '../define/consultation.js';
import '../define/desk.js';
import '../define/status.js';
import { clock, now, openOffice, samplePeople, wordsOf } from '../desk/desk-harness.test.js';
import { commonTexts } from '../locales/common.js';
import { boardTexts } from '../locales/board.js';
import { waitUntil } from '../testing/wait-until.js';

/** A line that can be cut. */
class SampleLine implements LiveLine {
  lostAt: Date | undefined;
  isSignedOut = false;
  readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  become(lostAt: Date | undefined, isSignedOut = false): void {
    this.lostAt = lostAt;
    this.isSignedOut = isSignedOut;
    for (const listener of this.listeners) listener();
  }
}

describe('A page over a server', () => {
  it('tells an officer, and no visitor, that the session has ended, and leads to the sign-in', async () => {
    const words = commonTexts.id.signedOut;
    for (const session of [samplePeople.officer, samplePeople.user]) {
      const office = await openOffice();
      const line = new SampleLine();
      const backend = Object.assign(office.as(session), { line });
      const tag = session.role === 'user' ? 'lpse-consultation' : 'lpse-desk';
      const element = Object.assign(document.createElement(tag), { backend, session, clock });
      await fixture(html`<main>${element}</main>`);
      await waitUntil(() => line.listeners.size > 0, 'nobody listens');
      line.become(undefined, true);
      await element.updateComplete;
      expect(wordsOf(element).includes(words), tag).to.equal(tag === 'lpse-desk');
      await expect(element).to.be.accessible();
      line.become(undefined);
      await element.updateComplete;
      expect(wordsOf(element)).not.to.contain(words);
    }
  });

  for (const [tag, words] of [
    ['lpse-desk', commonTexts.id.lineLost('10.40')],
    ['lpse-consultation', commonTexts.id.lineLost('10.40')],
    ['lpse-call-board', boardTexts.id.lost('10.40')],
  ] as const)
    it(`says in ${tag} since when it does not follow the server, for as long as that is so`, async () => {
      const office = await openOffice();
      const session = tag === 'lpse-desk' ? samplePeople.officer : samplePeople.user;
      const line = new SampleLine();
      const backend = Object.assign(office.as(session), { line });
      const element = Object.assign(document.createElement(tag), { backend, session, clock });
      await fixture(html`<main>${element}</main>`);
      await waitUntil(() => line.listeners.size > 0, 'nobody listens');
      expect(wordsOf(element)).not.to.contain(words);
      line.become(now);
      await waitUntil(() => wordsOf(element).includes(words), 'not said');
      await expect(element).to.be.accessible();
      line.become(undefined);
      await waitUntil(() => !wordsOf(element).includes(words), 'still said');
      element.remove();
      expect(line.listeners.size).to.equal(0);
    });
});
