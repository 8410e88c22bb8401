import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB, type IDBPDatabase } from 'idb';
import { describe, expect, it } from 'vitest';
import { headOf, verifyAgainst, type ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import type { EmbeddedBackend, Page } from '../index.js';
import { sampleLogs, samplePeople } from '../samples/index.js';
import { createIndexedDbBackend } from './index.js';
import { deskVersion, type DeskSchema } from './schema.js';

const now = new Date('2026-11-23T03:40:00Z');
/** Three cases of different lengths, each with its end. */
const originals = sampleLogs({ profile, now })
  .filter((log) => log.length > 3)
  .slice(0, 3);

/** What somebody with the storage in hand makes of the entries of one case; an entry keeps its key by its `seq`. */
type Tamper = (log: ConsultationEvent[], one: number, other: number) => ConsultationEvent[];

const tampers: { readonly [name: string]: Tamper } = {
  edit: (log, one, other) => {
    const index = one % log.length;
    const event = log[index] as ConsultationEvent;
    const edits: readonly ConsultationEvent[] = [
      { ...event, at: new Date(Date.parse(event.at) + 60_000).toISOString() },
      { ...event, actor: { ...event.actor, name: `${event.actor.name} lain` } },
      { ...event, hash: `${event.hash.slice(1)}0` },
      { ...event, data: { ...event.data, sisipan: true } } as unknown as ConsultationEvent,
    ];
    return log.with(index, edits[other % edits.length] as ConsultationEvent);
  },
  delete: (log, one) => log.toSpliced(one % log.length, 1),
  insert: (log, one, other) => {
    const copy = log[other % log.length] as ConsultationEvent;
    return renumbered(log.toSpliced(one % (log.length + 1), 0, copy));
  },
  swap: (log, one, other) => {
    const [a, b] = [one % log.length, other % log.length];
    const swapped = log.with(a, log[b] as ConsultationEvent).with(b, log[a] as ConsultationEvent);
    return renumbered(swapped);
  },
  truncate: (log, one) => log.slice(0, one % log.length),
};

/** A store knows an entry by its number: whoever moves one has to give it another. */
function renumbered(log: readonly ConsultationEvent[]): ConsultationEvent[] {
  return log.map((event, index) => ({ ...event, seq: index + 1 }));
}

/** The place (from 1) of the first entry that is not what it was. */
function firstDifference(log: readonly ConsultationEvent[], was: readonly ConsultationEvent[]) {
  const index = was.findIndex((event, at) => JSON.stringify(event) !== JSON.stringify(log[at]));
  return (index === -1 ? was.length : index) + 1;
}

const open = (name: string): Promise<EmbeddedBackend> =>
  createIndexedDbBackend({
    profile,
    name,
    actor: () => samplePeople.officer,
    now: () => now,
  });

/** The desk with the three cases, after somebody has changed what is stored. */
async function deskAfter(
  name: string,
  change: (raw: IDBPDatabase<DeskSchema>) => Promise<unknown>,
): Promise<EmbeddedBackend> {
  const before = await open(name);
  for (const log of originals) await before.importLog(log);
  await before.close();
  const raw = await openDB<DeskSchema>(name, deskVersion);
  await change(raw);
  raw.close();
  return open(name);
}

/** The list as soon as it is as expected: the desk looks through its logs in the background. */
async function listUntil(
  backend: EmbeddedBackend,
  isThere: (page: Page) => boolean,
): Promise<Page> {
  const changes = backend.watch()[Symbol.asyncIterator]();
  for (;;) {
    const next = changes.next();
    const page = await backend.list();
    if (isThere(page)) return page;
    await next;
  }
}

describe('a desk whose rows and logs do not fit', () => {
  it('has its rows again when they were lost or changed: the log is the only truth', async () => {
    const backend = await deskAfter('rows', async (raw) => {
      const [first, second] = await raw.getAll('summaries');
      if (first === undefined || second === undefined) throw new Error('no rows');
      await raw.delete('summaries', first.id);
      await raw.put('summaries', { id: second.id, revision: second.revision } as typeof second);
    });
    const page = await listUntil(backend, ({ items }) => items.length === originals.length);
    expect(page.damaged).toBeUndefined();
    for (const { id, version } of page.items)
      expect(version).toBe(originals.find(([event]) => event?.consultationId === id)?.length);
    await backend.close();
  });

  it.each([
    ['the last entry of a log', 1],
    ['a whole log', Infinity],
  ])('knows without any head that %s is gone', async (title, gone) => {
    const log = originals[0] ?? [];
    const backend = await deskAfter(title, async (raw) => {
      for (const { consultationId, seq } of log.slice(-gone))
        await raw.delete('events', [consultationId, seq]);
    });
    const page = await listUntil(backend, ({ damaged = 0 }) => damaged > 0);
    expect(page.damaged).toBe(1);
    expect(page.items.length).toBe(originals.length);
    await backend.close();
  });
});

describe('a desk whose stored logs were tampered with', () => {
  it('is found with the exported head, 1,000 times of 1,000, and the first bad entry is named', async () => {
    const name = 'tampered';
    const backend = await open(name);
    for (const log of originals) await backend.importLog(log);
    const heads = new Map(
      (await backend.logs()).items.map(({ id, events }) => [id, headOf(events)]),
    );
    const raw = await openDB<DeskSchema>(name, deskVersion);
    const write = async (id: string, log: readonly ConsultationEvent[]): Promise<void> => {
      const transaction = raw.transaction('events', 'readwrite');
      void transaction.store.delete(IDBKeyRange.bound([id], [id, []]));
      for (const event of log) void transaction.store.put(event);
      await transaction.done;
    };
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.constantFrom(...Object.keys(tampers)),
        fc.nat(10_000),
        fc.nat(10_000),
        async (original, kind, one, other) => {
          const id = original[0]?.consultationId ?? '';
          const bad = (tampers[kind] as Tamper)([...original], one, other);
          // A swap of an entry with itself is none.
          fc.pre(JSON.stringify(bad) !== JSON.stringify(original));
          await write(id, bad);
          const { items } = await backend.logs();
          await write(id, original);
          count += 1;
          expect(items.length).toBe(originals.length);
          for (const { id: each, events } of items) {
            const verdict = verifyAgainst(events, heads.get(each) ?? headOf([]));
            const expected =
              each === id ? { ok: false, seq: firstDifference(bad, original) } : { ok: true };
            expect(verdict).toMatchObject(expected);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(count).toBe(1000);
    raw.close();
    await backend.close();
  }, 240_000);
});
