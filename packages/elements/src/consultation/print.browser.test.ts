import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryMemo } from '@lpse-konsultasi/client/memory';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import '../define/consultation.js';
import { clock, openOffice } from '../desk/desk-harness.test.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseConsultation } from './consultation.js';

/** Resolves with the button as soon as it is on the page, before anything else can come. */
async function firstButton(element: LpseConsultation): Promise<HTMLButtonElement> {
  const find = (): HTMLButtonElement | null =>
    element.renderRoot.querySelector<HTMLButtonElement>('.result-head button');
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const button = find();
      if (button === null) return;
      observer.disconnect();
      resolve(button);
    }).observe(element.renderRoot, { childList: true, subtree: true });
  });
}

// Alone in its page: nothing here may have fetched the sheet before.
describe('the copy on <lpse-consultation>', () => {
  it('is printed whole when its button is pressed before its code is here', async () => {
    const office = await openOffice();
    const { id } = await office.open('archived');
    const memo = createMemoryMemo();
    await memo.set(`case/${office.profile.id}`, id);
    const element = Object.assign(document.createElement('lpse-consultation'), {
      backend: office.as(samplePeople.user),
      profile: office.profile,
      memo,
      clock,
    });
    const { print } = window;
    let printed: string | undefined;
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      const twin = document.querySelector('[data-lpse-print] > div');
      printed = twin?.shadowRoot?.innerHTML ?? '';
      dispatchEvent(new Event('afterprint'));
    };
    try {
      const main = await fixture(html`<main></main>`);
      main.append(element);
      (await firstButton(element)).click();
      expect(customElements.get('lpse-sheet')).to.equal(undefined);
      await waitUntil(() => printed !== undefined, 'not printed');
      expect(printed).to.contain('<svg');
    } finally {
      window.print = print;
    }
  });
});
