import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { fillWithSamples, samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import { loadShipped, type Actor, type Locale } from '@lpse-konsultasi/form-schema';
import '../define/report.js';
import { clock, find, now, textOf, wordsOf } from '../desk/desk-harness.test.js';
import { reportTexts } from '../locales/report.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseReport } from './report.js';

async function open(locale: Locale = 'id', actor: Actor = samplePeople.coordinator) {
  const profile = await loadShipped('batang', locale);
  const backend = createMemoryBackend({ profile, actor: () => actor, now: () => now });
  await fillWithSamples(backend, { now });
  const reports = new HeldAnswers(backend, 'report');
  const element = Object.assign(document.createElement('lpse-report'), {
    backend: reports.backend,
    clock,
    session: actor,
    locale,
  }) as LpseReport;
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => find(element, '.sentences, .alert-bad') !== null);
  return { element, backend, reports };
}

describe('<lpse-report>', () => {
  it('says first in sentences what the logs say', async () => {
    const { element, backend } = await open();
    const { items } = await backend.logs({ limit: 200 });
    const from = Date.parse('2026-10-31T17:00:00Z');
    const registered = items
      .flatMap(({ events }) => events)
      .filter(({ type, at }) => type === 'registered' && Date.parse(at) >= from).length;
    expect(textOf(find(element, '.sentences'))).to.contain(`${registered} konsultasi masuk`);
    expect(textOf(find(element, '.sentences'))).to.match(/\d+ % langkah selesai dalam batas/);
  });

  it('has a table beside its bars, with the same numbers', async () => {
    const { element } = await open();
    const shown = [...(element.shadowRoot?.querySelectorAll('.value') ?? [])].map(textOf);
    const cells = [...(element.shadowRoot?.querySelectorAll('details tbody tr') ?? [])]
      .map((row) => textOf(row.querySelector('td')))
      .filter((count) => count !== '0');
    expect(shown).to.deep.equal(cells);
    expect(shown.length).to.be.greaterThan(0);
  });

  it('draws bars that can be read, on a telephone too', async () => {
    const { element } = await open();
    for (const width of [1208, 328]) {
      element.style.inlineSize = `${width}px`;
      const bars = element.shadowRoot?.querySelector<SVGSVGElement>('.bars');
      const label = bars?.querySelector<SVGTextElement>('.label');
      const pixels = 8 * (label?.getScreenCTM()?.a ?? 0);
      expect(pixels, `labels at ${width}`).to.be.at.least(11);
      expect(element.scrollWidth, `the page at ${width}`).to.be.at.most(width);
      const latest = [...(bars?.querySelectorAll('.bar') ?? [])].at(-1)?.getBoundingClientRect();
      const edge = element.getBoundingClientRect().right;
      expect(latest?.right, `the latest at ${width}`).to.be.at.most(edge);
    }
    await expect(element).to.be.accessible();
  });

  it('keeps its short tables side by side, each in its column', async () => {
    const { element } = await open();
    for (const width of [1208, 1120, 700, 328]) {
      element.style.inlineSize = `${width}px`;
      const box = find(element, '.tallies');
      const columns = getComputedStyle(box as Element).gridTemplateColumns.split(' ');
      const widest = Math.max(...columns.map(Number.parseFloat));
      for (const table of box?.querySelectorAll('table') ?? [])
        expect(table.offsetWidth, `${textOf(table.caption)} at ${width}`).to.be.at.most(widest + 1);
    }
  });

  it('tells how each element of the survey was marked, and what was wished', async () => {
    const { element, backend } = await open();
    for (const [index, mark] of [4, 4, 3, 4, 3].entries())
      await backend.rate(sampleValues.survey(mark, { saran: `Saran ${index} (contoh)` }), {
        key: `survey-${index}`,
      });
    element.by = 'month';
    await waitUntil(() => find(element, '.survey') !== null, 'no table');
    const rows = [...(find(element, '.survey')?.querySelectorAll('tbody tr') ?? [])];
    expect(rows).to.have.length(9);
    for (const row of rows)
      expect([...row.querySelectorAll('td')].map(textOf)).to.deep.equal([
        '0',
        '0',
        '2',
        '3',
        '3,6',
      ]);
    expect(textOf(find(element, '.wishes'))).to.contain('Saran 4 (contoh)');
    await expect(element).to.be.accessible();
  });

  it('fits a phone with its words whole', async () => {
    const { element, backend } = await open();
    for (const mark of [4, 4, 3, 4, 3])
      await backend.rate(sampleValues.survey(mark), { key: crypto.randomUUID() });
    element.by = 'month';
    await waitUntil(() => find(element, '.survey') !== null, 'no table');
    element.style.inlineSize = '328px';
    element.style.display = 'block';
    for (const table of element.shadowRoot?.querySelectorAll('table') ?? [])
      expect(table.getBoundingClientRect().width, textOf(table.caption)).to.be.at.most(328.5);
    // Words are not broken here, so one that is too long for its column would stick out of it.
    for (const cell of element.shadowRoot?.querySelectorAll('.stacked :is(th, td)') ?? [])
      expect(cell.scrollWidth, textOf(cell)).to.be.at.most(cell.clientWidth);
  });

  it('refuses a period that ends before it begins, in words', async () => {
    const { element } = await open();
    const [from, until] = [
      find<HTMLInputElement>(element, '[name="from"]'),
      find<HTMLInputElement>(element, '[name="until"]'),
    ];
    if (from === null || until === null) throw new Error('no choice');
    from.value = '2026-11-20';
    until.value = '2026-11-01';
    find<HTMLFormElement>(element, 'form')?.requestSubmit();
    await waitUntil(() => wordsOf(element).includes(reportTexts.id.badPeriod));
  });

  it('cuts the period as it is asked to', async () => {
    const { element } = await open();
    element.by = 'month';
    await waitUntil(() => element.shadowRoot?.querySelectorAll('.bar').length === 1);
  });

  it('shows what was asked for last, whichever is counted first', async () => {
    const { element, reports } = await open();
    const bars = (): number => element.shadowRoot?.querySelectorAll('.bar').length ?? 0;
    await waitUntil(() => bars() > 1, 'no days');
    const days = bars();
    reports.isHolding = true;
    element.by = 'month';
    await waitUntil(() => reports.asked === 1, 'the month is not asked for');
    element.by = 'day';
    await waitUntil(() => reports.asked === 2, 'the days are not asked for');
    reports.answer(1);
    await waitUntil(() => reports.asked === 3, 'the days before are not asked for');
    reports.answer(2);
    reports.answer(0);
    // What follows that answer has happened when something later was answered.
    await reports.backend.list();
    await element.updateComplete;
    expect(bars()).to.equal(days);
  });

  it('tells a member of the public that this is not for them', async () => {
    const { element } = await open('id', samplePeople.user);
    expect(textOf(find(element, '[role="alert"]'))).not.to.equal('');
    expect(find(element, '.sentences')).to.equal(null);
  });

  for (const locale of ['id', 'en'] as const) {
    it(`stands up to axe (${locale})`, async () => {
      const { element } = await open(locale);
      await expect(element).to.be.accessible();
    });
  }
});
