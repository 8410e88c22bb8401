import { expect, fixture, html } from '@open-wc/testing';
import { LpseError } from '@lpse-konsultasi/form-schema';
import type { ConsultationRecord, Page } from '@lpse-konsultasi/client';
import '../define/desk.js';
import '../define/procedure.js';
import { clock, find, openOffice, samplePeople } from '../desk/desk-harness.test.js';
import { commonTexts } from '../locales/common.js';
import { waitUntil } from '../testing/wait-until.js';

/** A button with these words, in any shadow root below. */
function retryIn(root: ParentNode): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === 'button' && element.textContent?.trim() === commonTexts.id.retry)
      return element;
    const found = element.shadowRoot && retryIn(element.shadowRoot);
    if (found) return found;
  }
  return undefined;
}

async function tryAgain(element: HTMLElement): Promise<void> {
  await waitUntil(
    () => retryIn(element.shadowRoot as ShadowRoot) !== undefined,
    'nothing to press',
  );
  await expect(element).to.be.accessible();
  retryIn(element.shadowRoot as ShadowRoot)?.click();
}

describe('What could not be shown', () => {
  it('is tried again at a press: a queue, and the case that was to be open', async () => {
    const office = await openOffice();
    const { id: consultationId } = await office.open('analysing');
    const own = office.as(samplePeople.officer);
    let isDown = true;
    const whenUp = <T>(work: () => Promise<T>): Promise<T> =>
      isDown ? Promise.reject(new LpseError('LPSE_SERVER_UNAVAILABLE')) : work();
    const [read, list] = [own.read.bind(own), own.list.bind(own)];
    const backend = Object.assign(own, {
      read: (...given: Parameters<typeof read>) =>
        whenUp<ConsultationRecord | undefined>(() => read(...given)),
      list: (...given: Parameters<typeof list>) => whenUp<Page>(() => list(...given)),
    });
    const desk = Object.assign(document.createElement('lpse-desk'), {
      backend,
      session: samplePeople.officer,
      clock,
      consultationId,
    });
    await fixture(html`<main>${desk}</main>`);
    await waitUntil(() => retryIn(desk.shadowRoot as ShadowRoot) !== undefined);
    isDown = false;
    for (let left = retryIn(desk.shadowRoot as ShadowRoot); left !== undefined;) {
      left.click();
      await waitUntil(() => retryIn(desk.shadowRoot as ShadowRoot) !== left, 'still the same');
      left = retryIn(desk.shadowRoot as ShadowRoot);
    }
    await waitUntil(() => find(desk, '#case') !== null, 'the case');
    const queue = find(desk, 'lpse-queue');
    await waitUntil(() => queue?.shadowRoot?.querySelector('[data-row]') !== null, 'the queue');
  });

  it('is tried again at a press: a page whose office could not be read', async () => {
    const { fetch } = globalThis;
    let isDown = true;
    const profile = { id: 'kota-contoh', extends: 'base' };
    globalThis.fetch = (input, init) =>
      String(input).endsWith('kota-contoh.json')
        ? Promise.resolve(
            isDown ? new Response('', { status: 404 }) : new Response(JSON.stringify(profile)),
          )
        : fetch(input, init);
    try {
      const element = document.createElement('lpse-procedure');
      element.setAttribute('profile', '/kota-contoh.json');
      await fixture(html`<main>${element}</main>`);
      isDown = false;
      await waitUntil(() => retryIn(element.shadowRoot as ShadowRoot) !== undefined, 'no failure');
      await tryAgain(element);
      await waitUntil(() => find(element, 'tbody tr') !== null, 'the procedure');
    } finally {
      globalThis.fetch = fetch;
    }
  });
});
