import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { EmbeddedBackend } from '@lpse-konsultasi/client';
import { createIndexedDbBackend, eraseIndexedDb } from '@lpse-konsultasi/client/indexeddb';
import { createMemoryMemo } from '@lpse-konsultasi/client/memory';
import { fillWithMany, sampleLogs, sampleValues } from '@lpse-konsultasi/client/samples';
import { verifyLog, type ConsultationEvent } from '@lpse-konsultasi/form-schema';
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
import { queueTexts } from '../locales/queue.js';
import type { LpseQueue } from './queue.js';
import { waitUntil } from '../testing/wait-until.js';

const { id } = deskTexts;
const texts = queueTexts.id;

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

/** Chooses in one of the selects above the list. */
async function filter(element: LpseQueue, name: string, value: string): Promise<void> {
  await waitUntil(() => find(element, `[data-filter="${name}"]`) !== null, name);
  const select = find<HTMLSelectElement>(element, `[data-filter="${name}"]`);
  if (select === null) throw new Error('no filter');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** A queue of many cases, newest first. */
async function openMany(count: number): Promise<OpenQueue> {
  const office = await openOffice();
  const backend = office.as(samplePeople.officer);
  await fillWithMany(backend, { now, count, open: 40 });
  const element = await show(backend);
  await filter(element, 'view', 'all');
  await waitUntil(() => totalOf(element) === count, 'not all counted');
  return { element, office, backend };
}

async function show(backend: EmbeddedBackend, properties: object = {}): Promise<LpseQueue> {
  const element = Object.assign(document.createElement('lpse-queue'), {
    backend,
    clock,
    session: samplePeople.officer,
    ...properties,
  });
  await fixture(html`<main>${element}</main>`);
  await waitUntil(() => rows(element).length > 0, 'no rows');
  return element;
}

function totalOf(element: LpseQueue): number {
  return Number(rows(element)[0]?.getAttribute('aria-setsize'));
}

function placeOf(row: Element | null | undefined): number {
  return Number(row?.getAttribute('aria-posinset'));
}

async function pressButton(element: LpseQueue, words: string): Promise<void> {
  const found = (): HTMLElement | undefined =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])].find(
      (button) => textOf(button) === words && !button.matches(':disabled'),
    );
  await waitUntil(() => found() !== undefined, `no button "${words}"`);
  found()?.click();
  await element.updateComplete;
}

describe('<lpse-queue>', () => {
  it('lets no word run into another on the narrowest phone', async () => {
    const { element } = await openQueue();
    element.style.inlineSize = '250px';
    await new Promise(requestAnimationFrame);
    for (const row of rows(element)) {
      const [where, clockBox] = ['.where', '.clock'].map((part) =>
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

  it('is narrowed by state, category and words, also to nothing', async () => {
    const { element } = await openQueue();
    await filter(element, 'view', 'done');
    await waitUntil(() => textOf(rows(element)[0] ?? null).match(/Diarsipkan|Dibatalkan/) !== null);
    await filter(element, 'view', 'all');
    await waitUntil(() => rows(element).length > 13);
    await pressButton(element, texts.narrow);
    await filter(element, 'kategori', 'rup');
    await waitUntil(() => rows(element).every((row) => /RUP/.test(textOf(row))));
    await filter(element, 'kategori', '');
    const search = find<HTMLInputElement>(element, 'input[type="search"]');
    search?.focus();
    await sendKeys({ type: 'hartono rudi' });
    await waitUntil(() => rows(element).length === 1);
    expect(textOf(rows(element)[0] ?? null)).to.contain('Rudi Hartono');
    await sendKeys({ type: ' tidakada' });
    await waitUntil(() => find(element, '.none') !== null);
    expect(textOf(find(element, '.none'))).to.equal(texts.emptySearch);
    await expect(element).to.be.accessible();
  });

  it('follows the cases live and announces new ones politely', async () => {
    const open = await openQueue();
    const consultationId = await newcomer(open, 'Pendatang Baru (contoh)');
    await waitUntil(() => ids(open.element).includes(consultationId));
    expect(textOf(find(open.element, '.count [role="status"]'))).to.equal(texts.arrived(1));
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

  it('draws only the rows in sight of many, and says where each stands among all', async () => {
    const { element } = await openMany(600);
    expect(rows(element).length).to.be.below(80);
    expect(placeOf(rows(element)[0])).to.equal(1);
    const box = find(element, '.viewport');
    if (box === null) throw new Error('no box');
    const height = rows(element)[0]?.getBoundingClientRect().height ?? 0;
    expect(box.scrollHeight).to.be.closeTo(600 * height, 600);
    box.scrollTop = 300 * height;
    await waitUntil(() => rows(element).some((row) => placeOf(row) === 301), 'row 301');
    const row = rows(element).find((each) => placeOf(each) === 301);
    expect(row?.getBoundingClientRect().top).to.be.closeTo(box.getBoundingClientRect().top, 2);
    await expect(element).to.be.accessible();
  });

  it('keeps the focus on a row that is scrolled out of sight, and comes back to it by key', async () => {
    const { element } = await openMany(300);
    element.focus();
    const [first] = ids(element);
    const box = find(element, '.viewport');
    box?.scrollTo(0, 200 * (rows(element)[0]?.offsetHeight ?? 0));
    await waitUntil(() => rows(element).some((row) => placeOf(row) > 200), 'far down');
    const focused = (): HTMLElement | null => element.shadowRoot?.activeElement as HTMLElement;
    expect(focused()?.dataset['id']).to.equal(first);
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => placeOf(focused()) === 2, 'the second row');
    expect(box?.scrollTop).to.be.below(10 * (focused()?.offsetHeight ?? 0));
  });

  it('goes to the last of many by key, reading on as far as that is', async () => {
    const { element } = await openMany(450);
    element.focus();
    await sendKeys({ press: 'PageDown' });
    await waitUntil(() => placeOf(element.shadowRoot?.activeElement) > 5, 'a page further');
    await waitUntil(async () => {
      await sendKeys({ press: 'End' });
      return placeOf(element.shadowRoot?.activeElement) === 450;
    }, 'the last row');
  });

  it('collects what comes in while it is scrolled, and shows it on request', async () => {
    const open = await openMany(200);
    const { element } = open;
    const box = find(element, '.viewport');
    box?.scrollTo(0, 60 * (rows(element)[0]?.offsetHeight ?? 0));
    await waitUntil(() => rows(element).some((row) => placeOf(row) > 60), 'scrolled');
    const before = ids(element);
    await newcomer(open, 'Pendatang Baru (contoh)');
    await waitUntil(() => find(element, '.fresh') !== null, 'no notice');
    expect(textOf(find(element, '.fresh'))).to.equal(texts.fresh(1));
    expect(ids(element)).to.deep.equal(before);
    find(element, '.fresh')?.click();
    await waitUntil(() => totalOf(element) === 201 && find(element, '.fresh') === null, 'shown');
    expect(box?.scrollTop).to.equal(0);
  });

  it('marks what has changed since the officer last opened it', async () => {
    const open = await openQueue();
    const { element } = open;
    expect(rows(element).some((row) => row.matches('.unread'))).to.equal(false);
    const consultationId = await newcomer(open, 'Pendatang Baru (contoh)');
    const row = (): HTMLElement | null => find(element, `[data-id="${consultationId}"]`);
    await waitUntil(() => row() !== null, 'no row');
    expect(row()?.matches('.unread')).to.equal(false);
    // The clock of these tests stands still; somebody else works a minute later.
    const later = { now: () => new Date(now.getTime() + 60_000) };
    const outcome = await open.office
      .as(samplePeople.secondOfficer, later)
      .execute({ type: 'start-review', consultationId, data: {} }, { key: 'later' });
    expect(outcome.ok).to.equal(true);
    await waitUntil(() => row()?.matches('.unread') === true, 'no mark');
    expect(textOf(row())).to.contain(texts.unread);
    row()?.click();
    await waitUntil(() => row()?.matches('.unread') === false, 'still marked');
  });

  it('narrows by officer, deadline and day, and keeps that as a view with a name', async () => {
    const { backend } = await openQueue();
    const memo = createMemoryMemo();
    const element = await show(backend, { memo });
    await pressButton(element, texts.narrow);
    await filter(element, 'view', 'all');
    await filter(element, 'petugasId', samplePeople.secondOfficer.id);
    const { items } = await backend.list({
      petugasId: [samplePeople.secondOfficer.id],
      limit: 200,
    });
    await waitUntil(() => totalOf(element) === items.length, 'by officer');
    expect(find(element, '.narrow')?.textContent?.trim()).to.equal(texts.narrowed(1));
    const name = find<HTMLInputElement>(element, 'input[name="name"]');
    if (name === null) throw new Error('no field');
    name.value = 'Milik rekan';
    await pressButton(element, texts.keepView);
    await pressButton(element, texts.clear);
    await waitUntil(() => totalOf(element) > items.length, 'all again');
    const again = await show(backend, { memo });
    await waitUntil(
      () => textOf(find(again, '[data-filter="view"]')).includes('Milik rekan'),
      'kept',
    );
    await filter(again, 'view', 'own:Milik rekan');
    await waitUntil(() => totalOf(again) === items.length, 'the view');
    await waitUntil(
      () => textOf(find(again, '[data-filter="view"]')).includes(`Milik rekan (${items.length})`),
      'the count of the view',
    );
    await expect(again).to.be.accessible();
  });

  it('says who else has a case open', async () => {
    const open = await openQueue();
    const [first = ''] = ids(open.element);
    const abort = new AbortController();
    await open.office.as(samplePeople.secondOfficer).attend(first, { signal: abort.signal });
    const others = (): string => textOf(find(open.element, `[data-id="${first}"] .others`));
    await waitUntil(() => others().includes(samplePeople.secondOfficer.name), 'nobody');
    abort.abort();
    await waitUntil(() => others() === '', 'still there');
  });

  it('chooses several by key and hands them over as a file', async () => {
    const { element } = await openQueue();
    const saved = catchFiles();
    element.focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Shift' });
    expect(rows(element).filter((row) => row.ariaSelected === 'true').length).to.equal(3);
    expect(find(element, '.list')?.getAttribute('aria-multiselectable')).to.equal('true');
    await expect(element).to.be.accessible();
    await pressButton(element, texts.formats['csv'] ?? '');
    await waitUntil(() => saved.files.length === 1, 'no file');
    const csv = await saved.files[0]?.content.text();
    expect(saved.files[0]?.name).to.equal('antrean-konsultasi-2026-11-23.csv');
    expect(csv?.trim().split('\r\n').length).to.equal(4);
    expect(csv).to.contain(texts.columns.nomorAntrean);
    await pressButton(element, texts.formats['json'] ?? '');
    await waitUntil(() => saved.files.length === 2, 'no logs');
    const logs = JSON.parse((await saved.files[1]?.content.text()) ?? '') as ConsultationEvent[][];
    expect(logs.every((log) => verifyLog(log).ok)).to.equal(true);
    await pressButton(element, texts.formats['xlsx'] ?? '');
    await waitUntil(() => saved.files.length === 3, 'no workbook');
    saved.restore();
    await sendKeys({ press: 'Escape' });
    await pressButton(element, texts.chooseNone).catch(() => undefined);
    expect(find(element, '.bulk')).to.equal(null);
  });

  it('chooses everything that the list holds', async () => {
    const { element } = await openMany(250);
    await pressButton(element, texts.choose);
    await pressButton(element, texts.chooseAll('250'));
    await waitUntil(
      () => textOf(find(element, '.bulk')).includes(texts.chosen('250')),
      'not all chosen',
    );
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

  it('says how many cases are damaged and what to do, also when none is as it was', async () => {
    const { profile } = await openOffice();
    const name = `queue-${crypto.randomUUID()}`;
    const options = { profile, name, actor: () => samplePeople.officer, now: () => now };
    const before = await createIndexedDbBackend(options);
    for (const log of sampleLogs({ profile, now }).slice(0, 3)) await before.importLog(log);
    await before.close();
    await changeEveryFirstEntry(name);
    const backend = await createIndexedDbBackend(options);
    const element = Object.assign(document.createElement('lpse-queue'), {
      backend,
      clock,
      session: samplePeople.officer,
    });
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => textOf(find(element, '.damage')) === texts.damaged('3'), 'not all found');
    await expect(element).to.be.accessible();
    await backend.close();
    await eraseIndexedDb({ name });
  });

  it('does not say that there is nothing where nothing can be read', async () => {
    const office = await openOffice();
    const backend = Object.assign(office.as(samplePeople.officer), {
      list: async () => ({ items: [], total: 0, damaged: 2 }),
    });
    const element = Object.assign(document.createElement('lpse-queue'), {
      backend,
      clock,
      session: samplePeople.officer,
    });
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => textOf(find(element, '.none')) === texts.emptyDamaged, 'said nothing');
    expect(textOf(find(element, '.damage'))).to.equal(texts.damaged('2'));
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

/** As somebody with the browser's tools can. */
async function changeEveryFirstEntry(name: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = database.transaction('events', 'readwrite');
  const events = transaction.objectStore('events');
  const all = events.getAll();
  all.onsuccess = () => {
    for (const event of all.result as ConsultationEvent[])
      if (event.seq === 1) events.put({ ...event, data: { ...event.data, tiket: 'DIUBAH' } });
  };
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

/** Catches the files that would be downloaded. */
function catchFiles(): { files: { name: string; content: Blob }[]; restore: () => void } {
  const files: { name: string; content: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (content: Blob) => {
    const url = createObjectURL.call(URL, content);
    blobs.set(url, content);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
    const content = blobs.get(this.href);
    if (content !== undefined) files.push({ name: this.download, content });
  };
  const restore = (): void => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  };
  return { files, restore };
}
