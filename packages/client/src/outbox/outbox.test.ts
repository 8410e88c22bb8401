import { LpseError, type Command } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../backend.js';
import { createHttpBackend } from '../http/index.js';
import { createMemoryBackend, MemoryStore } from '../memory/index.js';
import { samplePeople } from '../samples/people.js';
import { consultationForm, guestBook } from '../samples/values.js';
import { faultyFetch, seededRandom } from '../testing/faulty-fetch.js';
import { TestLocks } from '../testing/test-locks.js';
import { createWireServer, endpoint } from '../testing/wire-server.js';
import {
  createIndexedDbOutboxStore,
  createMemoryOutboxStore,
  outbox,
  type Outbox,
  type OutboxOptions,
  type OutboxStatus,
} from './index.js';

const open: Outbox[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** Figures of a proof, for whoever runs it. */
function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

let count = 0;
function boxFor(backend: Backend, options: Partial<OutboxOptions> = {}): Outbox {
  const store = options.store ?? createMemoryOutboxStore();
  const name = `test-${++count}`;
  const box = outbox(backend, {
    name,
    locks: null,
    firstPause: 5,
    longestPause: 50,
    ...options,
    store,
  });
  open.push(box);
  return box;
}

function register(consultationId: string): Command {
  return { type: 'register', consultationId, data: guestBook() };
}

/** The first status that is as expected. */
function until(box: Outbox, isExpected: (status: OutboxStatus) => boolean): Promise<OutboxStatus> {
  return new Promise((resolve) => {
    const stop = box.subscribe((status) => {
      if (!isExpected(status)) return;
      queueMicrotask(() => stop());
      resolve(status);
    });
  });
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'an answer',
    (error: unknown) => (error instanceof LpseError ? error.code : error),
  );

/** A desk whose line can be cut. */
function desk(store = new MemoryStore()) {
  const inner = createMemoryBackend({ profile, store, actor: () => samplePeople.user });
  const state = { isDown: false, sent: 0 };
  const backend: Backend = new Proxy(inner, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      if (name !== 'execute') return value.bind(target) as unknown;
      return (...given: Parameters<Backend['execute']>) => {
        state.sent += 1;
        if (state.isDown) return Promise.reject(new LpseError('LPSE_SERVER_UNREACHABLE'));
        return target.execute(...given);
      };
    },
  });
  return { backend, state, inner };
}

describe('the outbox', () => {
  it('answers as the backend does while the line is good, and keeps nothing', async () => {
    const { backend } = desk();
    const box = boxFor(backend);
    const outcome = await box.execute(register('a'), { key: 'k' });
    expect(outcome).toMatchObject({ ok: true, consultation: { id: 'a', state: 'draft' } });
    expect((await until(box, () => true)).entries).toEqual([]);
  });

  it('has the line of the backend that it wraps', () => {
    const line = { lostAt: undefined, subscribe: () => () => undefined };
    const { inner } = desk();
    expect(boxFor(Object.assign(inner, { line })).line).toBe(line);
  });

  it('keeps what cannot be sent, says so, and sends it when the line is back', async () => {
    const { backend, state, inner } = desk();
    state.isDown = true;
    const box = boxFor(backend);
    expect(await codeOf(box.execute(register('a'), { key: 'k' }))).toBe('LPSE_OUTBOX_WAITING');
    const [entry] = (await until(box, ({ entries }) => entries.length === 1)).entries;
    expect(entry).toMatchObject({
      command: { type: 'register', consultationId: 'a' },
      lastFailure: 'LPSE_SERVER_UNREACHABLE',
      state: { type: 'waiting' },
    });
    state.isDown = false;
    await until(box, ({ entries }) => entries.length === 0);
    expect((await inner.read('a'))?.consultation.state).toBe('draft');
  });

  it('takes the same command twice for one wish', async () => {
    const { backend, state, inner } = desk();
    state.isDown = true;
    const box = boxFor(backend);
    await codeOf(box.execute(register('a'), { key: 'k' }));
    await codeOf(box.execute(register('a'), { key: 'another' }));
    expect((await until(box, () => true)).entries).toHaveLength(1);
    state.isDown = false;
    await until(box, ({ entries }) => entries.length === 0);
    expect((await inner.read('a'))?.events).toHaveLength(2);
  });

  it('sends the commands of a case in their order, and does not hold up other cases', async () => {
    const { backend, state, inner } = desk();
    state.isDown = true;
    const box = boxFor(backend);
    const submit: Command = { type: 'submit', consultationId: 'a', data: consultationForm() };
    const works = [register('a'), submit, register('b')];
    for (const work of works)
      expect(await codeOf(box.execute(work, { key: 'k' }))).toBe('LPSE_OUTBOX_WAITING');
    state.isDown = false;
    await until(box, ({ entries }) => entries.length === 0);
    expect((await inner.read('a'))?.consultation.state).toBe('submitted');
    expect(await inner.read('b')).toBeDefined();
  });

  it('hands a refusal to whoever waits for it', async () => {
    const { backend } = desk();
    const box = boxFor(backend);
    const submit: Command = { type: 'submit', consultationId: 'a', data: {} };
    const outcome = await box.execute(submit, { key: 'k' });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'LPSE_CONSULTATION_UNKNOWN' } });
    expect((await until(box, () => true)).entries).toEqual([]);
  });

  it('shows a refusal that nobody waits for, until someone gives the entry up', async () => {
    const { backend, state } = desk();
    state.isDown = true;
    const box = boxFor(backend);
    const submit: Command = { type: 'submit', consultationId: 'a', data: {} };
    await codeOf(box.execute(submit, { key: 'k' }));
    state.isDown = false;
    const isRefused = ({ entries }: OutboxStatus): boolean => entries[0]?.state.type === 'refused';
    const [entry] = (await until(box, isRefused)).entries;
    expect(entry?.state).toMatchObject({
      type: 'refused',
      code: 'LPSE_CONSULTATION_UNKNOWN',
      refusal: { problems: [] },
    });
    expect(JSON.parse(await box.export())).toMatchObject({ entries: [{ id: entry?.id }] });
    await box.discard(entry?.id ?? '');
    expect((await until(box, () => true)).entries).toEqual([]);
  });

  it('finds its entries after the page was loaded anew, however old they are', async () => {
    const { backend, state } = desk();
    state.isDown = true;
    const factory = new IDBFactory();
    const store = () => createIndexedDbOutboxStore({ name: 'o', factory });
    const before = boxFor(backend, { store: store(), now: () => new Date('2020-01-01T00:00:00Z') });
    await codeOf(before.execute(register('a'), { key: 'k' }));
    await before.close();
    const again = desk();
    const after = boxFor(again.backend, { store: store() });
    await until(after, ({ entries }) => entries.length === 0 && again.state.sent > 0);
    expect(await again.inner.read('a')).toBeDefined();
  });

  it('does not keep whoever waits longer than it has patience', async () => {
    const { backend } = desk();
    const deaf = new Proxy(backend, {
      get: (target, name) =>
        name === 'execute'
          ? (_command: Command, { signal }: { signal: AbortSignal }) =>
              new Promise((_, reject) =>
                signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
              )
          : (Reflect.get(target, name) as unknown),
    });
    const box = boxFor(deaf, { patience: 20 });
    expect(await codeOf(box.execute(register('a'), { key: 'k' }))).toBe('LPSE_OUTBOX_WAITING');
    const { entries } = await until(box, (status) => status.entries[0]?.attempts === 1);
    expect(entries[0]?.lastFailure).toBe('LPSE_SERVER_UNREACHABLE');
  });

  it('forgets what was refused when the same is handed in anew and taken', async () => {
    const { backend, state } = desk();
    const box = boxFor(backend);
    await box.execute(register('a'), { key: 'k' });
    state.isDown = true;
    const empty: Command = { type: 'submit', consultationId: 'a', data: {} };
    await codeOf(box.execute(empty, { key: 'k' }));
    state.isDown = false;
    await until(box, ({ entries }) => entries[0]?.state.type === 'refused');
    const whole: Command = { type: 'submit', consultationId: 'a', data: consultationForm() };
    expect(await box.execute(whole, { key: 'k' })).toMatchObject({ ok: true });
    await until(box, ({ entries }) => entries.length === 0);
  });

  it('does not knock with every entry at a server that is gone, and holds none up behind one that fails', async () => {
    const { backend, state, inner } = desk();
    state.isDown = true;
    const store = createMemoryOutboxStore();
    let readings = 0;
    const counted = {
      ...store,
      all: () => {
        readings += 1;
        return store.all();
      },
    };
    const box = boxFor(backend, { store: counted, firstPause: 60_000, longestPause: 60_000 });
    const ids = Array.from({ length: 300 }, (_, index) => `case-${index}`);
    await Promise.all(ids.map((id) => codeOf(box.execute(register(id), { key: 'k' }))));
    const before = state.sent;
    box.retry();
    await until(box, ({ entries }) => entries.some(({ attempts }) => attempts === 2));
    expect(state.sent - before).toBeLessThanOrEqual(6);
    state.isDown = false;
    box.retry();
    await until(box, ({ entries }) => entries.length === 0);
    for (const id of ids) expect(await inner.read(id)).toBeDefined();
    // Whatever their number: at the start and when a sender begins.
    expect(readings).toBeLessThanOrEqual(3);
  });

  it('keeps in memory what cannot be stored while the line is down, says so, and sends it', async () => {
    const { backend, state, inner } = desk();
    state.isDown = true;
    const box = boxFor(backend, { store: createIndexedDbOutboxStore({ name: 'o' }) });
    expect(await codeOf(box.execute(register('a'), { key: 'k' }))).toBe('LPSE_OUTBOX_WAITING');
    const status = await until(box, ({ entries }) => entries.length === 1);
    expect(status.failure?.code).toBe('LPSE_STORAGE_UNAVAILABLE');
    expect(status.inMemory).toEqual([status.entries[0]?.id]);
    expect(JSON.parse(await box.export())).toMatchObject({
      entries: [{ command: { type: 'register' } }],
    });
    state.isDown = false;
    await until(box, ({ entries }) => entries.length === 0);
    expect(await inner.read('a')).toBeDefined();
  });

  it('sends straight to the server where nothing can be stored, and says that it keeps nothing', async () => {
    const { backend } = desk();
    const store = createIndexedDbOutboxStore({ name: 'o' });
    const box = boxFor(backend, { store });
    expect(await box.execute(register('a'), { key: 'k' })).toMatchObject({ ok: true });
    const { failure } = await until(box, (status) => status.failure !== undefined);
    expect(failure?.code).toBe('LPSE_STORAGE_UNAVAILABLE');
  });

  it('has one sender among tabs, and another one when that is gone', async () => {
    const cases = new MemoryStore();
    const [here, there] = [desk(cases), desk(cases)];
    const locks = new TestLocks();
    const store = createMemoryOutboxStore();
    const name = 'tabs';
    const options = { store, name, locks: locks.manager };
    const [first, second] = [boxFor(here.backend, options), boxFor(there.backend, options)];
    const rounds = Number(process.env['LPSE_OUTBOX_RACES'] ?? 25);
    for (let round = 0; round < rounds; round++) {
      const works = [first, second].map((tab, index) =>
        tab.execute(register(`${round}-${index}`), { key: 'k' }),
      );
      for (const outcome of await Promise.all(works)) expect(outcome.ok).toBe(true);
    }
    const sent = here.state.sent + there.state.sent;
    tell(`outbox: ${rounds} races of two tabs, ${sent} sendings of ${2 * rounds} commands`);
    expect(sent).toBe(2 * rounds);
    await first.close();
    expect(await second.execute(register('last'), { key: 'k' })).toMatchObject({ ok: true });
    expect(await there.inner.read('last')).toBeDefined();
  });

  const total = Number(process.env['LPSE_OUTBOX_TOTAL'] ?? 200);
  it(
    'delivers each once over a line that drops, delays and fails',
    { timeout: 120_000 + 200 * total },
    async () => {
      const seed = Number(process.env['LPSE_SEED'] ?? 20261127);
      const server = createWireServer({ profile });
      const { fetch, counts } = faultyFetch(server.fetch, seededRandom(seed));
      const patience = { deadline: 60, attempt: 40, firstPause: 1, longestPause: 4 };
      const backend = createHttpBackend({ endpoint, profile, fetch, patience });
      const box = boxFor(backend, { firstPause: 1, longestPause: 8 });
      const ids = Array.from({ length: total }, (_, index) => `case-${index}`);
      await Promise.all(ids.map((id) => codeOf(box.execute(register(id), { key: 'k' }))));
      await until(box, ({ entries }) => entries.length === 0);
      const officer = createHttpBackend({
        endpoint,
        profile,
        fetch: server.fetch,
        access: 'staff',
        staffToken: server.staffTokens.get(samplePeople.officer.id) ?? '',
      });
      const found: string[] = [];
      for (const id of ids) {
        const record = await officer.read(id);
        // Registered once: two events, and no more.
        if (record?.events.length === 2) found.push(id);
      }
      tell(
        `outbox: ${total} submissions, seed ${seed}, ${JSON.stringify(counts)}, ${found.length} once`,
      );
      expect(found).toHaveLength(total);
      expect((await officer.list({ limit: 1, total: true })).total).toBe(total);
    },
  );
});
