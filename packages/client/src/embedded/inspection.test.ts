import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadShipped } from '@lpse-konsultasi/form-schema';
import { createMemoryBackend } from '../memory/index.js';
import { sampleLogs, samplePeople } from '../samples/index.js';
import { TamperedStore } from '../testing/tampered-store.js';
import { Inspection } from './inspection.js';

const now = new Date('2026-11-23T03:40:00Z');

/** Looks through a desk whose last log was changed, on a page that has so many milliseconds; answers its pauses. */
async function pausesOfLook(timeRemaining: number): Promise<{ pauses: number; cases: number }> {
  let pauses = 0;
  vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => {
    pauses += 1;
    setTimeout(() => work({ didTimeout: false, timeRemaining: () => timeRemaining }));
  });
  const profile = await loadShipped('batang', 'id');
  const store = new TamperedStore();
  const actor = () => samplePeople.officer;
  const backend = createMemoryBackend({ profile, store, actor, now: () => now });
  const cases = await backend.importLogs(sampleLogs({ profile, now }));
  const ids = await store.read((reader) => reader.ids(undefined, 200));
  const last = ids.at(-1) ?? '';
  store.damage(last);
  const found = new Promise<string>((resolve) => store.subscribe(({ id }) => resolve(id)));
  const inspection = new Inspection(store, profile);
  inspection.begin();
  expect(await found).toBe(last);
  expect(inspection.damaged).toBe(1);
  return { pauses, cases };
}

describe('the look through all logs', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('lets a busy page have its turn before each log', async () => {
    const { pauses, cases } = await pausesOfLook(0);
    expect(cases).toBeGreaterThan(10);
    expect(pauses).toBeGreaterThanOrEqual(cases);
  });

  it('goes on without a pause while the page has time', async () => {
    expect((await pausesOfLook(40)).pauses).toBe(1);
  });
});
