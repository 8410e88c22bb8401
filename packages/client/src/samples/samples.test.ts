import { describe, expect, it } from 'vitest';
import { states, verifyLog } from '@lpse-konsultasi/form-schema';
import { profile as base } from '@lpse-konsultasi/form-schema/profiles/base';
import { profile as batang } from '@lpse-konsultasi/form-schema/profiles/batang';
import { createMemoryBackend } from '../memory/index.js';
import { fillWithSamples, sampleCase, sampleLogs, samplePeople, sampleStories } from './index.js';
import { beforeInService } from './timeline.js';

/** A Wednesday, 10.30 at the office. */
const now = new Date('2026-03-04T03:30:00Z');

const desk = () =>
  createMemoryBackend({ profile: batang, actor: () => samplePeople.officer, now: () => now });

describe('the sample desk', () => {
  it.each([base, batang])('is told to the end of each story by profile $id', (profile) => {
    const logs = sampleLogs({ profile, now });
    expect(logs).toHaveLength(sampleStories.length);
    for (const state of states)
      expect(sampleCase(state, { profile, now }).consultation.state).toBe(state);
  });

  it('shows every state of the procedure', async () => {
    const backend = desk();
    await fillWithSamples(backend, { now });
    const { items } = await backend.list({ limit: 200 });
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(states));
  });

  it('is made of logs that verify, and that are the same each time', () => {
    const logs = sampleLogs({ profile: batang, now });
    for (const log of logs) expect(verifyLog(log)).toEqual({ ok: true });
    expect(sampleLogs({ profile: batang, now })).toEqual(logs);
  });

  it('marks every person and company as an example', () => {
    for (const log of sampleLogs({ profile: batang, now })) {
      for (const { actor, ...event } of log) {
        if (actor.role !== 'user') expect(actor.name).toMatch(/\(contoh\)$/);
        const text = JSON.stringify(event.data);
        for (const [, name] of text.matchAll(
          /"(?:nama|namaBadanUsaha|satuanKerja|penerima)":"([^"]*)"/g,
        ))
          expect(name).toMatch(/\(contoh\)$|^contoh-/);
      }
    }
  });

  it('happens in service hours, on the minute that the clock allows, and never after now', () => {
    for (const event of sampleLogs({ profile: batang, now }).flat()) {
      const at = new Date(event.at);
      expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(beforeInService(at, 0, batang.office)).toEqual(at);
    }
  });

  it('leaves a desk that was filled before as it is', async () => {
    const backend = desk();
    await fillWithSamples(backend, { now });
    const before = await backend.list({ limit: 200 });
    await fillWithSamples(backend, { now: new Date('2026-03-05T03:30:00Z') });
    expect(await backend.list({ limit: 200 })).toEqual(before);
  });

  it('lets the next ticket follow those of the samples', async () => {
    const backend = desk();
    await fillWithSamples(backend, { now });
    const outcome = await backend.execute(
      {
        type: 'register',
        consultationId: 'new',
        data: { nama: 'Tamu (contoh)', kanal: 'tatapMuka' },
      },
      { key: 'new' },
    );
    const { items } = await backend.list({ limit: 200 });
    const tickets = items.map(({ tiket }) => tiket);
    expect(outcome.ok).toBe(true);
    expect(new Set(tickets).size).toBe(tickets.length);
  });
});

describe('beforeInService', () => {
  it.each([
    ['within a stretch of service', 30, '2026-03-04T03:00:00.000Z'],
    ['across the night', 150 + 30, '2026-03-03T08:00:00.000Z'],
    ['across the lunch break', 150 + 150 + 60, '2026-03-03T04:00:00.000Z'],
    ['across a weekend', 150 + 2 * 390 + 10, '2026-02-27T07:50:00.000Z'],
  ])('counts back %s', (_title, minutes, expected) => {
    expect(beforeInService(now, minutes, batang.office).toISOString()).toBe(expected);
  });

  it('counts plain time for an office without hours', () => {
    const office = { ...batang.office, jamLayanan: {} };
    expect(beforeInService(now, 90, office)).toEqual(new Date('2026-03-04T02:00:00Z'));
  });

  it('skips holidays', () => {
    const office = { ...batang.office, hariLibur: [{ tanggal: '2026-03-03', nama: 'Contoh' }] };
    expect(beforeInService(now, 160, office)).toEqual(new Date('2026-03-02T08:20:00Z'));
  });
});
