import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Profile } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import type { Backend } from '../backend.js';
import { sampleCase, samplePeople } from '../samples/index.js';
import { createMemoryBackend, MemoryStore } from './index.js';

const now = new Date('2026-03-04T03:30:00Z');
const { events, consultation } = sampleCase('archived', { profile, now });
const { id } = consultation;
const classification = JSON.stringify(consultation.analisis?.['klasifikasi']);

const denied = { code: 'LPSE_ACCESS_DENIED' };

let store: MemoryStore;

function as(actor: Actor, inOffice: Profile = profile): Backend {
  return createMemoryBackend({ profile: inOffice, store, actor: () => actor, now: () => now });
}

/** The office, showing the reception what is named. */
function showingReception(...shown: Profile['procedure']['views']['reception']): Profile {
  const { procedure } = profile;
  const views = { ...procedure.views, reception: shown };
  return { ...profile, procedure: { ...procedure, views } };
}

beforeEach(async () => {
  store = new MemoryStore();
  const backend = createMemoryBackend({ profile, store, actor: () => samplePeople.officer });
  expect(await backend.importLog(events)).toMatchObject({ ok: true });
  expect(classification).toContain('prioritas');
});

describe('what an embedded backend hands out', () => {
  it('is the whole case to an officer, and to a viewer', async () => {
    for (const actor of [samplePeople.officer, samplePeople.viewer])
      expect(await as(actor).read(id)).toEqual({ consultation, events });
  });

  it('has nothing of the analysis for a user, in what they read and in what their commands answer', async () => {
    const user = as(samplePeople.user);
    const record = await user.read(id);
    const order = { type: 'confirm', consultationId: id, data: {} } as const;
    const outcome = await user.execute(order, { key: 'k' });
    const conflict = await user.execute(order, { key: 'other', expectedVersion: 1 });
    expect([outcome.ok, conflict.ok]).toEqual([true, false]);
    expect(conflict).toMatchObject({ consultation: { id } });
    for (const answer of [record, outcome, conflict]) {
      expect(JSON.stringify(answer)).not.toMatch(/"prioritas"|informasiTambahan|"catatan":/);
      expect(answer).toMatchObject({ consultation: { withheld: { initials: [true] } } });
    }
    expect(record?.events.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
  });

  it('has no priority for a reception, in rows as in cases and logs, nor for whoever asks by it', async () => {
    const reception = as(samplePeople.reception);
    const { prioritas } = (await as(samplePeople.officer).list()).items[0] ?? {};
    expect(prioritas).toBeDefined();
    const { items } = await reception.list();
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('prioritas');
    expect(await reception.list({ prioritas: [prioritas ?? ''], total: true })).toEqual({
      items: [],
      total: 0,
    });
    const logs = await reception.logs();
    expect(logs.items[0]?.verdict).toEqual({ ok: true });
    expect(JSON.stringify([logs, await reception.read(id)])).not.toContain(classification);
  });

  it('is what the profile says: no names, no list, no logs, no report, no changes of others', async () => {
    const nameless = as(samplePeople.reception, showingReception('daftar', 'riwayat'));
    const [row] = (await nameless.list()).items;
    expect(row).toMatchObject({ id, nama: '', judul: '' });
    for (const member of ['petugas', 'petugasId', 'pelapor', 'paket', 'prioritas'])
      expect(row).not.toHaveProperty(member);
    expect((await nameless.list({ search: 'a' })).items).toEqual([]);
    const alone = as(samplePeople.reception, showingReception('dataPribadi'));
    expect((await alone.list({ total: true })).total).toBe(0);
    await expect(alone.logs()).rejects.toMatchObject(denied);
    const period = { from: '2026-03-01T00:00:00Z', until: '2026-03-08T00:00:00Z' };
    await expect(alone.report(period)).rejects.toMatchObject(denied);
    expect(await alone.watch()[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
    expect(await alone.attending()[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
  });
});
