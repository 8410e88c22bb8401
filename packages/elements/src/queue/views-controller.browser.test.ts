import { expect } from '@open-wc/testing';
import { clock, now, openOffice, samplePeople } from '../desk/desk-harness.test.js';
import { HeldAnswers } from '../testing/held-answers.js';
import { waitUntil } from '../testing/wait-until.js';
import { ViewsController } from './views-controller.js';

describe('ViewsController', () => {
  it('ends with the counts of what is there, however late an earlier count is answered', async () => {
    const office = await openOffice();
    const lists = new HeldAnswers(office.as(samplePeople.officer, clock), 'list');
    let counted = 0;
    const views = new ViewsController(
      {
        addController: () => {},
        removeController: () => {},
        requestUpdate: () => counted++,
        updateComplete: Promise.resolve(true),
      },
      () => ({
        backend: lists.backend,
        memo: undefined,
        key: 'p1',
        context: { officerId: 'p1', zone: 'WIB', now: now.toISOString() },
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
