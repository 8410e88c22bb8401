import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { createMemoryBackend, MemoryStore } from '../memory/index.js';
import { sampleCase, sampleLogs, samplePeople, sampleValues } from '../samples/index.js';
import { ChangeFeed } from './change-feed.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { personKey } from './summary.js';

const now = new Date('2026-03-04T03:30:00Z');

function desk(store = new MemoryStore(), actor = samplePeople.officer) {
  return createMemoryBackend({ profile, store, actor: () => actor, now: () => now });
}

const register = (consultationId: string) =>
  ({ type: 'register', consultationId, data: sampleValues.guestBook() }) as const;

describe('execute', () => {
  it('dates what it writes by when its turn came, as the numbers are given', async () => {
    let clock = Date.parse('2026-03-04T03:30:00Z');
    const store = new MemoryStore();
    const write = store.write.bind(store);
    // Another tab has the storage for a minute.
    store.write = async (work) => {
      await Promise.resolve();
      clock += 60_000;
      return write(work);
    };
    const backend = createMemoryBackend({
      profile,
      store,
      actor: () => samplePeople.user,
      now: () => new Date(clock),
    });
    const outcome = await backend.execute(register('case'), { key: 'register' });
    expect(outcome.ok && outcome.events[0]?.at).toBe('2026-03-04T03:31:00.000Z');
  });
});

describe('importLog', () => {
  const { events, consultation } = sampleCase('archived', { profile, now });

  it('takes a case over as it is', async () => {
    const backend = desk();
    expect(await backend.importLog(events)).toEqual({ ok: true, consultation });
    expect(await backend.read(consultation.id)).toEqual({ consultation, events });
    expect((await backend.list()).items[0]).toMatchObject({
      state: 'archived',
      version: events.length,
    });
  });

  it('takes the same log twice as once', async () => {
    const backend = desk();
    await backend.importLog(events);
    expect(await backend.importLog(events)).toMatchObject({ ok: true });
    expect((await backend.read(consultation.id))?.events).toHaveLength(events.length);
  });

  it('extends a log that it continues, and leaves one that goes further', async () => {
    const backend = desk();
    await backend.importLog(events.slice(0, 4));
    await backend.importLog(events);
    expect((await backend.read(consultation.id))?.events).toEqual(events);
    expect(await backend.importLog(events.slice(0, 4))).toEqual({ ok: true, consultation });
    expect((await backend.read(consultation.id))?.events).toEqual(events);
  });

  it('refuses another history of the same case', async () => {
    const backend = desk();
    const { events: other } = sampleCase('archived', {
      profile,
      now: new Date('2026-03-05T03:30:00Z'),
    });
    await backend.importLog(events);
    expect(await backend.importLog(other)).toEqual({ ok: false, reason: 'diverged' });
    expect((await backend.read(consultation.id))?.events).toEqual(events);
  });

  it.each<[string, readonly ConsultationEvent[]]>([
    ['is empty', []],
    ['has a gap', events.filter(({ seq }) => seq !== 3)],
    ['was changed', events.map((event) => ({ ...event, at: '2026-03-04T00:00:00.000Z' }))],
    ['begins in the middle', events.slice(2)],
  ])('refuses a log that %s', async (_title, log) => {
    const backend = desk();
    expect(await backend.importLog(log)).toEqual({ ok: false, reason: 'damaged' });
    expect(await backend.list()).toEqual({ items: [] });
  });

  it('tells those who watch', async () => {
    const backend = desk();
    const changes = backend.watch()[Symbol.asyncIterator]();
    await backend.importLog(events);
    expect((await changes.next()).value).toEqual({ id: consultation.id, version: events.length });
  });

  it('moves no running number back', async () => {
    const backend = desk();
    const [first, ...logs] = sampleLogs({ profile, now }).filter((log) =>
      log[0]?.at.startsWith('2026-03-04'),
    );
    for (const log of [...logs, first ?? []]) await backend.importLog(log);
    const outcome = await backend.execute(register('new'), { key: 'new' });
    const taken = (await backend.list({ limit: 200 })).items.map(({ tiket }) => tiket);
    expect(outcome.ok && taken.filter((each) => each === outcome.consultation.tiket)).toHaveLength(
      1,
    );
  });
});

describe('a write that fails', () => {
  it('leaves nothing behind, and the next one works', async () => {
    const store = new MemoryStore();
    await expect(
      store.write(async (writer) => {
        await writer.setSequence('a', 7);
        throw new Error('failed');
      }),
    ).rejects.toThrow('failed');
    expect(await store.read((reader) => reader.sequence('a'))).toBe(0);
  });
});

describe('the key of a person', () => {
  it('is one for one number, however it is written, and another for another', () => {
    const written = ['+6281200000001', '0812 0000 0001', '62812-0000-0001', '(0812) 00000001'];
    expect(new Set(written.map(personKey)).size).toBe(1);
    expect(personKey('+6281200000002')).not.toBe(personKey('+6281200000001'));
    expect(personKey('+6281200000001')).not.toContain('812');
  });
});

describe('the cursor', () => {
  it('brings any position back, and fits no other query', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), fc.string(), (at, id, search) => {
        const cursor = encodeCursor({ search }, [at, id]);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor({ search }, cursor)).toEqual([at, id]);
        expect(() => decodeCursor({ search: `${search}x` }, cursor)).toThrow();
      }),
    );
  });

  it('takes any other text for no cursor', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor({}, text)).toThrow('the cursor is not valid');
      }),
    );
  });
});

describe('the feed of changes', () => {
  it('gives each watcher the last version of each case, in rising order, however they are mixed', async () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      version: fc.integer({ min: 1, max: 20 }),
    });
    const step = fc.oneof(change, fc.constant('next' as const));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const feed = new ChangeFeed();
        const changes = feed.watch({});
        const last = new Map<string, number>();
        const seen: Promise<IteratorResult<{ id: string; version: number }>>[] = [];
        for (const each of steps) {
          if (each === 'next') seen.push(changes.next());
          else {
            const version = (last.get(each.id) ?? 0) + each.version;
            last.set(each.id, version);
            feed.publish({ id: each.id, version });
          }
        }
        // No more than one change of each case can be waiting.
        for (const _ of last) seen.push(changes.next());
        feed.close();
        const results = await Promise.all(seen);
        for (const [id, version] of last) {
          const versions = results.flatMap(({ value }) => (value?.id === id ? value.version : []));
          expect(versions.at(-1)).toBe(version);
          expect(versions).toEqual([...new Set(versions)].sort((x, y) => x - y));
        }
      }),
    );
  });

  it('lets go of a watcher that has ended', async () => {
    const feed = new ChangeFeed();
    const stop = new AbortController();
    const changes = feed.watch({ signal: stop.signal });
    feed.publish({ id: 'a', version: 1 });
    stop.abort();
    expect(await changes.next()).toEqual({ value: undefined, done: true });
  });
});

describe('pages', () => {
  it('show every case once, whatever is registered between them', async () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 12,
    });
    const sort = fc.constantFrom(
      'registeredAt',
      '-registeredAt',
      'updatedAt',
      '-updatedAt' as const,
    );
    await fc.assert(
      fc.asyncProperty(
        ids,
        ids,
        fc.integer({ min: 1, max: 5 }),
        sort,
        async (before, between, limit, by) => {
          let minute = 0;
          const backend = createMemoryBackend({
            profile,
            actor: () => samplePeople.officer,
            now: () => new Date(now.getTime() + (minute += 1) * 30_000),
          });
          const add = (id: string) => backend.execute(register(id), { key: id });
          for (const id of before) await add(id);
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await backend.list({
              sort: by,
              limit,
              ...(cursor !== undefined && { cursor }),
            });
            seen.push(...page.items.map(({ id }) => id));
            cursor = page.cursor;
            const next = between.pop();
            if (next !== undefined) await add(next);
          } while (cursor !== undefined);
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen).toEqual(expect.arrayContaining(before));
        },
      ),
      { numRuns: 40 },
    );
  });
});
