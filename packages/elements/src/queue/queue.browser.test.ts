import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { EmbeddedBackend } from '@lpse-konsultasi/client';
import { sampleLogs, sampleValues } from '@lpse-konsultasi/client/samples';
import '../define/queue.js';
import {
  clock,
  find,
  now,
  openOffice,
  samplePeople,
  textOf,
  type Office,
} from '../desk/desk-harness.test.js';
import type { LpseSelectEvent } from '../events/select.js';
import { deskTexts } from '../locales/desk.js';
import type { LpseQueue } from './queue.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;

interface OpenQueue {
  readonly element: LpseQueue;
  readonly office: Office;
  readonly backend: EmbeddedBackend;
}

async function openQueue(locale: 'id' | 'en' = 'id'): Promise<OpenQueue> {
  const office = await openOffice(locale);
  const backend = office.as(samplePeople.officer);
  for (const log of sampleLogs({ profile: office.profile, now })) await backend.importLog(log);
  const element = Object.assign(document.createElement('lpse-queue'), {
    backend,
    clock,
    session: samplePeople.officer,
    locale,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => rows(element).length > 0, 'no rows');
  return { element, office, backend };
}

function rows(element: LpseQueue): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
}

function ids(element: LpseQueue): (string | undefined)[] {
  return rows(element).map((row) => row.dataset['id']);
}

/** Someone new at the counter; answers the id. */
async function newcomer({ office }: OpenQueue, name: string): Promise<string> {
  const reception = office.as(samplePeople.reception);
  const consultationId = crypto.randomUUID();
  for (const [type, data] of [
    ['register', sampleValues.guestBook({ nama: name })],
    ['submit', sampleValues.consultationForm({ nama: name })],
  ] as const) {
    const outcome = await reception.execute(
      { type, consultationId, data },
      { key: `${type} ${consultationId}` },
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  }
  return consultationId;
}

async function filter(element: LpseQueue, index: 0 | 1, value: string): Promise<void> {
  const select = element.shadowRoot?.querySelectorAll('select')[index];
  if (select === undefined) throw new Error('no filter');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

describe('<lpse-queue>', () => {
  it('lets no word run into another on the narrowest phone', async () => {
    const { element } = await openQueue();
    element.style.inlineSize = '250px';
    await new Promise(requestAnimationFrame);
    for (const row of rows(element)) {
      const [where, clockBox] = ['.where .state', '.clock'].map((part) =>
        row.querySelector(part)?.getBoundingClientRect(),
      );
      if (where && clockBox && clockBox.width > 0)
        expect(where.right, textOf(row)).to.be.at.most(clockBox.left);
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

  it('is narrowed by state, category and words, also to nothing', async () => {
    const { element } = await openQueue();
    await filter(element, 0, 'done');
    await waitUntil(() => textOf(rows(element)[0] ?? null).match(/Diarsipkan|Dibatalkan/) !== null);
    await filter(element, 0, 'all');
    await waitUntil(() => rows(element).length > 13);
    await filter(element, 1, 'rup');
    await waitUntil(() => rows(element).every((row) => /RUP/.test(textOf(row))));
    await filter(element, 1, '');
    const search = find<HTMLInputElement>(element, 'input[type="search"]');
    search?.focus();
    await sendKeys({ type: 'hartono rudi' });
    await waitUntil(() => rows(element).length === 1);
    expect(textOf(rows(element)[0] ?? null)).to.contain('Rudi Hartono');
    await sendKeys({ type: ' tidakada' });
    await waitUntil(() => find(element, '.none') !== null);
    expect(textOf(find(element, '.none'))).to.equal(id.queue.emptySearch);
    await expect(element).to.be.accessible();
  });

  it('follows the cases live and announces new ones politely', async () => {
    const open = await openQueue();
    const consultationId = await newcomer(open, 'Pendatang Baru (contoh)');
    await waitUntil(() => ids(open.element).includes(consultationId));
    expect(textOf(find(open.element, '.count [role="status"]'))).to.equal(id.queue.arrived(1));
  });

  it('moves nothing under the pointer: changes wait, are counted, and come on request', async () => {
    const open = await openQueue();
    const { element, backend } = open;
    const before = ids(element);
    const box = rows(element)[0]?.getBoundingClientRect();
    await sendMouse({
      type: 'move',
      position: [Math.round((box?.x ?? 0) + 20), Math.round((box?.y ?? 0) + 10)],
    });
    const consultationId = await newcomer(open, 'Pendatang Baru (contoh)');
    await waitUntil(() => find(element, '.count .button') !== null);
    expect(ids(element)).to.deep.equal(before);
    // A row that is there follows its case all the same.
    const { items } = await backend.list({ states: ['submitted'] });
    const waiting = items.find(({ id: each }) => before.includes(each));
    const outcome = await backend.execute(
      { type: 'start-review', consultationId: waiting?.id ?? '', data: {} },
      { key: 'start' },
    );
    expect(outcome.ok).to.equal(true);
    await waitUntil(() =>
      textOf(find(element, `[data-id="${waiting?.id ?? ''}"]`)).includes(id.states.reviewing),
    );
    find(element, '.count .button')?.click();
    await waitUntil(() => ids(element).includes(consultationId));
    await sendMouse({ type: 'move', position: [1, 1] });
  });

  it('gives more rows when it is asked for them', async () => {
    const office = await openOffice();
    const backend = office.as(samplePeople.reception);
    for (let n = 0; n < 60; n++) {
      const consultationId = crypto.randomUUID();
      await backend.execute(
        { type: 'register', consultationId, data: sampleValues.guestBook() },
        { key: consultationId },
      );
    }
    const element = Object.assign(document.createElement('lpse-queue'), {
      backend,
      clock,
      session: samplePeople.reception,
    });
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => find(element, '.none') !== null);
    await filter(element, 0, 'user');
    await waitUntil(() => rows(element).length === 50);
    find(element, '.more .button')?.click();
    await waitUntil(() => rows(element).length === 60);
    expect(find(element, '.more')).to.equal(null);
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
});
