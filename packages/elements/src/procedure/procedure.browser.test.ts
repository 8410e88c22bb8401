import { expect, fixture, html } from '@open-wc/testing';
import '../define/procedure.js';
import { find, openOffice, textOf } from '../desk/desk-harness.test.js';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import type { Locale, State } from '@lpse-konsultasi/form-schema';
import { waitUntil } from '../testing/wait-until.js';
import { activityOf } from './activity.js';
import type { LpseProcedure } from './procedure.js';

async function open(state?: State, locale: Locale = 'id', width = 900) {
  const office = await openOffice(locale);
  const consultation = state && (await office.open(state));
  const element = Object.assign(document.createElement('lpse-procedure'), {
    backend: office.as(samplePeople.officer),
    session: samplePeople.officer,
    locale,
    consultationId: consultation?.id,
  }) as LpseProcedure;
  const main = await fixture<HTMLElement>(html`<main>${element}</main>`);
  main.style.setProperty('width', `${width}px`);
  await waitUntil(() => find(element, 'tbody tr') !== null);
  if (state) await waitUntil(() => find(element, 'tr.done, tr.current') !== null);
  return { element, office };
}

function rows(element: Element, selector = 'tbody tr'): readonly string[] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(textOf);
}

describe('<lpse-procedure>', () => {
  it("has the document's eleven steps in its own words", async () => {
    const { element, office } = await open();
    const { steps } = office.profile.procedure;
    expect(rows(element)).to.have.length(11);
    for (const [index, step] of steps.entries()) {
      const { perlengkapan, waktu, output, ket } = step;
      for (const words of [activityOf(step), perlengkapan, waktu, output, ket])
        expect(rows(element)[index]).to.contain(words.replace(/\s+/g, ' '));
    }
  });

  it("does not repeat the document's typing error", async () => {
    const { element } = await open();
    expect(rows(element)[9]).to.contain('Mengeskalasikan permasalahan');
  });

  it('draws every step in its shape and every way on', async () => {
    const { element, office } = await open();
    const { steps } = office.profile.procedure;
    expect(element.shadowRoot?.querySelectorAll('.node')).to.have.length(11);
    expect(element.shadowRoot?.querySelectorAll('.node path')).to.have.length(2);
    const ways = steps.flatMap(({ next }) => ('ya' in next ? [next.ya, next.tidak] : next));
    expect(element.shadowRoot?.querySelectorAll('.arrow')).to.have.length(ways.length);
  });

  it('marks what is done, what is under way, and how often a step was run', async () => {
    const { element } = await open('analysing');
    expect(rows(element, 'tr.current')).to.have.length(1);
    expect(find(element, 'tr.current')?.getAttribute('aria-current')).to.equal('step');
    expect(rows(element, 'tr.current')[0]).to.match(/^8\b/);
    expect(rows(element, 'tr.done').length).to.be.greaterThan(4);
    const returned = await open('incomplete');
    expect(rows(returned.element, 'tr.current')[0]).to.match(/^5\b/);
  });

  it('stands up to axe in both languages, and without room for the drawing', async () => {
    for (const [locale, width] of [
      ['id', 900],
      ['en', 900],
      ['id', 328],
    ] as const) {
      const { element } = await open('queued', locale, width);
      await expect(element).to.be.accessible();
      expect(element.scrollWidth, `${width} px`).to.be.at.most(width);
    }
  });
});
