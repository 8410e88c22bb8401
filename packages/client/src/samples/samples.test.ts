import { describe, expect, it } from 'vitest';
import { replay, states, verifyLog } from '@lpse-konsultasi/form-schema';
import { profile as base } from '@lpse-konsultasi/form-schema/profiles/base';
import { profile as batang } from '@lpse-konsultasi/form-schema/profiles/batang';
import { createMemoryBackend } from '../memory/index.js';
import {
  fillWithMany,
  fillWithSamples,
  manyLogs,
  sampleCase,
  sampleLogs,
  samplePeople,
  sampleStories,
  sampleValues,
} from './index.js';
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

describe('many sample cases', () => {
  it('are by the real rules, in the order of their times, the same each time, and marked as samples', () => {
    const options = { profile: batang, now, count: 120, open: 30 };
    const logs = [...manyLogs(options)];
    expect(logs.length).toBe(120);
    for (const log of logs) expect(verifyLog(log)).toMatchObject({ ok: true });
    expect(logs.map((log) => log.at(-1)?.hash)).toEqual(
      [...manyLogs(options)].map((log) => log.at(-1)?.hash),
    );
    const cases = logs.map((log) => replay(log));
    const came = cases.map((each) => each?.registeredAt ?? '');
    expect(came).toEqual([...came].sort());
    const states = new Set(cases.map((each) => each?.state));
    for (const state of ['archived', 'cancelled', 'submitted', 'reviewing', 'queued'])
      expect(states).toContain(state);
    for (const each of cases) expect(String(each?.bukuTamu['nama'])).toContain('(contoh)');
    expect(new Set(cases.map((each) => each?.tiket)).size).toBe(120);
    const open = cases.filter((each) => each && !['archived', 'cancelled'].includes(each.state));
    expect(open.length).toBe(30);
  });

  it('fill a desk once, and the running numbers go on behind them', async () => {
    const actor = samplePeople.reception;
    const backend = createMemoryBackend({ profile: batang, actor: () => actor, now: () => now });
    const seen: number[] = [];
    const onProgress = (done: number): number => seen.push(done);
    expect(await fillWithMany(backend, { now, count: 300, onProgress })).toBe(300);
    expect(await fillWithMany(backend, { now, count: 300 })).toBe(0);
    expect(seen).toEqual([250, 300]);
    expect((await backend.list({ total: true })).total).toBe(300);
    const { items } = await backend.list({ sort: '-registeredAt', limit: 1 });
    const outcome = await backend.execute(
      { type: 'register', consultationId: 'next', data: sampleValues.guestBook() },
      { key: 'next' },
    );
    expect(outcome.ok && outcome.consultation.tiket > (items[0]?.tiket ?? '')).toBe(true);
  });
});
