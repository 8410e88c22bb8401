import { afterEach, expect, it } from 'vitest';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import type { ServerOptions } from '../http/create-server.js';
import { openDatabase } from '../database/open.js';
import { openOffice, type Office, type Person } from '../testing/client.js';
import { onEachEngine } from '../testing/engines.js';

const { guestBook, consultationForm } = sampleValues;

interface Event {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

/** One open stream, read as a browser reads it. */
class Listener {
  readonly events: Event[] = [];
  readonly #abort = new AbortController();
  readonly done: Promise<void>;
  status = 0;
  lastId = '';

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.done = this.#read(url, headers);
  }

  async #read(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
    try {
      const response = await fetch(url, { headers, signal: this.#abort.signal });
      this.status = response.status;
      let text = '';
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
      }
    } catch {
      // The end of a stream is what some tests wait for.
    }
  }

  #take(block: string): void {
    const event = Object.fromEntries(
      block
        .split('\n')
        .filter((line) => !line.startsWith(':'))
        .map((line) => line.split(/: ?(.*)/s, 2)),
    ) as Event;
    if (event.id !== undefined) this.lastId = event.id;
    if (event.data !== undefined) this.events.push(event);
  }

  get changes(): readonly { readonly id: string; readonly version: number }[] {
    return this.events
      .filter(({ event }) => event === 'change')
      .map(({ data }) => JSON.parse(data ?? '{}') as { id: string; version: number });
  }

  close(): void {
    this.#abort.abort();
  }
}

async function until(is: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (!is()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

onEachEngine('the stream of changes', (engine, name) => {
  const open: (() => Promise<unknown> | void)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  }, 60_000);

  async function listening(
    options: Partial<ServerOptions> = {},
    database = engine().database,
  ): Promise<Office & { url: string }> {
    const office = await openOffice({ database }, options);
    const url = await office.app.listen({ port: 0, host: '127.0.0.1' });
    open.push(() => office.app.close());
    return { ...office, url: `${url}/api/v1` };
  }

  async function listen(
    url: string,
    person: Person,
    extra: Record<string, string> = {},
  ): Promise<Listener> {
    const listener = new Listener(url, { ...person.headers, ...extra });
    open.push(() => listener.close());
    await until(() => listener.status !== 0, 'the stream opens');
    return listener;
  }

  it('tells each change once and in order, and each office of its own', async () => {
    const { url, staff, visitor } = await listening();
    const listener = await listen(`${url}/changes`, await staff('officer'));
    const user = visitor();
    await user.command('c-1', 'register', guestBook());
    await user.command('c-1', 'submit', consultationForm());
    const elsewhere = await listening();
    await elsewhere.visitor().command('c-9', 'register', guestBook());
    await visitor().command('c-2', 'register', guestBook());
    await until(() => listener.changes.length >= 3, 'three changes');
    expect(listener.changes).toEqual([
      { id: 'c-1', version: 2 },
      { id: 'c-1', version: 3 },
      { id: 'c-2', version: 2 },
    ]);
  });

  it('continues behind a position with what was missed, of each case the last', async () => {
    const { url, staff, visitor } = await listening();
    const officer = await staff('officer');
    const first = await listen(`${url}/changes`, officer);
    const user = visitor();
    await user.command('c-1', 'register', guestBook());
    await until(() => first.changes.length === 1, 'the first change');
    first.close();
    await user.command('c-1', 'submit', consultationForm());
    await visitor().command('c-2', 'register', guestBook());
    const second = await listen(`${url}/changes`, officer, { 'last-event-id': first.lastId });
    await until(() => second.changes.length >= 2, 'what was missed');
    expect(second.changes).toEqual([
      { id: 'c-1', version: 3 },
      { id: 'c-2', version: 2 },
    ]);
    // A position that this database never had misses nothing either.
    const third = await listen(`${url}/changes`, officer, { 'last-event-id': 'lain-99.9' });
    await until(() => third.changes.length >= 2, 'everything');
    expect(third.changes).toHaveLength(2);
  });

  it('says with each answer from where to watch, so that nothing falls between', async () => {
    const { url, staff, visitor } = await listening();
    const officer = await staff('officer');
    const user = visitor();
    await user.command('c-1', 'register', guestBook());
    const read = await officer.ask('GET', '/consultations/c-1');
    await user.command('c-1', 'submit', consultationForm());
    const listener = await listen(`${url}/changes`, officer, {
      'last-event-id': String(read.headers['lpse-position']),
    });
    await until(() => listener.changes.some(({ version }) => version === 3), 'the change between');
  });

  it('tells a member of the public of the case of their token alone', async () => {
    const { url, visitor } = await listening();
    const user = visitor();
    await user.command('c-1', 'register', guestBook());
    const listener = await listen(`${url}/changes?id=c-1`, user);
    await visitor().command('c-2', 'register', guestBook());
    await user.command('c-1', 'submit', consultationForm());
    await until(() => listener.changes.some(({ version }) => version === 3), 'the own change');
    expect(listener.changes.map(({ id }) => id)).not.toContain('c-2');
    for (const path of ['/changes', '/changes?id=c-2'])
      expect((await listen(`${url}${path}`, user)).status).toBe(403);
  });

  it('ends for whoever is signed out or whose token is revoked', async () => {
    const { url, id, app, staff, visitor } = await listening();
    const officer = await staff('officer');
    const listener = await listen(`${url}/changes`, officer);
    const { actor } = (await officer.ask('GET', '/session')).json();
    let hasEnded = false;
    void listener.done.then(() => (hasEnded = true));
    await app.lpse.accounts.change(id, actor.id, { disabled: true }, 'test');
    await until(() => hasEnded, 'the end of the stream');
    const user = visitor();
    await user.command('c-1', 'register', guestBook());
    const theirs = await listen(`${url}/changes?id=c-1`, user);
    let isOver = false;
    void theirs.done.then(() => (isOver = true));
    await user.ask('DELETE', '/tokens');
    await until(() => isOver, 'the end of their stream');
  });

  it('shows who has which case open, to staff alone', async () => {
    const { url, staff, visitor } = await listening();
    const [one, two] = [await staff('officer'), await staff('coordinator')];
    const listener = await listen(`${url}/presence`, two);
    const last = (): unknown => JSON.parse(listener.events.at(-1)?.data ?? 'null');
    expect((await one.ask('PUT', '/consultations/c-1/presence/tab-1')).statusCode).toBe(204);
    expect((await one.ask('PUT', '/consultations/c-1/presence/tab-2')).statusCode).toBe(204);
    await until(() => Array.isArray(last()) && (last() as unknown[]).length === 1, 'one person');
    expect(last()).toMatchObject([{ id: 'c-1', petugas: 'Bayu Nugraha (contoh)' }]);
    // Nobody takes back what another says.
    await two.ask('DELETE', '/consultations/c-1/presence/tab-1');
    await one.ask('DELETE', '/consultations/c-1/presence/tab-1');
    await one.ask('DELETE', '/consultations/c-1/presence/tab-2');
    await until(() => JSON.stringify(last()) === '[]', 'nobody');
    expect((await visitor().ask('PUT', '/consultations/c-1/presence/x')).statusCode).toBe(403);
  });

  it.runIf(name === 'postgresql')(
    'tells what had to wait for another transaction, which nobody is told of, without waiting for the poll',
    async () => {
      const noPoll = { pollEvery: 1_000_000 };
      const here = await listening(noPoll);
      const database = await openDatabase({ at: engine().at });
      open.push(() => database.close());
      const there = await listening({ ...noPoll, officeId: here.id }, database);
      const officer = await here.staff('officer');
      const listeners = [
        await listen(`${here.url}/changes`, officer),
        await listen(`${there.url}/changes`, officer),
      ];
      await database.tx(async (tx) => {
        await tx.query('select pg_current_xact_id()');
        await here.visitor().command('c-1', 'register', guestBook());
        expect(listeners.map(({ changes }) => changes)).toEqual([[], []]);
      });
      for (const listener of listeners)
        await until(() => listener.changes.length > 0, 'the change that had to wait');
      expect(listeners.map(({ changes }) => changes.length)).toEqual([1, 1]);
    },
  );

  it.runIf(name === 'postgresql')(
    'reaches the watchers of every process, each change once to each',
    async () => {
      const here = await listening();
      const database = await openDatabase({ at: engine().at });
      open.push(() => database.close());
      const there = await listening({ officeId: here.id }, database);
      const officer = await here.staff('officer');
      const listeners = await Promise.all(
        [here, there].flatMap(({ url }) =>
          Array.from({ length: 4 }, () => listen(`${url}/changes`, officer)),
        ),
      );
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 === 0 ? here : there).visitor().command(`c-${index}`, 'register', guestBook()),
        ),
      );
      for (const [index, listener] of listeners.entries()) {
        await until(() => listener.changes.length >= 40, `all changes at watcher ${index}`);
        expect(new Set(listener.changes.map(({ id }) => id)).size).toBe(40);
        expect(listener.changes).toHaveLength(40);
      }
    },
  );
});
