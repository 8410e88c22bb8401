import { expect, fixture, html } from '@open-wc/testing';
import '../define/review.js';
import { clock, openOffice, samplePeople } from '../desk/desk-harness.test.js';
import { commonTexts } from '../locales/common.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseElement } from './lpse-element.js';

describe('What is still on its way', () => {
  it('says after some seconds that it is still tried', async () => {
    const office = await openOffice();
    const { id } = await office.open('reviewing');
    const answers = new HeldAnswers(office.as(samplePeople.officer), 'read');
    answers.isHolding = true;
    const element = await fixture<LpseElement>(html`
      <lpse-review
        .backend=${answers.backend}
        .clock=${clock}
        .session=${samplePeople.officer}
        .consultationId=${id}
      ></lpse-review>
    `);
    await waitUntil(() => element.shadowRoot?.querySelector('.loading') !== null, 'not loading');
    const still = element.shadowRoot!.querySelector<HTMLElement>('.still')!;
    expect(still.textContent).to.equal(commonTexts.id.stillLoading);
    expect(getComputedStyle(still).visibility).to.equal('hidden');
    const [delay] = still.getAnimations();
    expect(delay?.effect?.getTiming()).to.include({ delay: 6000, duration: 0 });
    delay?.finish();
    expect(getComputedStyle(still).visibility).to.equal('visible');
    await expect(element).to.be.accessible();
    answers.answer(0);
    await waitUntil(() => element.shadowRoot?.querySelector('.loading') === null, 'still loading');
  });
});
