import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { find } from '../desk/desk-harness.test.js';
import { waitUntil } from '../testing/wait-until.js';
import { ids, openMany, placeOf, rows } from './queue-harness.test.js';

describe('The queue of many cases', () => {
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

  it('leaves a person alone who has gone elsewhere before the row that was called for is drawn', async () => {
    const { element } = await openMany(300);
    const outside = document.createElement('input');
    element.after(outside);
    element.focus();
    const list = find(element, '[role="listbox"]');
    const far = { key: 'PageDown', bubbles: true, cancelable: true };
    for (let pages = 0; pages < 5; pages += 1)
      list?.dispatchEvent(new KeyboardEvent('keydown', far));
    outside.focus();
    await waitUntil(() => rows(element).some((row) => placeOf(row) > 30 && row.tabIndex === 0));
    expect(document.activeElement === outside).to.equal(true);
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
});
