import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { samplePeople, sampleValues } from '@lpse-konsultasi/client/samples';
import { verifyLog, type Command } from '@lpse-konsultasi/form-schema';
import { openOffice, type Office } from '../testing/client.js';
import { onEachEngine } from '../testing/engines.js';
import type { AlongWith } from './consultations.js';

const { completeReview, consultationForm, guestBook } = sampleValues;

onEachEngine('the store', (engine, engineName) => {
  let office: Office;
  const open = async (): Promise<Office> => (office = await openOffice(engine()));
  afterEach(() => office.app.close());

  it('carries a case from the guest book into the queue', async () => {
    const { visitor, staff } = await open();
    const [user, officer] = [visitor(), await staff('officer')];
    const registered = await user.command('c-1', 'register', guestBook());
    expect(registered.json()).toMatchObject({ consultation: { state: 'draft', version: 2 } });
    expect(registered.statusCode).toBe(200);
    expect(registered.headers.etag).toBe('"2"');
    const submitted = await user.command('c-1', 'submit', consultationForm(), { ifMatch: '"2"' });
    expect(submitted.statusCode).toBe(200);
    const page = await officer.ask('POST', '/consultations/search', { payload: {} });
    expect(page.json().items).toMatchObject([{ id: 'c-1', state: 'submitted' }]);
    const read = await officer.ask('GET', '/consultations/c-1');
    expect(verifyLog(read.json().events)).toEqual({ ok: true });
  });

  it('finds cases by texts with every character that a list of the engine is written with', async () => {
    const { visitor, staff } = await open();
    const officer = await staff('officer');
    const ids = ['a"b', String.raw`a\b`, 'a,b', '{a}', 'NULL', ' a '];
    for (const id of [...ids, 'b']) await visitor().command(id, 'register', guestBook());
    const found = async (payload: object): Promise<readonly string[]> => {
      const answer = await officer.ask('POST', '/consultations/search', { payload });
      return (answer.json().items as readonly { id: string }[]).map(({ id }) => id).sort();
    };
    expect(await found({ ids: [...ids, '', '"', '\\'] })).toEqual(ids.toSorted());
    expect(await found({ ids: [] })).toEqual([]);
    expect(await found({ kategori: ['{', '"'] })).toEqual([]);
  });

  it('makes one effect of the same key a hundred times at once', async () => {
    const { visitor, staff } = await open();
    const user = visitor();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => user.command('c-1', 'register', guestBook(), { key: 'k' })),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    const officer = await staff('officer');
    expect((await officer.ask('GET', '/consultations/c-1')).json().events).toHaveLength(2);
  });

  it('issues each number once and leaves none out, whoever comes at the same time', async () => {
    const { visitor } = await open();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        visitor().command(`c-${index}`, 'register', guestBook()),
      ),
    );
    const tickets = answers.map((answer) => Number(answer.json().consultation.tiket.split('-')[2]));
    expect(tickets.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  it.each(['register', 'review'] as const)(
    'dates a command to %s by when its turn came, as its number is given',
    async (type) => {
      const { app } = await open();
      const { consultations, officeOf } = app.lpse;
      const place = officeOf('localhost');
      let time = Date.parse('2026-03-04T03:30:00Z');
      const say = (command: Command, along?: AlongWith) =>
        consultations.execute(place, command, {
          key: randomUUID(),
          actor: /review/.test(command.type) ? samplePeople.officer : samplePeople.user,
          now: () => new Date(time),
          ...(along && { along }),
        });
      const register = (id: string) =>
        ({ type: 'register', consultationId: id, data: guestBook() }) as const;
      const review = (id: string) =>
        ({ type, consultationId: id, data: completeReview(place.profile) }) as const;
      if (type === 'review')
        for (const id of ['c-1', 'c-2']) {
          await say(register(id));
          await say({ type: 'submit', consultationId: id, data: consultationForm() });
          await say({ type: 'start-review', consultationId: id, data: {} });
        }
      const command = type === 'review' ? review : register;

      const [isFirst, hasNumber] = signal();
      const [mayEnd, end] = signal();
      const first = say(command('c-1'), async () => {
        hasNumber();
        await mayEnd;
      });
      await Promise.race([isFirst, first.then(({ outcome }) => expect(outcome.ok).toBe(true))]);
      const second = say(command('c-2'));
      // The embedded engine runs one transaction after another; there the second cannot even begin.
      if (engineName === 'postgresql') await someoneWaits();
      time += 60_000;
      end();
      const times = (await Promise.all([first, second])).map(({ outcome }) =>
        outcome.ok ? outcome.events.at(-1)?.at : outcome.refusal,
      );
      expect(times).toEqual(['2026-03-04T03:30:00.000Z', '2026-03-04T03:31:00.000Z']);
    },
  );

  function someoneWaits(): Promise<void> {
    return vi.waitFor(async () => {
      const waiting = await engine().database.query('select 1 from pg_locks where not granted');
      expect(waiting.length).toBeGreaterThan(0);
    });
  }

  it('refuses to change or to remove what was recorded', async () => {
    const { visitor, id } = await open();
    await visitor().command('c-1', 'register', guestBook());
    const { database } = engine();
    for (const sql of [
      `update events set body = '{}' where office_id = $1`,
      `delete from events where office_id = $1`,
    ])
      await expect(database.query(sql, [id])).rejects.toThrow(/append-only/);
    await expect(database.exec('truncate events')).rejects.toThrow(/append-only/);
  });

  it('refuses an event that does not continue its log', async () => {
    const { visitor, id } = await open();
    await visitor().command('c-1', 'register', guestBook());
    await expect(
      engine().database.query(
        `insert into events (office_id, case_id, seq, type, at, hash, prev_hash, body)
         values ($1, 'c-1', 3, 'cancelled', '', '', $2, '{}')`,
        [id, '0'.repeat(64)],
      ),
    ).rejects.toThrow(/does not continue/);
  });
});

/** A promise, and what fulfils it. */
function signal(): readonly [Promise<void>, () => void] {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return [given, give];
}
