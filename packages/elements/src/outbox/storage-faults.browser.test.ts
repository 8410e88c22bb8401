import { expect, fixture, html } from '@open-wc/testing';
import type { Backend } from '@lpse-konsultasi/client';
import { createMemoryBackend } from '@lpse-konsultasi/client/memory';
import { createIndexedDbOutboxStore, outbox } from '@lpse-konsultasi/client/outbox';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { LpseError, loadShipped } from '@lpse-konsultasi/form-schema';
import '../define/outbox.js';
import { outboxTexts } from '../locales/outbox.js';
import { waitUntil } from '../testing/wait-until.js';

const texts = outboxTexts.id;
const profile = await loadShipped('batang', 'id');

const { indexedDB } = globalThis;

/** Puts things back as they were, the last one first. */
const undo: (() => void)[] = [];
afterEach(() =>
  undo
    .splice(0)
    .reverse()
    .forEach((each) => each()),
);

function replace<T extends object, K extends keyof T>(target: T, name: K, value: T[K]): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  undo.push(() => {
    if (own === undefined) Reflect.deleteProperty(target, name);
    else Object.defineProperty(target, name, own);
  });
}

/** The desk of a visitor whose line is down, so that everything that is handed in has to be kept. */
async function open(name: string, factory?: IDBFactory) {
  const line = { isDown: true };
  const backend: Backend = createMemoryBackend({ profile, actor: () => samplePeople.user });
  const execute = backend.execute.bind(backend);
  backend.execute = (...given) =>
    line.isDown ? Promise.reject(new LpseError('LPSE_SERVER_UNREACHABLE')) : execute(...given);
  const store = createIndexedDbOutboxStore({
    name,
    openDeadline: 300,
    ...(factory && { factory }),
  });
  const box = outbox(backend, { name, store, firstPause: 600_000, longestPause: 600_000 });
  undo.push(() => void box.close());
  const element = Object.assign(document.createElement('lpse-outbox'), { backend: box });
  await fixture(html`<main>${element}</main>`);
  const words = (): string => (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
  return {
    line,
    box,
    handIn: (id: string) =>
      box
        .execute(
          {
            type: 'register',
            consultationId: id,
            data: { nama: 'Rina (contoh)', kanal: 'tatapMuka' },
          },
          { key: 'k' },
        )
        .catch(() => undefined),
    shows: (text: string) => waitUntil(() => words().includes(text), text),
  };
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => failed(request.error as Error));
  });

const newName = (): string => {
  const name = `uji-${crypto.randomUUID()}`;
  undo.push(() => void indexedDB.deleteDatabase(name));
  return name;
};

/** A second page's connection, to a version that this page does not know. */
async function openElsewhere(name: string, version: number): Promise<IDBDatabase> {
  const database = await answerOf(indexedDB.open(name, version));
  undo.push(() => database.close());
  return database;
}

/** Another page that makes the database and does not come to an end with it. */
async function makeForEver(name: string): Promise<void> {
  const request = indexedDB.open(name, 1);
  await new Promise<void>((begun) => {
    request.addEventListener('upgradeneeded', () => {
      const store = request.result.createObjectStore('entries', { keyPath: 'id' });
      let isOver = false;
      undo.push(() => (isOver = true));
      const again = (): void => {
        if (!isOver) store.count().addEventListener('success', again);
      };
      again();
      begun();
    });
  });
  request.addEventListener('success', () => request.result.close());
}

function failingAdd(name: string): void {
  replace(IDBObjectStore.prototype, 'add', () => {
    throw new DOMException('contoh', name);
  });
}

interface Fault {
  readonly title: string;
  readonly code: string;
  /** Brings the browser into this state; may answer what stands in for its factory. */
  readonly before: (name: string) => Promise<IDBFactory | undefined> | IDBFactory | undefined;
}

const faults: readonly Fault[] = [
  {
    title: 'opening never ends',
    code: 'LPSE_STORAGE_UNAVAILABLE',
    before: async (name) => {
      await makeForEver(name);
      return undefined;
    },
  },
  {
    title: 'another tab stands in the way',
    code: 'LPSE_STORAGE_BLOCKED',
    before: () => {
      const request = new EventTarget();
      return {
        open: () => {
          queueMicrotask(() => request.dispatchEvent(new Event('blocked')));
          return request;
        },
      } as unknown as IDBFactory;
    },
  },
  {
    title: 'the database is newer than this page',
    code: 'LPSE_STORAGE_BLOCKED',
    before: async (name) => {
      (await openElsewhere(name, 2)).close();
      return undefined;
    },
  },
  ...(
    [
      ['QuotaExceededError', 'LPSE_STORAGE_FULL'],
      ['DataError', 'LPSE_STORAGE_CORRUPT'],
      ['InvalidStateError', 'LPSE_STORAGE_UNAVAILABLE'],
      ['UnknownError', 'LPSE_STORAGE_UNAVAILABLE'],
    ] as const
  ).map(([name, code]): Fault => ({
    title: `writing fails with ${name}`,
    code,
    before: () => {
      failingAdd(name);
      return undefined;
    },
  })),
  {
    title: 'the transaction is given up after the writing',
    code: 'LPSE_STORAGE_UNAVAILABLE',
    before: () => {
      const { add } = IDBObjectStore.prototype;
      replace(IDBObjectStore.prototype, 'add', function (this: IDBObjectStore, ...given) {
        const request = add.apply(this, given);
        request.addEventListener('success', () => this.transaction.abort());
        return request;
      });
      return undefined;
    },
  },
  {
    title: 'there is no database',
    code: 'LPSE_STORAGE_UNAVAILABLE',
    before: () => {
      replace(globalThis, 'indexedDB', null as unknown as IDBFactory);
      return undefined;
    },
  },
  {
    title: 'a private window refuses it',
    code: 'LPSE_STORAGE_UNAVAILABLE',
    before: () =>
      ({
        open: () => {
          throw new DOMException('contoh', 'SecurityError');
        },
      }) as unknown as IDBFactory,
  },
  {
    title: 'making the database fails',
    code: 'LPSE_STORAGE_UNAVAILABLE',
    before: () => {
      const { createIndex } = IDBObjectStore.prototype;
      replace(IDBObjectStore.prototype, 'createIndex', function (this: IDBObjectStore, ...given) {
        const index = createIndex.apply(this, given);
        this.transaction.abort();
        return index;
      });
      return undefined;
    },
  },
];

describe('<lpse-outbox> in a browser whose storage fails', () => {
  for (const { title, code, before } of faults)
    it(`says so, keeps what is handed in and sends it: ${title}`, async () => {
      const name = newName();
      const { box, line, handIn, shows } = await open(name, await before(name));
      await handIn('a');
      await shows(`${texts.storage[code] ?? 'no text'} ${texts.memoryOnly}`);
      await shows(texts.inMemory);
      line.isDown = false;
      box.retry();
      await shows(texts.allSent);
      expect(await box.read('a')).not.to.equal(undefined);
    });

  it('says so when another tab has made the database newer meanwhile', async () => {
    const name = newName();
    const { box, line, handIn, shows } = await open(name);
    await handIn('a');
    await shows(texts.heading);
    await openElsewhere(name, 2);
    await handIn('b');
    await shows(`${texts.storage['LPSE_STORAGE_BLOCKED'] ?? ''} ${texts.memoryOnly}`);
    line.isDown = false;
    box.retry();
    await waitUntil(async () => (await box.read('b')) !== undefined);
  });

  it('notices nothing when the browser has cut the connection: it is opened anew', async () => {
    const name = newName();
    const opened: IDBDatabase[] = [];
    const factory = {
      open: (...given: Parameters<IDBFactory['open']>) => {
        const request = indexedDB.open(...given);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
      },
    } as IDBFactory;
    const { box, handIn, shows } = await open(name, factory);
    await handIn('a');
    opened[0]?.close();
    await handIn('b');
    await shows(texts.count(2, 0));
    expect(opened).to.have.length(2);
    let status: { readonly failure?: unknown; readonly inMemory: readonly string[] } | undefined;
    box.subscribe((now) => (status = now))();
    expect(status?.failure).to.equal(undefined);
    expect(status?.inMemory).to.have.length(0);
  });

  it('counts what cannot be read, keeps it, and shows the others', async () => {
    const name = newName();
    const first = await open(name);
    await first.handIn('a');
    await first.shows(texts.heading);
    await first.box.close();
    const database = await answerOf(indexedDB.open(name, 1));
    const transaction = database.transaction('entries', 'readwrite');
    await answerOf(transaction.objectStore('entries').put({ id: 'rusak', order: 9, command: 7 }));
    database.close();
    const second = await open(name);
    await second.shows(texts.damaged(1));
    await second.shows(texts.count(1, 0));
  });
});
