import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../define/desk.js';
import type { LpseReview } from '../review/review.js';
import { waitUntil } from '../testing/wait-until.js';
import { clock, find, formOf, openOffice, openPanel, samplePeople } from './desk-harness.test.js';
import type { LpseDesk } from './desk.js';

/** Gives each control the focus where it stands at the lower edge of the window, and names those that stay covered. */
function coveredBy(bar: () => Element | null, controls: readonly HTMLElement[]): string[] {
  const covered: string[] = [];
  for (const control of controls) {
    window.scrollBy(0, control.getBoundingClientRect().bottom - window.innerHeight + 2);
    control.focus();
    const edge = bar()?.getBoundingClientRect().top ?? Infinity;
    if (control.getBoundingClientRect().bottom > edge)
      covered.push(control.id || (control.textContent?.trim() ?? control.localName));
    control.blur();
  }
  return covered;
}

// WCAG 2.2, 2.4.11: a browser brings into the window what gets the focus, and knows nothing of what lies over its edge.
describe('What gets the focus', () => {
  afterEach(() => setViewport({ width: 1280, height: 900 }));

  it('is not covered by the buttons that stay at the foot of a panel', async () => {
    await setViewport({ width: 1280, height: 620 });
    const { element } = await openPanel<LpseReview>('lpse-review', 'reviewing');
    const { form } = await formOf(element);
    const bar = form.shadowRoot?.querySelector('[part~="actions"]') ?? null;
    const controls = form.shadowRoot?.querySelectorAll<HTMLElement>('.field :is(input, textarea)');
    expect(controls?.length).to.be.greaterThan(5);
    expect(coveredBy(() => bar, [...(controls ?? [])])).to.deep.equal([]);
  });

  it('is not covered by the foot that leads to the next action of a case', async () => {
    await setViewport({ width: 1280, height: 420 });
    const office = await openOffice();
    const { id } = await office.open('analysing');
    const element = Object.assign(document.createElement('lpse-desk') as LpseDesk, {
      officerId: samplePeople.officer.id,
      officerName: samplePeople.officer.name,
      backend: office.as(samplePeople.officer),
      clock,
      consultationId: id,
    });
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => find(element, '.foot') !== null, 'no foot');
    const controls = [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.case :is(summary, button)') ?? []),
    ].filter((control) => control.closest('.act, .foot') === null);
    expect(controls.length).to.be.greaterThan(0);
    expect(coveredBy(() => find(element, '.foot'), controls)).to.deep.equal([]);
  });
});
