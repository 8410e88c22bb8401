import { expect } from '@open-wc/testing';
import '../define/timeline.js';
import {
  find,
  formOf,
  openPanel,
  press,
  submitByKey,
  textOf,
  wordsOf,
} from '../desk/desk-harness.test.js';
import { deskTexts } from '../locales/desk.js';
import { en } from '../locales/desk.en.js';
import type { LpseTimeline } from './timeline.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;

/** Some hours after the sample case came in: every running step is late. */
const later = { now: () => new Date('2026-11-23T08:00:00Z') };

describe('<lpse-timeline>', () => {
  it('tells what happened, newest first, with step, time and name', async () => {
    const { element } = await openPanel<LpseTimeline>('lpse-timeline', 'queued');
    const entries = [...(element.shadowRoot?.querySelectorAll('.entry') ?? [])].map(textOf);
    expect(entries[0]).to.contain(id.timeline.events['form-accepted']);
    expect(entries.at(-1)).to.contain(id.timeline.events.registered);
    expect(entries.at(-1)).to.contain(id.timeline.user);
    await expect(element).to.be.accessible();
  });

  it('measures each step against the limit of the procedure', async () => {
    const { element } = await openPanel<LpseTimeline>('lpse-timeline', 'analysing');
    expect(textOf(find(element, '.clocks'))).to.match(/Langkah 8 berjalan \d+ dari 30 menit/);
    expect(element.shadowRoot?.querySelectorAll('.clocks .bar').length).to.be.greaterThan(1);
  });

  it('says how far a step is over, in words and not in colour alone', async () => {
    const { element } = await openPanel<LpseTimeline>('lpse-timeline', 'reviewing');
    element.clock = later;
    await waitUntil(() => find(element, '.clocks .minutes.bad') !== null);
    expect(textOf(find(element, '.clocks .minutes.bad'))).to.match(/^lewat \d+ menit$/);
    await expect(element).to.be.accessible();
  });

  it('asks for an account of a deviation, and shows it from then on', async () => {
    const { element } = await openPanel<LpseTimeline>('lpse-timeline', 'reviewing', {
      clock: later,
    });
    await waitUntil(() => find(element, '.deviations') !== null);
    await press(element, id.timeline.explain);
    const form = await formOf(element);
    await form.fill('/alasan', 'Petugas dipanggil rapat.');
    await submitByKey(form);
    await waitUntil(() =>
      wordsOf(element).includes(id.timeline.explained('Petugas dipanggil rapat.')),
    );
  });

  it('speaks English', async () => {
    const { element } = await openPanel<LpseTimeline>('lpse-timeline', 'queued', { locale: 'en' });
    expect(textOf(find(element, '#heading'))).to.equal(en.timeline.heading);
    expect(wordsOf(element)).to.contain(en.timeline.events.registered);
  });
});
