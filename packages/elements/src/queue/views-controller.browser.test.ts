import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import type { Json } from '@lpse-konsultasi/form-schema';
import type { Memo } from '@lpse-konsultasi/client';
import { clock, now, openOffice, samplePeople } from '../desk/desk-harness.test.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import { everything } from './queue-filter.js';
import { ViewsController } from './views-controller.js';

const context = { officerId: 'p1', zone: 'WIB', now: now.toISOString() } as const;

function hostOf(onUpdate: () => void): ReactiveControllerHost {
  return {
    addController: () => {},
    removeController: () => {},
    requestUpdate: onUpdate,
    updateComplete: Promise.resolve(true),
  };
}

describe('ViewsController', () => {
  it('adds to what was stored before, though it is still being read', async () => {
    const stored = new Map<string, unknown>([['p1', [{ name: 'Lama', filter: everything }]]]);
    let answer!: () => void;
    const memo: Memo = {
      get: (key) => new Promise((resolve) => (answer = () => resolve(stored.get(key) as Json))),
      set: async (key, value) => void stored.set(key, value),
      remove: async (key) => void stored.delete(key),
    };
    const source = { backend: undefined, memo, key: 'p1', context };
    const views = new ViewsController(
      hostOf(() => {}),
      () => source,
    );
    views.hostUpdate();
    views.keep('Baru', everything);
    answer();
    const names = (): string[] => (stored.get('p1') as { name: string }[]).map(({ name }) => name);
    await waitUntil(() => names().includes('Baru'), 'not stored');
    expect(names()).to.deep.equal(['Lama', 'Baru']);
    expect(views.all.slice(-2).map(({ name }) => name)).to.deep.equal(['Lama', 'Baru']);
    views.hostDisconnected();
  });

  it('ends with the counts of what is there, however late an earlier count is answered', async () => {
    const office = await openOffice();
    const lists = new HeldAnswers(office.as(samplePeople.officer, clock), 'list');
    let counted = 0;
    const views = new ViewsController(
      hostOf(() => counted++),
      () => ({
        backend: lists.backend,
        memo: undefined,
        key: 'p1',
        context,
      }),
    );
    views.hostUpdate();
    lists.isHolding = true;
    views.countSoon(0);
    await waitUntil(() => lists.asked === 1, 'not counted');
    lists.isHolding = false;
    await office.open('submitted');
    views.countSoon(0);
    await new Promise((resolve) => setTimeout(resolve));
    // A second count that did not wait for the first one would have its answers by now.
    for (let n = 0; n < 2 * views.all.length; n++) await lists.backend.list();
    lists.answer(0);
    await waitUntil(() => counted === 2, 'not counted again');
    expect(views.counts.get(views.all[0]?.id ?? '')).to.equal(1);
    expect([...views.counts.keys()]).to.deep.equal(views.all.map(({ id }) => id));
  });
});
