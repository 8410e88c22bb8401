import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { find, textOf } from '../desk/desk-harness.test.js';
import { waitUntil } from '../testing/wait-until.js';
import { filter, openQueue, rows } from './queue-harness.test.js';
import type { LpseQueue } from './queue.js';

function fieldOf(element: LpseQueue): HTMLInputElement {
  return find<HTMLInputElement>(element, '[type="search"]') as HTMLInputElement;
}

describe('The search of <lpse-queue> over a slow backend', () => {
  const { now } = performance;
  const { setTimeout: wait, clearTimeout: forget } = window;
  /** The pauses in typing that are waited for. */
  const pauses = new Map<number, () => void>();

  beforeEach(() => {
    let time = 0;
    // Each look at the clock is a second later: whatever is measured takes long.
    performance.now = () => (time += 1000);
    pauses.clear();
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => {
        const id = wait(run, ms === 200 ? 2 ** 30 : ms);
        if (ms === 200) pauses.set(id, run);
        return id;
      },
      clearTimeout: (id?: number) => {
        forget(id);
        if (id !== undefined) pauses.delete(id);
      },
    });
  });

  afterEach(() => {
    performance.now = now;
    Object.assign(window, { setTimeout: wait, clearTimeout: forget });
  });

  async function pause(element: LpseQueue): Promise<void> {
    for (const [id, run] of pauses) {
      window.clearTimeout(id);
      run();
    }
    await element.updateComplete;
    await waitUntil(() => !element.isLoading, 'the rows');
  }

  it('leaves the space before the next word, also when the queue is narrowed meanwhile', async () => {
    const { element } = await openQueue();
    const [row] = rows(element);
    const first = textOf(row?.querySelector('.who') ?? null).split(' ')[0] ?? '';
    fieldOf(element).focus();
    await sendKeys({ type: `${first} ` });
    await pause(element);
    expect(fieldOf(element).value).to.equal(`${first} `);
    await sendKeys({ type: 'x' });
    expect(fieldOf(element).value).to.equal(`${first} x`);
  });

  it('gives way to a view that is chosen before it has begun', async () => {
    const { element } = await openQueue();
    fieldOf(element).focus();
    await sendKeys({ type: 'zzz' });
    expect(element.showView(0)).to.equal(true);
    await pause(element);
    expect(rows(element).length).to.be.greaterThan(0);
    expect(fieldOf(element).value).to.equal('');
  });

  it('goes along with a filter that is set before it has begun', async () => {
    const { element } = await openQueue();
    fieldOf(element).focus();
    await sendKeys({ type: 'zzz' });
    await filter(element, 'sort', 'dueAt');
    await pause(element);
    expect(rows(element).length).to.equal(0);
    expect(fieldOf(element).value).to.equal('zzz');
  });
});
