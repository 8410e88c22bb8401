// What a page does for the proofs of the browser; it is built from the sources and runs there.
import type { Backend } from '@lpse-konsultasi/client';
import { createIndexedDbDrafts } from '@lpse-konsultasi/client/indexeddb';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import {
  createIndexedDbOutboxStore,
  outbox,
  type Outbox,
  type OutboxEntry,
} from '@lpse-konsultasi/client/outbox';
import { samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import { LpseError, type Command } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';

export const draftKeys = ['k-1', 'k-2', 'k-3'].map((id) => `${id}/consultation-form`);

const ask = (path: string, body: unknown): Promise<Response> =>
  fetch(path, { method: 'POST', body: JSON.stringify(body) });

/** Says which drafts this browser has, then drafts on, and says of each when it is stored. */
async function draft(): Promise<void> {
  // A database that is gone is another matter than one that is old.
  const databases = (await indexedDB.databases()).length;
  const drafts = createIndexedDbDrafts();
  const found: { [key: string]: number } = {};
  for (const key of draftKeys) {
    const value = (await drafts.load(key))?.value;
    // Half a form would show in its length.
    const isWhole = String(value?.['uraian'] ?? '').endsWith(` ${String(value?.['n'])}`);
    if (value !== undefined) found[key] = isWhole ? Number(value['n']) : -1;
  }
  await ask('/found', { databases, found });
  for (let n = Math.max(0, ...Object.values(found)) + 1; ; n += 1) {
    const key = draftKeys[n % draftKeys.length] ?? '';
    const uraian = `${'Dokumen belum dapat diunggah (contoh). '.repeat(40)} ${n}`;
    await drafts.save(key, { ...sampleValues.consultationForm(), uraian, n });
    await ask('/stored', { key, n });
  }
}

/** A backend whose commands the proof's server counts by their keys. */
function counted(): Backend {
  const backend = createMemoryBackend({ profile, actor: () => samplePeople.user });
  const execute = backend.execute.bind(backend);
  backend.execute = async (command, options) => {
    const answer = await ask('/send', options.key).catch(() => undefined);
    if (answer?.ok !== true) throw new LpseError('LPSE_SERVER_UNREACHABLE');
    return execute(command, options);
  };
  return backend;
}

const registration = (consultationId: string): Command => ({
  type: 'register',
  consultationId,
  data: sampleValues.guestBook(),
});

function openBox(name: string): Outbox {
  const store = createIndexedDbOutboxStore({ name });
  return outbox(counted(), { name, store, firstPause: 20, longestPause: 200 });
}

const emptied = (box: Outbox): Promise<void> =>
  new Promise((done) => {
    const stop = box.subscribe(({ entries }) => {
      if (entries.length > 0) return;
      queueMicrotask(() => stop());
      done();
    });
  });

/** Whoever comes first waits for the other tab. */
const meet = (place: string): Promise<Response> => ask('/meet', place);

const handIn = async (box: Outbox, id: string): Promise<void> => {
  try {
    await box.execute(registration(id), { key: 'k' });
  } catch (error) {
    // It is kept, and sent by whoever is the sender.
    if (!(error instanceof LpseError) || error.code !== 'LPSE_OUTBOX_WAITING') throw error;
  }
};

/**
 * Races of two tabs for the same outbox: two commands wait in it from an earlier visit, each tab opens it at the same
 * moment and hands in one of its own.
 */
async function race(tab: number, from: number, until: number): Promise<void> {
  for (let round = from; round < until; round += 1) {
    const name = `balapan-${round}`;
    if (tab === 0) await fill(name, [`${round}-a`, `${round}-b`]);
    await meet(`${round} begins`);
    const box = openBox(name);
    await Promise.all([handIn(box, `${round}-${tab}`), emptied(box)]);
    await meet(`${round} is over`);
    await emptied(box);
    await box.close();
  }
}

async function fill(name: string, ids: readonly string[]): Promise<void> {
  const store = createIndexedDbOutboxStore({ name });
  for (const id of ids) {
    const entry: Omit<OutboxEntry, 'order'> = {
      ...{ id: crypto.randomUUID(), command: registration(id), attempts: 0 },
      ...{ addedAt: new Date().toISOString(), state: { type: 'waiting' } },
    };
    await store.add(entry);
  }
  store.close();
}

const boxes: Outbox[] = [];

export const deeds = {
  race,
  /** Hands in so many, and answers when each is kept or sent. */
  async handInMany(name: string, count: number): Promise<void> {
    const box = openBox(name);
    boxes.push(box);
    for (let n = 0; n < count; n += 1) await handIn(box, `${name}-${n}`);
  },
  /** Opens the outbox in this tab as well, and answers when nothing waits in it. */
  async finish(name: string): Promise<void> {
    const box = openBox(name);
    boxes.push(box);
    await box.export();
    await emptied(box);
  },
};

declare global {
  var deeds: typeof import('./page.js').deeds;
}
globalThis.deeds = deeds;
if (location.search === '?draft') void draft();
