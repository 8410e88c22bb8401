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

  it('warns from 80 % of the limit of a step, and asks for the reason when all of it is used up', async () => {
    let at = new Date(0);
    const { element, consultation } = await openPanel<LpseTimeline>('lpse-timeline', 'analysing', {
      clock: { now: () => at },
    });
    const started = consultation.runs.findLast(({ step }) => step === 8)?.startedAt ?? '';
    const after = async (minutes: number): Promise<HTMLElement> => {
      at = new Date(Date.parse(started) + minutes * 60_000);
      element.clock = { now: () => at };
      await element.updateComplete;
      await waitUntil(() => running() !== undefined);
      return running() as HTMLElement;
    };
    const running = (): HTMLElement | undefined =>
      [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.clocks li') ?? [])].find((item) =>
        textOf(item).includes(id.timeline.step(8)),
      );
    const seen = async (minutes: number): Promise<[string, boolean]> => {
      const level = (await after(minutes)).querySelector('.minutes')?.classList[1] ?? '';
      const asked = [...(element.shadowRoot?.querySelectorAll('.deviations li') ?? [])].some(
        (item) => textOf(item).includes(id.timeline.step(8)) && item.querySelector('details'),
      );
      return [level, asked];
    };
    // Step 8 has 30 minutes.
    expect(await seen(23)).to.deep.equal(['good', false]);
    expect(await seen(24)).to.deep.equal(['warn', false]);
    expect(await seen(30)).to.deep.equal(['warn', false]);
    expect(await seen(31)).to.deep.equal(['bad', true]);
  });

  it('speaks English', async () => {
    const { element } = await openPanel<LpseTimeline>('lpse-timeline', 'queued', { locale: 'en' });
    expect(textOf(find(element, '#heading'))).to.equal(en.timeline.heading);
    expect(wordsOf(element)).to.contain(en.timeline.events.registered);
  });
});
