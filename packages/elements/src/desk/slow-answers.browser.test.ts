import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Backend } from '@lpse-konsultasi/client';
import '../define/desk.js';
import { deskTexts } from '../locales/desk.js';
import type { LpseReview } from '../review/review.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import { clock, find, openOffice, press, samplePeople, textOf } from './desk-harness.test.js';
import type { LpseDesk } from './desk.js';

const { id: texts } = deskTexts;

/** A desk over two cases, and the answers of its server. */
async function open(method: keyof Backend) {
  const office = await openOffice();
  const submitted = await office.open('submitted');
  const reviewing = await office.open('reviewing');
  const answers = new HeldAnswers(office.as(samplePeople.officer), method);
  const element = Object.assign(document.createElement('lpse-desk') as LpseDesk, {
    officerId: samplePeople.officer.id,
    officerName: samplePeople.officer.name,
    backend: answers.backend,
    clock,
    consultationId: submitted.id,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => find(reviewOf(element) ?? element, '#heading') !== null, 'no panel');
  await waitUntil(() => rowOf(element, reviewing.id) !== undefined, 'no queue');
  return { element, answers, submitted, reviewing };
}

function reviewOf(element: LpseDesk): LpseReview | null {
  return find<LpseReview>(element, 'lpse-review');
}

function rowOf(element: LpseDesk, id: string): HTMLElement | undefined {
  const rows = find(element, 'lpse-queue')?.shadowRoot?.querySelectorAll<HTMLElement>('[data-id]');
  return [...(rows ?? [])].find((row) => row.dataset['id'] === id);
}

function searchIn(element: LpseDesk): HTMLElement {
  const queue = find(element, 'lpse-queue') as HTMLElement;
  return find<HTMLElement>(queue, '[type="search"]') as HTMLElement;
}

/** Whether the focus is in the search field, which is where the officer has put it. */
function isSearching(element: LpseDesk): boolean {
  return searchIn(element).matches(':focus');
}

describe('<lpse-desk> over a server that answers late', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    await setViewport({ width: 1280, height: 900 });
  });

  it('leaves an officer where they are when a command is answered', async () => {
    const { element, answers, submitted } = await open('execute');
    const review = reviewOf(element) as LpseReview;
    answers.isHolding = true;
    await press(review, texts.review.start);
    await waitUntil(() => answers.asked === 1, 'not sent');
    searchIn(element).focus();
    answers.answer(0);
    await waitUntil(() => find(review, 'lpse-form') !== null, 'no form');
    await waitUntil(() => !(review as unknown as { busy: boolean }).busy, 'still busy');
    await element.updateComplete;
    expect(element.consultationId).to.equal(submitted.id);
    expect(isSearching(element)).to.equal(true);
  });

  it('leaves an officer where they are when the chosen case comes', async () => {
    const { element, answers, reviewing } = await open('read');
    answers.isHolding = true;
    rowOf(element, reviewing.id)?.click();
    await waitUntil(() => answers.asked > 0, 'not read');
    searchIn(element).focus();
    answers.isHolding = false;
    for (let place = 0; place < answers.asked; place++) answers.answer(place);
    await waitUntil(() => textOf(find(element, '#case')) !== '', 'no case');
    await element.updateComplete;
    expect(isSearching(element)).to.equal(true);
  });

  it('says of a case nothing that is about another one', async () => {
    const office = await openOffice();
    const first = await office.open('submitted');
    const second = await office.open('reviewing');
    const answers = new HeldAnswers(office.as(samplePeople.officer), 'execute');
    const review = Object.assign(document.createElement('lpse-review') as LpseReview, {
      backend: answers.backend,
      clock,
      session: samplePeople.officer,
      consultationId: first.id,
    });
    await fixture(html`<main>${review}</main>`);
    answers.isHolding = true;
    await waitUntil(() => find(review, '#heading') !== null, 'no case');
    await press(review, texts.review.start);
    await waitUntil(() => answers.asked === 1, 'not sent');
    review.consultationId = second.id;
    await waitUntil(() => find(review, 'lpse-form') !== null, 'not the other case');
    // Only the case that the command is about waits for its answer.
    const isBusy = (): boolean => (review as unknown as { busy: boolean }).busy;
    expect(isBusy()).to.equal(false);
    review.consultationId = first.id;
    expect(isBusy()).to.equal(true);
    review.consultationId = second.id;
    await waitUntil(() => find(review, 'lpse-form') !== null, 'not the other case again');
    const heard = oneEvent(review, 'lpse-error');
    answers.fail(0);
    await heard;
    await review.updateComplete;
    expect(textOf(find(review, '.alert-bad'))).to.equal('');
  });
});
