import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { clock, find, now, openOffice, samplePeople, textOf } from '../desk/desk-harness.test.js';
import type { LpseSelectEvent } from '../events/select.js';
import { deskTexts } from '../locales/desk.js';
import { queueTexts } from '../locales/queue.js';
import { waitUntil } from '../testing/wait-until.js';
import { filter, ids, newcomer, openQueue, rows, show } from './queue-harness.test.js';

const { id } = deskTexts;
const texts = queueTexts.id;

describe('<lpse-queue>', () => {
  it('lets no word run into another on the narrowest phone', async () => {
    const { element } = await openQueue();
    element.style.inlineSize = '250px';
    await new Promise(requestAnimationFrame);
    for (const row of rows(element)) {
      const [where, waited] = ['.where', '.waited'].map((part) =>
        row.querySelector(part)?.getBoundingClientRect(),
      );
      if (where && waited && waited.width > 0)
        expect(where.right, textOf(row)).to.be.at.most(waited.left);
    }
  });

  it('gives the matter the whole width of a narrow row, and a second line where no clock runs', async () => {
    const { element } = await openQueue();
    element.style.inlineSize = '316px';
    await new Promise(requestAnimationFrame);
    const matters = rows(element).map((row) => row.querySelector<HTMLElement>('.matter'));
    const subject = 'Gagal mengunggah dokumen penawaran';
    const long = matters.find((matter) => textOf(matter) === subject);
    expect(long && long.scrollWidth <= long.clientWidth, subject).to.equal(true);
    const line = (long?.clientHeight ?? 0) * 1.5;
    const without = rows(element).filter((row) => row.querySelector('.clock') === null);
    element.style.inlineSize = '250px';
    await new Promise(requestAnimationFrame);
    const heights = without.map((row) => row.querySelector('.matter')?.clientHeight ?? 0);
    expect(Math.max(...heights)).to.be.above(line);
  });

  it('cuts no word about state or time, however narrow the column', async () => {
    const { element } = await openQueue();
    await filter(element, 'view', 'all');
    for (const width of [250, 300, 420, 600, 720, 1000]) {
      element.style.inlineSize = `${width}px`;
      await new Promise(requestAnimationFrame);
      for (const row of rows(element)) {
        const box = row.getBoundingClientRect();
        for (const part of ['.state', '.minutes']) {
          const words = row.querySelector(part);
          if (words === null) continue;
          const { top, bottom, left, right } = words.getBoundingClientRect();
          const holder = words.parentElement;
          const shown = `${width}: ${textOf(words)}`;
          expect(holder && holder.scrollWidth <= holder.clientWidth + 1, shown).to.equal(true);
          expect(top >= box.top && bottom <= box.bottom, shown).to.equal(true);
          expect(left >= box.left && right <= box.right, shown).to.equal(true);
        }
      }
    }
  });

  it('shows what needs work, longest waiting first: number, name, matter, state and waiting time', async () => {
    const { element } = await openQueue();
    const words = textOf(rows(element)[0] ?? null);
    expect(words).to.contain('A-001');
    expect(words).to.contain('(contoh)');
    expect(words).to.contain(id.states['follow-up']);
    expect(words).to.match(/menunggu \d+ hari/);
    expect(rows(element).some((row) => textOf(row).includes(id.states.archived))).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('says in words how far a step is over its limit', async () => {
    const { element } = await openQueue();
    const late = find(element, '.minutes.bad');
    expect(textOf(late)).to.match(/^lewat \d+ menit$/);
  });

  it('says how long an escalated case waits for the other side, and when it is time to ask', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.officer);
    const { id: consultationId } = await office.open('escalating');
    // The list opens on what is to be done, and finds something.
    await office.open('queued');
    const steps = [
      ['escalate', sampleValues.escalation(office.profile, now.toISOString())],
      ['archive', sampleValues.archiving(office.profile, 'Contoh Penerima')],
    ] as const;
    for (const [type, data] of steps)
      await backend.execute({ type, consultationId, data }, { key: type });
    // Monday to Wednesday is soon enough, Thursday is not.
    for (const [day, days, level] of [
      ['2026-11-25T03:40:00Z', 2, 'good'],
      ['2026-11-26T03:40:00Z', 3, 'warn'],
    ] as const) {
      const element = await show(backend, { clock: { now: () => new Date(day) } });
      await filter(element, 'view', 'done');
      await waitUntil(() => find(element, `.clock .minutes.${level}`) !== null, level);
      expect(textOf(find(element, '.clock'))).to.equal(texts.escalated(days));
    }
  });

  it('is worked by keyboard: arrows, Home, End, Enter', async () => {
    const { element } = await openQueue();
    const all = ids(element);
    element.focus();
    const focused = (): string | undefined =>
      (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id'];
    expect(focused()).to.equal(all[0]);
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal(all[1]);
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal(all.at(-1));
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal(all.at(-1));
    await sendKeys({ press: 'Home' });
    expect(focused()).to.equal(all[0]);
    const selecting = oneEvent(element, 'lpse-select');
    await sendKeys({ press: 'Enter' });
    expect(((await selecting) as unknown as LpseSelectEvent).consultationId).to.equal(all[0]);
    await element.updateComplete;
    expect(rows(element)[0]?.getAttribute('aria-selected')).to.equal('true');
    expect(rows(element).filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
  });

  it('speaks English', async () => {
    const { element } = await openQueue('en');
    await waitUntil(() => textOf(find(element, '#heading')) === 'Consultation queue');
  });

  it('shows hostile names as text', async () => {
    const open = await openQueue();
    const name = '<img src=x onerror=alert(1)> (contoh)';
    const consultationId = await newcomer(open, name);
    await waitUntil(() => ids(open.element).includes(consultationId));
    const row = find(open.element, `[data-id="${consultationId}"]`);
    expect(textOf(row)).to.contain(name);
    expect(row?.querySelector('img')).to.equal(null);
  });

  it('is a table on paper', async () => {
    const { element } = await openQueue();
    const count = rows(element).length;
    window.dispatchEvent(new Event('beforeprint'));
    expect(find(element, 'table caption')).not.to.equal(null);
    expect(element.shadowRoot?.querySelectorAll('tbody tr').length).to.equal(count);
    await expect(element).to.be.accessible();
    window.dispatchEvent(new Event('afterprint'));
    expect(find(element, 'table')).to.equal(null);
    expect(rows(element).length).to.equal(count);
  });

  it('says what is wrong when the storage is', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.officer);
    await backend.close();
    const element = Object.assign(document.createElement('lpse-queue'), {
      backend,
      clock,
      session: samplePeople.officer,
    });
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => find(element, '[role="alert"]') !== null, 'no alert');
  });
});
