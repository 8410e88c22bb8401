import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { find, now, samplePeople, textOf } from '../desk/desk-harness.test.js';
import { deskTexts } from '../locales/desk.js';
import { queueTexts } from '../locales/queue.js';
import { waitUntil } from '../testing/wait-until.js';
import {
  filter,
  ids,
  newcomer,
  openMany,
  openQueue,
  placeOf,
  rows,
  totalOf,
} from './queue-harness.test.js';

const { id } = deskTexts;
const texts = queueTexts.id;

describe('The queue while others work', () => {
  it('follows the cases live and announces new ones politely', async () => {
    const open = await openQueue();
    const consultationId = await newcomer(open, 'Pendatang Baru (contoh)');
    await waitUntil(() => ids(open.element).includes(consultationId));
    expect(textOf(find(open.element, '.count [role="status"]'))).to.equal(texts.arrived(1));
  });

  it('is there again with the first change after a failure', async () => {
    const open = await openQueue();
    const { backend, element } = open;
    const { list } = backend;
    backend.list = () => Promise.reject(new Error('The line is down'));
    await filter(element, 'view', 'all');
    await waitUntil(() => find(element, '.alert-bad') !== null, 'no failure');
    backend.list = list;
    const id = await newcomer(open, 'Tono (contoh)');
    await waitUntil(() => ids(element).includes(id), 'not there');
    expect(textOf(find(element, '.alert-bad'))).to.equal('');
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

  it('keeps the row under a finger until the tap is over', async () => {
    const open = await openQueue();
    const { element } = open;
    const [row] = rows(element);
    const before = ids(element);
    const touch = (type: string): unknown =>
      row?.dispatchEvent(
        new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch' }),
      );
    touch('pointerdown');
    const consultationId = await newcomer(open, 'Pendatang Baru (contoh)');
    await waitUntil(() => find(element, '.fresh') !== null, 'no notice');
    touch('pointerup');
    expect(ids(element)).to.deep.equal(before);
    row?.click();
    expect(element.selected).to.equal(before[0]);
    await waitUntil(() => ids(element).includes(consultationId), 'not shown after the tap');
  });

  it('leaves the button for what waits to a mouse that presses it from the list', async () => {
    const open = await openQueue();
    const { element } = open;
    element.focus();
    const consultationId = await newcomer(open, 'Pendatang Baru (contoh)');
    await waitUntil(() => find(element, '.fresh') !== null, 'no notice');
    const { x = 0, y = 0 } = find(element, '.fresh')?.getBoundingClientRect() ?? {};
    await sendMouse({ type: 'move', position: [Math.round(x + 8), Math.round(y + 8)] });
    await sendMouse({ type: 'down' });
    await element.updateComplete;
    await sendMouse({ type: 'up' });
    await waitUntil(() => ids(element).includes(consultationId), 'not shown');
    const focused = (): Element | null | undefined => element.shadowRoot?.activeElement;
    await waitUntil(() => focused()?.matches('[role="option"]') === true, 'the focus is lost');
    await resetMouse();
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
});
