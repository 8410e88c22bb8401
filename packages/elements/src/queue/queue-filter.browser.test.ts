import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createMemoryMemo } from '@lpse-konsultasi/client/memory';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { find, now, samplePeople, textOf } from '../desk/desk-harness.test.js';
import { queueTexts } from '../locales/queue.js';
import { waitUntil } from '../testing/wait-until.js';
import { filter, ids, openQueue, pressButton, rows, show, totalOf } from './queue-harness.test.js';

const texts = queueTexts.id;

describe('What the queue is narrowed to', () => {
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

  it('keeps what waits for LKPP in one view, archived or not, until the reply is there', async () => {
    const { element, backend, office } = await openQueue();
    const [open] = (await backend.list({ states: ['escalating'] })).items;
    const data = sampleValues.escalation(office.profile, now.toISOString());
    const command = { type: 'escalate', consultationId: open?.id ?? '', data } as const;
    expect((await backend.execute(command, { key: 'escalate' })).ok).to.equal(true);
    const { items } = await backend.list({ limit: 200 });
    const waiting = items.filter(({ eskalasi }) => eskalasi === 'waiting');
    expect(waiting.map(({ state }) => state)).to.include.members(['archived', 'handing-over']);
    await filter(element, 'view', 'escalated');
    await waitUntil(() => totalOf(element) === waiting.length, 'not those that wait');
    expect(ids(element).sort()).to.deep.equal(waiting.map(({ id }) => id).sort());
    await waitUntil(
      () =>
        textOf(find(element, '[data-filter="view"]')).includes(
          texts.counted(texts.groups.escalated, String(waiting.length)),
        ),
      'the count of the view',
    );
  });
});
